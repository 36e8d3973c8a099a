//! `createBookingLink`: `POST /v1/booking_links`.

use crate::types;

/// `createBookingLink`: `POST /v1/booking_links`.
pub const CREATE_BOOKING_LINK: crate::OperationInfo = crate::OperationInfo {
    id: "createBookingLink",
    method: ::reqwest::Method::POST,
    path: "/v1/booking_links",
    tag: "Links",
    summary: "Create a booking link",
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
    provenance: crate::Provenance::Inferred,
};

/// The request of `createBookingLink`, started by [`Client::create_booking_link`](crate::Client::create_booking_link).
#[derive(Clone)]
pub struct CreateBookingLink {
    client: crate::Client,
    body: Result<types::builder::CreateBookingLinkBody, crate::ConversionError>,
}

impl CreateBookingLink {
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
            types::CreateBookingLinkBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::CreateBookingLinkBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::CreateBookingLinkBody,
        ) -> types::builder::CreateBookingLinkBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/booking_links`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::CreateBookingLinkResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    CreateBookingLink
}

impl crate::Operation for CreateBookingLink {
    type Output = types::CreateBookingLinkResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::CREATE_BOOKING_LINK;
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
                self.body.and_then(types::CreateBookingLinkBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for CreateBookingLink {
    type Body = types::CreateBookingLinkBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<CreateBookingLink> {
    /// Expects this request body.
    pub fn body(self, body: &types::CreateBookingLinkBody) -> Self {
        self.json(body)
    }
}
