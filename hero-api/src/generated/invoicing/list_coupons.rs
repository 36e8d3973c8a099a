//! `listCoupons`: `GET /v1/invoicing/coupons`.

use crate::types;

/// `listCoupons`: `GET /v1/invoicing/coupons`.
pub const LIST_COUPONS: crate::OperationInfo = crate::OperationInfo {
    id: "listCoupons",
    method: ::reqwest::Method::GET,
    path: "/v1/invoicing/coupons",
    tag: "Invoicing",
    summary: "List coupons",
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

/// The request of `listCoupons`, started by [`Client::list_coupons`](crate::Client::list_coupons).
#[derive(Clone)]
pub struct ListCoupons {
    client: crate::Client,
}

impl ListCoupons {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self { client }
    }
    /// Sends `GET /v1/invoicing/coupons`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListCouponsResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListCoupons
}

impl crate::Operation for ListCoupons {
    type Output = types::ListCouponsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_COUPONS;
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
