//! The types that only operations of the tag Subscriptions use.
mod r#list_subscriptions;
pub use self::r#list_subscriptions::{
    ListSubscriptionsItem, ListSubscriptionsOrderByItem, ListSubscriptionsResponse,
    ListSubscriptionsStatus,
};
