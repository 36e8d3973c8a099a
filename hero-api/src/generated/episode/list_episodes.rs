//! `listEpisodes`: `GET /v1/episodes`.

use crate::types;

/// `listEpisodes`: `GET /v1/episodes`.
pub const LIST_EPISODES: crate::OperationInfo = crate::OperationInfo {
    id: "listEpisodes",
    method: ::reqwest::Method::GET,
    path: "/v1/episodes",
    tag: "Episode",
    summary: "List episodes",
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

/// The request of `listEpisodes`, started by [`Client::list_episodes`](crate::Client::list_episodes).
#[derive(Clone)]
pub struct ListEpisodes {
    client: crate::Client,
    assignee_id: Result<Option<Vec<String>>, crate::ConversionError>,
    assignee_type: Result<Option<Vec<types::AssigneeType>>, crate::ConversionError>,
    order_by: Result<
        Option<Vec<types::ListEpisodesOrderByItem>>,
        crate::ConversionError,
    >,
    order_descending: Result<Option<Vec<String>>, crate::ConversionError>,
    page_index: Result<Option<i64>, crate::ConversionError>,
    page_size: Result<Option<i64>, crate::ConversionError>,
    priority: Result<Option<Vec<types::Priority>>, crate::ConversionError>,
    status: Result<Option<Vec<types::EpisodeStatus>>, crate::ConversionError>,
}

impl ListEpisodes {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            assignee_id: Ok(None),
            assignee_type: Ok(None),
            order_by: Ok(None),
            order_descending: Ok(None),
            page_index: Ok(None),
            page_size: Ok(None),
            priority: Ok(None),
            status: Ok(None),
        }
    }
    /// Sets the query parameter `assignee_id[]`.
    pub fn assignee_id(
        mut self,
        value: impl TryInto<Vec<String>, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.assignee_id = crate::runtime::conversion::optional(
            "assignee_id",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `assignee_id[]` if there is a value.
    pub fn maybe_assignee_id(
        mut self,
        value: Option<impl TryInto<Vec<String>, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.assignee_id = crate::runtime::conversion::optional("assignee_id", value);
        self
    }
    /// Sets the query parameter `assignee_type[]`.
    pub fn assignee_type(
        mut self,
        value: impl TryInto<
            Vec<types::AssigneeType>,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.assignee_type = crate::runtime::conversion::optional(
            "assignee_type",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `assignee_type[]` if there is a value.
    pub fn maybe_assignee_type(
        mut self,
        value: Option<
            impl TryInto<Vec<types::AssigneeType>, Error: ::std::fmt::Display + 'static>,
        >,
    ) -> Self {
        self.assignee_type = crate::runtime::conversion::optional(
            "assignee_type",
            value,
        );
        self
    }
    /// Sets the query parameter `order_by[]`: The fields to sort by.
    pub fn order_by(
        mut self,
        value: impl TryInto<
            Vec<types::ListEpisodesOrderByItem>,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.order_by = crate::runtime::conversion::optional("order_by", Some(value));
        self
    }
    /// Sets the query parameter `order_by[]` if there is a value.
    pub fn maybe_order_by(
        mut self,
        value: Option<
            impl TryInto<
                Vec<types::ListEpisodesOrderByItem>,
                Error: ::std::fmt::Display + 'static,
            >,
        >,
    ) -> Self {
        self.order_by = crate::runtime::conversion::optional("order_by", value);
        self
    }
    /// Sets the query parameter `order_descending[]`: Whether to sort in descending order; one value for each value of `order_by[]`, going by the names.
    pub fn order_descending(
        mut self,
        value: impl TryInto<Vec<String>, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.order_descending = crate::runtime::conversion::optional(
            "order_descending",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `order_descending[]` if there is a value.
    pub fn maybe_order_descending(
        mut self,
        value: Option<impl TryInto<Vec<String>, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.order_descending = crate::runtime::conversion::optional(
            "order_descending",
            value,
        );
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
    /// Sets the query parameter `priority[]`.
    pub fn priority(
        mut self,
        value: impl TryInto<Vec<types::Priority>, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.priority = crate::runtime::conversion::optional("priority", Some(value));
        self
    }
    /// Sets the query parameter `priority[]` if there is a value.
    pub fn maybe_priority(
        mut self,
        value: Option<
            impl TryInto<Vec<types::Priority>, Error: ::std::fmt::Display + 'static>,
        >,
    ) -> Self {
        self.priority = crate::runtime::conversion::optional("priority", value);
        self
    }
    /// Sets the query parameter `status[]`.
    pub fn status(
        mut self,
        value: impl TryInto<
            Vec<types::EpisodeStatus>,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.status = crate::runtime::conversion::optional("status", Some(value));
        self
    }
    /// Sets the query parameter `status[]` if there is a value.
    pub fn maybe_status(
        mut self,
        value: Option<
            impl TryInto<Vec<types::EpisodeStatus>, Error: ::std::fmt::Display + 'static>,
        >,
    ) -> Self {
        self.status = crate::runtime::conversion::optional("status", value);
        self
    }
    /// Sends `GET /v1/episodes`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListEpisodesResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListEpisodes
}

impl crate::Operation for ListEpisodes {
    type Output = types::ListEpisodesResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_EPISODES;
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
        request.query("assignee_id[]", self.assignee_id);
        request.query("assignee_type[]", self.assignee_type);
        request.query("order_by[]", self.order_by);
        request.query("order_descending[]", self.order_descending);
        request.query("page_index", self.page_index);
        request.query("page_size", self.page_size);
        request.query("priority[]", self.priority);
        request.query("status[]", self.status);
        request.finish()
    }
}

impl crate::Paged for ListEpisodes {
    type Item = types::ListEpisodesItem;
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
impl crate::mock::When<ListEpisodes> {
    /// Expects this value of the query parameter `assignee_id[]`.
    pub fn assignee_id(self, value: &Vec<String>) -> Self {
        self.query_parameter("assignee_id[]", value)
    }
    /// Expects this value of the query parameter `assignee_type[]`.
    pub fn assignee_type(self, value: &Vec<types::AssigneeType>) -> Self {
        self.query_parameter("assignee_type[]", value)
    }
    /// Expects this value of the query parameter `order_by[]`.
    pub fn order_by(self, value: &Vec<types::ListEpisodesOrderByItem>) -> Self {
        self.query_parameter("order_by[]", value)
    }
    /// Expects this value of the query parameter `order_descending[]`.
    pub fn order_descending(self, value: &Vec<String>) -> Self {
        self.query_parameter("order_descending[]", value)
    }
    /// Expects this value of the query parameter `page_index`.
    pub fn page_index(self, value: &i64) -> Self {
        self.query_parameter("page_index", value)
    }
    /// Expects this value of the query parameter `page_size`.
    pub fn page_size(self, value: &i64) -> Self {
        self.query_parameter("page_size", value)
    }
    /// Expects this value of the query parameter `priority[]`.
    pub fn priority(self, value: &Vec<types::Priority>) -> Self {
        self.query_parameter("priority[]", value)
    }
    /// Expects this value of the query parameter `status[]`.
    pub fn status(self, value: &Vec<types::EpisodeStatus>) -> Self {
        self.query_parameter("status[]", value)
    }
}
