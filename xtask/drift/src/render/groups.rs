//! Differences that have one sentence but for their places.

use std::collections::{BTreeMap, BTreeSet};

use super::{Report, RustDifference};
use crate::change::WireChange;

/// What the sentence of a group has where a place was.
const PLACE: &str = "…";

/// Differences of one kind that do the same at several places, in the order of a report.
#[derive(Debug)]
pub(super) struct Group<'a> {
    /// What all of them say, without the places.
    pub(super) sentence: String,
    pub(super) changes: Vec<&'a WireChange>,
}

/// Differences of one kind and of one sentence together, each group where its first difference was.
pub(super) fn groups<'a>(report: &Report, changes: impl IntoIterator<Item = &'a WireChange>) -> Vec<Group<'a>> {
    let key = |change: &&WireChange| {
        (change.kind.id(), report.section_of(change).class().as_str(), change.classes.len(), without_place(change))
    };
    grouped(changes, key).into_iter().map(|((.., sentence), changes)| Group { sentence, changes }).collect()
}

/// What has one key together, with the key, in the order in which keys come first.
fn grouped<T, K: Clone + Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<(K, Vec<T>)> {
    let mut groups: Vec<(K, Vec<T>)> = Vec::new();
    let mut known = BTreeMap::new();
    for item in items {
        let key = key(&item);
        let index = *known.entry(key.clone()).or_insert(groups.len());
        match groups.get_mut(index) {
            Some((_, group)) => group.push(item),
            None => groups.push((key, vec![item])),
        }
    }
    groups
}

/// The sentence of a difference without the place; some sentences name the operation of the place alone.
fn without_place(change: &WireChange) -> String {
    let owner = change.location.rsplit(" of ").next().unwrap_or_default();
    let place = if change.sentence.contains(&change.location) { &change.location } else { owner };
    if place.is_empty() { change.sentence.clone() } else { change.sentence.replacen(place, PLACE, 1) }
}

/// Rust differences of one verdict and one sentence together, in order.
pub(super) fn rust_groups<'a>(
    differences: impl IntoIterator<Item = &'a RustDifference>,
) -> Vec<Vec<&'a RustDifference>> {
    // A difference may come from several differences on the wire.
    let mut seen = BTreeSet::new();
    let once = differences.into_iter().filter(|difference| seen.insert(std::ptr::from_ref(*difference)));
    let groups = grouped(once, |difference| (difference.verdict.as_str(), &difference.sentence));
    groups.into_iter().map(|(_, group)| group).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::{Axis, FailOn, Format, ParsedDescription, RustContext, Settings, Waivers};

    /// Two operations with `a` and `b` of these types in the request, and a third one with other statuses.
    fn description(a: &str, b: &str, statuses: &[&str]) -> Vec<u8> {
        let schema =
            json!({"type": "object", "properties": {"a": {"type": a}, "b": {"type": b}, "c": {"type": "string"}}});
        let body = json!({"content": {"application/json": {"schema": schema}}});
        let operation = |id: &str| {
            let responses = json!({"204": {"description": ""}});
            json!({"post": {"operationId": id, "tags": ["t"], "requestBody": body, "responses": responses}})
        };
        let responses: Value =
            statuses.iter().map(|status| ((*status).to_owned(), json!({"description": ""}))).collect();
        json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "paths": {
                "/one": operation("one"), "/two": operation("two"),
                "/three": {"get": {"operationId": "three", "tags": ["t"], "responses": responses}},
            },
        })
        .to_string()
        .into_bytes()
    }

    fn report(old: Vec<u8>, new: Vec<u8>) -> String {
        let base = ParsedDescription::read("old.json", old).unwrap();
        let settings = Settings { axis: Axis::Both, fail_on: FailOn::Never, waivers: &Waivers::default(), today: "" };
        let revision = Some(("new.json".to_owned(), new));
        let report = crate::report(&base, revision, Vec::new(), &RustContext::default(), &settings).unwrap();
        report.render(Format::Text, false)
    }

    #[test]
    fn one_difference_at_several_places_is_said_once() {
        let text = report(description("number", "number", &["204"]), description("integer", "integer", &["204"]));
        let count = |part: &str| text.lines().filter(|line| line.contains(part)).count();
        assert_eq!(count("4 × … may be fewer types: `number` → `integer`"), 1, "{text}");
        assert_eq!(count("may be fewer types"), 1, "{text}");
        for place in
            ["`a` of the body of `POST /one`", "`b` of the body of `POST /one`", "`b` of the body of `POST /two`"]
        {
            assert_eq!(text.lines().filter(|line| line.trim() == place).count(), 1, "{place}: {text}");
        }
        // A place and its fingerprint each, which a waiver names.
        assert_eq!(count("type-narrowed"), 4, "{text}");
        // Two types have `a`, and code that sets it changes in one way.
        assert_eq!(count("`a` is `Option<i64>` where it was `Option<f64>`"), 1, "{text}");
        let items = text.lines().filter(|line| line.trim().starts_with("2 × hero_api::types::"));
        let with_a = items.filter(|line| line.contains("OneBody::a") && line.contains("TwoBody::a"));
        assert_eq!(with_a.count(), 1, "{text}");
    }

    #[test]
    fn sentences_that_differ_stay_apart() {
        let text = report(description("number", "number", &["204"]), description("integer", "string", &["204", "404"]));
        assert!(text.contains("2 × … may be fewer types"), "{text}");
        assert!(text.contains("2 × … has another type: `number` → `string`"), "{text}");
        assert!(text.contains("`GET /three` may respond with"), "a single difference has its whole sentence: {text}");
    }
}
