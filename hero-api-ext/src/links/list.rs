use std::fmt;

use hero_api::builder::ListShortLinks;

use crate::{Hero, Items, PagedExt, Pages};

/// A search for links, from [`Links::list`](super::Links::list). Without filters it finds all.
///
/// The links are open values: the reference does not show their fields.
#[derive(Clone)]
#[must_use = "a search does nothing until its links are asked for"]
pub struct LinkSearch {
    operation: ListShortLinks,
}

impl LinkSearch {
    pub(super) fn new(hero: &Hero) -> Self {
        Self { operation: hero.api().list_short_links() }
    }

    /// Only links of this kind. Only `booking` is documented.
    pub fn kind(self, kind: &str) -> Self {
        Self { operation: self.operation.type_(kind) }
    }

    /// Only links with this status. Only `expired` is documented.
    pub fn status(self, status: &str) -> Self {
        Self { operation: self.operation.status(status) }
    }

    /// Leaves out links for a named patient.
    pub fn generic_only(self) -> Self {
        Self { operation: self.operation.exclude_patient_specific_links(true) }
    }

    /// Sorts by the day on which they expire, the earliest first.
    pub fn by_expiry(self) -> Self {
        Self { operation: self.operation.order_by("expiry_date").order_descending(false) }
    }

    /// Sorts by the day on which they expire, the latest first.
    pub fn by_expiry_descending(self) -> Self {
        Self { operation: self.operation.order_by("expiry_date").order_descending(true) }
    }

    /// The links, as a stream.
    pub fn items(self) -> Items<ListShortLinks> {
        self.operation.items()
    }

    /// The links, page by page.
    pub fn pages(self) -> Pages<ListShortLinks> {
        self.operation.pages()
    }
}

impl fmt::Debug for LinkSearch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LinkSearch").finish_non_exhaustive()
    }
}
