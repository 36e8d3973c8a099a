//! `createAppointment`: `POST /v1/appointments`.

use crate::types;

/// `createAppointment`: `POST /v1/appointments`.
pub const CREATE_APPOINTMENT: crate::OperationInfo = crate::OperationInfo {
    id: "createAppointment",
    method: ::reqwest::Method::POST,
    path: "/v1/appointments",
    tag: "Booking",
    summary: "Reserve an appointment",
    idempotent: false,
    paged: false,
    success: &[crate::StatusPattern::Exact(200)],
    errors: &[
        crate::ErrorSchema::new(
            crate::StatusPattern::Exact(400),
            Some("ValidationError"),
        ),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(401), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(403), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(404), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Read,
};

/// The request of `createAppointment`, started by [`Client::create_appointment`](crate::Client::create_appointment).
#[derive(Clone)]
pub struct CreateAppointment {
    client: crate::Client,
    body: Result<types::builder::CreateAppointmentBody, crate::ConversionError>,
}

impl CreateAppointment {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            body: Ok(Default::default()),
        }
    }
    /// Sets the request body.
    pub fn body(
        mut self,
        value: impl TryInto<
            types::CreateAppointmentBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::CreateAppointmentBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::CreateAppointmentBody,
        ) -> types::builder::CreateAppointmentBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/appointments`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::CreateAppointmentResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    CreateAppointment
}

impl crate::Operation for CreateAppointment {
    type Output = types::CreateAppointmentResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::CREATE_APPOINTMENT;
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
        request
            .json(
                "application/json",
                self.body.and_then(types::CreateAppointmentBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for CreateAppointment {
    type Body = types::CreateAppointmentBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<CreateAppointment> {
    /// Expects this request body.
    pub fn body(self, body: &types::CreateAppointmentBody) -> Self {
        self.json(body)
    }
}
