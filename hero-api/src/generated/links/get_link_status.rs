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
    success: &[crate::StatusPattern::Exact(200u16)],
    errors: &[
        crate::ErrorSchema {
            status: crate::StatusPattern::Exact(400u16),
            schema: Some("ValidationError"),
        },
        crate::ErrorSchema {
            status: crate::StatusPattern::Exact(401u16),
            schema: None,
        },
        crate::ErrorSchema {
            status: crate::StatusPattern::Exact(403u16),
            schema: None,
        },
        crate::ErrorSchema {
            status: crate::StatusPattern::Exact(429u16),
            schema: None,
        },
        crate::ErrorSchema {
            status: crate::StatusPattern::Exact(500u16),
            schema: None,
        },
    ],
    provenance: crate::Provenance::Sample,
};

/// A `getLinkStatus` request, started by [`Client::get_link_status`](crate::Client::get_link_status).
#[derive(Clone)]
pub struct GetLinkStatus<'a> {
    client: &'a crate::Client,
    id: Result<Option<String>, String>,
    url: Result<Option<String>, String>,
}

impl<'a> GetLinkStatus<'a> {
    pub(crate) fn new(client: &'a crate::Client) -> Self {
        Self {
            client: client,
            id: Ok(None),
            url: Ok(None),
        }
    }
    /// Sets the query parameter `id`.
    pub fn id<V>(mut self, value: V) -> Self
    where
        V: TryInto<String>,
    {
        self.id = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `String` for id failed".to_string());
        self
    }
    /// Sets the query parameter `url`.
    pub fn url<V>(mut self, value: V) -> Self
    where
        V: TryInto<String>,
    {
        self.url = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `String` for url failed".to_string());
        self
    }
    /// Sends `GET /v1/links/status`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the answer is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::GetLinkStatusResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

impl ::std::fmt::Debug for GetLinkStatus<'_> {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetLinkStatus").finish_non_exhaustive()
    }
}

impl crate::Operation for GetLinkStatus<'_> {
    type Output = types::GetLinkStatusResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_LINK_STATUS;
    fn client(&self) -> &crate::Client {
        self.client
    }
    fn into_request(self) -> Result<::reqwest::Request, crate::Error> {
        let Self { client, id, url } = self;
        let id = id.map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let url = url
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let _url = format!("{}/v1/links/status", client.base_url());
        client
            .http()
            .get(_url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("id", &id))
            .query(&progenitor_client::QueryParam::new("url", &url))
            .build()
            .map_err(|error| crate::Error::unbuildable_request(Self::INFO, error))
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<GetLinkStatus<'_>> {
    /// Expects this value of the query parameter `id`.
    #[must_use]
    pub fn id(self, value: &str) -> Self {
        self.query_parameter("id", value)
    }
    /// Expects this value of the query parameter `url`.
    #[must_use]
    pub fn url(self, value: &str) -> Self {
        self.query_parameter("url", value)
    }
}
