use std::fmt;

use hero_api::Json;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value, json};

use crate::{Error, Hero, call::send_when_awaited, view::ViewAs};

/// An address of a practice. What is not set is not sent.
#[derive(Clone, Default)]
pub struct Address(Map<String, Value>);

impl Address {
    /// An address in which nothing is set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The first line.
    #[must_use]
    pub fn line_1(self, text: impl Into<String>) -> Self {
        self.set("line_1", text)
    }

    /// The second line.
    #[must_use]
    pub fn line_2(self, text: impl Into<String>) -> Self {
        self.set("line_2", text)
    }

    /// The third line.
    #[must_use]
    pub fn line_3(self, text: impl Into<String>) -> Self {
        self.set("line_3", text)
    }

    /// The town.
    #[must_use]
    pub fn town(self, text: impl Into<String>) -> Self {
        self.set("town", text)
    }

    /// The county.
    #[must_use]
    pub fn county(self, text: impl Into<String>) -> Self {
        self.set("county", text)
    }

    /// The postcode.
    #[must_use]
    pub fn postcode(self, text: impl Into<String>) -> Self {
        self.set("postcode", text)
    }

    /// The country. The page shows the first letters of this field only.
    #[must_use]
    pub fn country(self, text: impl Into<String>) -> Self {
        self.set("country", text)
    }

    fn set(mut self, field: &str, text: impl Into<String>) -> Self {
        self.0.insert(field.to_owned(), Value::String(text.into()));
        self
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address").finish_non_exhaustive()
    }
}

/// A change to the settings of the practice group, from [`Practice::update`](super::Practice::update). Send it. What
/// is not set stays as it is.
///
/// The response comes as an open value: the reference does not show it.
///
/// # Errors
///
/// `is_invalid_input` when nothing is set; else as `updatePracticeGroup`.
#[must_use = "nothing is changed until this is sent"]
pub struct UpdatePractice {
    hero: Hero,
    body: Map<String, Value>,
}

impl UpdatePractice {
    pub(super) fn new(hero: Hero) -> Self {
        Self { hero, body: Map::new() }
    }

    /// The name of the practice group.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.set("name", Value::String(name.into()))
    }

    /// The address of the practice group.
    pub fn address(self, address: Address) -> Self {
        self.set("address", Value::Object(address.0))
    }

    /// Whether prescriptions go through a partner.
    pub fn prescription_partner_enabled(self, yes: bool) -> Self {
        self.set("prescription_partner_enabled", Value::Bool(yes))
    }

    /// The partner that prescriptions go through. Only `signature_rx` is documented.
    pub fn prescription_partner(self, partner: impl Into<String>) -> Self {
        self.set("prescription_partner", Value::String(partner.into()))
    }

    /// What the practice signs in to that partner with.
    pub fn prescription_partner_credentials(self, email: impl Into<String>, password: &SecretString) -> Self {
        let credentials = json!({ "email": email.into(), "password": password.expose_secret() });
        self.set("prescription_partner_credentials", credentials)
    }

    fn set(mut self, field: &str, value: Value) -> Self {
        self.body.insert(field.to_owned(), value);
        self
    }

    /// Sends the change.
    pub async fn send(self) -> Result<Json, Error> {
        if self.body.is_empty() {
            return Err(Error::invalid_input("the update", "changes nothing"));
        }
        let operation = self.hero.api().update_practice_group();
        operation.view().with_body(Value::Object(self.body)).send().await
    }
}

send_when_awaited!(UpdatePractice => Json);

impl fmt::Debug for UpdatePractice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdatePractice").finish_non_exhaustive()
    }
}
