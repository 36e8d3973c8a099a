//! The types that only operations of the tag Webhooks use.
mod r#create_webhook;
mod r#delete_webhook;
mod r#list_webhooks;
pub use self::r#create_webhook::{
    CreateWebhookBody, CreateWebhookBodyEventType, CreateWebhookResponse,
};

pub use self::r#delete_webhook::DeleteWebhookResponse;

pub use self::r#list_webhooks::ListWebhooksResponse;

/// Builders of the types.
pub mod builder {
    pub use super::r#create_webhook::builder::CreateWebhookBody;
}
