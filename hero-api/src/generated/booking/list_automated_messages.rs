//! `listAutomatedMessages`: `GET /v2/automated_messages`.

use crate::types;

/// `listAutomatedMessages`: `GET /v2/automated_messages`.
pub const LIST_AUTOMATED_MESSAGES: crate::OperationInfo = crate::OperationInfo {
    id: "listAutomatedMessages",
    method: ::reqwest::Method::GET,
    path: "/v2/automated_messages",
    tag: "Booking",
    summary: "List automated messages",
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
    provenance: crate::Provenance::Sample,
};

/// The request of `listAutomatedMessages`, started by [`Client::list_automated_messages`](crate::Client::list_automated_messages).
#[derive(Clone)]
pub struct ListAutomatedMessages {
    client: crate::Client,
    notification_type: Result<Option<String>, crate::ConversionError>,
    order_by: Result<
        Option<types::ListAutomatedMessagesOrderBy>,
        crate::ConversionError,
    >,
    order_descending: Result<Option<bool>, crate::ConversionError>,
    page_index: Result<Option<String>, crate::ConversionError>,
    page_size: Result<Option<String>, crate::ConversionError>,
    recipient_id: Result<Option<String>, crate::ConversionError>,
    status: Result<Option<types::ListAutomatedMessagesStatus>, crate::ConversionError>,
}

impl ListAutomatedMessages {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            notification_type: Ok(None),
            order_by: Ok(None),
            order_descending: Ok(None),
            page_index: Ok(None),
            page_size: Ok(None),
            recipient_id: Ok(None),
            status: Ok(None),
        }
    }
    /// Sets the query parameter `notification_type`.
    pub fn notification_type(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.notification_type = crate::runtime::conversion::optional(
            "notification_type",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `notification_type` if there is a value.
    pub fn maybe_notification_type(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.notification_type = crate::runtime::conversion::optional(
            "notification_type",
            value,
        );
        self
    }
    /// Sets the query parameter `orderBy`: The field to sort by. Only the first value is known.
    pub fn order_by(
        mut self,
        value: impl TryInto<
            types::ListAutomatedMessagesOrderBy,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.order_by = crate::runtime::conversion::optional("order_by", Some(value));
        self
    }
    /// Sets the query parameter `orderBy` if there is a value.
    pub fn maybe_order_by(
        mut self,
        value: Option<
            impl TryInto<
                types::ListAutomatedMessagesOrderBy,
                Error: ::std::fmt::Display + 'static,
            >,
        >,
    ) -> Self {
        self.order_by = crate::runtime::conversion::optional("order_by", value);
        self
    }
    /// Sets the query parameter `order_descending`.
    pub fn order_descending(
        mut self,
        value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.order_descending = crate::runtime::conversion::optional(
            "order_descending",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `order_descending` if there is a value.
    pub fn maybe_order_descending(
        mut self,
        value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.order_descending = crate::runtime::conversion::optional(
            "order_descending",
            value,
        );
        self
    }
    /// Sets the query parameter `page_index`: The page wanted. Counting probably starts at 0. It is a string here.
    pub fn page_index(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
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
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.page_index = crate::runtime::conversion::optional("page_index", value);
        self
    }
    /// Sets the query parameter `page_size`: The number of items on a page. Neither the default nor the maximum is documented. It is a string
    /// here.
    pub fn page_size(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.page_size = crate::runtime::conversion::optional("page_size", Some(value));
        self
    }
    /// Sets the query parameter `page_size` if there is a value.
    pub fn maybe_page_size(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.page_size = crate::runtime::conversion::optional("page_size", value);
        self
    }
    /// Sets the query parameter `recipient_id`.
    pub fn recipient_id(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.recipient_id = crate::runtime::conversion::optional(
            "recipient_id",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `recipient_id` if there is a value.
    pub fn maybe_recipient_id(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.recipient_id = crate::runtime::conversion::optional("recipient_id", value);
        self
    }
    /// Sets the query parameter `status`: Only the first value is known.
    pub fn status(
        mut self,
        value: impl TryInto<
            types::ListAutomatedMessagesStatus,
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
                types::ListAutomatedMessagesStatus,
                Error: ::std::fmt::Display + 'static,
            >,
        >,
    ) -> Self {
        self.status = crate::runtime::conversion::optional("status", value);
        self
    }
    /// Sends `GET /v2/automated_messages`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<
        crate::ResponseValue<types::ListAutomatedMessagesResponse>,
        crate::Error,
    > {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListAutomatedMessages
}

impl crate::Operation for ListAutomatedMessages {
    type Output = types::ListAutomatedMessagesResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_AUTOMATED_MESSAGES;
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
        request.query("notification_type", self.notification_type);
        request.query("orderBy", self.order_by);
        request.query("order_descending", self.order_descending);
        request.query("page_index", self.page_index);
        request.query("page_size", self.page_size);
        request.query("recipient_id", self.recipient_id);
        request.query("status", self.status);
        request.finish()
    }
}

impl crate::Paged for ListAutomatedMessages {
    type Item = crate::Json;
    const PAGE_SHAPE: crate::PageShape = crate::PageShape::Open;
    const PAGE_INDEX_PARAMETER: &'static str = "page_index";
    const PAGE_SIZE_PARAMETER: &'static str = "page_size";
    #[inline]
    fn page_index(self, index: u64) -> Self {
        self.page_index(index.to_string())
    }
    #[inline]
    fn page_size(self, size: u64) -> Self {
        self.page_size(size.to_string())
    }
    #[inline]
    fn into_items(output: Self::Output) -> Vec<Self::Item> {
        crate::Json::items(crate::Json(output.0))
    }
    #[inline]
    fn count(output: &Self::Output) -> Option<u64> {
        crate::runtime::paging::open_count(&output.0)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListAutomatedMessages> {
    /// Expects this value of the query parameter `notification_type`.
    pub fn notification_type(self, value: &str) -> Self {
        self.query_parameter("notification_type", value)
    }
    /// Expects this value of the query parameter `orderBy`.
    pub fn order_by(self, value: &types::ListAutomatedMessagesOrderBy) -> Self {
        self.query_parameter("orderBy", value)
    }
    /// Expects this value of the query parameter `order_descending`.
    pub fn order_descending(self, value: &bool) -> Self {
        self.query_parameter("order_descending", value)
    }
    /// Expects this value of the query parameter `page_index`.
    pub fn page_index(self, value: &str) -> Self {
        self.query_parameter("page_index", value)
    }
    /// Expects this value of the query parameter `page_size`.
    pub fn page_size(self, value: &str) -> Self {
        self.query_parameter("page_size", value)
    }
    /// Expects this value of the query parameter `recipient_id`.
    pub fn recipient_id(self, value: &str) -> Self {
        self.query_parameter("recipient_id", value)
    }
    /// Expects this value of the query parameter `status`.
    pub fn status(self, value: &types::ListAutomatedMessagesStatus) -> Self {
        self.query_parameter("status", value)
    }
}
