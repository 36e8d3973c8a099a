//! A description in the words of OpenAPI 3.0.

use serde_json::{Value, json};

use super::each_schema;

/// In OpenAPI 3.0: `nullable`, one type each, one example.
#[must_use]
pub fn as_openapi_30(mut description: Value) -> Value {
    description["openapi"] = json!("3.0.3");
    each_schema(&mut description, &mut |schema| {
        let null = json!({ "type": "null" });
        if let Some(Value::Array(types)) = schema.get("type") {
            let mut types = types.clone();
            let is_nullable = types.iter().any(|name| name == "null");
            types.retain(|name| name != "null");
            match types.as_slice() {
                [one] => schema["type"] = one.clone(),
                several => {
                    let members: Vec<Value> = several.iter().map(|name| json!({ "type": name })).collect();
                    remove(schema, "type");
                    schema["anyOf"] = Value::Array(members);
                }
            }
            if is_nullable {
                schema["nullable"] = json!(true);
            }
        }
        let member = schema.get("oneOf").and_then(Value::as_array).and_then(|members| match members.as_slice() {
            [member, other] | [other, member] if *other == null => Some(member.clone()),
            _ => None,
        });
        if let Some(member) = member {
            remove(schema, "oneOf");
            schema["nullable"] = json!(true);
            if member.get("$ref").is_some() {
                schema["allOf"] = json!([member]);
            } else {
                for (key, value) in member.as_object().into_iter().flatten() {
                    schema[key] = value.clone();
                }
            }
        }
        if let Some(Value::Array(examples)) = schema.get("examples").cloned()
            && (schema.get("type").is_some() || schema.get("anyOf").is_some())
        {
            remove(schema, "examples");
            if let Some(example) = examples.into_iter().next() {
                schema["example"] = example;
            }
        }
    });
    description
}

fn remove(schema: &mut Value, keyword: &str) {
    if let Value::Object(keywords) = schema {
        keywords.shift_remove(keyword);
    }
}
