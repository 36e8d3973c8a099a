//! Discriminators: the field that says which of several shapes a value has.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{Pass, State, intersections::flattened, no_schema};
use document::{error::Result, schema};

pub(super) const PASS: Pass = Pass {
    name: "discriminators",
    reason: "typify ignores them and takes the first shape that fits, which loses the fields of the others",
    run,
    holds,
};

fn run(state: &mut State) -> Result<()> {
    // Component → field → values by which it is chosen.
    let mut chosen: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    // Component and field that tells it from the other shapes although nothing says so.
    let mut telling: BTreeSet<(String, String)> = BTreeSet::new();
    let source = state.document.clone();
    state.rewrite_schemas(&mut |_, schema| {
        let Value::Object(keywords) = schema else { return Ok(Vec::new()) };
        let mut changes = Vec::new();
        for name in ["oneOf", "anyOf"] {
            let Some(Value::Array(members)) = keywords.get_mut(name) else { continue };
            for field in telling_fields(&source, members) {
                for member in members.iter_mut() {
                    match member.get("$ref").and_then(Value::as_str).and_then(schema::component_of) {
                        Some(component) => {
                            telling.insert((component.to_owned(), field.clone()));
                        }
                        None => close(member, &field),
                    }
                }
                changes.push(format!("the values of {field} tell the shapes apart"));
            }
        }
        let Some(discriminator) = keywords.shift_remove("discriminator") else { return Ok(changes) };
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
            // A mapping that leads elsewhere says nothing of this shape; its own list of values does.
            if listed_elsewhere(&source, member, field, &values) {
                continue;
            }
            let fields = chosen.entry(name.to_owned()).or_default().entry(field.to_owned()).or_default();
            fields.extend(values.into_iter().filter(|value| !fields.contains(value)).collect::<Vec<_>>());
        }
        changes.push(format!("the values of {field} stand in the shapes"));
        Ok(changes)
    })?;
    let Some(components) = schema::components_mut(&mut state.document) else { return Ok(()) };
    for (name, field) in telling {
        if let Some(component) = components.get_mut(&name) {
            close(component, &field);
        }
    }
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
            } else if let Some(property) = keywords.get_mut("properties").and_then(|list| list.get_mut(&field)) {
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

/// Whether a shape or a part of it has a list of values for the field, and none of these is in it.
fn listed_elsewhere(source: &Value, shape: &Value, field: &str, values: &[String]) -> bool {
    let Some(components) = schema::components(source) else { return false };
    let parts = flattened(components, vec![shape]);
    let mut lists = parts.iter().filter_map(|part| part.get("properties")?.get(field)?.get("enum")?.as_array());
    lists.any(|list| !values.iter().any(|value| list.iter().any(|known| known.as_str() == Some(value))))
}

/// Marks an enum that decides between shapes: it must refuse other values, in answers too.
pub(super) const CLOSED_ENUM: &str = "x-enum-closed";

/// The fields that have a list of values in each shape, and no value in two of them.
fn telling_fields(source: &Value, members: &[Value]) -> Vec<String> {
    let shapes: Option<Vec<&Map<String, Value>>> = members.iter().map(|member| properties(source, member)).collect();
    let Some([first, others @ ..]) = shapes.as_deref() else { return Vec::new() };
    if others.is_empty() {
        return Vec::new();
    }
    let tells = |field: &&String| {
        let mut taken = BTreeSet::new();
        shapes.iter().flatten().all(|shape| {
            let values = shape.get(*field).and_then(|property| property.get("enum")).and_then(Value::as_array);
            values.is_some_and(|values| {
                values.iter().all(|value| value.as_str().is_some_and(|value| taken.insert(value)))
            })
        })
    };
    first.keys().filter(tells).cloned().collect()
}

/// The properties that a shape has of its own, behind a reference too.
fn properties<'a>(source: &'a Value, shape: &'a Value) -> Option<&'a Map<String, Value>> {
    let shape = match shape.get("$ref").and_then(Value::as_str) {
        Some(reference) => schema::components(source)?.get(schema::component_of(reference)?)?,
        None => shape,
    };
    let own = match shape.get("allOf").and_then(Value::as_array) {
        Some(parts) => parts.iter().rfind(|part| part.get("$ref").is_none())?,
        None => shape,
    };
    own.get("properties")?.as_object()
}

/// Marks the values of a field as all that there are: with another value it is another shape.
fn close(shape: &mut Value, field: &str) {
    let property = own_properties(shape).and_then(|own| own.get_mut("properties")?.get_mut(field)?.as_object_mut());
    if let Some(property) = property {
        property.insert(CLOSED_ENUM.to_owned(), json!(true));
    }
}

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
    fn values_that_tell_shapes_apart_are_closed_although_nothing_says_so() {
        let shape = |kinds: Value| json!({"properties": {"kind": {"enum": kinds}, "state": {"enum": ["on"]}}});
        let union = |other: Value| {
            let schemas =
                json!({"T": {"oneOf": [shape(json!(["cat"])), {"$ref": "#/components/schemas/O"}]}, "O": other});
            run_alone(PASS, json!({"components": {"schemas": schemas}})).unwrap().0["components"]["schemas"].clone()
        };
        let closed = |schema: &Value, field: &str| schema["properties"][field].get(CLOSED_ENUM).is_some();
        for (other, tells) in [(json!(["dog"]), true), (json!(["dog", "cat"]), false), (json!([1]), false)] {
            let schemas = union(shape(other));
            assert_eq!(closed(&schemas["T"]["oneOf"][0], "kind"), tells);
            assert_eq!(closed(&schemas["O"], "kind"), tells);
            assert!(!closed(&schemas["O"], "state"));
        }
        assert!(!closed(&union(json!({"type": "string"}))["T"]["oneOf"][0], "kind"));
    }

    #[test]
    fn a_mapping_that_leads_elsewhere_leaves_the_values_that_a_shape_lists() {
        let base = json!({"properties": {"kind": {"type": "string", "enum": ["on", "off"]}}});
        let document = json!({"components": {"schemas": {
            "Action": {
                "anyOf": [schema::reference_to("Base"), schema::reference_to("Named")],
                "discriminator": {"propertyName": "kind", "mapping": {"on": "other.yml#/Base"}},
            },
            "Base": base,
            "Named": {"allOf": [schema::reference_to("Base"), {"properties": {"name": {"type": "string"}}}]},
        }}});
        let (document, _) = run_alone(PASS, document).unwrap();
        let schemas = &document["components"]["schemas"];
        assert_eq!(schemas["Base"], base);
        assert!(schemas["Named"]["allOf"][1]["properties"].get("kind").is_none());
    }

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
