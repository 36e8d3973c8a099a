//! `listBatchMessages`: `GET /v1/batch_message`.
use crate::types;

/// `listBatchMessages`: `GET /v1/batch_message`.
pub const LIST_BATCH_MESSAGES: crate::OperationInfo = crate::OperationInfo {
    id: "listBatchMessages",
    method: ::reqwest::Method::GET,
    path: "/v1/batch_message",
    tag: "Messages",
    summary: "List batch messages",
    idempotent: true,
    paged: true,
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
    provenance: crate::Provenance::Read,
};

/// A `listBatchMessages` request, started by [`Client::list_batch_messages`](crate::Client::list_batch_messages).
#[derive(Clone)]
pub struct ListBatchMessages<'a> {
    client: &'a crate::Client,
    page_index: Result<Option<i64>, String>,
    page_size: Result<Option<i64>, String>,
    status: Result<Option<types::ListBatchMessagesStatus>, String>,
}

impl<'a> ListBatchMessages<'a> {
    pub(crate) fn new(client: &'a crate::Client) -> Self {
        Self {
            client: client,
            page_index: Ok(None),
            page_size: Ok(None),
            status: Ok(None),
        }
    }
    /// Sets the query parameter `page_index`: The page wanted. Counting probably starts at 0.
    pub fn page_index<V>(mut self, value: V) -> Self
    where
        V: TryInto<i64>,
    {
        self.page_index = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for page_index failed".to_string());
        self
    }
    /// Sets the query parameter `page_size`: The number of items on a page. Neither the default nor the maximum is documented.
    pub fn page_size<V>(mut self, value: V) -> Self
    where
        V: TryInto<i64>,
    {
        self.page_size = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `i64` for page_size failed".to_string());
        self
    }
    /// Sets the query parameter `status`: These are not the statuses of a batch message itself; they look like those of its recipients.
    pub fn status<V>(mut self, value: V) -> Self
    where
        V: TryInto<types::ListBatchMessagesStatus>,
    {
        self.status = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `ListBatchMessagesStatus` for status failed".to_string()
            });
        self
    }
    /// Sends `GET /v1/batch_message`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the answer is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListBatchMessagesResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

impl ::std::fmt::Debug for ListBatchMessages<'_> {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListBatchMessages").finish_non_exhaustive()
    }
}

impl crate::Operation for ListBatchMessages<'_> {
    type Output = types::ListBatchMessagesResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_BATCH_MESSAGES;
    fn client(&self) -> &crate::Client {
        self.client
    }
    fn into_request(self) -> Result<::reqwest::Request, crate::Error> {
        let Self { client, page_index, page_size, status } = self;
        let page_index = page_index
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let page_size = page_size
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let status = status
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let url = format!("{}/v1/batch_message", client.base_url());
        client
            .http()
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("page_index", &page_index))
            .query(&progenitor_client::QueryParam::new("page_size", &page_size))
            .query(&progenitor_client::QueryParam::new("status", &status))
            .build()
            .map_err(|error| crate::Error::unbuildable_request(Self::INFO, error))
    }
}

impl crate::Paged for ListBatchMessages<'_> {
    type Item = types::ListBatchMessagesResponse;
    fn page_index(self, index: u64) -> Self {
        self.page_index(crate::paging::integer(index))
    }
    fn page_size(self, size: u64) -> Self {
        self.page_size(crate::paging::integer(size))
    }
    fn into_items(output: Self::Output) -> Vec<Self::Item> {
        vec![output]
    }
    fn count(_: &Self::Output) -> Option<u64> {
        None
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListBatchMessages<'_>> {
    /// Expects this value of the query parameter `page_index`.
    #[must_use]
    pub fn page_index(self, value: &i64) -> Self {
        self.query_parameter("page_index", value)
    }
    /// Expects this value of the query parameter `page_size`.
    #[must_use]
    pub fn page_size(self, value: &i64) -> Self {
        self.query_parameter("page_size", value)
    }
    /// Expects this value of the query parameter `status`.
    #[must_use]
    pub fn status(self, value: &types::ListBatchMessagesStatus) -> Self {
        self.query_parameter("status", value)
    }
}
