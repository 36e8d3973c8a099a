//! Bodies of requests, and answers.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Comparison, Scope, Sides};
use crate::{
    resolve::{Description, flag, members},
    rules::Kind,
};

impl<'a> Comparison<'a> {
    pub(super) fn request_body(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        let body = |description: Description<'a>, operation: &'a Value| {
            operation.get("requestBody").map(|body| description.follow(body))
        };
        let listed = (old.get("requestBody").unwrap_or(old), new.get("requestBody").unwrap_or(new));
        let (before, after) = match (body(self.old, old), body(self.new, new)) {
            (None, None) => return,
            (None, Some(after)) => {
                let kind = if flag(after, "required") { Kind::BodyAddedRequired } else { Kind::BodyAddedOptional };
                return self.record(scope, kind, Sides::added(old, listed.1), "", None, Some(after));
            }
            (Some(before), None) => {
                return self.record(scope, Kind::BodyRemoved, Sides::removed(listed.0, new), "", Some(before), None);
            }
            (Some(before), Some(after)) => (before, after),
        };
        self.body(scope, before, after);
    }

    pub(super) fn body(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        if self.written_alike(scope, old, new) {
            return;
        }
        let sides = Sides::both(old, new);
        match (flag(old, "required"), flag(new, "required")) {
            (false, true) => self.record(scope, Kind::BodyBecameRequired, sides, "", None, None),
            (true, false) => self.record(scope, Kind::BodyBecameOptional, sides, "", None, None),
            _ => {}
        }
        self.text(scope, Kind::DescriptionChanged, "description", old, new);
        self.content(scope, old, new);
        self.rest(scope, &["description", "content", "required"], old, new);
    }

    /// Compares what is below `content`, by media type.
    pub(super) fn content(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        let media = |holder: &'a Value| -> BTreeMap<String, (&'a str, &'a Value)> {
            members(holder.get("content")).map(|(name, media)| (media_type(name), (name, media))).collect()
        };
        let (before, after) = (media(old), media(new));
        for (key, (name, media)) in &before {
            if let Some((_, other)) = after.get(key) {
                self.media(scope, media, other);
            } else {
                let before = Value::from(*name);
                let sides = Sides::removed(media, new);
                self.record(scope, Kind::MediaTypeRemoved, sides, "", Some(&before), None);
            }
        }
        for (_, (name, media)) in after.iter().filter(|(key, _)| !before.contains_key(*key)) {
            let after = Value::from(*name);
            self.record(scope, Kind::MediaTypeAdded, Sides::added(old, media), "", None, Some(&after));
        }
    }

    fn media(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        self.optional_schema(scope, "schema", old, new);
        self.examples(scope, old, new);
        self.keyword(scope, Kind::EncodingChanged, "encoding", old, new);
        self.rest(scope, &["schema", "example", "examples", "encoding"], old, new);
    }

    pub(super) fn responses(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        let answers = Scope { direction: scope.direction.flipped(), ..scope };
        let (old_holder, new_holder) = (old.get("responses").unwrap_or(old), new.get("responses").unwrap_or(new));
        let (before, after) = (by_status(old), by_status(new));
        for (status, listed) in &before {
            let Some(other) = after.get(status) else {
                let kind =
                    if is_success(status, &before) { Kind::SuccessStatusRemoved } else { Kind::ErrorStatusRemoved };
                let status = Value::from(status.as_str());
                self.record(answers, kind, Sides::removed(listed, new_holder), "", Some(&status), None);
                continue;
            };
            self.answer(answers, self.old.follow(listed), self.new.follow(other));
        }
        for (status, listed) in after.iter().filter(|(status, _)| !before.contains_key(*status)) {
            let kind = if is_success(status, &after) { Kind::SuccessStatusAdded } else { Kind::ErrorStatusAdded };
            let status = Value::from(status.as_str());
            self.record(answers, kind, Sides::added(old_holder, listed), "", None, Some(&status));
        }
        for (key, value) in members(old.get("responses")).filter(|(key, _)| key.starts_with("x-")) {
            self.other(scope, key, (Some(value), new_holder.get(key)), (old_holder, new_holder));
        }
        for (key, value) in members(new.get("responses")).filter(|(key, _)| key.starts_with("x-")) {
            if old_holder.get(key).is_none() {
                self.other(scope, key, (None, Some(value)), (old_holder, new_holder));
            }
        }
    }

    pub(super) fn answer(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        if self.written_alike(scope, old, new) {
            return;
        }
        self.text(scope, Kind::DescriptionChanged, "description", old, new);
        self.text(scope, Kind::SummaryChanged, "summary", old, new);
        let filled = |answer: &Value| {
            answer.get("content").and_then(Value::as_object).is_some_and(|content| !content.is_empty())
        };
        match (filled(old), filled(new)) {
            (false, true) => {
                let sides = Sides::added(old, new);
                self.record(scope, Kind::AnswerContentAdded, sides, "", None, new.get("content"));
            }
            (true, false) => {
                let sides = Sides::removed(old, new);
                self.record(scope, Kind::AnswerContentRemoved, sides, "", old.get("content"), None);
            }
            _ => self.content(scope, old, new),
        }
        self.headers(scope, old, new);
        for (name, link) in members(old.get("links")) {
            let other = new.get("links").and_then(|links| links.get(name));
            let value = Value::from(name);
            match other {
                None => self.record(scope, Kind::LinkRemoved, Sides::removed(link, new), name, Some(&value), None),
                Some(other) => {
                    let pair = (self.old.follow(link), self.new.follow(other));
                    self.values(scope, Kind::LinkChanged, name, (Some(pair.0), Some(pair.1)), (old, new));
                }
            }
        }
        for (name, link) in members(new.get("links")) {
            if old.get("links").and_then(|links| links.get(name)).is_none() {
                let value = Value::from(name);
                self.record(scope, Kind::LinkAdded, Sides::added(old, link), name, None, Some(&value));
            }
        }
        self.rest(scope, &["description", "summary", "content", "headers", "links"], old, new);
    }
}

/// The answers of an operation, as they are listed.
fn by_status(operation: &Value) -> BTreeMap<String, &Value> {
    members(operation.get("responses"))
        .filter(|(status, _)| !status.starts_with("x-"))
        .map(|(status, answer)| (status.to_uppercase(), answer))
        .collect()
}

/// A media type without what makes no difference: case, and the character set that is usual anyway.
fn media_type(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut parts = lower.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default().to_owned();
    parts.filter(|part| *part != "charset=utf-8").fold(essence, |name, part| format!("{name};{part}"))
}

/// Whether an answer with this status is a success: `default` is one where no other is.
fn is_success(status: &str, all: &BTreeMap<String, &Value>) -> bool {
    let first = |status: &str| status.starts_with(['1', '2', '3']);
    if status == "DEFAULT" { !all.keys().any(|status| first(status)) } else { first(status) }
}
