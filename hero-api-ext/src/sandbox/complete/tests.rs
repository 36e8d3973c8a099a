use super::*;
use crate::sandbox::{description::Description, schema::Checked};

fn completed(schema: Value, value: Value) -> Value {
    let mut value = value;
    complete(&json!({}), &schema, &mut value);
    value
}

fn object(required: &[&str], properties: Value) -> Value {
    json!({ "type": "object", "required": required, "properties": properties })
}

#[test]
fn required_field_is_added_at_any_depth() {
    let schema = object(&[], json!({ "data": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } } }));
    let text = json!({ "type": "string" });
    let thing = object(&["id", "name"], json!({ "id": text, "name": text, "note": text }));
    let root = json!({ "components": { "schemas": { "Thing": thing } } });
    let mut value = json!({ "data": [{ "id": "7" }] });
    complete(&root, &schema, &mut value);
    assert_eq!(value, json!({ "data": [{ "id": "7", "name": "" }] }));
}

#[test]
fn added_value_says_as_little_as_it_can() {
    for (schema, least) in [
        (json!({ "type": ["string", "null"], "examples": ["a"] }), json!(null)),
        (json!({ "oneOf": [{ "type": "string" }, { "type": "null" }] }), json!(null)),
        (json!(true), json!(null)),
        (json!({ "type": "string", "example": "a" }), json!("")),
        (json!({ "type": "string", "minLength": 2 }), json!("xx")),
        (json!({ "type": "string", "format": "date" }), json!("2026-03-15")),
        (json!({ "type": "string", "enum": ["a", "b"] }), json!("a")),
        (json!({ "type": ["string", "null"], "enum": ["a"] }), json!("a")),
        (json!({ "const": 3 }), json!(3)),
        (json!({ "type": "boolean" }), json!(false)),
        (json!({ "type": "integer", "minimum": 0 }), json!(0)),
        (json!({ "type": "integer", "exclusiveMinimum": 0 }), json!(1)),
        (json!({ "type": "array", "items": { "type": "string" } }), json!([])),
        (json!({ "type": "array", "minItems": 1, "items": { "type": "string" } }), json!([""])),
        (object(&["b"], json!({ "b": { "type": "boolean" }, "c": { "type": "string" } })), json!({ "b": false })),
        (json!({ "anyOf": [{ "type": "boolean" }, { "type": "string" }] }), json!(false)),
    ] {
        let shown = schema.to_string();
        assert_eq!(completed(object(&["a"], json!({ "a": schema })), json!({})), json!({ "a": least }), "{shown}");
    }
}

#[test]
fn count_is_that_of_the_data() {
    let list = json!({ "data": { "type": "array" }, "count": { "type": "integer" } });
    let schema = object(&["count", "data"], list);
    assert_eq!(completed(schema.clone(), json!({ "data": [1, 2] })), json!({ "data": [1, 2], "count": 2 }));
    assert_eq!(completed(schema.clone(), json!({})), json!({ "data": [], "count": 0 }));
    assert_eq!(completed(schema, json!({ "data": [], "count": 9 })), json!({ "data": [], "count": 9 }));
}

#[test]
fn null_that_is_not_admitted_is_replaced() {
    let text = json!({ "type": "string" });
    let schema = object(&["a", "b"], json!({ "a": text, "b": { "type": ["string", "null"] }, "c": text }));
    let value = json!({ "a": null, "b": null, "c": null, "d": null });
    assert_eq!(completed(schema, value), json!({ "a": "", "b": null, "d": null }));
}

#[test]
fn required_name_reaches_into_parts() {
    let schema = json!({ "allOf": [object(&[], json!({ "a": { "type": "string" } }))], "required": ["a", "z"] });
    assert_eq!(completed(schema, json!({ "b": 1 })), json!({ "a": "", "b": 1, "z": null }));
}

#[test]
fn closest_alternative_is_completed() {
    let text = json!({ "type": "string" });
    let tagged = |tag: &str, other: &str| object(&["kind", other], json!({ "kind": { "const": tag }, other: text }));
    let schema = json!({ "oneOf": [tagged("a", "x"), tagged("b", "y"), { "type": "null" }, { "type": "string" }] });
    assert_eq!(completed(schema.clone(), json!({ "kind": "b" })), json!({ "kind": "b", "y": "" }));
    assert_eq!(completed(schema.clone(), json!({ "y": "1" })), json!({ "y": "1", "kind": "b" }));
    assert_eq!(completed(schema.clone(), json!({ "kind": "c" })), json!({ "kind": "c" }));
    assert_eq!(completed(schema, json!("text")), json!("text"));
}

#[test]
fn schema_that_requires_itself_comes_to_an_end() {
    let node = object(&["left", "right"], json!({ "left": { "$ref": "#/node" }, "right": { "$ref": "#/node" } }));
    let mut value = json!({});
    let root = json!({ "node": node });
    complete(&root, &root["node"], &mut value);
    assert!(value["left"]["right"]["left"].is_object());
}

/// Every property of every schema is required, as a later description may have it.
fn require_all(value: &mut Value) {
    if let Some(properties) = value.get("properties").and_then(Value::as_object) {
        value["required"] = properties.keys().map(|name| json!(name)).collect();
    }
    match value {
        Value::Array(items) => items.iter_mut().for_each(require_all),
        Value::Object(members) => members.values_mut().for_each(require_all),
        _ => {}
    }
}

#[test]
fn completed_response_fits_whatever_is_required() {
    let description = Description::embedded().unwrap();
    let mut root = description.root.clone();
    require_all(&mut root["components"]);
    let mut lacking = 0;
    for operation in &description.operations {
        let Some(schema) = &operation.success.schema else { continue };
        let mut schema = schema.schema.clone();
        require_all(&mut schema);
        let checked = Checked::new(&root, &schema).unwrap();
        let mut response = Value::Null;
        complete(&root, &schema, &mut response);
        assert_eq!(checked.issues(&response), [], "{}: {response}", operation.id);
        let Some(data) = response.get_mut("data").and_then(Value::as_array_mut) else { continue };
        data.push(json!({}));
        lacking += usize::from(!checked.fits(&response));
        complete(&root, &schema, &mut response);
        assert_eq!(checked.issues(&response), [], "{}: {response}", operation.id);
    }
    assert!(lacking > 5, "{lacking}");
}
