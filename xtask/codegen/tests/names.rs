//! Names are stable: another order of the same things renames nothing, and neither does what is added.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]

use std::{collections::BTreeMap, path::Path};

use codegen::{
    model::Model,
    normalise::{Names, Normalised, normalise},
    pipeline::{self, Input},
};
use serde_json::{Map, Value, json};

const FIXTURES: [&str; 7] = [
    "inline.yaml",
    "references.yaml",
    "codegen31.json",
    "fhirlike.yaml",
    "payments.yaml",
    "legacy.yaml",
    "collisions.yaml",
];

fn description(file: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(file);
    document::Document::read(file, &std::fs::read(path).unwrap()).unwrap().value
}

/// What the description has for which bindings can be generated.
fn supported(description: &Value) -> Value {
    let bytes = description.to_string();
    let input = Input { skip_unsupported: true, ..Input::new(bytes.as_bytes(), &[], "file") };
    pipeline::run(input).unwrap_or_else(|error| panic!("{error:#}")).corrected
}

/// A description with the names of what it has. No later part of the pipeline names a method or a type.
struct Named {
    normalised: Normalised,
    model: Model,
}

fn run(description: &Value, known: &Names) -> Named {
    let normalised = normalise(description.clone(), known).unwrap_or_else(|error| panic!("{error:#}"));
    let model = Model::new(description, &normalised).unwrap();
    Named { normalised, model }
}

/// `GET /path` → method of the client.
fn methods(named: &Named) -> BTreeMap<String, String> {
    let methods = named.model.operations.iter();
    methods.map(|operation| (format!("{} {}", operation.method, operation.path), operation.name.clone())).collect()
}

/// Type → its fields.
fn types(named: &Named) -> BTreeMap<String, Vec<String>> {
    let fields = |value: &Value| {
        let properties = value.get("properties").and_then(Value::as_object).into_iter().flatten();
        let mut fields: Vec<String> = properties.map(|(field, _)| field.clone()).collect();
        fields.sort();
        fields
    };
    named.model.schemas.iter().map(|(name, schema)| (name.clone(), fields(&schema.value))).collect()
}

/// The members of every object in another order.
fn shuffled(value: &Value, seed: u64) -> Value {
    match value {
        Value::Object(members) => {
            let mut members: Vec<(&String, &Value)> = members.iter().collect();
            // Any fixed order that mixes well will do.
            members.sort_by_key(|(name, _)| {
                name.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
            });
            Value::Object(members.into_iter().map(|(name, member)| (name.clone(), shuffled(member, seed))).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(|item| shuffled(item, seed)).collect()),
        other => other.clone(),
    }
}

/// What differs between two maps, one line an entry.
fn differences<V: std::fmt::Debug + PartialEq>(
    before: &BTreeMap<String, V>,
    after: &BTreeMap<String, V>,
) -> Vec<String> {
    let keys: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differing = keys.into_iter().filter(|key| before.get(*key) != after.get(*key));
    differing.map(|key| format!("{key}: {:?} became {:?}", before.get(key), after.get(key))).collect()
}

#[test]
fn another_order_renames_nothing() {
    for fixture in FIXTURES {
        let description = supported(&description(fixture));
        let first = run(&description, &Names::default());
        for seed in 1..4 {
            let again = run(&shuffled(&description, seed), &Names::default());
            assert_eq!(differences(&methods(&first), &methods(&again)), [""; 0], "{fixture}");
            assert_eq!(differences(&types(&first), &types(&again)), [""; 0], "{fixture}");
        }
    }
}

#[test]
fn additions_rename_nothing() {
    for fixture in FIXTURES {
        let mut description = supported(&description(fixture));
        let first = run(&description, &Names::default());
        add_rivals(&mut description, &first);
        let again = run(&description, &first.normalised.names);
        for (key, name) in methods(&first) {
            assert_eq!(methods(&again).get(&key), Some(&name), "{fixture}: {key}");
        }
        let (before, after) = (types(&first), types(&again));
        assert!(after.len() > before.len(), "{fixture}");
        for (name, fields) in before {
            assert_eq!(after.get(&name), Some(&fields), "{fixture}: {name}");
        }
        let third = run(&description, &again.normalised.names);
        assert_eq!(differences(&methods(&again), &methods(&third)), [""; 0], "{fixture}");
        assert_eq!(differences(&types(&again), &types(&third)), [""; 0], "{fixture}");
    }
}

/// Adds an operation with the id of each that is there, and a component with the name of each hoisted type.
fn add_rivals(description: &mut Value, named: &Named) {
    let hoisted: Vec<String> = named
        .normalised
        .names
        .types
        .iter()
        .filter(|(_, record)| record.component.is_none())
        .map(|(name, _)| name.clone())
        .collect();
    let mut added = Map::new();
    for (index, operation) in named.model.operations.iter().enumerate() {
        let response = hoisted
            .get(index)
            .map_or_else(|| json!({}), |name| json!({"$ref": format!("#/components/schemas/{name}")}));
        added.insert(
            format!("/0/rival{index}"),
            json!({"get": {
                "operationId": operation.id,
                "responses": {"200": {"description": "", "content": {"application/json": {"schema": response}}}},
            }}),
        );
    }
    // First in the file, where they would be named first.
    added.extend(description["paths"].as_object().unwrap().clone());
    description["paths"] = Value::Object(added);
    if !description["components"]["schemas"].is_object() {
        description["components"]["schemas"] = json!({});
    }
    let schemas = description["components"]["schemas"].as_object_mut().unwrap();
    for name in hoisted.into_iter().take(named.model.operations.len()) {
        schemas.insert(name, json!({"type": "object", "properties": {"rival": {"type": "string"}}}));
    }
}

#[test]
fn words_of_rust_name_tags_operations_and_types() {
    let response = |name: &str| {
        json!({"200": {"description": "", "content": {"application/json": {"schema": {
            "$ref": format!("#/components/schemas/{name}")}}}}})
    };
    let object = json!({"type": "object", "properties": {"a": {"type": "string"}}});
    let mut paths = Map::new();
    let mut schemas = Map::new();
    for (index, (tag, id, name)) in
        [("Types", "types", "Mod"), ("Crate", "mod", "Crate"), ("1st", "builder", "Builder"), ("*", "super", "Super")]
            .into_iter()
            .enumerate()
    {
        schemas.insert(name.to_owned(), object.clone());
        let get = json!({"tags": [tag], "operationId": id, "responses": response(name)});
        let put = json!({"tags": [tag], "responses": response(name)});
        let post = json!({"tags": ["Shared"], "responses": response(name)});
        paths.insert(format!("/p{index}"), json!({"get": get, "put": put, "post": post}));
    }
    let description = json!({
        "openapi": "3.0.3", "info": {"title": "Words", "version": "1"},
        "paths": paths, "components": {"schemas": schemas},
    });
    let bytes = description.to_string();
    for path in pipeline::run(Input::new(bytes.as_bytes(), &[], "file")).unwrap().files.keys() {
        let stem = path.trim_end_matches(".rs").rsplit('/').next().unwrap();
        assert!(path.ends_with("mod.rs") || !["self", "super", "crate", "builder"].contains(&stem), "{path}");
    }
}
