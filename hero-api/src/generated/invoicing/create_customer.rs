//! `createCustomer`: `POST /v1/invoicing/customers`.

use crate::types;

/// `createCustomer`: `POST /v1/invoicing/customers`.
pub const CREATE_CUSTOMER: crate::OperationInfo = crate::OperationInfo {
    id: "createCustomer",
    method: ::reqwest::Method::POST,
    path: "/v1/invoicing/customers",
    tag: "Invoicing",
    summary: "Create a customer",
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
        crate::ErrorSchema::new(crate::StatusPattern::Exact(404), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Read,
};

/// The request of `createCustomer`, started by [`Client::create_customer`](crate::Client::create_customer).
#[derive(Clone)]
pub struct CreateCustomer {
    client: crate::Client,
    body: Result<types::builder::CreateCustomerBody, crate::ConversionError>,
}

impl CreateCustomer {
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
            types::CreateCustomerBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::CreateCustomerBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::CreateCustomerBody,
        ) -> types::builder::CreateCustomerBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/invoicing/customers`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::Customer>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    CreateCustomer
}

impl crate::Operation for CreateCustomer {
    type Output = types::Customer;
    const INFO: &'static crate::OperationInfo = &crate::operations::CREATE_CUSTOMER;
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
                self.body.and_then(types::CreateCustomerBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for CreateCustomer {
    type Body = types::CreateCustomerBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<CreateCustomer> {
    /// Expects this request body.
    pub fn body(self, body: &types::CreateCustomerBody) -> Self {
        self.json(body)
    }
}
