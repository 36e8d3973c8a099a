//! What a new description does to code that uses `hero-api`.
//!
//! Use it where two descriptions have gone through the [`pipeline`](codegen::pipeline): the public items of the two crates
//! are read from the generated files and compared. Nothing is guessed from the descriptions but what no item shows: rules
//! that a server checks, and defaults that it fills in.

mod cause;
mod compare;
mod enumeration;
mod feature;
mod field;
mod item;
mod operation;
mod parameter;
mod rename;
mod rule;
mod rules;
mod shape;
mod spelling;
mod surface;
mod version;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::{rules::RustRule, version::recommended_version};
use codegen::pipeline::Output;

/// What a difference between two crates does to code that was written for the old one.
///
/// They are in order: the last is the worst.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RustVerdict {
    /// Everything that compiled compiles, and does what it did.
    Additive,
    /// Everything that compiled compiles, but a value that used to arrive no longer decodes, or a request fails or means
    /// something else.
    RunTimeBreak,
    /// Some code that compiled no longer does.
    SourceBreak,
}

impl RustVerdict {
    /// The word that stands in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Additive => "additive",
            Self::RunTimeBreak => "run-time break",
            Self::SourceBreak => "source break",
        }
    }

    /// Whether code that was right can stop working.
    #[must_use]
    pub fn is_breaking(self) -> bool {
        self != Self::Additive
    }
}

/// One difference between two crates.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct RustChange {
    /// What kind of difference it is.
    pub rule: RustRule,
    /// What it does to code.
    pub verdict: RustVerdict,
    /// The item as a user names it: `hero_api::types::Patient::email`, or `hero_api/booking` for a feature. The old name
    /// where both crates have the item.
    pub item: String,
    /// What it was, as Rust writes it; nothing for an item that is new.
    pub before: Option<String>,
    /// What it is; nothing for an item that is gone.
    pub after: Option<String>,
    /// What breaks, and what to do about it: whole sentences for people.
    pub sentence: String,
    /// The operations concerned, by `operationId`, sorted. Where an id changed, the new one.
    pub operations: Vec<String>,
    /// JSON pointers of the schemas, parameters and operations that it came from, in the new description where they are
    /// still there, else in the old one.
    pub pointers: Vec<String>,
    /// The value on the wire that it is about, where it is about one of several at its place.
    pub value: Option<String>,
}

/// Compares the crates of two descriptions: the worst differences first, then by item.
#[must_use]
pub fn compare(old: &Output, new: &Output) -> Vec<RustChange> {
    compare::compare(old, new, &Moved::new())
}

/// Operations that moved, as `GET /path`: where each was, and where it is.
pub(crate) type Moved = BTreeMap<String, String>;

/// The same where it is known which operations moved, so that both axes say the same of them.
pub(crate) fn compare_moved(old: &Output, new: &Output, moved: &Moved) -> Vec<RustChange> {
    compare::compare(old, new, moved)
}
