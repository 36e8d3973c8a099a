//! `getAutomatedMessage`: `GET /v2/automated_messages/{id}`.

use crate::types;

/// `getAutomatedMessage`: `GET /v2/automated_messages/{id}`.
pub const GET_AUTOMATED_MESSAGE: crate::OperationInfo = crate::OperationInfo {
    id: "getAutomatedMessage",
    method: ::reqwest::Method::GET,
    path: "/v2/automated_messages/{id}",
    tag: "Messages",
    summary: "Get an automated message",
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

/// The request of `getAutomatedMessage`, started by [`Client::get_automated_message`](crate::Client::get_automated_message).
#[derive(Clone)]
pub struct GetAutomatedMessage {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
}

impl GetAutomatedMessage {
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
    /// Sends `GET /v2/automated_messages/{id}`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::GetAutomatedMessageResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    GetAutomatedMessage
}

impl crate::Operation for GetAutomatedMessage {
    type Output = types::GetAutomatedMessageResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_AUTOMATED_MESSAGE;
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
impl crate::mock::When<GetAutomatedMessage> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
}
