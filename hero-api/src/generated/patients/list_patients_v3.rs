//! `listPatientsV3`: `GET /v3/patients`.

use crate::types;

/// `listPatientsV3`: `GET /v3/patients`.
pub const LIST_PATIENTS_V3: crate::OperationInfo = crate::OperationInfo {
    id: "listPatientsV3",
    method: ::reqwest::Method::GET,
    path: "/v3/patients",
    tag: "Patients",
    summary: "Search patients by several fields (v3)",
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

/// The request of `listPatientsV3`, started by [`Client::list_patients_v3`](crate::Client::list_patients_v3).
#[derive(Clone)]
pub struct ListPatientsV3 {
    client: crate::Client,
    dob: Result<Option<::chrono::NaiveDate>, crate::ConversionError>,
    ehr_partner_id: Result<Option<String>, crate::ConversionError>,
    first_name: Result<Option<String>, crate::ConversionError>,
    last_name: Result<Option<String>, crate::ConversionError>,
    nhs_number: Result<Option<String>, crate::ConversionError>,
    page_index: Result<Option<String>, crate::ConversionError>,
    page_size: Result<Option<String>, crate::ConversionError>,
}

impl ListPatientsV3 {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            dob: Ok(None),
            ehr_partner_id: Ok(None),
            first_name: Ok(None),
            last_name: Ok(None),
            nhs_number: Ok(None),
            page_index: Ok(None),
            page_size: Ok(None),
        }
    }
    /// Sets the query parameter `dob`: The exact date of birth, written as `YYYY-MM-DD`.
    pub fn dob(
        mut self,
        value: impl TryInto<::chrono::NaiveDate, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.dob = crate::runtime::conversion::optional("dob", Some(value));
        self
    }
    /// Sets the query parameter `dob` if there is a value.
    pub fn maybe_dob(
        mut self,
        value: Option<
            impl TryInto<::chrono::NaiveDate, Error: ::std::fmt::Display + 'static>,
        >,
    ) -> Self {
        self.dob = crate::runtime::conversion::optional("dob", value);
        self
    }
    /// Sets the query parameter `ehr_partner_id`: The identifier of the patient in the connected EHR.
    pub fn ehr_partner_id(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.ehr_partner_id = crate::runtime::conversion::optional(
            "ehr_partner_id",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `ehr_partner_id` if there is a value.
    pub fn maybe_ehr_partner_id(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.ehr_partner_id = crate::runtime::conversion::optional(
            "ehr_partner_id",
            value,
        );
        self
    }
    /// Sets the query parameter `first_name`.
    pub fn first_name(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.first_name = crate::runtime::conversion::optional(
            "first_name",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `first_name` if there is a value.
    pub fn maybe_first_name(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.first_name = crate::runtime::conversion::optional("first_name", value);
        self
    }
    /// Sets the query parameter `last_name`.
    pub fn last_name(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.last_name = crate::runtime::conversion::optional("last_name", Some(value));
        self
    }
    /// Sets the query parameter `last_name` if there is a value.
    pub fn maybe_last_name(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.last_name = crate::runtime::conversion::optional("last_name", value);
        self
    }
    /// Sets the query parameter `nhs_number`.
    pub fn nhs_number(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.nhs_number = crate::runtime::conversion::optional(
            "nhs_number",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `nhs_number` if there is a value.
    pub fn maybe_nhs_number(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.nhs_number = crate::runtime::conversion::optional("nhs_number", value);
        self
    }
    /// Sets the query parameter `page_index`: The page, counted from 0.
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
    /// Sets the query parameter `page_size`: How many patients a page has.
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
    /// Sends `GET /v3/patients`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListPatientsV3Response>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListPatientsV3
}

impl crate::Operation for ListPatientsV3 {
    type Output = types::ListPatientsV3Response;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_PATIENTS_V3;
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
        request.query("dob", self.dob);
        request.query("ehr_partner_id", self.ehr_partner_id);
        request.query("first_name", self.first_name);
        request.query("last_name", self.last_name);
        request.query("nhs_number", self.nhs_number);
        request.query("page_index", self.page_index);
        request.query("page_size", self.page_size);
        request.finish()
    }
}

impl crate::Paged for ListPatientsV3 {
    type Item = types::ListedPatient;
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
impl crate::mock::When<ListPatientsV3> {
    /// Expects this value of the query parameter `dob`.
    pub fn dob(self, value: &::chrono::NaiveDate) -> Self {
        self.query_parameter("dob", value)
    }
    /// Expects this value of the query parameter `ehr_partner_id`.
    pub fn ehr_partner_id(self, value: &str) -> Self {
        self.query_parameter("ehr_partner_id", value)
    }
    /// Expects this value of the query parameter `first_name`.
    pub fn first_name(self, value: &str) -> Self {
        self.query_parameter("first_name", value)
    }
    /// Expects this value of the query parameter `last_name`.
    pub fn last_name(self, value: &str) -> Self {
        self.query_parameter("last_name", value)
    }
    /// Expects this value of the query parameter `nhs_number`.
    pub fn nhs_number(self, value: &str) -> Self {
        self.query_parameter("nhs_number", value)
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
