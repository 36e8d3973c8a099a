//! The types that only operations of the tag Webhooks use.

mod create_webhook;
mod delete_webhook;
mod list_webhooks;

pub use self::create_webhook::{
    CreateWebhookBody, CreateWebhookBodyEventType, CreateWebhookResponse,
};
pub use self::delete_webhook::DeleteWebhookResponse;
pub use self::list_webhooks::ListWebhooksResponse;

/// Builders of the types.
pub mod builder {
    pub use super::create_webhook::builder::CreateWebhookBody;
}
