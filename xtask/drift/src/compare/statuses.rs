//! Responses by status: a status of its own, a range such as `2XX`, or `default`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Comparison, Scope, Sides};
use crate::{resolve::members, rules::Kind};

const DEFAULT: &str = "DEFAULT";

/// Responses by status in capital letters.
type Statuses<'a> = BTreeMap<String, &'a Value>;

impl<'a> Comparison<'a> {
    pub(super) fn responses(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        let received = Scope { direction: scope.direction.flipped(), ..scope };
        let holders = (old.get("responses").unwrap_or(old), new.get("responses").unwrap_or(new));
        let (before, after) = (by_status(old), by_status(new));
        for (status, listed) in &before {
            self.old_status(received, (status, listed), (&before, &after), holders.1);
        }
        for (status, listed) in after.iter().filter(|(status, _)| !before.contains_key(*status)) {
            self.new_status(received, (status, listed), (&before, &after), holders.0);
        }
        for (key, value) in members(old.get("responses")).filter(|(key, _)| key.starts_with("x-")) {
            self.other(scope, key, (Some(value), holders.1.get(key)), holders);
        }
        for (key, value) in members(new.get("responses")).filter(|(key, _)| key.starts_with("x-")) {
            if holders.0.get(key).is_none() {
                self.other(scope, key, (None, Some(value)), holders);
            }
        }
    }

    fn old_status(
        &mut self,
        scope: Scope,
        (status, listed): (&str, &'a Value),
        (before, after): (&Statuses<'a>, &Statuses<'a>),
        holder: &'a Value,
    ) {
        let value = Value::from(status);
        if let Some(other) = after.get(status) {
            return self.listed_response(scope, listed, other);
        }
        if let Some((range, other)) = holder_of(status, after).and_then(|range| Some((range, after.get(range)?))) {
            if before.contains_key(range) {
                self.record(scope, Kind::StatusUnlisted, Sides::removed(listed, holder), "", Some(&value), None);
            }
            return self.listed_response(scope, listed, other);
        }
        let parts: Vec<_> =
            after.iter().filter(|(part, _)| !before.contains_key(*part) && holds(status, part)).collect();
        let was_success = is_success(status, before);
        let keeps = parts.iter().any(|(part, _)| is_success(part, after)) || !was_success && !parts.is_empty();
        let kind = match (keeps, was_success) {
            (true, _) => Kind::StatusNarrowed,
            (false, true) => Kind::SuccessStatusRemoved,
            (false, false) => Kind::ErrorStatusRemoved,
        };
        self.record(scope, kind, Sides::removed(listed, holder), "", Some(&value), None);
        for (part, other) in parts {
            if was_success || !is_success(part, after) {
                self.listed_response(scope, listed, other);
            }
        }
    }

    fn new_status(
        &mut self,
        scope: Scope,
        (status, listed): (&str, &'a Value),
        (before, after): (&Statuses<'a>, &Statuses<'a>),
        holder: &'a Value,
    ) {
        let value = Value::from(status);
        let success = is_success(status, after);
        let covered = holder_of(status, before);
        let kind = match covered {
            // The range was narrowed to it, and the two were compared.
            Some(range) if !after.contains_key(range) => return,
            Some(range) if success && !is_success(range, before) => Kind::SuccessStatusAdded,
            Some(_) if success => Kind::StatusListed,
            _ if success => Kind::SuccessStatusAdded,
            _ => Kind::ErrorStatusAdded,
        };
        self.record(scope, kind, Sides::added(holder, listed), "", None, Some(&value));
        if let Some(other) = covered.and_then(|range| before.get(range)).filter(|_| kind != Kind::SuccessStatusAdded) {
            let has_body = |description: super::Description<'a>, response: &'a Value| {
                description.follow(response).get("content").is_some()
            };
            // An error that is listed by its name alone says nothing against the body that all errors have.
            if success || has_body(self.old, other) && has_body(self.new, listed) {
                self.listed_response(scope, other, listed);
            }
        }
    }

    fn listed_response(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        if !self.is_blind(old, new) {
            self.response(scope, self.old.follow(old), self.new.follow(new));
        }
    }
}

/// The responses of an operation, as they are listed.
fn by_status(operation: &Value) -> Statuses<'_> {
    members(operation.get("responses"))
        .filter(|(status, _)| !status.starts_with("x-"))
        .map(|(status, response)| (status.to_uppercase(), response))
        .collect()
}

/// The range that says what a status means which is not listed itself.
fn holder_of<'s>(status: &str, all: &'s Statuses<'_>) -> Option<&'s str> {
    let mut ranges: Vec<&str> = all.keys().map(String::as_str).filter(|range| holds(range, status)).collect();
    // `default` is for what no other range holds.
    ranges.sort_by_key(|range| *range == DEFAULT);
    ranges.first().copied()
}

/// Whether a range holds a status.
fn holds(range: &str, status: &str) -> bool {
    range != status
        && (range == DEFAULT || range.ends_with("XX") && range.get(..1) == status.get(..1) && status != DEFAULT)
}

/// Whether a response with this status is a success: `default` is one where no other is.
fn is_success(status: &str, all: &Statuses<'_>) -> bool {
    let first = |status: &str| status.starts_with(['1', '2', '3']);
    if status == DEFAULT { !all.keys().any(|status| first(status)) } else { first(status) }
}
