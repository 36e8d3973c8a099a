//! `listBookingLinks`: `GET /v2/bookinglinks`.

use crate::types;

/// `listBookingLinks`: `GET /v2/bookinglinks`.
pub const LIST_BOOKING_LINKS: crate::OperationInfo = crate::OperationInfo {
    id: "listBookingLinks",
    method: ::reqwest::Method::GET,
    path: "/v2/bookinglinks",
    tag: "Booking",
    summary: "List booking links",
    idempotent: true,
    paged: false,
    success: &[crate::StatusPattern::Exact(200)],
    errors: &[
        crate::ErrorSchema::new(crate::StatusPattern::Exact(401), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(403), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Inferred,
};

/// The request of `listBookingLinks`, started by [`Client::list_booking_links`](crate::Client::list_booking_links).
#[derive(Clone)]
pub struct ListBookingLinks {
    client: crate::Client,
}

impl ListBookingLinks {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self { client }
    }
    /// Sends `GET /v2/bookinglinks`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListBookingLinksResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListBookingLinks
}

impl crate::Operation for ListBookingLinks {
    type Output = types::ListBookingLinksResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_BOOKING_LINKS;
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
