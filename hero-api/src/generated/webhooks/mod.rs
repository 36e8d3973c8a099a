//! Webhooks
//!
//! Subscriptions to events that Hero posts to a URL.

mod list_webhooks;
mod create_webhook;
mod delete_webhook;
pub mod types;

pub use self::list_webhooks::{ListWebhooks, LIST_WEBHOOKS};
pub use self::create_webhook::{CreateWebhook, CREATE_WEBHOOK};
pub use self::delete_webhook::{DeleteWebhook, DELETE_WEBHOOK};

/// # Webhooks
impl crate::Client {
    /// List webhooks.
    ///
    /// Lists the webhooks.
    ///
    /// `GET /v1/webhooks` (`listWebhooks`)
    ///
    /// **Inferred**: no public page states this operation in full, so its method, path or shapes are a careful guess.
    pub fn list_webhooks(&self) -> ListWebhooks {
        ListWebhooks::new(self.clone())
    }
    /// Create a webhook.
    ///
    /// Subscribes a URL to one type of event. What Hero posts is thin: the type and id of the object, the
    /// practice group and the event. With a `signing_key` every delivery is signed with HMAC-SHA256.
    ///
    /// `POST /v1/webhooks` (`createWebhook`)
    ///
    /// Read from the public reference.
    pub fn create_webhook(&self) -> CreateWebhook {
        CreateWebhook::new(self.clone())
    }
    /// Delete a webhook.
    ///
    /// Deletes a webhook. No operation to fetch or change a single webhook is known.
    ///
    /// `DELETE /v1/webhooks/{id}` (`deleteWebhook`)
    ///
    /// **Inferred**: no public page states this operation in full, so its method, path or shapes are a careful guess.
    pub fn delete_webhook(&self) -> DeleteWebhook {
        DeleteWebhook::new(self.clone())
    }
}
