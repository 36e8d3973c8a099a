//! Webhooks: who is told of which event, and what became of each delivery.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use http::{HeaderName, HeaderValue, StatusCode};
use reqwest::Url;
use serde_json::{Value, json};

use super::{
    practice::{Happening, Practice, list},
    refusal::Refusal,
    scene::{Request, Scene, written},
};
use crate::webhook_receiver::testing::signed_body;

/// An event that is posted to a URL.
#[derive(Clone)]
pub(super) struct Webhook {
    pub(super) id: u64,
    pub(super) event: String,
    pub(super) url: String,
    description: Option<String>,
    signing_key: Option<String>,
    headers: BTreeMap<String, String>,
    created_at: DateTime<Utc>,
}

impl std::fmt::Debug for Webhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Webhook").field("id", &self.id).field("event", &self.event).finish_non_exhaustive()
    }
}

/// An event on its way to a webhook.
#[derive(Clone, Debug)]
pub(super) struct Delivery {
    pub(super) webhook: Webhook,
    pub(super) happening: Happening,
    /// How often it was posted.
    pub(super) attempts: u32,
    /// The status of the last response; nothing when there was none.
    pub(super) status: Option<StatusCode>,
    pub(super) state: DeliveryState,
}

/// How far a delivery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DeliveryState {
    /// It is posted, or is going to be posted again.
    Waiting,
    /// The receiver responded with a 2xx.
    Delivered,
    /// It was posted as often as it is, and is not posted again.
    GivenUp,
}

impl Delivery {
    /// The bytes that are posted: the four members of the documented payload.
    pub(super) fn body(&self, practice_group_id: &str) -> Vec<u8> {
        let Happening { event, object, id } = &self.happening;
        let body = json!({ "object": object, "id": id, "practice_group_id": practice_group_id, "event": event });
        body.to_string().into_bytes()
    }

    /// The request, signed as of now if there is a key.
    pub(super) fn request(
        &self,
        http: &reqwest::Client,
        practice_group_id: &str,
        now: DateTime<Utc>,
    ) -> reqwest::RequestBuilder {
        let body = self.body(practice_group_id);
        let mut request = http.post(&self.webhook.url);
        for (name, value) in &self.webhook.headers {
            request = request.header(name, value);
        }
        // A key that cannot sign was refused when the webhook was created.
        match self.webhook.signing_key.as_ref().and_then(|key| signed_body(key, body.clone(), now).ok()) {
            Some(signed) => request.headers(signed.headers).body(signed.body),
            None => request.header(http::header::CONTENT_TYPE, "application/json").body(body),
        }
    }
}

impl Practice {
    /// Turns what happened into deliveries, and returns the positions of the new ones.
    pub(super) fn dispatch(&mut self) -> Vec<usize> {
        let first = self.deliveries.len();
        for happening in std::mem::take(&mut self.events) {
            for webhook in self.webhooks.values().filter(|webhook| webhook.event == happening.event) {
                self.deliveries.push(Delivery {
                    webhook: webhook.clone(),
                    happening: happening.clone(),
                    attempts: 0,
                    status: None,
                    state: DeliveryState::Waiting,
                });
            }
        }
        (first..self.deliveries.len()).collect()
    }
}

impl Webhook {
    fn listed(&self) -> Value {
        let mut listed = json!({
            "id": self.id.to_string(),
            "event_type": self.event,
            "url": self.url,
            "headers": self.headers,
            "created_at": written(self.created_at),
            "updated_at": written(self.created_at),
        });
        if let Some(description) = &self.description {
            listed["description"] = json!(description);
        }
        listed
    }
}

/// `createWebhook`
pub(super) fn create(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let url = request.text("url").unwrap_or_default().to_owned();
    if !Url::parse(&url).is_ok_and(|url| matches!(url.scheme(), "http" | "https")) {
        return Err(Refusal::field("url", "invalid_string", "an http or https URL"));
    }
    let signing_key = request.body.get("signing_key").and_then(Value::as_str).map(str::to_owned);
    if signing_key.as_ref().is_some_and(|key| signed_body(key, Vec::new(), scene.now).is_err()) {
        return Err(Refusal::field("signing_key", "custom", "a key without white space around it"));
    }
    let mut headers = BTreeMap::new();
    for (name, value) in request.body.get("headers").and_then(Value::as_object).into_iter().flatten() {
        let value =
            value.as_str().filter(|value| HeaderValue::from_str(value).is_ok() && name.parse::<HeaderName>().is_ok());
        let value = value.ok_or_else(|| Refusal::field("headers", "invalid_string", "headers of HTTP"))?;
        headers.insert(name.clone(), value.to_owned());
    }
    let webhook = Webhook {
        id: scene.practice.new_id(),
        event: request.text("event_type").unwrap_or_default().to_owned(),
        url,
        description: request.text("description").map(str::to_owned),
        signing_key,
        headers,
        created_at: scene.now,
    };
    let mut created = webhook.listed();
    if let Some(key) = &webhook.signing_key {
        created["signing_key"] = json!(key);
    }
    scene.practice.webhooks.insert(webhook.id, webhook);
    Ok(created)
}

/// `listWebhooks`: without the signing keys.
pub(super) fn list_all(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let wanted = request.query("event_type");
    let webhooks =
        scene.practice.webhooks.values().filter(|webhook| wanted.is_none_or(|wanted| wanted == webhook.event));
    Ok(list(webhooks.map(Webhook::listed).collect()))
}

/// `deleteWebhook`
pub(super) fn delete(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let id = request.number()?;
    scene.practice.webhooks.remove(&id).map(|_| json!({})).ok_or(Refusal::NOT_FOUND)
}
