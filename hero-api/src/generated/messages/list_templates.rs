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

impl ::std::fmt::Debug for ListTemplates {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListTemplates").finish_non_exhaustive()
    }
}

impl crate::Operation for ListTemplates {
    type Output = types::ListTemplatesResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_TEMPLATES;
    fn client(&self) -> &crate::Client {
        &self.client
    }
    fn into_request(self) -> Result<::reqwest::Request, crate::Error> {
        let Self { client, has_follow_up } = self;
        let has_follow_up = has_follow_up
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let url = client.url("/v1/templates");
        client
            .http()
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("has_follow_up", &has_follow_up))
            .build()
            .map_err(|error| crate::Error::unbuildable_request(Self::INFO, error))
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListTemplates> {
    /// Expects this value of the query parameter `has_follow_up`.
    pub fn has_follow_up(self, value: &bool) -> Self {
        self.query_parameter("has_follow_up", value)
    }
}
