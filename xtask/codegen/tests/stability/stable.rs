//! What renames nothing.

use std::{fs, path::Path, sync::OnceLock};

use codegen::{
    normalise::{Names, Normalised},
    overlay,
};
use document::Document;
use serde_json::Value;

use super::{
    methods,
    publisher::{self, shuffled},
    run, types,
};

/// The locked description as a publisher would have it, and the fixtures.
const DESCRIPTIONS: [&str; 5] = [
    "openapi.yaml",
    "tests/fixtures/inline.yaml",
    "tests/fixtures/references.yaml",
    "tests/fixtures/payments.yaml",
    "tests/fixtures/fhirlike.yaml",
];

/// Those in which no reference leads into a path, which would have to be rewritten with it.
const WITHOUT_DEEP_REFERENCES: [&str; 4] =
    ["openapi.yaml", "tests/fixtures/inline.yaml", "tests/fixtures/payments.yaml", "tests/fixtures/fhirlike.yaml"];

fn description(file: &str) -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read = |file: &str| Document::read(file, &fs::read(root.join(file)).unwrap()).unwrap().value;
    let mut description = read(file);
    if file == "openapi.yaml" {
        overlay::apply(&mut description, &[("overlay.yaml".to_owned(), read("overlay.yaml"))]).unwrap();
        description = publisher::published(description);
    }
    description
}

/// A description with its names, as every test starts from them.
fn named(file: &str) -> &'static (Value, Normalised) {
    type Named = OnceLock<(Value, Normalised)>;
    static NAMED: [Named; DESCRIPTIONS.len()] = [const { Named::new() }; DESCRIPTIONS.len()];
    let index = DESCRIPTIONS.iter().position(|known| *known == file).unwrap();
    NAMED[index].get_or_init(|| {
        let description = description(file);
        let named = run(&description, &Names::default());
        (description, named)
    })
}

/// Alternatives that have the same fields.
fn of_one_shape() -> Value {
    let fields = serde_json::json!({"a": {"type": "string"}, "b": {"type": "string"}});
    let alternative = |limit: u32| serde_json::json!({"type": "object", "minProperties": limit, "properties": fields});
    serde_json::json!({
        "openapi": "3.0.3",
        "info": {"title": "t", "version": "1"},
        "paths": {"/x": {"post": {
            "operationId": "x",
            "requestBody": {"content": {"application/json": {"schema": {"oneOf": [
                alternative(0), alternative(1), alternative(2)
            ]}}}},
            "responses": {"204": {"description": "ok"}},
        }}},
    })
}

#[test]
fn a_second_run_renames_nothing() {
    renames_nothing(&Value::clone);
    let before = run(&of_one_shape(), &Names::default());
    let after = run(&of_one_shape(), &before.names);
    assert_eq!((types(&after), after.retired.len()), (types(&before), 0));
    assert!(types(&before).len() > 3, "{:?}", types(&before));
}

/// Every method and type of each description is there, under its name and with what it consisted of, after `change`.
fn renames_nothing(change: &dyn Fn(&Value) -> Value) {
    renames_nothing_in(&DESCRIPTIONS, change);
}

fn renames_nothing_in(files: &[&str], change: &dyn Fn(&Value) -> Value) {
    let mut lost = Vec::new();
    for file in files {
        let (description, before) = named(file);
        let after = run(&change(description), &before.names);
        let (old, new) = (methods(before), methods(&after));
        lost.extend(old.difference(&new).map(|name| format!("{file}: the method {name} is gone")));
        let new = types(&after);
        for (name, parts) in types(before) {
            match new.get(&name) {
                None => lost.push(format!("{file}: the type {name} is gone: {:?}", after.retired.get(&name))),
                Some(now) => {
                    // An alternative without a type of its own may become one: its name is what stays.
                    let is_typed_now = |part: &str| {
                        part.starts_with('|') && now.iter().any(|now| now.starts_with(&format!("{part}: ")))
                    };
                    let gone = parts.difference(now).filter(|part| !is_typed_now(part));
                    lost.extend(gone.map(|part| format!("{file}: {name} lost {part}")));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{} differences:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn another_order_renames_nothing() {
    for seed in 1..4 {
        renames_nothing(&|description| shuffled(description, seed));
    }
}

#[test]
fn another_success_status_renames_nothing() {
    renames_nothing(&|description| publisher::with_created(description.clone()));
}

#[test]
fn other_parameter_names_in_paths_rename_nothing() {
    renames_nothing_in(&WITHOUT_DEEP_REFERENCES, &publisher::with_other_path_parameters);
}

#[test]
fn moved_paths_rename_nothing() {
    renames_nothing_in(&WITHOUT_DEEP_REFERENCES, &|description| publisher::with_moved_paths(description.clone()));
}

#[test]
fn other_component_names_rename_nothing() {
    renames_nothing(&publisher::with_other_component_names);
}

#[test]
fn inlined_components_rename_nothing() {
    // A discriminator names components, and an alias of a text is no type of its own: the fixtures have both.
    renames_nothing_in(&["openapi.yaml"], &publisher::inlined);
}

#[test]
fn components_for_inline_schemas_rename_nothing() {
    renames_nothing(&|description| publisher::componentised(description.clone()));
}

#[test]
fn another_openapi_version_renames_nothing() {
    renames_nothing(&|description| publisher::as_openapi_30(description.clone()));
}

#[test]
fn more_operations_and_tags_rename_nothing() {
    renames_nothing(&|description| publisher::with_more_operations(description.clone()));
}

#[test]
fn more_alternatives_rename_nothing() {
    renames_nothing(&|description| publisher::with_more_alternatives(description.clone()));
}

#[test]
fn more_values_rename_nothing() {
    renames_nothing(&|description| publisher::with_more_values(description.clone()));
}

#[test]
fn other_names_of_security_schemes_rename_nothing() {
    renames_nothing(&publisher::with_other_scheme_names);
}

#[test]
fn several_changes_at_once_rename_nothing() {
    renames_nothing(&|description| {
        let created = publisher::with_created(description.clone());
        let moved = publisher::with_other_component_names(&publisher::componentised(created));
        shuffled(&publisher::with_more_operations(publisher::with_more_values(moved)), 7)
    });
}
