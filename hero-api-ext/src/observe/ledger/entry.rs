//! A difference, and how often it was seen.

use super::NodeId;
use crate::observe::Difference;

pub(super) struct Entry {
    pub(super) node: NodeId,
    pub(super) kind: Difference,
    /// The field, header or parameter that it is about; empty for the value itself.
    pub(super) name: Box<str>,
    pub(super) expected: Box<str>,
    pub(super) found: Box<str>,
    pub(super) value: Option<Box<str>>,
    pub(super) messages: u64,
    pub(super) times: u64,
    pub(super) last_message: u64,
    /// What observers were told last: in how many messages, of how many.
    pub(super) told: u64,
    pub(super) told_of: u64,
}

/// A difference that is about to be counted.
pub(in crate::observe) struct Seen<'a> {
    pub(in crate::observe) kind: Difference,
    /// The field, header or parameter that it is about; empty for the value itself.
    pub(in crate::observe) name: &'a str,
    pub(in crate::observe) found: &'a str,
    pub(in crate::observe) value: Option<&'a str>,
}

impl<'a> Seen<'a> {
    pub(in crate::observe) fn new(kind: Difference, name: &'a str, found: &'a str) -> Self {
        Self { kind, name, found, value: None }
    }
}

impl Entry {
    pub(super) fn new(node: NodeId, seen: &Seen<'_>, expected: String) -> Self {
        Self {
            node,
            kind: seen.kind,
            name: seen.name.into(),
            expected: expected.into(),
            found: seen.found.into(),
            value: seen.value.map(Into::into),
            messages: 0,
            times: 0,
            last_message: 0,
            told: 0,
            told_of: 0,
        }
    }

    pub(super) fn is(&self, seen: &Seen<'_>) -> bool {
        self.kind == seen.kind
            && *self.name == *seen.name
            && *self.found == *seen.found
            && self.value.as_deref() == seen.value
    }
}
