//! `createFormLink`: `POST /v1/form_links`.

use crate::types;

/// `createFormLink`: `POST /v1/form_links`.
pub const CREATE_FORM_LINK: crate::OperationInfo = crate::OperationInfo {
    id: "createFormLink",
    method: ::reqwest::Method::POST,
    path: "/v1/form_links",
    tag: "Links",
    summary: "Create a link to a form",
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

/// The request of `createFormLink`, started by [`Client::create_form_link`](crate::Client::create_form_link).
#[derive(Clone)]
pub struct CreateFormLink {
    client: crate::Client,
    body: Result<types::builder::CreateFormLinkBody, crate::ConversionError>,
}

impl CreateFormLink {
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
            types::CreateFormLinkBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::CreateFormLinkBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::CreateFormLinkBody,
        ) -> types::builder::CreateFormLinkBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/form_links`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::CreateFormLinkResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    CreateFormLink
}

impl crate::Operation for CreateFormLink {
    type Output = types::CreateFormLinkResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::CREATE_FORM_LINK;
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
                self.body.and_then(types::CreateFormLinkBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for CreateFormLink {
    type Body = types::CreateFormLinkBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<CreateFormLink> {
    /// Expects this request body.
    pub fn body(self, body: &types::CreateFormLinkBody) -> Self {
        self.json(body)
    }
}
