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

/// A `searchHcaConsultants` request, started by [`Client::search_hca_consultants`](crate::Client::search_hca_consultants).
#[derive(Clone)]
pub struct SearchHcaConsultants<'a> {
    client: &'a crate::Client,
    fields: Result<Option<Vec<String>>, String>,
    search: Result<Option<String>, String>,
}

impl<'a> SearchHcaConsultants<'a> {
    pub(crate) fn new(client: &'a crate::Client) -> Self {
        Self {
            client: client,
            fields: Ok(None),
            search: Ok(None),
        }
    }
    /// Sets the query parameter `fields`: Names of fields, such as `first_name` and `last_name`, most likely with the parameter repeated for
    /// each.
    pub fn fields<V>(mut self, value: V) -> Self
    where
        V: TryInto<Vec<String>>,
    {
        self.fields = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `Vec<String>` for fields failed".to_string());
        self
    }
    /// Sets the query parameter `search`.
    pub fn search<V>(mut self, value: V) -> Self
    where
        V: TryInto<String>,
    {
        self.search = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `String` for search failed".to_string());
        self
    }
    /// Sends `GET /v1/booking-hca/consultants`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the answer is an error or does not decode: see
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

impl ::std::fmt::Debug for SearchHcaConsultants<'_> {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("SearchHcaConsultants").finish_non_exhaustive()
    }
}

impl crate::Operation for SearchHcaConsultants<'_> {
    type Output = types::SearchHcaConsultantsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::SEARCH_HCA_CONSULTANTS;
    fn client(&self) -> &crate::Client {
        self.client
    }
    fn into_request(self) -> Result<::reqwest::Request, crate::Error> {
        let Self { client, fields, search } = self;
        let fields = fields
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let search = search
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let url = format!("{}/v1/booking-hca/consultants", client.base_url());
        client
            .http()
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("fields", &fields))
            .query(&progenitor_client::QueryParam::new("search", &search))
            .build()
            .map_err(|error| crate::Error::unbuildable_request(Self::INFO, error))
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<SearchHcaConsultants<'_>> {
    /// Expects this value of the query parameter `fields`.
    #[must_use]
    pub fn fields(self, value: &Vec<String>) -> Self {
        self.query_parameter("fields", value)
    }
    /// Expects this value of the query parameter `search`.
    #[must_use]
    pub fn search(self, value: &str) -> Self {
        self.query_parameter("search", value)
    }
}
