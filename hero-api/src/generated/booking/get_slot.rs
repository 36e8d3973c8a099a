//! `getSlot`: `GET /v1/slots/{id}`.

use crate::types;

/// `getSlot`: `GET /v1/slots/{id}`.
pub const GET_SLOT: crate::OperationInfo = crate::OperationInfo {
    id: "getSlot",
    method: ::reqwest::Method::GET,
    path: "/v1/slots/{id}",
    tag: "Booking",
    summary: "Get a slot",
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

/// The request of `getSlot`, started by [`Client::get_slot`](crate::Client::get_slot).
#[derive(Clone)]
pub struct GetSlot {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
}

impl GetSlot {
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
    /// Sends `GET /v1/slots/{id}`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::GetSlotResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    GetSlot
}

impl crate::Operation for GetSlot {
    type Output = types::GetSlotResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_SLOT;
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
impl crate::mock::When<GetSlot> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
}
