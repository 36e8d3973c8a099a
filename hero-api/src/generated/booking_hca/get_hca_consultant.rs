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

impl ::std::fmt::Debug for GetHcaConsultant {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetHcaConsultant").finish_non_exhaustive()
    }
}

impl crate::Operation for GetHcaConsultant {
    type Output = types::GetHcaConsultantResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_HCA_CONSULTANT;
    fn client(&self) -> &crate::Client {
        &self.client
    }
    fn into_request(self) -> Result<::reqwest::Request, crate::Error> {
        let Self { client, gmc_number } = self;
        let gmc_number = gmc_number
            .map_err(|reason| crate::Error::invalid_request(Self::INFO, reason))?;
        let gmc_number = crate::runtime::path::segment(
            Self::INFO,
            "gmc_number",
            &gmc_number.to_string(),
        )?;
        let url = client.url(&format!("/v1/booking-hca/consultants/{}", gmc_number));
        client
            .http()
            .get(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .build()
            .map_err(|error| crate::Error::unbuildable_request(Self::INFO, error))
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<GetHcaConsultant> {
    /// Expects this value of the path parameter `gmc_number`.
    pub fn gmc_number(self, value: &str) -> Self {
        self.path_parameter("gmc_number", &value.to_string())
    }
}
