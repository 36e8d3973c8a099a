//! `listAppointments`: `GET /v1/appointments`.

use crate::types;

/// `listAppointments`: `GET /v1/appointments`.
pub const LIST_APPOINTMENTS: crate::OperationInfo = crate::OperationInfo {
    id: "listAppointments",
    method: ::reqwest::Method::GET,
    path: "/v1/appointments",
    tag: "Booking",
    summary: "List appointments",
    idempotent: true,
    paged: false,
    success: &[crate::StatusPattern::Exact(200)],
    errors: &[
        crate::ErrorSchema::new(
            crate::StatusPattern::Exact(400),
            Some("ValidationError"),
        ),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(401), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(403), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Inferred,
};

/// The request of `listAppointments`, started by [`Client::list_appointments`](crate::Client::list_appointments).
#[derive(Clone)]
pub struct ListAppointments {
    client: crate::Client,
}

impl ListAppointments {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self { client }
    }
    /// Sends `GET /v1/appointments`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListAppointmentsResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListAppointments
}

impl crate::Operation for ListAppointments {
    type Output = types::ListAppointmentsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_APPOINTMENTS;
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
