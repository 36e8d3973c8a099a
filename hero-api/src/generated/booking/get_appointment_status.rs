//! `getAppointmentStatus`: `GET /v1/appointments/{id}/status`.

use crate::types;

/// `getAppointmentStatus`: `GET /v1/appointments/{id}/status`.
pub const GET_APPOINTMENT_STATUS: crate::OperationInfo = crate::OperationInfo {
    id: "getAppointmentStatus",
    method: ::reqwest::Method::GET,
    path: "/v1/appointments/{id}/status",
    tag: "Booking",
    summary: "Get the status of an appointment",
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
    provenance: crate::Provenance::Inferred,
};

/// The request of `getAppointmentStatus`, started by [`Client::get_appointment_status`](crate::Client::get_appointment_status).
#[derive(Clone)]
pub struct GetAppointmentStatus {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
}

impl GetAppointmentStatus {
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
    /// Sends `GET /v1/appointments/{id}/status`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<
        crate::ResponseValue<types::GetAppointmentStatusResponse>,
        crate::Error,
    > {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    GetAppointmentStatus
}

impl crate::Operation for GetAppointmentStatus {
    type Output = types::GetAppointmentStatusResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_APPOINTMENT_STATUS;
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
impl crate::mock::When<GetAppointmentStatus> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
}
