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

/// A `countSlots` request, started by [`Client::count_slots`](crate::Client::count_slots).
#[derive(Clone)]
pub struct CountSlots<'a> {
    client: &'a crate::Client,
    appointment_type_id: Result<Option<String>, String>,
    end_date: Result<Option<String>, String>,
    location_id: Result<Option<String>, String>,
    practitioner_id: Result<Option<String>, String>,
    start_date: Result<Option<String>, String>,
}

impl<'a> CountSlots<'a> {
    pub(crate) fn new(client: &'a crate::Client) -> Self {
        Self {
            client: client,
            appointment_type_id: Ok(None),
            end_date: Ok(None),
            location_id: Ok(None),
            practitioner_id: Ok(None),
            start_date: Ok(None),
        }
    }
    /// Sets the query parameter `appointment_type_id`.
    pub fn appointment_type_id<V>(mut self, value: V) -> Self
    where
        V: TryInto<String>,
    {
        self.appointment_type_id = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `String` for appointment_type_id failed".to_string()
            });
        self
    }
    /// Sets the query parameter `end_date`.
    pub fn end_date<V>(mut self, value: V) -> Self
    where
        V: TryInto<String>,
    {
        self.end_date = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `String` for end_date failed".to_string());
        self
    }
    /// Sets the query parameter `location_id`.
    pub fn location_id<V>(mut self, value: V) -> Self
    where
        V: TryInto<String>,
    {
        self.location_id = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `String` for location_id failed".to_string());
        self
    }
    /// Sets the query parameter `practitioner_id`.
    pub fn practitioner_id<V>(mut self, value: V) -> Self
    where
        V: TryInto<String>,
    {
        self.practitioner_id = value
            .try_into()
            .map(Some)
            .map_err(|_| {
                "conversion to `String` for practitioner_id failed".to_string()
            });
        self
    }
    /// Sets the query parameter `start_date`.
    pub fn start_date<V>(mut self, value: V) -> Self
    where
        V: TryInto<String>,
    {
        self.start_date = value
            .try_into()
            .map(Some)
            .map_err(|_| "conversion to `String` for start_date failed".to_string());
        self
    }
    /// Sends `GET /v1/slots/count`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the answer is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::CountSlotsResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

impl ::std::fmt::Debug for CountSlots<'_> {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CountSlots").finish_non_exhaustive()
    }
}

impl crate::Operation for CountSlots<'_> {
    type Output = types::CountSlotsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::COUNT_SLOTS;
    fn client(&self) -> &crate::Client {
        self.client
    }
    fn into_request(self) -> Result<::reqwest::Request, crate::Error> {
        let Self {
            client,
            appointment_type_id,
            end_date,
            location_id,
            practitioner_id,
            start_date,
        } = self;
        let appointment_type_id = appointment_type_id
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let end_date = end_date
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let location_id = location_id
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let practitioner_id = practitioner_id
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let start_date = start_date
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let url = format!("{}/v1/slots/count", client.base_url());
        client
            .http()
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "appointment_type_id",
                    &appointment_type_id,
                ),
            )
            .query(&progenitor_client::QueryParam::new("end_date", &end_date))
            .query(&progenitor_client::QueryParam::new("location_id", &location_id))
            .query(
                &progenitor_client::QueryParam::new("practitioner_id", &practitioner_id),
            )
            .query(&progenitor_client::QueryParam::new("start_date", &start_date))
            .build()
            .map_err(|error| crate::Error::unbuildable_request(Self::INFO, error))
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<CountSlots<'_>> {
    /// Expects this value of the query parameter `appointment_type_id`.
    #[must_use]
    pub fn appointment_type_id(self, value: &str) -> Self {
        self.query_parameter("appointment_type_id", value)
    }
    /// Expects this value of the query parameter `end_date`.
    #[must_use]
    pub fn end_date(self, value: &str) -> Self {
        self.query_parameter("end_date", value)
    }
    /// Expects this value of the query parameter `location_id`.
    #[must_use]
    pub fn location_id(self, value: &str) -> Self {
        self.query_parameter("location_id", value)
    }
    /// Expects this value of the query parameter `practitioner_id`.
    #[must_use]
    pub fn practitioner_id(self, value: &str) -> Self {
        self.query_parameter("practitioner_id", value)
    }
    /// Expects this value of the query parameter `start_date`.
    #[must_use]
    pub fn start_date(self, value: &str) -> Self {
        self.query_parameter("start_date", value)
    }
}
