//! `updateAdmin`: `PATCH /v1/admins/{id}`.

use crate::types;

/// `updateAdmin`: `PATCH /v1/admins/{id}`.
pub const UPDATE_ADMIN: crate::OperationInfo = crate::OperationInfo {
    id: "updateAdmin",
    method: ::reqwest::Method::PATCH,
    path: "/v1/admins/{id}",
    tag: "Admin",
    summary: "Update an admin",
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

/// The request of `updateAdmin`, started by [`Client::update_admin`](crate::Client::update_admin).
#[derive(Clone)]
pub struct UpdateAdmin {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
    body: Result<types::builder::UpdateAdminBody, crate::ConversionError>,
}

impl UpdateAdmin {
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
        value: impl TryInto<types::UpdateAdminBody, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::UpdateAdminBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(types::builder::UpdateAdminBody) -> types::builder::UpdateAdminBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `PATCH /v1/admins/{id}`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::UpdateAdminResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    UpdateAdmin
}

impl crate::Operation for UpdateAdmin {
    type Output = types::UpdateAdminResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::UPDATE_ADMIN;
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
                self.body.and_then(types::UpdateAdminBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for UpdateAdmin {
    type Body = types::UpdateAdminBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<UpdateAdmin> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
    /// Expects this request body.
    pub fn body(self, body: &types::UpdateAdminBody) -> Self {
        self.json(body)
    }
}
