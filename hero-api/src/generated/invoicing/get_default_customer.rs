//! `getDefaultCustomer`: `GET /v1/invoicing/customers/default`.

use crate::types;

/// `getDefaultCustomer`: `GET /v1/invoicing/customers/default`.
pub const GET_DEFAULT_CUSTOMER: crate::OperationInfo = crate::OperationInfo {
    id: "getDefaultCustomer",
    method: ::reqwest::Method::GET,
    path: "/v1/invoicing/customers/default",
    tag: "Invoicing",
    summary: "Get the default customer of a patient",
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

/// The request of `getDefaultCustomer`, started by [`Client::get_default_customer`](crate::Client::get_default_customer).
#[derive(Clone)]
pub struct GetDefaultCustomer {
    client: crate::Client,
    patient_id: Result<Option<String>, crate::ConversionError>,
}

impl GetDefaultCustomer {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            patient_id: Ok(None),
        }
    }
    /// Sets the query parameter `patient_id`.
    pub fn patient_id(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.patient_id = crate::runtime::conversion::optional(
            "patient_id",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `patient_id` if there is a value.
    pub fn maybe_patient_id(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.patient_id = crate::runtime::conversion::optional("patient_id", value);
        self
    }
    /// Sends `GET /v1/invoicing/customers/default`.
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
    GetDefaultCustomer
}

impl crate::Operation for GetDefaultCustomer {
    type Output = types::Customer;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_DEFAULT_CUSTOMER;
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
        request.query("patient_id", self.patient_id);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<GetDefaultCustomer> {
    /// Expects this value of the query parameter `patient_id`.
    pub fn patient_id(self, value: &str) -> Self {
        self.query_parameter("patient_id", value)
    }
}
