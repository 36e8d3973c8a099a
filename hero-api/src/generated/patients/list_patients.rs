//! `listPatients`: `GET /v1/patients`.

use crate::types;

/// `listPatients`: `GET /v1/patients`.
pub const LIST_PATIENTS: crate::OperationInfo = crate::OperationInfo {
    id: "listPatients",
    method: ::reqwest::Method::GET,
    path: "/v1/patients",
    tag: "Patients",
    summary: "Search patients (v1)",
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

/// The request of `listPatients`, started by [`Client::list_patients`](crate::Client::list_patients).
#[derive(Clone)]
pub struct ListPatients {
    client: crate::Client,
    field: Result<Option<String>, crate::ConversionError>,
    search: Result<Option<String>, crate::ConversionError>,
}

impl ListPatients {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            field: Ok(None),
            search: Ok(None),
        }
    }
    /// Sets the query parameter `field`: The field to search in. The sample sends `emis_id`; the other values are not known.
    pub fn field(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.field = crate::runtime::conversion::optional("field", Some(value));
        self
    }
    /// Sets the query parameter `field` if there is a value.
    pub fn maybe_field(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.field = crate::runtime::conversion::optional("field", value);
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
    /// Sends `GET /v1/patients`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListPatientsResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListPatients
}

impl crate::Operation for ListPatients {
    type Output = types::ListPatientsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_PATIENTS;
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
        request.query("field", self.field);
        request.query("search", self.search);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListPatients> {
    /// Expects this value of the query parameter `field`.
    pub fn field(self, value: &str) -> Self {
        self.query_parameter("field", value)
    }
    /// Expects this value of the query parameter `search`.
    pub fn search(self, value: &str) -> Self {
        self.query_parameter("search", value)
    }
}
