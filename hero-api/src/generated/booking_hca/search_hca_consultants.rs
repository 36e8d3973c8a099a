//! `searchHcaConsultants`: `GET /v1/booking-hca/consultants`.

use crate::types;

/// `searchHcaConsultants`: `GET /v1/booking-hca/consultants`.
pub const SEARCH_HCA_CONSULTANTS: crate::OperationInfo = crate::OperationInfo {
    id: "searchHcaConsultants",
    method: ::reqwest::Method::GET,
    path: "/v1/booking-hca/consultants",
    tag: "Booking - HCA",
    summary: "Search HCA consultants",
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
    provenance: crate::Provenance::Sample,
};

/// The request of `searchHcaConsultants`, started by [`Client::search_hca_consultants`](crate::Client::search_hca_consultants).
#[derive(Clone)]
pub struct SearchHcaConsultants {
    client: crate::Client,
    fields: Result<Option<Vec<String>>, crate::ConversionError>,
    search: Result<Option<String>, crate::ConversionError>,
}

impl SearchHcaConsultants {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            fields: Ok(None),
            search: Ok(None),
        }
    }
    /// Sets the query parameter `fields`: Names of fields, such as `first_name` and `last_name`, most likely with the parameter repeated for
    /// each.
    pub fn fields(
        mut self,
        value: impl TryInto<Vec<String>, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.fields = crate::runtime::conversion::optional("fields", Some(value));
        self
    }
    /// Sets the query parameter `fields` if there is a value.
    pub fn maybe_fields(
        mut self,
        value: Option<impl TryInto<Vec<String>, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.fields = crate::runtime::conversion::optional("fields", value);
        self
    }
    /// Sets the query parameter `search`.
    pub fn search(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.search = crate::runtime::conversion::optional("search", Some(value));
        self
    }
    /// Sets the query parameter `search` if there is a value.
    pub fn maybe_search(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.search = crate::runtime::conversion::optional("search", value);
        self
    }
    /// Sends `GET /v1/booking-hca/consultants`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<
        crate::ResponseValue<types::SearchHcaConsultantsResponse>,
        crate::Error,
    > {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    SearchHcaConsultants
}

impl crate::Operation for SearchHcaConsultants {
    type Output = types::SearchHcaConsultantsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::SEARCH_HCA_CONSULTANTS;
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
        request.query("fields", self.fields);
        request.query("search", self.search);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<SearchHcaConsultants> {
    /// Expects this value of the query parameter `fields`.
    pub fn fields(self, value: &Vec<String>) -> Self {
        self.query_parameter("fields", value)
    }
    /// Expects this value of the query parameter `search`.
    pub fn search(self, value: &str) -> Self {
        self.query_parameter("search", value)
    }
}
