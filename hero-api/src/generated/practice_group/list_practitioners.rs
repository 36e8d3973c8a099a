//! `listPractitioners`: `GET /v1/practitioners`.

use crate::types;

/// `listPractitioners`: `GET /v1/practitioners`.
pub const LIST_PRACTITIONERS: crate::OperationInfo = crate::OperationInfo {
    id: "listPractitioners",
    method: ::reqwest::Method::GET,
    path: "/v1/practitioners",
    tag: "Practice Group",
    summary: "List practitioners",
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

/// The request of `listPractitioners`, started by [`Client::list_practitioners`](crate::Client::list_practitioners).
#[derive(Clone)]
pub struct ListPractitioners {
    client: crate::Client,
    appointment_type_ids: Result<Option<Vec<String>>, crate::ConversionError>,
    has_availability: Result<Option<bool>, crate::ConversionError>,
    location_ids: Result<Option<Vec<String>>, crate::ConversionError>,
}

impl ListPractitioners {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            appointment_type_ids: Ok(None),
            has_availability: Ok(None),
            location_ids: Ok(None),
        }
    }
    /// Sets the query parameter `appointment_type_ids`: Only practitioners with these appointment types. That it is an array is inferred.
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
    /// Sets the query parameter `location_ids`: Only practitioners of these locations. That it is an array is inferred.
    pub fn location_ids(
        mut self,
        value: impl TryInto<Vec<String>, Error: ::std::fmt::Display + 'static>,
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
        value: Option<impl TryInto<Vec<String>, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.location_ids = crate::runtime::conversion::optional("location_ids", value);
        self
    }
    /// Sends `GET /v1/practitioners`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListPractitionersResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListPractitioners
}

impl crate::Operation for ListPractitioners {
    type Output = types::ListPractitionersResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_PRACTITIONERS;
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
        request.query("location_ids", self.location_ids);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListPractitioners> {
    /// Expects this value of the query parameter `appointment_type_ids`.
    pub fn appointment_type_ids(self, value: &Vec<String>) -> Self {
        self.query_parameter("appointment_type_ids", value)
    }
    /// Expects this value of the query parameter `has_availability`.
    pub fn has_availability(self, value: &bool) -> Self {
        self.query_parameter("has_availability", value)
    }
    /// Expects this value of the query parameter `location_ids`.
    pub fn location_ids(self, value: &Vec<String>) -> Self {
        self.query_parameter("location_ids", value)
    }
}
