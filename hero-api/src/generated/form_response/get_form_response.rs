//! `getFormResponse`: `GET /v1/form_response/{id}`.

use crate::types;

/// `getFormResponse`: `GET /v1/form_response/{id}`.
pub const GET_FORM_RESPONSE: crate::OperationInfo = crate::OperationInfo {
    id: "getFormResponse",
    method: ::reqwest::Method::GET,
    path: "/v1/form_response/{id}",
    tag: "Form Response",
    summary: "Get a form response",
    idempotent: true,
    paged: false,
    success: &[crate::StatusPattern::Exact(200)],
    errors: &[
        crate::ErrorSchema::new(crate::StatusPattern::Exact(401), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(403), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(404), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Sample,
};

/// The request of `getFormResponse`, started by [`Client::get_form_response`](crate::Client::get_form_response).
#[derive(Clone)]
pub struct GetFormResponse {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
}

impl GetFormResponse {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            id: Err("id was not initialized".into()),
        }
    }
    /// Sets the path parameter `id`.
    pub fn id(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.id = crate::runtime::conversion::required("id", value);
        self
    }
    /// Sends `GET /v1/form_response/{id}`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::GetFormResponseResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    GetFormResponse
}

impl crate::Operation for GetFormResponse {
    type Output = types::GetFormResponseResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_FORM_RESPONSE;
    fn client(&self) -> &crate::Client {
        &self.client
    }
    #[inline]
    fn into_request(self) -> Result<::reqwest::Request, crate::Error> {
        let mut request = crate::runtime::request::Builder::new(
            &self.client,
            Self::INFO,
        );
        request.accept("application/json");
        request.path("id", self.id);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<GetFormResponse> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
}
