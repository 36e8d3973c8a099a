//! Discriminators: the field that says which of several shapes a value has.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Pass, State, no_schema};
use crate::{error::Result, schema};

pub(super) const PASS: Pass = Pass {
    name: "discriminators",
    reason: "typify ignores them and takes the first shape that fits, which loses the fields of the others",
    run,
    holds,
};

fn run(state: &mut State) -> Result<()> {
    // Component → field → values by which it is chosen.
    let mut chosen: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    state.rewrite_schemas(&mut |_, schema| {
        let Value::Object(keywords) = schema else { return Ok(Vec::new()) };
        let Some(discriminator) = keywords.shift_remove("discriminator") else { return Ok(Vec::new()) };
        let Some(field) = discriminator.get("propertyName").and_then(Value::as_str) else { return Ok(Vec::new()) };
        let mapping = discriminator.get("mapping").and_then(Value::as_object);
        for member in ["oneOf", "anyOf"].into_iter().filter_map(|name| keywords.get(name)?.as_array()).flatten() {
            let Some(name) = member.get("$ref").and_then(Value::as_str).and_then(schema::component_of) else {
                continue;
            };
            let mapped: Vec<String> = mapping
                .into_iter()
                .flatten()
                .filter(|(_, target)| {
                    target.as_str().is_some_and(|target| schema::component_of(target).unwrap_or(target) == name)
                })
                .map(|(value, _)| value.clone())
                .collect();
            let values = if mapped.is_empty() { vec![name.to_owned()] } else { mapped };
            let fields = chosen.entry(name.to_owned()).or_default().entry(field.to_owned()).or_default();
            fields.extend(values.into_iter().filter(|value| !fields.contains(value)).collect::<Vec<_>>());
        }
        Ok(vec![format!("the values of {field} stand in the shapes")])
    })?;
    let Some(components) = schema::components_mut(&mut state.document) else { return Ok(()) };
    for (name, fields) in chosen {
        let Some(component) = components.get_mut(&name) else { continue };
        for (field, values) in fields {
            let Some(keywords) = own_properties(component) else { continue };
            let known = keywords.get("properties").and_then(|properties| properties.get(&field)).is_some();
            let is_enum = keywords
                .get("properties")
                .and_then(|properties| properties.pointer(&format!("/{}/enum", schema::escape(&field))))
                .is_some();
            if !(known && is_enum) {
                let properties = keywords.entry("properties").or_insert_with(|| json!({}));
                // A tag is closed: another value is another shape.
                properties[&field] = json!({ "type": "string", "enum": values, CLOSED_ENUM: true });
            } else if let Some(property) =
                keywords.get_mut("properties").and_then(|properties| properties.get_mut(&field))
            {
                property[CLOSED_ENUM] = json!(true);
            }
            let required = keywords.entry("required").or_insert_with(|| json!([]));
            if let Value::Array(list) = required
                && !list.contains(&json!(field))
            {
                list.push(json!(field));
            }
        }
    }
    Ok(())
}

/// Marks an enum that decides between shapes: it must refuse other values, in answers too.
pub(crate) const CLOSED_ENUM: &str = "x-enum-closed";

/// Where a shape keeps its own properties: itself, or a part of its `allOf` that is no reference.
fn own_properties(component: &mut Value) -> Option<&mut Map<String, Value>> {
    let Some(Value::Array(parts)) = component.get_mut("allOf") else { return component.as_object_mut() };
    let index = if let Some(index) = parts.iter().rposition(|part| part.get("$ref").is_none()) {
        index
    } else {
        parts.push(json!({ "type": "object" }));
        parts.len() - 1
    };
    component.get_mut("allOf")?.get_mut(index)?.as_object_mut()
}

fn holds(document: &Value) -> Result<()> {
    no_schema(document, &|schema| schema.get("discriminator").map(|_| "a discriminator is left".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    #[test]
    fn each_shape_states_the_values_that_choose_it() {
        let document = json!({"components": {"schemas": {
            "Auth": {
                "oneOf": [{"$ref": "#/components/schemas/Basic"}, {"$ref": "#/components/schemas/Hmac"}],
                "discriminator": {"propertyName": "kind", "mapping": {"basic": "#/components/schemas/Basic", "old": "Basic"}},
            },
            "Basic": {"type": "object", "properties": {"user": {"type": "string"}, "kind": {"type": "string"}}},
            "Hmac": {"allOf": [{"$ref": "#/components/schemas/Basic"}]},
        }}});
        let (document, _) = run_alone(PASS, document).unwrap();
        let schemas = &document["components"]["schemas"];
        assert!(schemas["Auth"].get("discriminator").is_none());
        assert_eq!(
            schemas["Basic"]["properties"]["kind"],
            json!({"type": "string", "enum": ["basic", "old"], CLOSED_ENUM: true})
        );
        assert_eq!(schemas["Basic"]["required"], json!(["kind"]));
        assert_eq!(schemas["Hmac"]["allOf"][1]["properties"]["kind"]["enum"], json!(["Hmac"]));
    }
}
