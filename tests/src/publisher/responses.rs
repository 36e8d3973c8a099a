//! A description that promises more of its responses.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{each_operation, each_schema};

/// With every field of a response required.
#[must_use]
pub fn with_more_required(mut description: Value) -> Value {
    each_response_object(&mut description, &mut |schema| {
        let names = schema["properties"].as_object().into_iter().flat_map(Map::keys);
        schema["required"] = names.map(|name| json!(name)).collect();
    });
    description
}

/// With one more field, which is required, in every object of a response whose fields are described.
#[must_use]
pub fn with_more_fields(mut description: Value) -> Value {
    each_response_object(&mut description, &mut |schema| {
        schema["properties"]["of_a_later_version"] = json!({ "type": "string" });
        match schema.get_mut("required").and_then(Value::as_array_mut) {
            Some(required) if required.contains(&json!("of_a_later_version")) => {}
            Some(required) => required.push(json!("of_a_later_version")),
            None => schema["required"] = json!(["of_a_later_version"]),
        }
    });
    description
}

/// Calls `rewrite` with every schema with properties that responses have, and no request.
fn each_response_object(description: &mut Value, rewrite: &mut dyn FnMut(&mut Value)) {
    let mut of_objects = |schema: &mut Value| {
        if schema["properties"].as_object().is_some_and(|properties| !properties.is_empty()) {
            rewrite(schema);
        }
    };
    let (mut of_responses, mut of_requests) = (BTreeSet::new(), BTreeSet::new());
    let original = description.clone();
    each_operation(description, &mut |_, _, operation| {
        for (name, member) in operation.iter_mut() {
            if name == "responses" {
                references(member, &original, &mut of_responses);
                each_schema(member, &mut of_objects);
            } else {
                references(member, &original, &mut of_requests);
            }
        }
    });
    for pointer in of_responses.difference(&of_requests) {
        if let Some(component) = description.pointer_mut(pointer) {
            each_schema(component, &mut of_objects);
        }
    }
}

/// The pointers of all that a value refers to, and that they refer to.
fn references(value: &Value, description: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            let pointer = members.get("$ref").and_then(Value::as_str).and_then(|reference| reference.strip_prefix('#'));
            if let Some(pointer) = pointer
                && found.insert(pointer.to_owned())
                && let Some(target) = description.pointer(pointer)
            {
                references(target, description, found);
            }
            members.values().for_each(|member| references(member, description, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, description, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(properties: &Value) -> Value {
        json!({ "type": "object", "properties": properties })
    }

    #[test]
    fn fields_of_responses_alone_are_required() {
        let reference = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
        let inline = object(&json!({ "a": { "type": "string" }, "b": reference("Output"), "c": reference("Both") }));
        let operation = json!({
            "requestBody": { "content": { "application/json": { "schema": reference("Both") } } },
            "responses": { "200": { "content": { "application/json": { "schema": inline } } } },
        });
        let thing = object(&json!({ "id": { "type": "string" } }));
        let description = json!({
            "paths": { "/things": { "post": operation } },
            "components": { "schemas": { "Output": thing, "Both": thing } },
        });
        let changed = with_more_required(with_more_fields(description));
        let response = changed.pointer("/paths/~1things/post/responses/200/content/application~1json/schema");
        assert_eq!(response.unwrap()["required"], json!(["a", "b", "c", "of_a_later_version"]));
        assert_eq!(changed["components"]["schemas"]["Output"]["required"], json!(["id", "of_a_later_version"]));
        assert_eq!(changed["components"]["schemas"]["Both"], thing);
    }
}
