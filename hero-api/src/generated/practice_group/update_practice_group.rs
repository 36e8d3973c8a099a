//! `updatePracticeGroup`: `PATCH /v1/me`.

use crate::types;

/// `updatePracticeGroup`: `PATCH /v1/me`.
pub const UPDATE_PRACTICE_GROUP: crate::OperationInfo = crate::OperationInfo {
    id: "updatePracticeGroup",
    method: ::reqwest::Method::PATCH,
    path: "/v1/me",
    tag: "Practice Group",
    summary: "Update the practice group",
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

/// The request of `updatePracticeGroup`, started by [`Client::update_practice_group`](crate::Client::update_practice_group).
#[derive(Clone)]
pub struct UpdatePracticeGroup {
    client: crate::Client,
    body: Result<types::builder::UpdatePracticeGroupBody, crate::ConversionError>,
}

impl UpdatePracticeGroup {
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
            types::UpdatePracticeGroupBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::UpdatePracticeGroupBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::UpdatePracticeGroupBody,
        ) -> types::builder::UpdatePracticeGroupBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `PATCH /v1/me`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::UpdatePracticeGroupResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    UpdatePracticeGroup
}

impl crate::Operation for UpdatePracticeGroup {
    type Output = types::UpdatePracticeGroupResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::UPDATE_PRACTICE_GROUP;
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
                self.body.and_then(types::UpdatePracticeGroupBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for UpdatePracticeGroup {
    type Body = types::UpdatePracticeGroupBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<UpdatePracticeGroup> {
    /// Expects this request body.
    pub fn body(self, body: &types::UpdatePracticeGroupBody) -> Self {
        self.json(body)
    }
}
