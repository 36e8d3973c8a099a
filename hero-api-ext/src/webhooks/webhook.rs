use std::{collections::BTreeMap, fmt};

use chrono::{DateTime, Utc};
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::Value;

use crate::{Error, shown, view};

/// A webhook that is wanted: an event, and the URL that it is posted to.
#[derive(Clone)]
#[must_use = "a declaration does nothing until it is created or ensured"]
pub struct NewWebhook {
    pub(super) event_type: String,
    pub(super) url: String,
    pub(super) description: Option<String>,
    pub(super) headers: Option<BTreeMap<String, String>>,
    pub(super) signing_key: Option<SecretString>,
}

impl NewWebhook {
    /// Posts events of this type to this URL.
    ///
    /// The reference lists `appointment.confirmed`, `appointment.cancelled`, `appointment.rescheduled`,
    /// `prescription.issued`, `patient.medical-record-updated`, `patient.added-to-sequence`,
    /// `write-to-record.succeeded` and `write-to-record.failed`.
    pub fn new(event_type: impl Into<String>, url: impl Into<String>) -> Self {
        Self { event_type: event_type.into(), url: url.into(), description: None, headers: None, signing_key: None }
    }

    /// A note for those who look at the list.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// A header that Hero sends with each delivery.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.get_or_insert_default().insert(name.into(), value.into());
        self
    }

    /// Signs deliveries with this key instead of one that is made: for one that many webhooks share, or that is kept
    /// elsewhere.
    pub fn signing_key(mut self, key: impl Into<SecretString>) -> Self {
        self.signing_key = Some(key.into());
        self
    }

    pub(super) fn check(&self) -> Result<(), Error> {
        let url = Url::parse(&self.url).map_err(|_| Error::invalid_input("the URL of the webhook", "is no URL"))?;
        let is_local = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if url.scheme() != "https" && !(url.scheme() == "http" && is_local) {
            return Err(Error::invalid_input("the URL of the webhook", "is not https"));
        }
        let is_blank = |key: &SecretString| key.expose_secret().trim().is_empty();
        if self.signing_key.as_ref().is_some_and(is_blank) {
            return Err(Error::invalid_input("the signing key of the webhook", "is empty"));
        }
        Ok(())
    }

    /// What tells webhooks apart.
    pub(super) fn identity(&self) -> (String, String) {
        (self.event_type.clone(), same_url(&self.url))
    }

    /// Whether a webhook that is there says something else, as far as it says anything.
    pub(super) fn differs_from(&self, webhook: &Webhook) -> bool {
        let text = |declared: &Option<String>, held: &Option<String>| declared != held && held.is_some();
        let headers = webhook.headers.as_ref().is_some_and(|held| {
            let declared = self.headers.iter().flatten().map(|(name, value)| (name.as_str(), value.as_str()));
            let held = held.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap_or_default()));
            !declared.eq(held)
        });
        let key = match (&self.signing_key, &webhook.signing_key) {
            (Some(declared), Some(held)) => declared.expose_secret() != held.expose_secret(),
            _ => false,
        };
        headers || key || text(&self.description, &webhook.description)
    }
}

impl fmt::Debug for NewWebhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewWebhook")
            .field("event_type", &shown::event_type(self.event_type.as_str()))
            .finish_non_exhaustive()
    }
}

/// The same for URLs that only look different.
fn same_url(url: &str) -> String {
    Url::parse(url).map_or_else(|_| url.to_owned(), String::from)
}

/// A webhook that is there.
#[derive(Clone, Deserialize)]
pub struct Webhook {
    #[serde(deserialize_with = "view::required_id")]
    id: String,
    #[serde(default, deserialize_with = "view::text")]
    event_type: Option<String>,
    #[serde(default, deserialize_with = "view::text")]
    url: Option<String>,
    #[serde(default, deserialize_with = "view::text")]
    description: Option<String>,
    #[serde(default)]
    headers: Option<BTreeMap<String, Value>>,
    #[serde(default)]
    signing_key: Option<SecretString>,
    #[serde(default, deserialize_with = "view::time")]
    created_at: Option<DateTime<Utc>>,
}

impl Webhook {
    /// The id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The type of event.
    #[must_use]
    pub fn event_type(&self) -> Option<&str> {
        self.event_type.as_deref()
    }

    /// Where events are posted.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// The note that was given.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// When it was created.
    #[must_use]
    pub fn created_at(&self) -> Option<DateTime<Utc>> {
        self.created_at
    }

    pub(super) fn identity(&self) -> Option<(String, String)> {
        Some((self.event_type.clone()?, same_url(self.url.as_deref()?)))
    }
}

/// A URL may hold a secret in its path or query, and headers mostly are secrets.
impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook")
            .field("id", &shown::id(self.id()))
            .field("event_type", &shown::event_type(self.event_type()))
            .finish_non_exhaustive()
    }
}

/// A webhook that was created, with the key that its deliveries are signed with.
#[derive(Clone, Debug)]
pub struct CreatedWebhook {
    webhook: Webhook,
    signing_key: SecretString,
}

impl CreatedWebhook {
    pub(super) fn new(webhook: Webhook, signing_key: SecretString) -> Self {
        Self { webhook, signing_key }
    }

    /// The webhook.
    #[must_use]
    pub fn webhook(&self) -> &Webhook {
        &self.webhook
    }

    /// The key. Keep it: whoever receives the deliveries needs it.
    #[must_use]
    pub fn signing_key(&self) -> &SecretString {
        &self.signing_key
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn held(fields: Value) -> Webhook {
        serde_json::from_value(fields).unwrap()
    }

    #[test]
    fn what_the_list_does_not_say_is_no_difference() {
        let declared = NewWebhook::new("e", "https://a.example").description("d").header("x", "1").signing_key("k");
        assert!(!declared.differs_from(&held(json!({ "id": "1" }))));
        assert!(!declared.differs_from(&held(json!({ "id": "1", "description": "d", "headers": { "x": "1" } }))));
        for other in [json!({ "description": "D" }), json!({ "headers": {} }), json!({ "signing_key": "other" })] {
            let mut fields = json!({ "id": 1 });
            fields.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
            assert!(declared.differs_from(&held(fields)), "{other}");
        }
    }

    #[test]
    fn urls_that_only_look_different_are_the_same() {
        let declared = NewWebhook::new("e", "https://A.example:443/");
        assert_eq!(
            held(json!({ "id": 1, "event_type": "e", "url": "https://a.example" })).identity(),
            Some(declared.identity())
        );
    }

    #[test]
    fn deliveries_go_over_tls_or_nowhere_but_here() {
        for (url, is_fine) in [
            ("https://a.example/x", true),
            ("http://localhost:8080/x", true),
            ("http://127.0.0.1/x", true),
            ("http://a.example/x", false),
            ("ftp://a.example/x", false),
            ("a.example/x", false),
        ] {
            assert_eq!(NewWebhook::new("e", url).check().is_ok(), is_fine, "{url}");
        }
        assert!(NewWebhook::new("e", "https://a.example").signing_key(" ").check().is_err());
    }

    #[test]
    fn debug_shows_neither_url_nor_header_nor_key() {
        let webhook = held(
            json!({ "id": 1, "url": "https://a.test/marker", "signing_key": "marker", "headers": { "x": "marker" } }),
        );
        let declared = NewWebhook::new("e", "https://a.example/marker").signing_key("marker");
        let created = CreatedWebhook::new(webhook.clone(), "marker".into());
        assert!(!format!("{webhook:?} {declared:?} {created:?}").contains("marker"));
    }
}
