//! `listCustomers`: `GET /v1/invoicing/customers`.

use crate::types;

/// `listCustomers`: `GET /v1/invoicing/customers`.
pub const LIST_CUSTOMERS: crate::OperationInfo = crate::OperationInfo {
    id: "listCustomers",
    method: ::reqwest::Method::GET,
    path: "/v1/invoicing/customers",
    tag: "Invoicing",
    summary: "Search customers",
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
    provenance: crate::Provenance::Read,
};

/// The request of `listCustomers`, started by [`Client::list_customers`](crate::Client::list_customers).
#[derive(Clone)]
pub struct ListCustomers {
    client: crate::Client,
    query: Result<String, crate::ConversionError>,
}

impl ListCustomers {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            query: Err("query was not initialized".into()),
        }
    }
    /// Sets the query parameter `query`.
    pub fn query(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.query = crate::runtime::conversion::required("query", value);
        self
    }
    /// Sends `GET /v1/invoicing/customers`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListCustomersResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListCustomers
}

impl crate::Operation for ListCustomers {
    type Output = types::ListCustomersResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_CUSTOMERS;
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
        request.query("query", self.query);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListCustomers> {
    /// Expects this value of the query parameter `query`.
    pub fn query(self, value: &str) -> Self {
        self.query_parameter("query", value)
    }
}
