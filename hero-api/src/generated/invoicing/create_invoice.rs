//! `createInvoice`: `POST /v1/invoicing/invoices`.

use crate::types;

/// `createInvoice`: `POST /v1/invoicing/invoices`.
pub const CREATE_INVOICE: crate::OperationInfo = crate::OperationInfo {
    id: "createInvoice",
    method: ::reqwest::Method::POST,
    path: "/v1/invoicing/invoices",
    tag: "Invoicing",
    summary: "Create an invoice",
    idempotent: false,
    paged: false,
    success: &[crate::StatusPattern::Exact(201)],
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

/// The request of `createInvoice`, started by [`Client::create_invoice`](crate::Client::create_invoice).
#[derive(Clone)]
pub struct CreateInvoice {
    client: crate::Client,
    body: Result<types::builder::CreateInvoiceBody, crate::ConversionError>,
}

impl CreateInvoice {
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
            types::CreateInvoiceBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::CreateInvoiceBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::CreateInvoiceBody,
        ) -> types::builder::CreateInvoiceBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/invoicing/invoices`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::CreateInvoiceResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    CreateInvoice
}

impl crate::Operation for CreateInvoice {
    type Output = types::CreateInvoiceResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::CREATE_INVOICE;
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
                self.body.and_then(types::CreateInvoiceBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for CreateInvoice {
    type Body = types::CreateInvoiceBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<CreateInvoice> {
    /// Expects this request body.
    pub fn body(self, body: &types::CreateInvoiceBody) -> Self {
        self.json(body)
    }
}
