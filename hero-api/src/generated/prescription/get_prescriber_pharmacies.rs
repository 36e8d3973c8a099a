//! `getPrescriberPharmacies`: `GET /v1/prescriber/{id}/pharmacies`.

use crate::types;

/// `getPrescriberPharmacies`: `GET /v1/prescriber/{id}/pharmacies`.
pub const GET_PRESCRIBER_PHARMACIES: crate::OperationInfo = crate::OperationInfo {
    id: "getPrescriberPharmacies",
    method: ::reqwest::Method::GET,
    path: "/v1/prescriber/{id}/pharmacies",
    tag: "Prescription",
    summary: "List the pharmacies of a prescriber",
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
    provenance: crate::Provenance::Read,
};

/// The request of `getPrescriberPharmacies`, started by [`Client::get_prescriber_pharmacies`](crate::Client::get_prescriber_pharmacies).
#[derive(Clone)]
pub struct GetPrescriberPharmacies {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
}

impl GetPrescriberPharmacies {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            id: Err("id was not initialized".into()),
        }
    }
    /// Sets the path parameter `id`: The id of the prescriber.
    pub fn id(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.id = crate::runtime::conversion::required("id", value);
        self
    }
    /// Sends `GET /v1/prescriber/{id}/pharmacies`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<
        crate::ResponseValue<types::GetPrescriberPharmaciesResponse>,
        crate::Error,
    > {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    GetPrescriberPharmacies
}

impl crate::Operation for GetPrescriberPharmacies {
    type Output = types::GetPrescriberPharmaciesResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_PRESCRIBER_PHARMACIES;
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
        request.path("id", self.id);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<GetPrescriberPharmacies> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
}
