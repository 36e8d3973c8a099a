//! A description with a component for every body and response, as code generators write them.

use serde_json::{Map, Value, json};

use super::each_operation;

/// With every inline schema of a body or a successful response, and every object in a list there, as a component.
#[must_use]
pub fn componentised(mut description: Value) -> Value {
    if description.to_string().contains("\"#/paths/") {
        // A reference into a body would lead nowhere.
        return description;
    }
    let mut schemas = Map::new();
    each_operation(&mut description, &mut |_, _, operation| {
        let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default();
        let name: String = id.chars().take(1).flat_map(char::to_uppercase).chain(id.chars().skip(1)).collect();
        if let Some(body) = operation.get_mut("requestBody") {
            move_out(body, &format!("{name}RequestDto"), &mut schemas);
        }
        let Some(Value::Object(responses)) = operation.get_mut("responses") else { return };
        let several = responses.keys().filter(|status| status.starts_with('2')).count() > 1;
        for (status, response) in responses.iter_mut().filter(|(status, _)| status.starts_with('2')) {
            let status = if several { status.as_str() } else { "" };
            move_out(response, &format!("{name}{status}ResponseDto"), &mut schemas);
        }
    });
    if !description["components"]["schemas"].is_object() {
        description["components"]["schemas"] = json!({});
    }
    if let Value::Object(components) = &mut description["components"]["schemas"] {
        components.extend(schemas);
    }
    description
}

fn move_out(holder: &mut Value, name: &str, schemas: &mut Map<String, Value>) {
    let Some(schema) = holder.pointer_mut("/content/application~1json/schema") else { return };
    if schema.get("$ref").is_some() {
        return;
    }
    let mut moved = std::mem::replace(schema, json!({ "$ref": format!("#/components/schemas/{name}") }));
    if let Some(items) = moved.pointer_mut("/properties/data/items")
        && items.get("properties").is_some()
    {
        let item = name.replace("ResponseDto", "ItemDto");
        let inner = std::mem::replace(items, json!({ "$ref": format!("#/components/schemas/{item}") }));
        schemas.insert(item, inner);
    }
    schemas.insert(name.to_owned(), moved);
}
