use std::fmt;

use hero_api::builder::ListShortLinks;

use crate::{Hero, Items, PagedExt};

/// Links, as a stream of open values: the reference does not show their fields.
pub type ShortLinks<'a> = Items<'a, ListShortLinks<'a>>;

/// A search for links, from [`Links::list`](super::Links::list). Without filters it finds all.
#[derive(Clone)]
#[must_use = "a search does nothing until its links are asked for"]
pub struct LinkSearch<'a> {
    hero: &'a Hero,
    operation: ListShortLinks<'a>,
}

impl<'a> LinkSearch<'a> {
    pub(super) fn new(hero: &'a Hero) -> Self {
        Self { hero, operation: hero.api().list_short_links() }
    }

    /// Only links of this kind. Only `booking` is documented.
    pub fn kind(self, kind: &str) -> Self {
        Self { operation: self.operation.type_(kind), ..self }
    }

    /// Only links with this status. Only `expired` is documented.
    pub fn status(self, status: &str) -> Self {
        Self { operation: self.operation.status(status), ..self }
    }

    /// Leaves out links for a named patient.
    pub fn generic_only(self) -> Self {
        Self { operation: self.operation.exclude_patient_specific_links(true), ..self }
    }

    /// Sorts by the day on which they expire, the first first.
    pub fn by_expiry(self) -> Self {
        Self { operation: self.operation.order_by("expiry_date").order_descending(false), ..self }
    }

    /// Sorts by the day on which they expire, the last first.
    pub fn by_expiry_descending(self) -> Self {
        Self { operation: self.operation.order_by("expiry_date").order_descending(true), ..self }
    }

    /// The links, as a stream.
    pub fn find(self) -> ShortLinks<'a> {
        self.operation.items(self.hero)
    }
}

impl fmt::Debug for LinkSearch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LinkSearch").finish_non_exhaustive()
    }
}
