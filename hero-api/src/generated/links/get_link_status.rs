//! `getLinkStatus`: `GET /v1/links/status`.

use crate::types;

/// `getLinkStatus`: `GET /v1/links/status`.
pub const GET_LINK_STATUS: crate::OperationInfo = crate::OperationInfo {
    id: "getLinkStatus",
    method: ::reqwest::Method::GET,
    path: "/v1/links/status",
    tag: "Links",
    summary: "Get the status of a link",
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
    provenance: crate::Provenance::Sample,
};

/// The request of `getLinkStatus`, started by [`Client::get_link_status`](crate::Client::get_link_status).
#[derive(Clone)]
pub struct GetLinkStatus {
    client: crate::Client,
    id: Result<Option<String>, crate::ConversionError>,
    url: Result<Option<String>, crate::ConversionError>,
}

impl GetLinkStatus {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            id: Ok(None),
            url: Ok(None),
        }
    }
    /// Sets the query parameter `id`.
    pub fn id(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.id = crate::runtime::conversion::optional("id", Some(value));
        self
    }
    /// Sets the query parameter `id` if there is a value.
    pub fn maybe_id(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.id = crate::runtime::conversion::optional("id", value);
        self
    }
    /// Sets the query parameter `url`.
    pub fn url(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.url = crate::runtime::conversion::optional("url", Some(value));
        self
    }
    /// Sets the query parameter `url` if there is a value.
    pub fn maybe_url(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.url = crate::runtime::conversion::optional("url", value);
        self
    }
    /// Sends `GET /v1/links/status`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::GetLinkStatusResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    GetLinkStatus
}

impl crate::Operation for GetLinkStatus {
    type Output = types::GetLinkStatusResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_LINK_STATUS;
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
        request.query("id", self.id);
        request.query("url", self.url);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<GetLinkStatus> {
    /// Expects this value of the query parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.query_parameter("id", value)
    }
    /// Expects this value of the query parameter `url`.
    pub fn url(self, value: &str) -> Self {
        self.query_parameter("url", value)
    }
}
