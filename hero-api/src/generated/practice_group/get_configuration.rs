//! `getConfiguration`: `GET /v1/me/configuration`.

use crate::types;

/// `getConfiguration`: `GET /v1/me/configuration`.
pub const GET_CONFIGURATION: crate::OperationInfo = crate::OperationInfo {
    id: "getConfiguration",
    method: ::reqwest::Method::GET,
    path: "/v1/me/configuration",
    tag: "Practice Group",
    summary: "Get the configuration of the practice group",
    idempotent: true,
    paged: false,
    success: &[crate::StatusPattern::Exact(200)],
    errors: &[
        crate::ErrorSchema::new(crate::StatusPattern::Exact(401), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(403), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Read,
};

/// The request of `getConfiguration`, started by [`Client::get_configuration`](crate::Client::get_configuration).
#[derive(Clone)]
pub struct GetConfiguration {
    client: crate::Client,
}

impl GetConfiguration {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self { client }
    }
    /// Sends `GET /v1/me/configuration`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::GetConfigurationResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    GetConfiguration
}

impl crate::Operation for GetConfiguration {
    type Output = types::GetConfigurationResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_CONFIGURATION;
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
