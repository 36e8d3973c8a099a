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

/// The request of `listBatchMessages`, started by [`Client::list_batch_messages`](crate::Client::list_batch_messages).
#[derive(Clone)]
pub struct ListBatchMessages {
    client: crate::Client,
    page_index: Result<Option<i64>, crate::ConversionError>,
    page_size: Result<Option<i64>, crate::ConversionError>,
    status: Result<Option<types::ListBatchMessagesStatus>, crate::ConversionError>,
}

impl ListBatchMessages {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            page_index: Ok(None),
            page_size: Ok(None),
            status: Ok(None),
        }
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
    /// Sets the query parameter `status`: These are not the statuses of a batch message itself; they look like those of its recipients.
    pub fn status(
        mut self,
        value: impl TryInto<
            types::ListBatchMessagesStatus,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.status = crate::runtime::conversion::optional("status", Some(value));
        self
    }
    /// Sets the query parameter `status` if there is a value.
    pub fn maybe_status(
        mut self,
        value: Option<
            impl TryInto<
                types::ListBatchMessagesStatus,
                Error: ::std::fmt::Display + 'static,
            >,
        >,
    ) -> Self {
        self.status = crate::runtime::conversion::optional("status", value);
        self
    }
    /// Sends `GET /v1/batch_message`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListBatchMessagesResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListBatchMessages
}

impl crate::Operation for ListBatchMessages {
    type Output = types::ListBatchMessagesResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_BATCH_MESSAGES;
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
        request.query("page_index", self.page_index);
        request.query("page_size", self.page_size);
        request.query("status", self.status);
        request.finish()
    }
}

impl crate::Paged for ListBatchMessages {
    type Item = types::ListBatchMessagesResponse;
    const PAGE_SHAPE: crate::PageShape = crate::PageShape::Single;
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
        vec![output]
    }
    #[inline]
    fn count(_: &Self::Output) -> Option<u64> {
        None
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListBatchMessages> {
    /// Expects this value of the query parameter `page_index`.
    pub fn page_index(self, value: &i64) -> Self {
        self.query_parameter("page_index", value)
    }
    /// Expects this value of the query parameter `page_size`.
    pub fn page_size(self, value: &i64) -> Self {
        self.query_parameter("page_size", value)
    }
    /// Expects this value of the query parameter `status`.
    pub fn status(self, value: &types::ListBatchMessagesStatus) -> Self {
        self.query_parameter("status", value)
    }
}
