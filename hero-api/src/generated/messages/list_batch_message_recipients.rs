//! `listBatchMessageRecipients`: `GET /v1/batch_message/{id}/recipients`.

use crate::types;

/// `listBatchMessageRecipients`: `GET /v1/batch_message/{id}/recipients`.
pub const LIST_BATCH_MESSAGE_RECIPIENTS: crate::OperationInfo = crate::OperationInfo {
    id: "listBatchMessageRecipients",
    method: ::reqwest::Method::GET,
    path: "/v1/batch_message/{id}/recipients",
    tag: "Messages",
    summary: "List the recipients of a batch message",
    idempotent: true,
    paged: true,
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

/// The request of `listBatchMessageRecipients`, started by [`Client::list_batch_message_recipients`](crate::Client::list_batch_message_recipients).
#[derive(Clone)]
pub struct ListBatchMessageRecipients {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
    page_index: Result<Option<i64>, crate::ConversionError>,
    page_size: Result<Option<i64>, crate::ConversionError>,
    status: Result<Option<String>, crate::ConversionError>,
}

impl ListBatchMessageRecipients {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            id: Err("id was not initialized".into()),
            page_index: Ok(None),
            page_size: Ok(None),
            status: Ok(None),
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
    /// Sets the query parameter `page_index`: The page wanted. Counting probably starts at 0.
    pub fn page_index(
        mut self,
        value: impl TryInto<i64, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.page_index = crate::runtime::conversion::optional(
            "page_index",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `page_index` if there is a value.
    pub fn maybe_page_index(
        mut self,
        value: Option<impl TryInto<i64, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.page_index = crate::runtime::conversion::optional("page_index", value);
        self
    }
    /// Sets the query parameter `page_size`: The number of items on a page. Neither the default nor the maximum is documented.
    pub fn page_size(
        mut self,
        value: impl TryInto<i64, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.page_size = crate::runtime::conversion::optional("page_size", Some(value));
        self
    }
    /// Sets the query parameter `page_size` if there is a value.
    pub fn maybe_page_size(
        mut self,
        value: Option<impl TryInto<i64, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.page_size = crate::runtime::conversion::optional("page_size", value);
        self
    }
    /// Sets the query parameter `status`: Probably one of `CREATED`, `ENRICHMENT_ERROR`, `ENRICHED`, `INVALID_PAYLOAD` and `QUEUED`.
    pub fn status(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.status = crate::runtime::conversion::optional("status", Some(value));
        self
    }
    /// Sets the query parameter `status` if there is a value.
    pub fn maybe_status(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.status = crate::runtime::conversion::optional("status", value);
        self
    }
    /// Sends `GET /v1/batch_message/{id}/recipients`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<
        crate::ResponseValue<types::ListBatchMessageRecipientsResponse>,
        crate::Error,
    > {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListBatchMessageRecipients
}

impl crate::Operation for ListBatchMessageRecipients {
    type Output = types::ListBatchMessageRecipientsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_BATCH_MESSAGE_RECIPIENTS;
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
        request.query("page_index", self.page_index);
        request.query("page_size", self.page_size);
        request.query("status", self.status);
        request.finish()
    }
}

impl crate::Paged for ListBatchMessageRecipients {
    type Item = types::ListBatchMessageRecipientsItem;
    const PAGE_SHAPE: crate::PageShape = crate::PageShape::Envelope;
    const PAGE_INDEX_PARAMETER: &'static str = "page_index";
    const PAGE_SIZE_PARAMETER: &'static str = "page_size";
    #[inline]
    fn page_index(self, index: u64) -> Self {
        self.page_index(crate::runtime::paging::integer(index))
    }
    #[inline]
    fn page_size(self, size: u64) -> Self {
        self.page_size(crate::runtime::paging::integer(size))
    }
    #[inline]
    fn into_items(output: Self::Output) -> Vec<Self::Item> {
        output.data
    }
    #[inline]
    fn count(output: &Self::Output) -> Option<u64> {
        crate::runtime::paging::count(output.count)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListBatchMessageRecipients> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
    /// Expects this value of the query parameter `page_index`.
    pub fn page_index(self, value: &i64) -> Self {
        self.query_parameter("page_index", value)
    }
    /// Expects this value of the query parameter `page_size`.
    pub fn page_size(self, value: &i64) -> Self {
        self.query_parameter("page_size", value)
    }
    /// Expects this value of the query parameter `status`.
    pub fn status(self, value: &str) -> Self {
        self.query_parameter("status", value)
    }
}
