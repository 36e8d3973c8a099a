//! `listPatientEhrCandidates`: `GET /v1/patients/{id}/ehr/candidates`.

use crate::types;

/// `listPatientEhrCandidates`: `GET /v1/patients/{id}/ehr/candidates`.
pub const LIST_PATIENT_EHR_CANDIDATES: crate::OperationInfo = crate::OperationInfo {
    id: "listPatientEhrCandidates",
    method: ::reqwest::Method::GET,
    path: "/v1/patients/{id}/ehr/candidates",
    tag: "Patients",
    summary: "List EHR records that may match a patient",
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

/// The request of `listPatientEhrCandidates`, started by [`Client::list_patient_ehr_candidates`](crate::Client::list_patient_ehr_candidates).
#[derive(Clone)]
pub struct ListPatientEhrCandidates {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
}

impl ListPatientEhrCandidates {
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
    /// Sends `GET /v1/patients/{id}/ehr/candidates`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<
        crate::ResponseValue<types::ListPatientEhrCandidatesResponse>,
        crate::Error,
    > {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListPatientEhrCandidates
}

impl crate::Operation for ListPatientEhrCandidates {
    type Output = types::ListPatientEhrCandidatesResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_PATIENT_EHR_CANDIDATES;
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
impl crate::mock::When<ListPatientEhrCandidates> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
}
