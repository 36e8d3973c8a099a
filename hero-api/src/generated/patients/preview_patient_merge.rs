//! `previewPatientMerge`: `POST /v1/patients/{id}/merge/preview`.

use crate::types;

/// `previewPatientMerge`: `POST /v1/patients/{id}/merge/preview`.
pub const PREVIEW_PATIENT_MERGE: crate::OperationInfo = crate::OperationInfo {
    id: "previewPatientMerge",
    method: ::reqwest::Method::POST,
    path: "/v1/patients/{id}/merge/preview",
    tag: "Patients",
    summary: "Preview a merge of two patients",
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
    provenance: crate::Provenance::Sample,
};

/// The request of `previewPatientMerge`, started by [`Client::preview_patient_merge`](crate::Client::preview_patient_merge).
#[derive(Clone)]
pub struct PreviewPatientMerge {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
    body: Result<types::builder::PreviewPatientMergeBody, crate::ConversionError>,
}

impl PreviewPatientMerge {
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
            types::PreviewPatientMergeBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::PreviewPatientMergeBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::PreviewPatientMergeBody,
        ) -> types::builder::PreviewPatientMergeBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/patients/{id}/merge/preview`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::PreviewPatientMergeResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    PreviewPatientMerge
}

impl crate::Operation for PreviewPatientMerge {
    type Output = types::PreviewPatientMergeResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::PREVIEW_PATIENT_MERGE;
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
                self.body.and_then(types::PreviewPatientMergeBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for PreviewPatientMerge {
    type Body = types::PreviewPatientMergeBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<PreviewPatientMerge> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
    /// Expects this request body.
    pub fn body(self, body: &types::PreviewPatientMergeBody) -> Self {
        self.json(body)
    }
}
