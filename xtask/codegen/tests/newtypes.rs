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
