//! A description without components.

use serde_json::{Map, Value};

/// With every reference replaced by what it leads to. Schemas that hold themselves stay components.
#[must_use]
pub fn inlined(description: &Value) -> Value {
    let mut inlined = description.clone();
    for section in ["paths", "components"] {
        if let Some(part) = inlined.get_mut(section) {
            replace(part, description, &mut Vec::new());
        }
    }
    let mut text = inlined["paths"].to_string();
    let Some(Value::Object(components)) = inlined.get_mut("components") else { return inlined };
    components.retain(|section, _| ["schemas", "securitySchemes"].contains(&section.as_str()));
    if let Some(Value::Object(schemas)) = components.get_mut("schemas") {
        // A component that another one refers to is there for good.
        loop {
            let used = |name: &str, text: &str| text.contains(&format!("#/components/schemas/{name}\""));
            let kept: Map<String, Value> = schemas
                .iter()
                .filter(|(name, _)| used(name, &text))
                .map(|(name, schema)| (name.clone(), schema.clone()))
                .collect();
            let more = format!("{}{}", inlined_text(&kept), text);
            if more == text || schemas.iter().all(|(name, _)| used(name, &text) == used(name, &more)) {
                *schemas = kept;
                break;
            }
            text = more;
        }
    }
    inlined
}

fn inlined_text(schemas: &Map<String, Value>) -> String {
    Value::Object(schemas.clone()).to_string()
}

fn replace(value: &mut Value, description: &Value, around: &mut Vec<String>) {
    if let Some(reference) = value.get("$ref").and_then(Value::as_str).map(str::to_owned) {
        let target = reference.strip_prefix('#').and_then(|pointer| description.pointer(pointer));
        let Some(target) = target.filter(|_| !around.contains(&reference)) else { return };
        let mut target = target.clone();
        // What stands beside a reference holds over what it leads to.
        for (key, member) in value.as_object().into_iter().flatten().filter(|(key, _)| *key != "$ref") {
            target[key] = member.clone();
        }
        around.push(reference);
        replace(&mut target, description, around);
        around.pop();
        *value = target;
        return;
    }
    match value {
        Value::Object(members) => members.values_mut().for_each(|member| replace(member, description, around)),
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, description, around)),
        _ => {}
    }
}
