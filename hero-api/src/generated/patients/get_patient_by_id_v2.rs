//! `getPatientByIdV2`: `GET /v2/patients/{id}`.

use crate::types;

/// `getPatientByIdV2`: `GET /v2/patients/{id}`.
pub const GET_PATIENT_BY_ID_V2: crate::OperationInfo = crate::OperationInfo {
    id: "getPatientByIdV2",
    method: ::reqwest::Method::GET,
    path: "/v2/patients/{id}",
    tag: "Patients",
    summary: "Get a patient (v2)",
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
        crate::ErrorSchema::new(crate::StatusPattern::Exact(404), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Read,
};

/// The request of `getPatientByIdV2`, started by [`Client::get_patient_by_id_v2`](crate::Client::get_patient_by_id_v2).
#[derive(Clone)]
pub struct GetPatientByIdV2 {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
    data_source: Result<
        Option<types::GetPatientByIdV2DataSource>,
        crate::ConversionError,
    >,
}

impl GetPatientByIdV2 {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            id: Err("id was not initialized".into()),
            data_source: Ok(None),
        }
    }
    /// Sets the path parameter `id`.
    pub fn id(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.id = crate::runtime::conversion::required("id", value);
        self
    }
    /// Sets the query parameter `data_source`: Where to read the patient from.
    pub fn data_source(
        mut self,
        value: impl TryInto<
            types::GetPatientByIdV2DataSource,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.data_source = crate::runtime::conversion::optional(
            "data_source",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `data_source` if there is a value.
    pub fn maybe_data_source(
        mut self,
        value: Option<
            impl TryInto<
                types::GetPatientByIdV2DataSource,
                Error: ::std::fmt::Display + 'static,
            >,
        >,
    ) -> Self {
        self.data_source = crate::runtime::conversion::optional("data_source", value);
        self
    }
    /// Sends `GET /v2/patients/{id}`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::Patient>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    GetPatientByIdV2
}

impl crate::Operation for GetPatientByIdV2 {
    type Output = types::Patient;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_PATIENT_BY_ID_V2;
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
        request.query("data_source", self.data_source);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<GetPatientByIdV2> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
    /// Expects this value of the query parameter `data_source`.
    pub fn data_source(self, value: &types::GetPatientByIdV2DataSource) -> Self {
        self.query_parameter("data_source", value)
    }
}
