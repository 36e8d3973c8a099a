//! `listSlots`: `GET /v1/slots`.

use crate::types;

/// `listSlots`: `GET /v1/slots`.
pub const LIST_SLOTS: crate::OperationInfo = crate::OperationInfo {
    id: "listSlots",
    method: ::reqwest::Method::GET,
    path: "/v1/slots",
    tag: "Booking",
    summary: "List free slots",
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
    provenance: crate::Provenance::Inferred,
};

/// The request of `listSlots`, started by [`Client::list_slots`](crate::Client::list_slots).
#[derive(Clone)]
pub struct ListSlots {
    client: crate::Client,
    appointment_type_ids: Result<Option<String>, crate::ConversionError>,
    end_date: Result<Option<String>, crate::ConversionError>,
    location_ids: Result<Option<String>, crate::ConversionError>,
    page_index: Result<Option<String>, crate::ConversionError>,
    page_size: Result<Option<String>, crate::ConversionError>,
    practitioner_ids: Result<Option<String>, crate::ConversionError>,
    start_date: Result<Option<String>, crate::ConversionError>,
}

impl ListSlots {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            appointment_type_ids: Ok(None),
            end_date: Ok(None),
            location_ids: Ok(None),
            page_index: Ok(None),
            page_size: Ok(None),
            practitioner_ids: Ok(None),
            start_date: Ok(None),
        }
    }
    /// Sets the query parameter `appointment_type_ids`: A filter on the appointment type exists; its name is a guess.
    pub fn appointment_type_ids(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.appointment_type_ids = crate::runtime::conversion::optional(
            "appointment_type_ids",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `appointment_type_ids` if there is a value.
    pub fn maybe_appointment_type_ids(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.appointment_type_ids = crate::runtime::conversion::optional(
            "appointment_type_ids",
            value,
        );
        self
    }
    /// Sets the query parameter `end_date`: The end of the dates to search. Its format is not shown.
    pub fn end_date(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.end_date = crate::runtime::conversion::optional("end_date", Some(value));
        self
    }
    /// Sets the query parameter `end_date` if there is a value.
    pub fn maybe_end_date(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.end_date = crate::runtime::conversion::optional("end_date", value);
        self
    }
    /// Sets the query parameter `location_ids`: A filter on the location exists; its name is a guess.
    pub fn location_ids(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.location_ids = crate::runtime::conversion::optional(
            "location_ids",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `location_ids` if there is a value.
    pub fn maybe_location_ids(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.location_ids = crate::runtime::conversion::optional("location_ids", value);
        self
    }
    /// Sets the query parameter `page_index`: The page wanted. The name is taken from the other lists.
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
    /// Sets the query parameter `page_size`: The number of items on a page. The name is taken from the other lists.
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
    /// Sets the query parameter `practitioner_ids`: A filter on the practitioner exists; its name is a guess.
    pub fn practitioner_ids(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.practitioner_ids = crate::runtime::conversion::optional(
            "practitioner_ids",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `practitioner_ids` if there is a value.
    pub fn maybe_practitioner_ids(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.practitioner_ids = crate::runtime::conversion::optional(
            "practitioner_ids",
            value,
        );
        self
    }
    /// Sets the query parameter `start_date`: The start of the dates to search. Its format is not shown.
    pub fn start_date(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.start_date = crate::runtime::conversion::optional(
            "start_date",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `start_date` if there is a value.
    pub fn maybe_start_date(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.start_date = crate::runtime::conversion::optional("start_date", value);
        self
    }
    /// Sends `GET /v1/slots`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListSlotsResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListSlots
}

impl crate::Operation for ListSlots {
    type Output = types::ListSlotsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_SLOTS;
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
        request.query("appointment_type_ids", self.appointment_type_ids);
        request.query("end_date", self.end_date);
        request.query("location_ids", self.location_ids);
        request.query("page_index", self.page_index);
        request.query("page_size", self.page_size);
        request.query("practitioner_ids", self.practitioner_ids);
        request.query("start_date", self.start_date);
        request.finish()
    }
}

impl crate::Paged for ListSlots {
    type Item = types::ListSlotsItem;
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
impl crate::mock::When<ListSlots> {
    /// Expects this value of the query parameter `appointment_type_ids`.
    pub fn appointment_type_ids(self, value: &str) -> Self {
        self.query_parameter("appointment_type_ids", value)
    }
    /// Expects this value of the query parameter `end_date`.
    pub fn end_date(self, value: &str) -> Self {
        self.query_parameter("end_date", value)
    }
    /// Expects this value of the query parameter `location_ids`.
    pub fn location_ids(self, value: &str) -> Self {
        self.query_parameter("location_ids", value)
    }
    /// Expects this value of the query parameter `page_index`.
    pub fn page_index(self, value: &str) -> Self {
        self.query_parameter("page_index", value)
    }
    /// Expects this value of the query parameter `page_size`.
    pub fn page_size(self, value: &str) -> Self {
        self.query_parameter("page_size", value)
    }
    /// Expects this value of the query parameter `practitioner_ids`.
    pub fn practitioner_ids(self, value: &str) -> Self {
        self.query_parameter("practitioner_ids", value)
    }
    /// Expects this value of the query parameter `start_date`.
    pub fn start_date(self, value: &str) -> Self {
        self.query_parameter("start_date", value)
    }
}
