//! `listLocations`: `GET /v1/locations`.

use crate::types;

/// `listLocations`: `GET /v1/locations`.
pub const LIST_LOCATIONS: crate::OperationInfo = crate::OperationInfo {
    id: "listLocations",
    method: ::reqwest::Method::GET,
    path: "/v1/locations",
    tag: "Practice Group",
    summary: "List locations",
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

/// The request of `listLocations`, started by [`Client::list_locations`](crate::Client::list_locations).
#[derive(Clone)]
pub struct ListLocations {
    client: crate::Client,
    appointment_type_ids: Result<Option<Vec<String>>, crate::ConversionError>,
    has_availability: Result<Option<bool>, crate::ConversionError>,
}

impl ListLocations {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            appointment_type_ids: Ok(None),
            has_availability: Ok(None),
        }
    }
    /// Sets the query parameter `appointment_type_ids`: Only locations with these appointment types. That it is an array is inferred from the similar
    /// parameter of listAppointmentTypes.
    pub fn appointment_type_ids(
        mut self,
        value: impl TryInto<Vec<String>, Error: ::std::fmt::Display + 'static>,
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
        value: Option<impl TryInto<Vec<String>, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.appointment_type_ids = crate::runtime::conversion::optional(
            "appointment_type_ids",
            value,
        );
        self
    }
    /// Sets the query parameter `has_availability`.
    pub fn has_availability(
        mut self,
        value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.has_availability = crate::runtime::conversion::optional(
            "has_availability",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `has_availability` if there is a value.
    pub fn maybe_has_availability(
        mut self,
        value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.has_availability = crate::runtime::conversion::optional(
            "has_availability",
            value,
        );
        self
    }
    /// Sends `GET /v1/locations`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListLocationsResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListLocations
}

impl crate::Operation for ListLocations {
    type Output = types::ListLocationsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_LOCATIONS;
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
        request.query("has_availability", self.has_availability);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListLocations> {
    /// Expects this value of the query parameter `appointment_type_ids`.
    pub fn appointment_type_ids(self, value: &Vec<String>) -> Self {
        self.query_parameter("appointment_type_ids", value)
    }
    /// Expects this value of the query parameter `has_availability`.
    pub fn has_availability(self, value: &bool) -> Self {
        self.query_parameter("has_availability", value)
    }
}
