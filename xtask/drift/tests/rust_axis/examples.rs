//! The examples of the rule table are true: each is made to the base, and yields its rule.

use std::collections::BTreeSet;

use document::Document;
use drift::rust::{RustChange, RustRule, compare};
use serde_json::{Map, Value};

use crate::{
    effect::{OLD, effect},
    kind::{apply, base, generated, kinds},
    shown,
    side_by_side::side_by_side,
};

fn examples() -> Vec<Map<String, Value>> {
    let document = Document::parse(include_str!("examples.yaml")).unwrap().value;
    document.as_array().unwrap().iter().map(|row| row.as_object().unwrap().clone()).collect()
}

#[test]
fn each_rule_with_an_example_has_a_row() {
    let rows: BTreeSet<String> = examples().iter().map(|row| row["rule"].as_str().unwrap().to_owned()).collect();
    let rules = RustRule::ALL.iter().filter(|rule| !rule.example().starts_with("none is known"));
    assert_eq!(rows, rules.map(|rule| rule.id().to_owned()).collect());
}

/// What a row changes: what a kind does, or a change of its own to the base or to what it starts from.
fn changes(row: &Map<String, Value>, rule: &str) -> Vec<RustChange> {
    if let Some(name) = row.get("kind") {
        let kind = kinds().iter().find(|kind| name == &kind.name).unwrap();
        return effect(kind).forward.changes.clone();
    }
    let changed = |mut document: Value| {
        apply(row, rule, &mut document);
        generated(&document)
    };
    match row.get("start") {
        Some(start) => {
            let mut old = base();
            apply(start.as_object().unwrap(), rule, &mut old);
            compare(&generated(&old), &changed(old))
        }
        None => OLD.with(|old| compare(old, &changed(base()))),
    }
}

#[test]
fn each_example_yields_its_rule() {
    let wrong = std::sync::Mutex::new(String::new());
    side_by_side(&examples(), |row| {
        let rule = row["rule"].as_str().unwrap();
        let changes = changes(row, rule);
        if !changes.iter().any(|change| change.rule.id() == rule) {
            let rules: Vec<&str> = changes.iter().map(|change| change.rule.id()).collect();
            wrong.lock().unwrap().push_str(&format!("{rule}: {}\n{}\n", rules.join(", "), shown(&changes)));
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}
