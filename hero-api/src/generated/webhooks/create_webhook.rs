//! `createWebhook`: `POST /v1/webhooks`.

use crate::types;

/// `createWebhook`: `POST /v1/webhooks`.
pub const CREATE_WEBHOOK: crate::OperationInfo = crate::OperationInfo {
    id: "createWebhook",
    method: ::reqwest::Method::POST,
    path: "/v1/webhooks",
    tag: "Webhooks",
    summary: "Create a webhook",
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
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Read,
};

/// The request of `createWebhook`, started by [`Client::create_webhook`](crate::Client::create_webhook).
#[derive(Clone)]
pub struct CreateWebhook {
    client: crate::Client,
    body: Result<types::builder::CreateWebhookBody, crate::ConversionError>,
}

impl CreateWebhook {
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
            types::CreateWebhookBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::CreateWebhookBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::CreateWebhookBody,
        ) -> types::builder::CreateWebhookBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/webhooks`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::CreateWebhookResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    CreateWebhook
}

impl crate::Operation for CreateWebhook {
    type Output = types::CreateWebhookResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::CREATE_WEBHOOK;
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
                self.body.and_then(types::CreateWebhookBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for CreateWebhook {
    type Body = types::CreateWebhookBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<CreateWebhook> {
    /// Expects this request body.
    pub fn body(self, body: &types::CreateWebhookBody) -> Self {
        self.json(body)
    }
}
