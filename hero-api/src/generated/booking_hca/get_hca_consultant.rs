//! `getHcaConsultant`: `GET /v1/booking-hca/consultants/{gmc_number}`.

use crate::types;

/// `getHcaConsultant`: `GET /v1/booking-hca/consultants/{gmc_number}`.
pub const GET_HCA_CONSULTANT: crate::OperationInfo = crate::OperationInfo {
    id: "getHcaConsultant",
    method: ::reqwest::Method::GET,
    path: "/v1/booking-hca/consultants/{gmc_number}",
    tag: "Booking - HCA",
    summary: "Get an HCA consultant",
    idempotent: true,
    paged: false,
    success: &[crate::StatusPattern::Exact(200)],
    errors: &[
        crate::ErrorSchema::new(crate::StatusPattern::Exact(401), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(403), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(404), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Inferred,
};

/// The request of `getHcaConsultant`, started by [`Client::get_hca_consultant`](crate::Client::get_hca_consultant).
#[derive(Clone)]
pub struct GetHcaConsultant {
    client: crate::Client,
    gmc_number: Result<String, crate::ConversionError>,
}

impl GetHcaConsultant {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            gmc_number: Err("gmc_number was not initialized".into()),
        }
    }
    /// Sets the path parameter `gmc_number`: The consultant's number at the General Medical Council. Its type is a guess.
    pub fn gmc_number(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.gmc_number = crate::runtime::conversion::required("gmc_number", value);
        self
    }
    /// Sends `GET /v1/booking-hca/consultants/{gmc_number}`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::GetHcaConsultantResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    GetHcaConsultant
}

impl crate::Operation for GetHcaConsultant {
    type Output = types::GetHcaConsultantResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_HCA_CONSULTANT;
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
        request.path("gmc_number", self.gmc_number);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<GetHcaConsultant> {
    /// Expects this value of the path parameter `gmc_number`.
    pub fn gmc_number(self, value: &str) -> Self {
        self.path_parameter("gmc_number", &value.to_string())
    }
}
