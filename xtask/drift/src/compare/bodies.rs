//! Bodies of requests, and responses.

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
        if self.is_blind(before, after) {
            return;
        }
        self.body(scope, before, after);
    }

    pub(super) fn body(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        if !super::media::has_form(old) && self.written_alike(scope, old, new) {
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
        self.metadata(scope, &["description", "content", "required"], old, new);
    }

    pub(super) fn response(&mut self, scope: Scope, old: &'a Value, new: &'a Value) {
        if !super::media::has_form(old) && self.written_alike(scope, old, new) {
            return;
        }
        self.text(scope, Kind::DescriptionChanged, "description", old, new);
        self.text(scope, Kind::SummaryChanged, "summary", old, new);
        let filled = |response: &Value| {
            response.get("content").and_then(Value::as_object).is_some_and(|content| !content.is_empty())
        };
        match (filled(old), filled(new)) {
            (false, true) => {
                let sides = Sides::added(old, new);
                self.record(scope, Kind::ResponseContentAdded, sides, "", None, new.get("content"));
            }
            (true, false) => {
                let sides = Sides::removed(old, new);
                self.record(scope, Kind::ResponseContentRemoved, sides, "", old.get("content"), None);
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
        self.metadata(scope, &["description", "summary", "content", "headers", "links"], old, new);
    }
}
