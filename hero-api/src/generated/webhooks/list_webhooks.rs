//! `listWebhooks`: `GET /v1/webhooks`.

use crate::types;

/// `listWebhooks`: `GET /v1/webhooks`.
pub const LIST_WEBHOOKS: crate::OperationInfo = crate::OperationInfo {
    id: "listWebhooks",
    method: ::reqwest::Method::GET,
    path: "/v1/webhooks",
    tag: "Webhooks",
    summary: "List webhooks",
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
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Inferred,
};

/// The request of `listWebhooks`, started by [`Client::list_webhooks`](crate::Client::list_webhooks).
#[derive(Clone)]
pub struct ListWebhooks {
    client: crate::Client,
    event_type: Result<Option<String>, crate::ConversionError>,
}

impl ListWebhooks {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            event_type: Ok(None),
        }
    }
    /// Sets the query parameter `event_type`: Only webhooks for this event.
    pub fn event_type(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.event_type = crate::runtime::conversion::optional(
            "event_type",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `event_type` if there is a value.
    pub fn maybe_event_type(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.event_type = crate::runtime::conversion::optional("event_type", value);
        self
    }
    /// Sends `GET /v1/webhooks`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListWebhooksResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListWebhooks
}

impl crate::Operation for ListWebhooks {
    type Output = types::ListWebhooksResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_WEBHOOKS;
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
        request.query("event_type", self.event_type);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListWebhooks> {
    /// Expects this value of the query parameter `event_type`.
    pub fn event_type(self, value: &str) -> Self {
        self.query_parameter("event_type", value)
    }
}
