//! Whatever file is given, there is a crate or an error that says what is wrong with the file: no panic, and no error that
//! blames xtask.
//!
//! The cases are the same in every run. `HERO_CASES=20000 cargo test -p xtask-codegen --test codegen any_file` tries more of them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use codegen::pipeline::{self, Input};
use proptest::{
    prelude::*,
    sample::Index,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use serde_json::{Map, Value, json};

/// Words of errors that are ours to repair, not the user's.
const OUR_FAULTS: [&str; 7] = [
    "adapt xtask",
    "report this description",
    "a later pass undid",
    "is not valid Rust",
    "an unknown form",
    "is missing from the bindings",
    "was not generated",
];

/// Keywords and values that lead deep into the pipeline.
const KEYS: [&str; 40] = [
    "type",
    "format",
    "properties",
    "required",
    "items",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "enum",
    "const",
    "$ref",
    "nullable",
    "default",
    "additionalProperties",
    "pattern",
    "minimum",
    "maxItems",
    "title",
    "description",
    "discriminator",
    "parameters",
    "requestBody",
    "responses",
    "content",
    "schema",
    "name",
    "in",
    "style",
    "explode",
    "operationId",
    "tags",
    "get",
    "post",
    "200",
    "default",
    "application/json",
    "x-sensitive",
    "readOnly",
    "examples",
];
const TEXTS: [&str; 28] = [
    "string",
    "integer",
    "number",
    "boolean",
    "object",
    "array",
    "null",
    "date-time",
    "date",
    "uuid",
    "binary",
    "query",
    "path",
    "header",
    "cookie",
    "form",
    "deepObject",
    "pipeDelimited",
    "#/components/schemas/A",
    "#/paths/~1a",
    "#",
    "",
    "type",
    "a b",
    "é",
    "self",
    "(?i",
    "multipart/form-data",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => prop::sample::select(&TEXTS[..]).prop_map(str::to_owned), 1 => "\\PC{0,8}"]
}

fn key() -> impl Strategy<Value = String> {
    prop_oneof![6 => prop::sample::select(&KEYS[..]).prop_map(str::to_owned), 1 => "[a-zA-Z_ /{}~.-]{0,6}"]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key(), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// One change of a description at a place that the index picks.
#[derive(Clone, Debug)]
enum Edit {
    Replace(Index, Value),
    Insert(Index, String, Value),
    Remove(Index),
    Copy(Index, Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (any::<Index>(), value()).prop_map(|(place, value)| Edit::Replace(place, value)),
        (any::<Index>(), key(), value()).prop_map(|(place, key, value)| Edit::Insert(place, key, value)),
        any::<Index>().prop_map(Edit::Remove),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Edit::Copy(from, to)),
    ]
}

fn pointers(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                pointers(member, format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, format!("{pointer}/{index}"), found);
            }
        }
        _ => {}
    }
    found.push(pointer);
}

fn apply(document: &mut Value, edit: &Edit) {
    let mut places = Vec::new();
    pointers(document, String::new(), &mut places);
    let at = |index: &Index| places[index.index(places.len())].clone();
    match edit {
        Edit::Replace(place, value) => {
            if let Some(target) = document.pointer_mut(&at(place)) {
                *target = value.clone();
            }
        }
        Edit::Insert(place, key, value) => {
            if let Some(Value::Object(members)) = document.pointer_mut(&at(place)) {
                members.insert(key.clone(), value.clone());
            }
        }
        Edit::Remove(place) => {
            let pointer = at(place);
            let Some((parent, token)) = pointer.rsplit_once('/') else { return };
            match document.pointer_mut(parent) {
                Some(Value::Object(members)) => {
                    members.remove(&token.replace("~1", "/").replace("~0", "~"));
                }
                Some(Value::Array(items)) => {
                    items.remove(token.parse().unwrap());
                }
                _ => {}
            }
        }
        Edit::Copy(from, to) => {
            let copied = document.pointer(&at(from)).cloned().unwrap_or_default();
            if let Some(target) = document.pointer_mut(&at(to)) {
                *target = copied;
            }
        }
    }
}

/// The small fixtures, each cut into pieces of two operations with what they refer to.
fn pieces() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let mut pieces = Vec::new();
    for fixture in [
        "inline.yaml",
        "references.yaml",
        "codegen31.json",
        "fhirlike.yaml",
        "payments.yaml",
        "legacy.yaml",
        "collisions.yaml",
    ] {
        let bytes = std::fs::read(folder.join(fixture)).unwrap();
        let document = document::Document::read(fixture, &bytes).unwrap().value;
        let paths: Vec<(String, Value)> = document["paths"].as_object().unwrap().clone().into_iter().collect();
        for chunk in paths.chunks(2) {
            let mut piece = document.clone();
            piece["paths"] = Value::Object(chunk.iter().cloned().collect());
            pieces.push(piece);
        }
    }
    pieces
}

fn cases(default: u32) -> u32 {
    std::env::var("HERO_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn check<S: Strategy>(cases: u32, strategy: &S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 400, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    if let Err(error) = runner.run(strategy, property) {
        panic!("{error}");
    }
}

fn crate_or_clear_error(bytes: &[u8]) -> Result<(), TestCaseError> {
    // A description that becomes a crate at once has nothing to leave out.
    for skip_unsupported in [false, true] {
        let input = Input { skip_unsupported, ..Input::new(bytes, &[], "file") };
        let outcome = catch_unwind(AssertUnwindSafe(|| pipeline::run(input)));
        let Ok(outcome) = outcome else { return Err(TestCaseError::fail("a panic")) };
        let Err(error) = outcome else { break };
        let text = error.to_string();
        prop_assert!(!OUR_FAULTS.iter().any(|fault| text.contains(fault)), "{text}");
        prop_assert!(text.len() > 10, "{text:?}");
    }
    Ok(())
}

#[test]
fn any_bytes_end_in_a_clear_error() {
    check(cases(500), &prop::collection::vec(any::<u8>(), 0..200), |bytes| crate_or_clear_error(&bytes));
    check(cases(500), &"\\PC{0,80}(\\n[ -]{0,4}\\PC{0,20}){0,6}", |text| crate_or_clear_error(text.as_bytes()));
}

#[test]
fn any_json_ends_in_a_crate_or_an_error() {
    let document = (value(), value(), value()).prop_map(|(paths, item, schemas)| {
        json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "paths": {"/a": item, "/b": {"get": paths}},
            "components": {"schemas": schemas},
        })
    });
    check(cases(300), &document, |document| crate_or_clear_error(document.to_string().as_bytes()));
}

#[test]
fn any_edit_ends_in_a_crate_or_an_error() {
    let pieces = pieces();
    let strategy = (any::<Index>(), prop::collection::vec(edit(), 1..4));
    check(cases(150), &strategy, |(piece, edits)| {
        let mut document = pieces[piece.index(pieces.len())].clone();
        for edit in &edits {
            apply(&mut document, edit);
        }
        crate_or_clear_error(document.to_string().as_bytes())
    });
}
