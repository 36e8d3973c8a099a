//! `listAdmins`: `GET /v1/admins`.

use crate::types;

/// `listAdmins`: `GET /v1/admins`.
pub const LIST_ADMINS: crate::OperationInfo = crate::OperationInfo {
    id: "listAdmins",
    method: ::reqwest::Method::GET,
    path: "/v1/admins",
    tag: "Admin",
    summary: "List admins",
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

/// The request of `listAdmins`, started by [`Client::list_admins`](crate::Client::list_admins).
#[derive(Clone)]
pub struct ListAdmins {
    client: crate::Client,
    order_by: Result<Option<types::ListAdminsOrderBy>, crate::ConversionError>,
    order_descending: Result<Option<bool>, crate::ConversionError>,
    page_index: Result<Option<String>, crate::ConversionError>,
    page_size: Result<Option<String>, crate::ConversionError>,
}

impl ListAdmins {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            order_by: Ok(None),
            order_descending: Ok(None),
            page_index: Ok(None),
            page_size: Ok(None),
        }
    }
    /// Sets the query parameter `order_by`: The field to sort by. There is one value only.
    pub fn order_by(
        mut self,
        value: impl TryInto<
            types::ListAdminsOrderBy,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.order_by = crate::runtime::conversion::optional("order_by", Some(value));
        self
    }
    /// Sets the query parameter `order_by` if there is a value.
    pub fn maybe_order_by(
        mut self,
        value: Option<
            impl TryInto<types::ListAdminsOrderBy, Error: ::std::fmt::Display + 'static>,
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
    /// Sends `GET /v1/admins`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListAdminsResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListAdmins
}

impl crate::Operation for ListAdmins {
    type Output = types::ListAdminsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_ADMINS;
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
        request.query("order_by", self.order_by);
        request.query("order_descending", self.order_descending);
        request.query("page_index", self.page_index);
        request.query("page_size", self.page_size);
        request.finish()
    }
}

impl crate::Paged for ListAdmins {
    type Item = types::ListAdminsItem;
    const PAGE_SHAPE: crate::PageShape = crate::PageShape::Envelope;
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
        output.data
    }
    #[inline]
    fn count(output: &Self::Output) -> Option<u64> {
        crate::runtime::paging::count(output.count)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListAdmins> {
    /// Expects this value of the query parameter `order_by`.
    pub fn order_by(self, value: &types::ListAdminsOrderBy) -> Self {
        self.query_parameter("order_by", value)
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
}
