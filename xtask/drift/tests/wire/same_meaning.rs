//! What is written another way and means the same has no difference.

use serde_json::{Value, json};

use crate::{differences, operation_rows::base, shown};

fn with(schema: &Value) -> Value {
    let content = json!({"application/json": {"schema": schema}});
    json!({
        "openapi": "3.0.3",
        "info": {"title": "t", "version": "1"},
        "paths": {"/x": {"post": {
            "requestBody": {"content": content},
            "responses": {"200": {"description": "ok", "content": content}},
        }}},
        "components": {"schemas": {
            "Text": {"type": "string"},
            "Thing": {"type": "object", "properties": {"a": {"type": "string"}}},
            "Node": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}}},
        }},
    })
}

#[test]
fn two_ways_to_say_the_same_are_no_change() {
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let thing = json!({"type": "object", "properties": {"a": {"type": "string"}}});
    let all = json!(["null", "boolean", "number", "string", "array", "object"]);
    for (one, other) in [
        (json!({"type": "string", "nullable": true}), json!({"type": ["string", "null"]})),
        (json!({"type": ["null", "string"]}), json!({"type": ["string", "null"]})),
        (json!({"type": "string", "nullable": true}), json!({"oneOf": [{"type": "string"}, {"type": "null"}]})),
        (json!({"type": ["string", "null"]}), json!({"oneOf": [{"type": "string"}, {"type": "null"}]})),
        (json!({"type": ["string", "null"]}), json!({"anyOf": [{"type": "null"}, {"type": "string"}]})),
        (
            json!({"type": ["string", "null"], "maxLength": 3, "description": "d"}),
            json!({"anyOf": [{"type": "string", "maxLength": 3}, {"type": "null"}], "description": "d"}),
        ),
        (
            json!({"type": ["array", "null"], "items": reference("Thing")}),
            json!({"oneOf": [{"type": "array", "items": reference("Thing")}, {"type": "null"}]}),
        ),
        (
            json!({"type": ["object", "null"], "properties": {"a": {"type": "string"}}}),
            json!({"anyOf": [reference("Thing"), {"type": "null"}]}),
        ),
        (
            json!({"type": ["string", "integer", "null"]}),
            json!({"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}]}),
        ),
        (
            json!({"type": "string", "nullable": true, "enum": ["a"]}),
            json!({"type": ["string", "null"], "enum": ["a", null]}),
        ),
        (
            json!({"nullable": true, "allOf": [reference("Thing")]}),
            json!({"anyOf": [reference("Thing"), {"type": "null"}]}),
        ),
        (json!({"type": "string", "nullable": false}), json!({"type": "string"})),
        (json!({"type": ["string"]}), json!({"type": "string"})),
        (json!({"type": all}), json!({})),
        (json!(true), json!({})),
        (json!({"const": "a"}), json!({"enum": ["a"]})),
        (json!({"type": "integer", "minimum": 5, "maximum": 5}), json!({"type": "integer", "enum": [5]})),
        (json!({"type": "number", "minimum": 0.5, "maximum": 0.5}), json!({"type": "number", "const": 0.5})),
        (json!({"type": "string", "const": "a"}), json!({"enum": ["a"], "type": "string"})),
        (json!({"enum": ["a", "b"]}), json!({"enum": ["b", "a"]})),
        (
            json!({"enum": ["a", "b"], "type": "string"}),
            json!({"oneOf": [{"const": "a"}, {"const": "b", "description": "B"}]}),
        ),
        (json!({"type": ["string", "integer"]}), json!({"oneOf": [{"type": "integer"}, {"type": "string"}]})),
        (
            json!({"type": "number", "minimum": 1, "exclusiveMinimum": true}),
            json!({"type": "number", "exclusiveMinimum": 1}),
        ),
        (json!({"type": "number", "minimum": 1, "exclusiveMinimum": false}), json!({"type": "number", "minimum": 1.0})),
        (json!({"type": "string", "minLength": 0}), json!({"type": "string"})),
        (json!({"type": "array", "uniqueItems": false}), json!({"type": "array"})),
        (json!({"type": "string", "format": "byte"}), json!({"type": "string", "contentEncoding": "base64"})),
        (
            json!({"type": "string", "format": "binary"}),
            json!({"type": "string", "contentMediaType": "application/octet-stream"}),
        ),
        (json!({"type": "string", "example": "a"}), json!({"type": "string", "examples": ["a"]})),
        (reference("Thing"), thing.clone()),
        (json!({"allOf": [reference("Thing")]}), thing.clone()),
        (json!({"oneOf": [reference("Thing")]}), thing.clone()),
        (
            json!({"allOf": [thing.clone(), {"required": ["a"]}]}),
            json!({"type": "object", "required": ["a"], "properties": {"a": reference("Text")}}),
        ),
        (json!({"type": "object", "additionalProperties": true}), json!({"type": "object"})),
        (
            json!({"type": "object", "additionalProperties": {}}),
            json!({"type": "object", "additionalProperties": true}),
        ),
        (
            json!({"type": "object", "unevaluatedProperties": false}),
            json!({"type": "object", "additionalProperties": false}),
        ),
        (json!({"properties": {"a": {}}}), json!({"type": "object", "properties": {"a": {}}})),
        (json!({"required": ["a", "b"], "type": "object"}), json!({"type": "object", "required": ["b", "a"]})),
        (
            json!({"oneOf": [thing.clone(), {"type": "array", "items": {}}]}),
            json!({"oneOf": [{"type": "array"}, reference("Thing")]}),
        ),
        (reference("Node"), json!({"type": "object", "properties": {"next": reference("Node")}})),
        (json!({"type": "string", "x-provenance": "read"}), json!({"type": "string"})),
        (json!({"type": "string", "description": ""}), json!({"type": "string", "description": ""})),
    ] {
        for (old, new) in [(&one, &other), (&other, &one)] {
            let changes = differences(&with(old), &with(new));
            assert!(changes.is_empty(), "{old} → {new}\n{}", shown(&changes));
        }
    }
}

#[test]
fn openapi_3_0_and_3_1_of_an_api_are_the_same() {
    let mut new = base();
    new["openapi"] = json!("3.0.3");
    new["components"]["schemas"]["Patient"]["properties"]["email"] =
        json!({"type": "string", "nullable": true, "format": "email"});
    let changes = differences(&base(), &new);
    assert!(changes.is_empty(), "{}", shown(&changes));
}

#[test]
fn moved_or_renamed_parts_are_the_same() {
    let mut new = base();
    let patient = new["components"]["schemas"]["Patient"].clone();
    let text = new.to_string().replace("#/components/schemas/Patient", "#/components/schemas/Person");
    new = serde_json::from_str(&text).unwrap();
    let schemas = new["components"]["schemas"].as_object_mut().unwrap();
    schemas.shift_remove("Patient");
    schemas.insert(
        "Person".to_owned(),
        serde_json::from_str(&patient.to_string().replace("schemas/Patient", "schemas/Person")).unwrap(),
    );
    let page = new["components"]["parameters"]["Page"].clone();
    new["paths"]["/v1/patients"]["get"]["parameters"][2] = page;
    let shared = new["paths"]["/v1/patients"].as_object_mut().unwrap().shift_remove("parameters").unwrap();
    for method in ["get", "post"] {
        let own = &mut new["paths"]["/v1/patients"][method];
        let list = own.as_object_mut().unwrap().entry("parameters").or_insert(json!([]));
        list.as_array_mut().unwrap().push(shared[0].clone());
    }
    let security = new["security"].clone();
    new["paths"]["/v1/patients"]["get"]["security"] = security;
    let changes = differences(&base(), &new);
    // Only the component that nothing uses any more is gone.
    assert!(changes.iter().all(|change| change.kind.id() == "unused-component-removed"), "{}", shown(&changes));
}

#[test]
fn renamed_credentials_are_the_same() {
    let text = base().to_string().replace("\"key\":", "\"apiKey\":");
    let changes = differences(&base(), &serde_json::from_str(&text).unwrap());
    assert!(changes.is_empty(), "{}", shown(&changes));
}
