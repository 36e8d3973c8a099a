//! `validateSnomedCode`: `POST /v1/snomed/validate`.

use crate::types;

/// `validateSnomedCode`: `POST /v1/snomed/validate`.
pub const VALIDATE_SNOMED_CODE: crate::OperationInfo = crate::OperationInfo {
    id: "validateSnomedCode",
    method: ::reqwest::Method::POST,
    path: "/v1/snomed/validate",
    tag: "Messages",
    summary: "Check a SNOMED code",
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
    provenance: crate::Provenance::Sample,
};

/// The request of `validateSnomedCode`, started by [`Client::validate_snomed_code`](crate::Client::validate_snomed_code).
#[derive(Clone)]
pub struct ValidateSnomedCode {
    client: crate::Client,
    body: Result<types::builder::ValidateSnomedCodeBody, crate::ConversionError>,
}

impl ValidateSnomedCode {
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
            types::ValidateSnomedCodeBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::ValidateSnomedCodeBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::ValidateSnomedCodeBody,
        ) -> types::builder::ValidateSnomedCodeBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/snomed/validate`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ValidateSnomedCodeResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ValidateSnomedCode
}

impl crate::Operation for ValidateSnomedCode {
    type Output = types::ValidateSnomedCodeResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::VALIDATE_SNOMED_CODE;
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
                self.body.and_then(types::ValidateSnomedCodeBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for ValidateSnomedCode {
    type Body = types::ValidateSnomedCodeBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ValidateSnomedCode> {
    /// Expects this request body.
    pub fn body(self, body: &types::ValidateSnomedCodeBody) -> Self {
        self.json(body)
    }
}
