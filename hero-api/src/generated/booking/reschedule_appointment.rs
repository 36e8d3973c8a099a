//! `rescheduleAppointment`: `PATCH /v1/appointments/{id}/reschedule`.

use crate::types;

/// `rescheduleAppointment`: `PATCH /v1/appointments/{id}/reschedule`.
pub const RESCHEDULE_APPOINTMENT: crate::OperationInfo = crate::OperationInfo {
    id: "rescheduleAppointment",
    method: ::reqwest::Method::PATCH,
    path: "/v1/appointments/{id}/reschedule",
    tag: "Booking",
    summary: "Move a booked appointment",
    idempotent: false,
    paged: false,
    success: &[crate::StatusPattern::Exact(200)],
    errors: &[
        crate::ErrorSchema::new(crate::StatusPattern::Exact(401), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(403), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(404), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Inferred,
};

/// The request of `rescheduleAppointment`, started by [`Client::reschedule_appointment`](crate::Client::reschedule_appointment).
#[derive(Clone)]
pub struct RescheduleAppointment {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
}

impl RescheduleAppointment {
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
    /// Sends `PATCH /v1/appointments/{id}/reschedule`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<
        crate::ResponseValue<types::RescheduleAppointmentResponse>,
        crate::Error,
    > {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    RescheduleAppointment
}

impl crate::Operation for RescheduleAppointment {
    type Output = types::RescheduleAppointmentResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::RESCHEDULE_APPOINTMENT;
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
impl crate::mock::When<RescheduleAppointment> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
}
