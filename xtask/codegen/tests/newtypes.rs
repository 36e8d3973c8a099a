//! How a type around a text is made, and sent after it was read.
#![allow(clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

use codegen::pipeline::{self, Input};
use serde_json::json;

fn types() -> String {
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let body = json!({"type": "object", "properties": {"name": reference("Name"), "code": reference("Code")}});
    let content = json!({"application/json": {"schema": body}});
    let description = json!({
        "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
        "paths": {"/things": {"post": {
            "operationId": "addThing",
            "requestBody": {"required": true, "content": content},
            "responses": {"200": {"description": "", "content": content}},
        }}},
        "components": {"schemas": {
            "Name": {"type": "string"},
            "Code": {"type": "string", "pattern": "^[A-Z]+$"},
        }},
    });
    let output = pipeline::run(Input::new(description.to_string().as_bytes(), &[], "file")).unwrap();
    output.files.values().flat_map(|text| text.split_whitespace()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_struct_around_a_text_is_made_of_a_str() {
    let types = types();
    assert!(types.contains("impl From<&str> for Name {"), "{types}");
    // A pattern is checked, by the conversion that typify writes.
    assert!(!types.contains("impl From<&str> for CodeInput {"), "{types}");
}

#[test]
fn what_was_read_can_be_sent() {
    let types = types();
    assert!(types.contains("impl From<Name> for NameInput {"), "{types}");
    assert!(types.contains("impl TryFrom<Code> for CodeInput {"), "{types}");
}

/// The file that holds the conversion, and its lines up to it, for a text that some tags read and some send.
fn conversion(read: &[&str], sent: &[&str]) -> (String, String) {
    let content = json!({"application/json": {"schema": {"type": "object", "properties": {
        "name": {"$ref": "#/components/schemas/Name"},
    }}}});
    let mut paths = serde_json::Map::new();
    for tag in read {
        let operation = json!({"tags": [tag], "operationId": format!("read-{tag}"), "responses": {"200": {"description": "", "content": content}}});
        paths.insert(format!("/read/{tag}"), json!({"get": operation}));
    }
    for tag in sent {
        let operation = json!({"tags": [tag], "operationId": format!("send-{tag}"), "requestBody": {"content": content}, "responses": {"204": {"description": ""}}});
        paths.insert(format!("/send/{tag}"), json!({"post": operation}));
    }
    let description = json!({
        "openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": paths,
        "components": {"schemas": {"Name": {"type": "string"}}},
    });
    let output = pipeline::run(Input::new(description.to_string().as_bytes(), &[], "file")).unwrap();
    let mut found = output.files.into_iter().filter_map(|(path, text)| {
        let at = text.find("Name> for NameInput {")?;
        Some((path, text[..at].to_owned()))
    });
    let one = found.next().unwrap();
    assert_eq!(found.next(), None);
    one
}

#[test]
fn conversions_stand_where_both_types_exist() {
    let (path, before) = conversion(&["a"], &["a", "b"]);
    assert!(path == "a/types/name.rs" || path == "a/types/read_a.rs", "{path}");
    assert!(before.contains("use crate::types::NameInput;") && !before.contains("cfg(any"), "{before}");

    let (path, before) = conversion(&["a", "b"], &["a"]);
    assert!(path.starts_with("a/types/") && before.contains("use crate::types::Name;"), "{path}: {before}");

    let (path, before) = conversion(&["a"], &["b", "c"]);
    assert_eq!(path, "shared/name_input.rs");
    assert!(before.ends_with("#[cfg(any(feature = \"a\"))]\nimpl From<crate::types::"), "{before}");
}
