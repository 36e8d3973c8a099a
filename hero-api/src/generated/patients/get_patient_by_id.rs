//! `getPatientById`: `GET /v1/patients/{id}`.

use crate::types;

/// `getPatientById`: `GET /v1/patients/{id}`.
pub const GET_PATIENT_BY_ID: crate::OperationInfo = crate::OperationInfo {
    id: "getPatientById",
    method: ::reqwest::Method::GET,
    path: "/v1/patients/{id}",
    tag: "Patients",
    summary: "Get a patient (v1)",
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
    provenance: crate::Provenance::Read,
};

/// The request of `getPatientById`, started by [`Client::get_patient_by_id`](crate::Client::get_patient_by_id).
#[derive(Clone)]
pub struct GetPatientById {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
}

impl GetPatientById {
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
    /// Sends `GET /v1/patients/{id}`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::GetPatientByIdResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    GetPatientById
}

impl crate::Operation for GetPatientById {
    type Output = types::GetPatientByIdResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_PATIENT_BY_ID;
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
impl crate::mock::When<GetPatientById> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
}
