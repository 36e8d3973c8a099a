//! `getCapabilities`: `GET /v1/me/capabilities`.

use crate::types;

/// `getCapabilities`: `GET /v1/me/capabilities`.
pub const GET_CAPABILITIES: crate::OperationInfo = crate::OperationInfo {
    id: "getCapabilities",
    method: ::reqwest::Method::GET,
    path: "/v1/me/capabilities",
    tag: "Practice Group",
    summary: "Get the capabilities of the practice group",
    idempotent: true,
    paged: false,
    success: &[crate::StatusPattern::Exact(200)],
    errors: &[
        crate::ErrorSchema::new(crate::StatusPattern::Exact(401), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(403), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Sample,
};

/// The request of `getCapabilities`, started by [`Client::get_capabilities`](crate::Client::get_capabilities).
#[derive(Clone)]
pub struct GetCapabilities {
    client: crate::Client,
}

impl GetCapabilities {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self { client }
    }
    /// Sends `GET /v1/me/capabilities`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::GetCapabilitiesResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    GetCapabilities
}

impl crate::Operation for GetCapabilities {
    type Output = types::GetCapabilitiesResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_CAPABILITIES;
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
        request.finish()
    }
}
