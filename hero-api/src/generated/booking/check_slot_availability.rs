//! `checkSlotAvailability`: `POST /v1/slots/availability`.

use crate::types;

/// `checkSlotAvailability`: `POST /v1/slots/availability`.
pub const CHECK_SLOT_AVAILABILITY: crate::OperationInfo = crate::OperationInfo {
    id: "checkSlotAvailability",
    method: ::reqwest::Method::POST,
    path: "/v1/slots/availability",
    tag: "Booking",
    summary: "Check that a slot is free",
    idempotent: false,
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

/// The request of `checkSlotAvailability`, started by [`Client::check_slot_availability`](crate::Client::check_slot_availability).
#[derive(Clone)]
pub struct CheckSlotAvailability {
    client: crate::Client,
    body: Result<types::builder::CheckSlotAvailabilityBody, crate::ConversionError>,
}

impl CheckSlotAvailability {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            body: Ok(Default::default()),
        }
    }
    /// Sets the request body.
    pub fn body(
        mut self,
        value: impl TryInto<
            types::CheckSlotAvailabilityBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::CheckSlotAvailabilityBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::CheckSlotAvailabilityBody,
        ) -> types::builder::CheckSlotAvailabilityBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/slots/availability`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<
        crate::ResponseValue<types::CheckSlotAvailabilityResponse>,
        crate::Error,
    > {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    CheckSlotAvailability
}

impl crate::Operation for CheckSlotAvailability {
    type Output = types::CheckSlotAvailabilityResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::CHECK_SLOT_AVAILABILITY;
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
        request
            .json(
                "application/json",
                self.body.and_then(types::CheckSlotAvailabilityBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for CheckSlotAvailability {
    type Body = types::CheckSlotAvailabilityBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<CheckSlotAvailability> {
    /// Expects this request body.
    pub fn body(self, body: &types::CheckSlotAvailabilityBody) -> Self {
        self.json(body)
    }
}
