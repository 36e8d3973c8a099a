//! Webhooks: tell Hero which events to post where.
//!
//! When to use it: once, when a program is installed, or at its start with [`ensure`](Webhooks::ensure). Receiving what
//! Hero posts is another matter, and so is `listSubscriptions`, which is about patients who subscribe to a scheme.
//!
//! A webhook is for one type of event. Created here it has a signing key, without which nobody can tell whether a
//! delivery is from Hero. **Keep the key**: it is made here, and the API may not show it again.
//!
//! ```no_run
//! use hero_api_ext::{Hero, webhooks::NewWebhook};
//!
//! # fn keep(id: &str, key: &hero_api_ext::SecretString) {}
//! # async fn install(hero: &Hero) -> Result<(), hero_api_ext::Error> {
//! let url = "https://example.org/webhooks/hero";
//! let events = ["appointment.confirmed", "appointment.cancelled"];
//! let changes = hero.webhooks().ensure(events.map(|event| NewWebhook::new(event, url))).send().await?;
//! for created in changes.created() {
//!     keep(created.webhook().id(), created.signing_key());
//! }
//! # Ok(())
//! # }
//! ```

mod change;
mod ensure;
mod entropy;
mod webhook;

use hero_api::{Json, operations};
use secrecy::ExposeSecret;

use self::entropy::{KeySource, signing_key};
pub use self::{
    change::{Changes, Interrupted, Plan},
    ensure::Ensure,
    entropy::Entropy,
    webhook::{CreatedWebhook, NewWebhook, Webhook},
};
use crate::{Call, Error, Hero, Id, id::id_text, view::ViewAs};

/// Everything about webhooks, from [`Hero::webhooks`].
#[derive(Clone, Debug)]
pub struct Webhooks {
    hero: Hero,
    entropy: KeySource,
}

impl Hero {
    /// Webhooks: which events Hero posts where.
    #[must_use]
    pub fn webhooks(&self) -> Webhooks {
        Webhooks { hero: self.clone(), entropy: KeySource::default() }
    }
}

impl Webhooks {
    /// Makes signing keys from this instead of the randomness of the system: for tests, or a hardware module.
    #[must_use]
    pub fn with_entropy(self, entropy: impl Entropy + 'static) -> Self {
        Self { entropy: KeySource::new(entropy), ..self }
    }

    /// Creates a webhook, with a signing key made for it unless it brings one.
    ///
    /// # Errors
    ///
    /// `is_invalid_input` when the URL is not https (http is allowed on loopback) or the event is not one that can be
    /// subscribed; else as `createWebhook`. When [`Error::effect`] is unknown, the webhook may be there, with a key
    /// that nobody has: delete it, or use [`ensure`](Self::ensure), which keeps the key.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use hero_api_ext::webhooks::NewWebhook;
    ///
    /// # async fn create(hero: &hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let webhook = NewWebhook::new("prescription.issued", "https://example.org/webhooks/hero");
    /// let created = hero.webhooks().create(webhook).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "createWebhook")]
    pub fn create(&self, webhook: NewWebhook) -> Call<CreatedWebhook> {
        let webhooks = self.clone();
        Call::new(async move {
            let webhook = webhooks.with_key(webhook)?;
            webhooks.send(&webhook).await
        })
    }

    /// All webhooks.
    ///
    /// # Errors
    ///
    /// As `listWebhooks`; `is_protocol` when one has no id.
    #[doc(alias = "listWebhooks")]
    pub fn list(&self) -> Call<Vec<Webhook>> {
        let request = self.hero.api().list_webhooks();
        Call::new(async move { Ok(read_list(request.view().send().await?)?.0) })
    }

    /// The webhooks for one type of event.
    ///
    /// # Errors
    ///
    /// As [`list`](Self::list).
    #[doc(alias = "listWebhooks")]
    pub fn list_of(&self, event_type: &str) -> Call<Vec<Webhook>> {
        let request = self.hero.api().list_webhooks().event_type(event_type);
        Call::new(async move { Ok(read_list(request.view().send().await?)?.0) })
    }

    /// Deletes a webhook.
    ///
    /// # Errors
    ///
    /// As `deleteWebhook`. That it is not there any more after an attempt whose response was lost is no error.
    #[doc(alias = "deleteWebhook")]
    pub fn delete(&self, id: impl Into<Id>) -> Call<()> {
        let request = self.hero.api().delete_webhook().id(id_text(id));
        Call::new(async move {
            match request.view().send().await {
                Err(error) if error.is_not_found() && error.attempts() > 1 => Ok(()),
                result => result,
            }
        })
    }

    /// Makes the set of webhooks what you declare: creates what is missing, replaces what differs, deletes the rest.
    ///
    /// Send it to make the changes, or ask for the [`plan`](Ensure::plan) first.
    #[doc(alias("listWebhooks", "createWebhook", "deleteWebhook"))]
    pub fn ensure(&self, declared: impl IntoIterator<Item = NewWebhook>) -> Ensure {
        Ensure::new(self.clone(), declared.into_iter().collect())
    }

    /// The same with a key, checked.
    fn with_key(&self, webhook: NewWebhook) -> Result<NewWebhook, Error> {
        webhook.check()?;
        match webhook.signing_key {
            Some(_) => Ok(webhook),
            None => Ok(webhook.signing_key(signing_key(&self.entropy)?)),
        }
    }

    async fn send(&self, webhook: &NewWebhook) -> Result<CreatedWebhook, Error> {
        let key = webhook.signing_key.clone().unwrap_or_default();
        let operation = self.hero.api().create_webhook().body_map(|body| {
            body.event_type(webhook.event_type.as_str())
                .url(webhook.url.as_str())
                .signing_key(key.expose_secret())
                .maybe_description(webhook.description.as_deref())
                .maybe_headers(webhook.headers.clone())
        });
        let created = operation.view().send().await?;
        Ok(CreatedWebhook::new(created, key))
    }

    async fn list_whole(&self) -> Result<Vec<Webhook>, Error> {
        let (webhooks, is_whole) = read_list(self.hero.api().list_webhooks().view().send().await?)?;
        if is_whole {
            return Ok(webhooks);
        }
        // To create or delete by half a list would do harm, and no parameter to ask for the other half is known.
        Err(Error::protocol(&operations::LIST_WEBHOOKS, "the list counts more webhooks than it holds"))
    }
}

/// The webhooks of a response, and whether they are all.
fn read_list(response: Json) -> Result<(Vec<Webhook>, bool), Error> {
    let count = Json::count(&response);
    let webhooks: Option<Vec<Webhook>> =
        Json::items(response).into_iter().map(|item| serde_json::from_value(Json::into_inner(item)).ok()).collect();
    let webhooks =
        webhooks.ok_or_else(|| Error::protocol(&operations::LIST_WEBHOOKS, "an item of the list is no webhook"))?;
    let is_whole = count.is_none_or(|count| u64::try_from(webhooks.len()).is_ok_and(|held| held >= count));
    Ok((webhooks, is_whole))
}
