//! `editAppointment`: `PUT /v1/appointments/{id}`.

use crate::types;

/// `editAppointment`: `PUT /v1/appointments/{id}`.
pub const EDIT_APPOINTMENT: crate::OperationInfo = crate::OperationInfo {
    id: "editAppointment",
    method: ::reqwest::Method::PUT,
    path: "/v1/appointments/{id}",
    tag: "Booking",
    summary: "Change a reserved appointment",
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
        crate::ErrorSchema::new(crate::StatusPattern::Exact(404), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Read,
};

/// The request of `editAppointment`, started by [`Client::edit_appointment`](crate::Client::edit_appointment).
#[derive(Clone)]
pub struct EditAppointment {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
    body: Result<types::builder::EditAppointmentBody, crate::ConversionError>,
}

impl EditAppointment {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            id: Err("id was not initialized".into()),
            body: Ok(Default::default()),
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
    /// Sets the request body.
    pub fn body(
        mut self,
        value: impl TryInto<
            types::EditAppointmentBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::EditAppointmentBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::EditAppointmentBody,
        ) -> types::builder::EditAppointmentBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `PUT /v1/appointments/{id}`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::EditAppointmentResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    EditAppointment
}

impl crate::Operation for EditAppointment {
    type Output = types::EditAppointmentResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::EDIT_APPOINTMENT;
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
        request
            .json(
                "application/json",
                self.body.and_then(types::EditAppointmentBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for EditAppointment {
    type Body = types::EditAppointmentBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<EditAppointment> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
    /// Expects this request body.
    pub fn body(self, body: &types::EditAppointmentBody) -> Self {
        self.json(body)
    }
}
