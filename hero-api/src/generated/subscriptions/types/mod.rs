//! The types that only operations of the tag Subscriptions use.

mod list_subscriptions;

pub use self::list_subscriptions::{
    ListSubscriptionsItem, ListSubscriptionsOrderByItem, ListSubscriptionsResponse,
    ListSubscriptionsStatus,
};
