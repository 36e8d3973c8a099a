//! `listTemplates`: `GET /v1/templates`.

use crate::types;

/// `listTemplates`: `GET /v1/templates`.
pub const LIST_TEMPLATES: crate::OperationInfo = crate::OperationInfo {
    id: "listTemplates",
    method: ::reqwest::Method::GET,
    path: "/v1/templates",
    tag: "Messages",
    summary: "List message templates",
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
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Read,
};

/// The request of `listTemplates`, started by [`Client::list_templates`](crate::Client::list_templates).
#[derive(Clone)]
pub struct ListTemplates {
    client: crate::Client,
    has_follow_up: Result<Option<bool>, crate::ConversionError>,
}

impl ListTemplates {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            has_follow_up: Ok(None),
        }
    }
    /// Sets the query parameter `has_follow_up`.
    pub fn has_follow_up(
        mut self,
        value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.has_follow_up = crate::runtime::conversion::optional(
            "has_follow_up",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `has_follow_up` if there is a value.
    pub fn maybe_has_follow_up(
        mut self,
        value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.has_follow_up = crate::runtime::conversion::optional(
            "has_follow_up",
            value,
        );
        self
    }
    /// Sends `GET /v1/templates`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListTemplatesResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListTemplates
}

impl crate::Operation for ListTemplates {
    type Output = types::ListTemplatesResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_TEMPLATES;
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
        request.query("has_follow_up", self.has_follow_up);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListTemplates> {
    /// Expects this value of the query parameter `has_follow_up`.
    pub fn has_follow_up(self, value: &bool) -> Self {
        self.query_parameter("has_follow_up", value)
    }
}
