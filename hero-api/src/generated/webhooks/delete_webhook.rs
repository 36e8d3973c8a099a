//! `deleteWebhook`: `DELETE /v1/webhooks/{id}`.

use crate::types;

/// `deleteWebhook`: `DELETE /v1/webhooks/{id}`.
pub const DELETE_WEBHOOK: crate::OperationInfo = crate::OperationInfo {
    id: "deleteWebhook",
    method: ::reqwest::Method::DELETE,
    path: "/v1/webhooks/{id}",
    tag: "Webhooks",
    summary: "Delete a webhook",
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

/// The request of `deleteWebhook`, started by [`Client::delete_webhook`](crate::Client::delete_webhook).
#[derive(Clone)]
pub struct DeleteWebhook {
    client: crate::Client,
    id: Result<String, crate::ConversionError>,
}

impl DeleteWebhook {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            id: Err("id was not initialized".into()),
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
    /// Sends `DELETE /v1/webhooks/{id}`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::DeleteWebhookResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    DeleteWebhook
}

impl crate::Operation for DeleteWebhook {
    type Output = types::DeleteWebhookResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::DELETE_WEBHOOK;
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
impl crate::mock::When<DeleteWebhook> {
    /// Expects this value of the path parameter `id`.
    pub fn id(self, value: &str) -> Self {
        self.path_parameter("id", &value.to_string())
    }
}
