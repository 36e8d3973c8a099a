//! `listSubscriptions`: `GET /v1/subscriptions`.

use crate::types;

/// `listSubscriptions`: `GET /v1/subscriptions`.
pub const LIST_SUBSCRIPTIONS: crate::OperationInfo = crate::OperationInfo {
    id: "listSubscriptions",
    method: ::reqwest::Method::GET,
    path: "/v1/subscriptions",
    tag: "Subscriptions",
    summary: "List subscriptions",
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

/// The request of `listSubscriptions`, started by [`Client::list_subscriptions`](crate::Client::list_subscriptions).
#[derive(Clone)]
pub struct ListSubscriptions {
    client: crate::Client,
    order_by: Result<
        Option<Vec<types::ListSubscriptionsOrderByItem>>,
        crate::ConversionError,
    >,
    order_descending: Result<Option<Vec<String>>, crate::ConversionError>,
    page_index: Result<Option<i64>, crate::ConversionError>,
    page_size: Result<Option<i64>, crate::ConversionError>,
    patient_id: Result<Option<String>, crate::ConversionError>,
    scheme_id: Result<Option<String>, crate::ConversionError>,
    scheme_name: Result<Option<String>, crate::ConversionError>,
    status: Result<Option<types::ListSubscriptionsStatus>, crate::ConversionError>,
}

impl ListSubscriptions {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            order_by: Ok(None),
            order_descending: Ok(None),
            page_index: Ok(None),
            page_size: Ok(None),
            patient_id: Ok(None),
            scheme_id: Ok(None),
            scheme_name: Ok(None),
            status: Ok(None),
        }
    }
    /// Sets the query parameter `order_by[]`: The fields to sort by. Only the first value is known.
    pub fn order_by(
        mut self,
        value: impl TryInto<
            Vec<types::ListSubscriptionsOrderByItem>,
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
                Vec<types::ListSubscriptionsOrderByItem>,
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
    /// Sets the query parameter `patient_id`.
    pub fn patient_id(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.patient_id = crate::runtime::conversion::optional(
            "patient_id",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `patient_id` if there is a value.
    pub fn maybe_patient_id(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.patient_id = crate::runtime::conversion::optional("patient_id", value);
        self
    }
    /// Sets the query parameter `scheme_id`.
    pub fn scheme_id(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.scheme_id = crate::runtime::conversion::optional("scheme_id", Some(value));
        self
    }
    /// Sets the query parameter `scheme_id` if there is a value.
    pub fn maybe_scheme_id(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.scheme_id = crate::runtime::conversion::optional("scheme_id", value);
        self
    }
    /// Sets the query parameter `scheme_name`.
    pub fn scheme_name(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.scheme_name = crate::runtime::conversion::optional(
            "scheme_name",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `scheme_name` if there is a value.
    pub fn maybe_scheme_name(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.scheme_name = crate::runtime::conversion::optional("scheme_name", value);
        self
    }
    /// Sets the query parameter `status`: Only the first value is known.
    pub fn status(
        mut self,
        value: impl TryInto<
            types::ListSubscriptionsStatus,
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
                types::ListSubscriptionsStatus,
                Error: ::std::fmt::Display + 'static,
            >,
        >,
    ) -> Self {
        self.status = crate::runtime::conversion::optional("status", value);
        self
    }
    /// Sends `GET /v1/subscriptions`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListSubscriptionsResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListSubscriptions
}

impl crate::Operation for ListSubscriptions {
    type Output = types::ListSubscriptionsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_SUBSCRIPTIONS;
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
        request.query("order_by[]", self.order_by);
        request.query("order_descending[]", self.order_descending);
        request.query("page_index", self.page_index);
        request.query("page_size", self.page_size);
        request.query("patient_id", self.patient_id);
        request.query("scheme_id", self.scheme_id);
        request.query("scheme_name", self.scheme_name);
        request.query("status", self.status);
        request.finish()
    }
}

impl crate::Paged for ListSubscriptions {
    type Item = types::ListSubscriptionsItem;
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
impl crate::mock::When<ListSubscriptions> {
    /// Expects this value of the query parameter `order_by[]`.
    pub fn order_by(self, value: &Vec<types::ListSubscriptionsOrderByItem>) -> Self {
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
    /// Expects this value of the query parameter `patient_id`.
    pub fn patient_id(self, value: &str) -> Self {
        self.query_parameter("patient_id", value)
    }
    /// Expects this value of the query parameter `scheme_id`.
    pub fn scheme_id(self, value: &str) -> Self {
        self.query_parameter("scheme_id", value)
    }
    /// Expects this value of the query parameter `scheme_name`.
    pub fn scheme_name(self, value: &str) -> Self {
        self.query_parameter("scheme_name", value)
    }
    /// Expects this value of the query parameter `status`.
    pub fn status(self, value: &types::ListSubscriptionsStatus) -> Self {
        self.query_parameter("status", value)
    }
}
