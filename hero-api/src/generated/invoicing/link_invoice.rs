//! `linkInvoice`: `POST /v1/invoicing/invoices/link`.

use crate::types;

/// `linkInvoice`: `POST /v1/invoicing/invoices/link`.
pub const LINK_INVOICE: crate::OperationInfo = crate::OperationInfo {
    id: "linkInvoice",
    method: ::reqwest::Method::POST,
    path: "/v1/invoicing/invoices/link",
    tag: "Invoicing",
    summary: "Link an invoice to an appointment",
    idempotent: false,
    paged: false,
    success: &[crate::StatusPattern::Class(2)],
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

/// The request of `linkInvoice`, started by [`Client::link_invoice`](crate::Client::link_invoice).
#[derive(Clone)]
pub struct LinkInvoice {
    client: crate::Client,
    body: Result<types::builder::LinkInvoiceBody, crate::ConversionError>,
}

impl LinkInvoice {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            body: Ok(Default::default()),
        }
    }
    /// Sets the request body.
    pub fn body(
        mut self,
        value: impl TryInto<types::LinkInvoiceBody, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::LinkInvoiceBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(types::builder::LinkInvoiceBody) -> types::builder::LinkInvoiceBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/invoicing/invoices/link`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::LinkInvoiceResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    LinkInvoice
}

impl crate::Operation for LinkInvoice {
    type Output = types::LinkInvoiceResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LINK_INVOICE;
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
                self.body.and_then(types::LinkInvoiceBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for LinkInvoice {
    type Body = types::LinkInvoiceBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<LinkInvoice> {
    /// Expects this request body.
    pub fn body(self, body: &types::LinkInvoiceBody) -> Self {
        self.json(body)
    }
}
