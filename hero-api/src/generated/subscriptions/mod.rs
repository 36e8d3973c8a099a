//! Subscriptions
//!
//! Subscriptions of patients to schemes.

mod list_subscriptions;
pub mod types;

pub use self::list_subscriptions::{ListSubscriptions, LIST_SUBSCRIPTIONS};

/// # Subscriptions
impl crate::Client {
    /// List subscriptions.
    ///
    /// Lists the subscriptions of patients. It used to be listed for partners only and seems to be public by
    /// now.
    ///
    /// `GET /v1/subscriptions` (`listSubscriptions`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn list_subscriptions(&self) -> ListSubscriptions {
        ListSubscriptions::new(self.clone())
    }
}
