//! `registerPatientPds`: `POST /v1/patients/register_pds`.

use crate::types;

/// `registerPatientPds`: `POST /v1/patients/register_pds`.
pub const REGISTER_PATIENT_PDS: crate::OperationInfo = crate::OperationInfo {
    id: "registerPatientPds",
    method: ::reqwest::Method::POST,
    path: "/v1/patients/register_pds",
    tag: "Patients",
    summary: "Register a patient through PDS",
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

/// The request of `registerPatientPds`, started by [`Client::register_patient_pds`](crate::Client::register_patient_pds).
#[derive(Clone)]
pub struct RegisterPatientPds {
    client: crate::Client,
    body: Result<types::RegisterPatientPdsBody, crate::ConversionError>,
}

impl RegisterPatientPds {
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
            types::RegisterPatientPdsBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::RegisterPatientPdsBody,
        >("body", value);
        self
    }
    /// Sends `POST /v1/patients/register_pds`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::RegisterPatientPdsResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    RegisterPatientPds
}

impl crate::Operation for RegisterPatientPds {
    type Output = types::RegisterPatientPdsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::REGISTER_PATIENT_PDS;
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

impl crate::WithBody for RegisterPatientPds {
    type Body = types::RegisterPatientPdsBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<RegisterPatientPds> {
    /// Expects this request body.
    pub fn body(self, body: &types::RegisterPatientPdsBody) -> Self {
        self.json(body)
    }
}
