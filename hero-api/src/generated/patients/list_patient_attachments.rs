//! `listPatientAttachments`: `GET /v1/patients/{id}/attachments`.

use crate::types;

/// `listPatientAttachments`: `GET /v1/patients/{id}/attachments`.
pub const LIST_PATIENT_ATTACHMENTS: crate::OperationInfo = crate::OperationInfo {
    id: "listPatientAttachments",
    method: ::reqwest::Method::GET,
    path: "/v1/patients/{id}/attachments",
    tag: "Patients",
    summary: "List the EHR attachments of a patient",
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
    provenance: crate::Provenance::Sample,
};

/// The request of `listPatientAttachments`, started by [`Client::list_patient_attachments`](crate::Client::list_patient_attachments).
#[derive(Clone)]
pub struct ListPatientAttachments {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
}

impl ListPatientAttachments {
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
    /// Sends `GET /v1/patients/{id}/attachments`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<
        crate::ResponseValue<types::ListPatientAttachmentsResponse>,
        crate::Error,
    > {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListPatientAttachments
}

impl crate::Operation for ListPatientAttachments {
    type Output = types::ListPatientAttachmentsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_PATIENT_ATTACHMENTS;
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
impl crate::mock::When<ListPatientAttachments> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
}
