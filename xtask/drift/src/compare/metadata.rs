//! What is compared the same way everywhere: text, extensions, and keywords that nobody knows.

use serde_json::Value;

use super::{Comparison, Scope, Sides};
use crate::{
    resolve::{members, same},
    rules::Kind,
    shape::TRANSCRIPTION_MARKS,
};

impl<'a> Comparison<'a> {
    /// Compares one keyword as it is.
    pub(super) fn keyword(&mut self, scope: Scope, kind: Kind, key: &str, old: &'a Value, new: &'a Value) {
        self.values(scope, kind, "", (old.get(key), new.get(key)), (old, new));
    }

    /// Compares two values that either may lack.
    pub(super) fn values(
        &mut self,
        scope: Scope,
        kind: Kind,
        detail: &str,
        (old, new): (Option<&'a Value>, Option<&'a Value>),
        holders: (&'a Value, &'a Value),
    ) {
        if !same(old, new) {
            self.record(scope, kind, Sides::either(old, new, holders), detail, old, new);
        }
    }

    /// Compares texts; none and an empty one are the same.
    pub(super) fn text(&mut self, scope: Scope, kind: Kind, key: &str, old: &'a Value, new: &'a Value) {
        fn said<'v>(node: &'v Value, key: &str) -> Option<&'v Value> {
            node.get(key).filter(|text| text.as_str() != Some(""))
        }
        self.values(scope, kind, "", (said(old, key), said(new, key)), (old, new));
    }

    /// Compares everything that is not among the `known` keywords: extensions, and what is nothing we know.
    pub(super) fn metadata(&mut self, scope: Scope, known: &[&str], old: &'a Value, new: &'a Value) {
        for (key, value) in members(Some(old)) {
            if !known.contains(&key) {
                self.other(scope, key, (Some(value), new.get(key)), (old, new));
            }
        }
        for (key, value) in members(Some(new)) {
            if !known.contains(&key) && old.get(key).is_none() {
                self.other(scope, key, (None, Some(value)), (old, new));
            }
        }
        let objects = old.is_object() && new.is_object();
        if !objects && !same(Some(old), Some(new)) {
            self.record(scope, Kind::UnknownKeyword, Sides::both(old, new), "", Some(old), Some(new));
        }
    }

    /// Compares one keyword that is no known one.
    pub(super) fn other(
        &mut self,
        scope: Scope,
        key: &str,
        values: (Option<&'a Value>, Option<&'a Value>),
        holders: (&'a Value, &'a Value),
    ) {
        if TRANSCRIPTION_MARKS.contains(&key) {
            return;
        }
        let kind = if key.starts_with("x-") { Kind::ExtensionChanged } else { Kind::UnknownKeyword };
        self.values(scope, kind, key, values, holders);
    }
}
