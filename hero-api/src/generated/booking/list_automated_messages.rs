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

/// A `listAutomatedMessages` request, started by [`Client::list_automated_messages`](crate::Client::list_automated_messages).
#[derive(Clone)]
pub struct ListAutomatedMessages<'a> {
    client: &'a crate::Client,
    notification_type: Result<Option<String>, String>,
    order_by: Result<Option<types::ListAutomatedMessagesOrderBy>, String>,
    order_descending: Result<Option<bool>, String>,
    page_index: Result<Option<String>, String>,
    page_size: Result<Option<String>, String>,
    recipient_id: Result<Option<String>, String>,
    status: Result<Option<types::ListAutomatedMessagesStatus>, String>,
}

impl<'a> ListAutomatedMessages<'a> {
    pub(crate) fn new(client: &'a crate::Client) -> Self {
        Self {
            client: client,
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
    pub fn notification_type<V>(mut self, value: V) -> Self
    where
        V: TryInto<String>,
    {
        self.notification_type = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `String` for notification_type failed".to_string()
            });
        self
    }
    /// Sets the query parameter `orderBy`: The field to sort by. Only the first value is known.
    pub fn order_by<V>(mut self, value: V) -> Self
    where
        V: TryInto<types::ListAutomatedMessagesOrderBy>,
    {
        self.order_by = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `ListAutomatedMessagesOrderBy` for order_by failed"
                    .to_string()
            });
        self
    }
    /// Sets the query parameter `order_descending`.
    pub fn order_descending<V>(mut self, value: V) -> Self
    where
        V: TryInto<bool>,
    {
        self.order_descending = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `bool` for order_descending failed".to_string());
        self
    }
    /// Sets the query parameter `page_index`: The page wanted. Counting probably starts at 0. It is a string here.
    pub fn page_index<V>(mut self, value: V) -> Self
    where
        V: TryInto<String>,
    {
        self.page_index = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `String` for page_index failed".to_string());
        self
    }
    /// Sets the query parameter `page_size`: The number of items on a page. Neither the default nor the maximum is documented. It is a string
    /// here.
    pub fn page_size<V>(mut self, value: V) -> Self
    where
        V: TryInto<String>,
    {
        self.page_size = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `String` for page_size failed".to_string());
        self
    }
    /// Sets the query parameter `recipient_id`.
    pub fn recipient_id<V>(mut self, value: V) -> Self
    where
        V: TryInto<String>,
    {
        self.recipient_id = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `String` for recipient_id failed".to_string());
        self
    }
    /// Sets the query parameter `status`: Only the first value is known.
    pub fn status<V>(mut self, value: V) -> Self
    where
        V: TryInto<types::ListAutomatedMessagesStatus>,
    {
        self.status = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `ListAutomatedMessagesStatus` for status failed"
                    .to_string()
            });
        self
    }
    /// Sends `GET /v2/automated_messages`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the answer is an error or does not decode: see
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

impl ::std::fmt::Debug for ListAutomatedMessages<'_> {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListAutomatedMessages").finish_non_exhaustive()
    }
}

impl crate::Operation for ListAutomatedMessages<'_> {
    type Output = types::ListAutomatedMessagesResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_AUTOMATED_MESSAGES;
    fn client(&self) -> &crate::Client {
        self.client
    }
    fn into_request(self) -> Result<::reqwest::Request, crate::Error> {
        let Self {
            client,
            notification_type,
            order_by,
            order_descending,
            page_index,
            page_size,
            recipient_id,
            status,
        } = self;
        let notification_type = notification_type
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let order_by = order_by
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let order_descending = order_descending
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let page_index = page_index
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let page_size = page_size
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let recipient_id = recipient_id
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let status = status
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let url = format!("{}/v2/automated_messages", client.base_url());
        client
            .http()
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "notification_type",
                    &notification_type,
                ),
            )
            .query(&progenitor_client::QueryParam::new("orderBy", &order_by))
            .query(
                &progenitor_client::QueryParam::new(
                    "order_descending",
                    &order_descending,
                ),
            )
            .query(&progenitor_client::QueryParam::new("page_index", &page_index))
            .query(&progenitor_client::QueryParam::new("page_size", &page_size))
            .query(&progenitor_client::QueryParam::new("recipient_id", &recipient_id))
            .query(&progenitor_client::QueryParam::new("status", &status))
            .build()
            .map_err(|error| crate::Error::unbuildable_request(Self::INFO, error))
    }
}

impl crate::Paged for ListAutomatedMessages<'_> {
    type Item = crate::Json;
    fn page_index(self, index: u64) -> Self {
        self.page_index(index.to_string())
    }
    fn page_size(self, size: u64) -> Self {
        self.page_size(size.to_string())
    }
    fn into_items(output: Self::Output) -> Vec<Self::Item> {
        crate::Json(output.0).items()
    }
    fn count(output: &Self::Output) -> Option<u64> {
        crate::paging::open_count(&output.0)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListAutomatedMessages<'_>> {
    /// Expects this value of the query parameter `notification_type`.
    #[must_use]
    pub fn notification_type(self, value: &str) -> Self {
        self.query_parameter("notification_type", value)
    }
    /// Expects this value of the query parameter `orderBy`.
    #[must_use]
    pub fn order_by(self, value: &types::ListAutomatedMessagesOrderBy) -> Self {
        self.query_parameter("orderBy", value)
    }
    /// Expects this value of the query parameter `order_descending`.
    #[must_use]
    pub fn order_descending(self, value: &bool) -> Self {
        self.query_parameter("order_descending", value)
    }
    /// Expects this value of the query parameter `page_index`.
    #[must_use]
    pub fn page_index(self, value: &str) -> Self {
        self.query_parameter("page_index", value)
    }
    /// Expects this value of the query parameter `page_size`.
    #[must_use]
    pub fn page_size(self, value: &str) -> Self {
        self.query_parameter("page_size", value)
    }
    /// Expects this value of the query parameter `recipient_id`.
    #[must_use]
    pub fn recipient_id(self, value: &str) -> Self {
        self.query_parameter("recipient_id", value)
    }
    /// Expects this value of the query parameter `status`.
    #[must_use]
    pub fn status(self, value: &types::ListAutomatedMessagesStatus) -> Self {
        self.query_parameter("status", value)
    }
}
