//! The examples of the rule table are true: each is made to the base, and yields its rule.

use std::collections::BTreeSet;

use document::Document;
use drift::rust::{RustRule, compare};
use serde_json::{Map, Value};

use crate::{
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

#[test]
fn each_example_yields_its_rule() {
    let wrong = std::sync::Mutex::new(String::new());
    side_by_side(&examples(), |row| {
        let rule = row["rule"].as_str().unwrap();
        let mut old = base();
        if let Some(start) = row.get("start") {
            apply(start.as_object().unwrap(), rule, &mut old);
        }
        let mut new = old.clone();
        match row.get("kind") {
            Some(name) => kinds().iter().find(|kind| name == &kind.name).unwrap().apply(&mut new),
            None => apply(row, rule, &mut new),
        }
        let changes = compare(&generated(&old), &generated(&new));
        if !changes.iter().any(|change| change.rule.id() == rule) {
            let rules: Vec<&str> = changes.iter().map(|change| change.rule.id()).collect();
            wrong.lock().unwrap().push_str(&format!("{rule}: {}\n{}\n", rules.join(", "), shown(&changes)));
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}
