//! `countSlots`: `GET /v1/slots/count`.

use crate::types;

/// `countSlots`: `GET /v1/slots/count`.
pub const COUNT_SLOTS: crate::OperationInfo = crate::OperationInfo {
    id: "countSlots",
    method: ::reqwest::Method::GET,
    path: "/v1/slots/count",
    tag: "Booking",
    summary: "Count free slots",
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

/// The request of `countSlots`, started by [`Client::count_slots`](crate::Client::count_slots).
#[derive(Clone)]
pub struct CountSlots {
    client: crate::Client,
    appointment_type_id: Result<Option<String>, crate::ConversionError>,
    end_date: Result<Option<String>, crate::ConversionError>,
    location_id: Result<Option<String>, crate::ConversionError>,
    practitioner_id: Result<Option<String>, crate::ConversionError>,
    start_date: Result<Option<String>, crate::ConversionError>,
}

impl CountSlots {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            appointment_type_id: Ok(None),
            end_date: Ok(None),
            location_id: Ok(None),
            practitioner_id: Ok(None),
            start_date: Ok(None),
        }
    }
    /// Sets the query parameter `appointment_type_id`.
    pub fn appointment_type_id(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.appointment_type_id = crate::runtime::conversion::optional(
            "appointment_type_id",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `appointment_type_id` if there is a value.
    pub fn maybe_appointment_type_id(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.appointment_type_id = crate::runtime::conversion::optional(
            "appointment_type_id",
            value,
        );
        self
    }
    /// Sets the query parameter `end_date`.
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
    /// Sets the query parameter `location_id`.
    pub fn location_id(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.location_id = crate::runtime::conversion::optional(
            "location_id",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `location_id` if there is a value.
    pub fn maybe_location_id(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.location_id = crate::runtime::conversion::optional("location_id", value);
        self
    }
    /// Sets the query parameter `practitioner_id`.
    pub fn practitioner_id(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.practitioner_id = crate::runtime::conversion::optional(
            "practitioner_id",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `practitioner_id` if there is a value.
    pub fn maybe_practitioner_id(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.practitioner_id = crate::runtime::conversion::optional(
            "practitioner_id",
            value,
        );
        self
    }
    /// Sets the query parameter `start_date`.
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
    /// Sends `GET /v1/slots/count`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::CountSlotsResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    CountSlots
}

impl crate::Operation for CountSlots {
    type Output = types::CountSlotsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::COUNT_SLOTS;
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
        request.query("appointment_type_id", self.appointment_type_id);
        request.query("end_date", self.end_date);
        request.query("location_id", self.location_id);
        request.query("practitioner_id", self.practitioner_id);
        request.query("start_date", self.start_date);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<CountSlots> {
    /// Expects this value of the query parameter `appointment_type_id`.
    pub fn appointment_type_id(self, value: &str) -> Self {
        self.query_parameter("appointment_type_id", value)
    }
    /// Expects this value of the query parameter `end_date`.
    pub fn end_date(self, value: &str) -> Self {
        self.query_parameter("end_date", value)
    }
    /// Expects this value of the query parameter `location_id`.
    pub fn location_id(self, value: &str) -> Self {
        self.query_parameter("location_id", value)
    }
    /// Expects this value of the query parameter `practitioner_id`.
    pub fn practitioner_id(self, value: &str) -> Self {
        self.query_parameter("practitioner_id", value)
    }
    /// Expects this value of the query parameter `start_date`.
    pub fn start_date(self, value: &str) -> Self {
        self.query_parameter("start_date", value)
    }
}
