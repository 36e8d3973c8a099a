//! `sendMessage`: `POST /v1/messages/send`.

use crate::types;

/// `sendMessage`: `POST /v1/messages/send`.
pub const SEND_MESSAGE: crate::OperationInfo = crate::OperationInfo {
    id: "sendMessage",
    method: ::reqwest::Method::POST,
    path: "/v1/messages/send",
    tag: "Messages",
    summary: "Send a message",
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

/// The request of `sendMessage`, started by [`Client::send_message`](crate::Client::send_message).
#[derive(Clone)]
pub struct SendMessage {
    client: crate::Client,
    body: Result<types::builder::SendMessageBody, crate::ConversionError>,
}

impl SendMessage {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            body: Ok(Default::default()),
        }
    }
    /// Sets the request body.
    pub fn body(
        mut self,
        value: impl TryInto<types::SendMessageBody, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::SendMessageBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(types::builder::SendMessageBody) -> types::builder::SendMessageBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/messages/send`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::SendMessageResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    SendMessage
}

impl crate::Operation for SendMessage {
    type Output = types::SendMessageResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::SEND_MESSAGE;
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
                self.body.and_then(types::SendMessageBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for SendMessage {
    type Body = types::SendMessageBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<SendMessage> {
    /// Expects this request body.
    pub fn body(self, body: &types::SendMessageBody) -> Self {
        self.json(body)
    }
}
