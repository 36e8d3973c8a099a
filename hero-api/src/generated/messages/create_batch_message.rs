//! `createBatchMessage`: `POST /v1/batch_message`.

use crate::types;

/// `createBatchMessage`: `POST /v1/batch_message`.
pub const CREATE_BATCH_MESSAGE: crate::OperationInfo = crate::OperationInfo {
    id: "createBatchMessage",
    method: ::reqwest::Method::POST,
    path: "/v1/batch_message",
    tag: "Messages",
    summary: "Create a batch message",
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

/// The request of `createBatchMessage`, started by [`Client::create_batch_message`](crate::Client::create_batch_message).
#[derive(Clone)]
pub struct CreateBatchMessage {
    client: crate::Client,
    body: Result<types::builder::CreateBatchMessageBody, crate::ConversionError>,
}

impl CreateBatchMessage {
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
            types::CreateBatchMessageBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::CreateBatchMessageBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::CreateBatchMessageBody,
        ) -> types::builder::CreateBatchMessageBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/batch_message`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::CreateBatchMessageResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    CreateBatchMessage
}

impl crate::Operation for CreateBatchMessage {
    type Output = types::CreateBatchMessageResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::CREATE_BATCH_MESSAGE;
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
                self.body.and_then(types::CreateBatchMessageBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for CreateBatchMessage {
    type Body = types::CreateBatchMessageBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<CreateBatchMessage> {
    /// Expects this request body.
    pub fn body(self, body: &types::CreateBatchMessageBody) -> Self {
        self.json(body)
    }
}
