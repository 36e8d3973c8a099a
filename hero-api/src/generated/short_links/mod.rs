//! ShortLinks
//!
//! Short links, for example to a booking.

mod list_short_links;
pub mod types;

pub use self::list_short_links::{ListShortLinks, LIST_SHORT_LINKS};

/// # ShortLinks
impl crate::Client {
    /// List short links.
    ///
    /// Lists short links.
    ///
    /// `GET /v1/short_links` (`listShortLinks`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn list_short_links(&self) -> ListShortLinks {
        ListShortLinks::new(self.clone())
    }
}
