//! `getHeidiToken`: `GET /v1/partners/heidi/token`.

use crate::types;

/// `getHeidiToken`: `GET /v1/partners/heidi/token`.
pub const GET_HEIDI_TOKEN: crate::OperationInfo = crate::OperationInfo {
    id: "getHeidiToken",
    method: ::reqwest::Method::GET,
    path: "/v1/partners/heidi/token",
    tag: "Partners",
    summary: "Get a token for Heidi",
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

/// The request of `getHeidiToken`, started by [`Client::get_heidi_token`](crate::Client::get_heidi_token).
#[derive(Clone)]
pub struct GetHeidiToken {
    client: crate::Client,
}

impl GetHeidiToken {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self { client }
    }
    /// Sends `GET /v1/partners/heidi/token`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::GetHeidiTokenResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    GetHeidiToken
}

impl crate::Operation for GetHeidiToken {
    type Output = types::GetHeidiTokenResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_HEIDI_TOKEN;
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
