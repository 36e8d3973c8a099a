//! `createAccessToken`: `POST /v1/access_token`.

use crate::types;

/// `createAccessToken`: `POST /v1/access_token`.
pub const CREATE_ACCESS_TOKEN: crate::OperationInfo = crate::OperationInfo {
    id: "createAccessToken",
    method: ::reqwest::Method::POST,
    path: "/v1/access_token",
    tag: "Practice Group",
    summary: "Get a token for Hero Elements",
    idempotent: false,
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

/// The request of `createAccessToken`, started by [`Client::create_access_token`](crate::Client::create_access_token).
#[derive(Clone)]
pub struct CreateAccessToken {
    client: crate::Client,
}

impl CreateAccessToken {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self { client }
    }
    /// Sends `POST /v1/access_token`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::CreateAccessTokenResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    CreateAccessToken
}

impl crate::Operation for CreateAccessToken {
    type Output = types::CreateAccessTokenResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::CREATE_ACCESS_TOKEN;
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
