//! `connectPatientEhr`: `POST /v1/patients/{id}/ehr/connect`.

use crate::types;

/// `connectPatientEhr`: `POST /v1/patients/{id}/ehr/connect`.
pub const CONNECT_PATIENT_EHR: crate::OperationInfo = crate::OperationInfo {
    id: "connectPatientEhr",
    method: ::reqwest::Method::POST,
    path: "/v1/patients/{id}/ehr/connect",
    tag: "Patients",
    summary: "Connect a patient to an EHR record",
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
    provenance: crate::Provenance::Sample,
};

/// The request of `connectPatientEhr`, started by [`Client::connect_patient_ehr`](crate::Client::connect_patient_ehr).
#[derive(Clone)]
pub struct ConnectPatientEhr {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
    body: Result<types::builder::ConnectPatientEhrBody, crate::ConversionError>,
}

impl ConnectPatientEhr {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            id: Err("id was not initialized".into()),
            body: Ok(Default::default()),
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
    /// Sets the request body.
    pub fn body(
        mut self,
        value: impl TryInto<
            types::ConnectPatientEhrBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::ConnectPatientEhrBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::ConnectPatientEhrBody,
        ) -> types::builder::ConnectPatientEhrBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/patients/{id}/ehr/connect`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ConnectPatientEhrResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ConnectPatientEhr
}

impl crate::Operation for ConnectPatientEhr {
    type Output = types::ConnectPatientEhrResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::CONNECT_PATIENT_EHR;
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
        request
            .json(
                "application/json",
                self.body.and_then(types::ConnectPatientEhrBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for ConnectPatientEhr {
    type Body = types::ConnectPatientEhrBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ConnectPatientEhr> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
    /// Expects this request body.
    pub fn body(self, body: &types::ConnectPatientEhrBody) -> Self {
        self.json(body)
    }
}
