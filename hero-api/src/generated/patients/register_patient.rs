//! `registerPatient`: `POST /v1/patients/register`.

use crate::types;

/// `registerPatient`: `POST /v1/patients/register`.
pub const REGISTER_PATIENT: crate::OperationInfo = crate::OperationInfo {
    id: "registerPatient",
    method: ::reqwest::Method::POST,
    path: "/v1/patients/register",
    tag: "Patients",
    summary: "Register a patient without PDS",
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
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Read,
};

/// The request of `registerPatient`, started by [`Client::register_patient`](crate::Client::register_patient).
#[derive(Clone)]
pub struct RegisterPatient {
    client: crate::Client,
    body: Result<types::RegisterPatientBody, crate::ConversionError>,
}

impl RegisterPatient {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            body: Err("body was not initialized".into()),
        }
    }
    /// Sets the request body.
    pub fn body(
        mut self,
        value: impl TryInto<
            types::RegisterPatientBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::RegisterPatientBody,
        >("body", value);
        self
    }
    /// Sends `POST /v1/patients/register`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::RegisterPatientResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    RegisterPatient
}

impl crate::Operation for RegisterPatient {
    type Output = types::RegisterPatientResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::REGISTER_PATIENT;
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
        request.json("application/json", self.body);
        request.finish()
    }
}

impl crate::WithBody for RegisterPatient {
    type Body = types::RegisterPatientBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<RegisterPatient> {
    /// Expects this request body.
    pub fn body(self, body: &types::RegisterPatientBody) -> Self {
        self.json(body)
    }
}
