//! `createPharmacy`: `POST /v1/pharmacies`.

use crate::types;

/// `createPharmacy`: `POST /v1/pharmacies`.
pub const CREATE_PHARMACY: crate::OperationInfo = crate::OperationInfo {
    id: "createPharmacy",
    method: ::reqwest::Method::POST,
    path: "/v1/pharmacies",
    tag: "Prescription",
    summary: "Create a pharmacy",
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
    provenance: crate::Provenance::Read,
};

/// The request of `createPharmacy`, started by [`Client::create_pharmacy`](crate::Client::create_pharmacy).
#[derive(Clone)]
pub struct CreatePharmacy {
    client: crate::Client,
    body: Result<types::builder::CreatePharmacyBody, crate::ConversionError>,
}

impl CreatePharmacy {
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
            types::CreatePharmacyBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::CreatePharmacyBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::CreatePharmacyBody,
        ) -> types::builder::CreatePharmacyBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/pharmacies`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::Pharmacy>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    CreatePharmacy
}

impl crate::Operation for CreatePharmacy {
    type Output = types::Pharmacy;
    const INFO: &'static crate::OperationInfo = &crate::operations::CREATE_PHARMACY;
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
                self.body.and_then(types::CreatePharmacyBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for CreatePharmacy {
    type Body = types::CreatePharmacyBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<CreatePharmacy> {
    /// Expects this request body.
    pub fn body(self, body: &types::CreatePharmacyBody) -> Self {
        self.json(body)
    }
}
