//! Fields beside those that are described.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use serde_json::{Map, Value, json};

use super::{
    Log, Pass, State, free_name::first_free, intersections::component_name, no_schema, property_names::with_wire_name,
    rewrite_schemas, rewrite_with_components, unions::union_branches,
};
use document::{error::Result, schema};

pub(super) const PASS: Pass = Pass {
    name: "extras",
    reason: "typify drops fields that an object may have beside those that are described, and those of a second alternative of an anyOf",
    run,
    holds,
};

/// Marks the values of fields whose names have a pattern: in a response, a field of any other name may come to stand beside them.
pub(super) const OF_PATTERN: &str = "x-of-pattern";

/// What typify calls the field with the others.
const EXTRA: &str = "extra";

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    let mut opened: BTreeSet<String> = BTreeSet::new();
    rewrite_with_components(&mut state.document, log, &mut |components, schema| {
        let mut changes = Vec::new();
        changes.extend(patterns(schema));
        let is_union = schema.get("anyOf").is_some() && schema.get("discriminator").is_none();
        if is_union && union_branches(schema).any(|members| are_objects(components, members)) {
            for member in schema.get_mut("anyOf").and_then(Value::as_array_mut).into_iter().flatten() {
                match component_name(member) {
                    Some(name) => {
                        opened.insert(name);
                    }
                    None => changes.extend(open(member)),
                }
            }
        }
        Ok(changes)
    })?;
    for name in opened {
        let component = schema::components_mut(&mut state.document).and_then(|components| components.get_mut(&name));
        if let Some(what) = component.and_then(open) {
            log.changed(format!("/components/schemas/{}", schema::escape(&name)), what);
        }
    }
    rewrite_schemas(&mut state.document, log, &mut |_, schema| {
        Ok(kept_in_a_map(schema).into_iter().collect::<Vec<_>>())
    })
}

/// `patternProperties` say what the values of some further fields are.
fn patterns(schema: &mut Value) -> Option<String> {
    let Value::Object(keywords) = schema else { return None };
    let Some(Value::Object(patterns)) = keywords.shift_remove("patternProperties") else { return None };
    let values: BTreeSet<String> = patterns.values().map(Value::to_string).collect();
    // What has another name may be anything, unless it is forbidden.
    let is_closed = keywords.get("additionalProperties") == Some(&json!(false));
    let value = patterns.into_iter().next().map(|(_, value)| value).filter(serde_json::Value::is_object);
    let mut value = value.filter(|_| values.len() == 1 && is_closed).unwrap_or_else(|| json!({}));
    // A reference takes no neighbours.
    if value.get("$ref").is_some() {
        value = json!({ "allOf": [value] });
    }
    if value.as_object().is_some_and(|value| !value.is_empty()) {
        value[OF_PATTERN] = json!(true);
    }
    keywords.insert("additionalProperties".to_owned(), value);
    keywords.entry("type").or_insert_with(|| json!("object"));
    Some("fields with names of a pattern are further fields".to_owned())
}

/// Whether two members or more are objects with fields, so that a value may have the fields of several.
fn are_objects(components: &Map<String, Value>, members: &[Value]) -> bool {
    let has_fields = |member: &&Value| {
        let member = component_name(member).and_then(|name| components.get(&name)).unwrap_or(member);
        own_shape(member).is_some()
    };
    members.iter().filter(has_fields).count() > 1
}

/// The schema that describes fields: itself, or its last part without a reference.
fn own_shape(schema: &Value) -> Option<&Value> {
    let shape = match schema.get("allOf").and_then(Value::as_array) {
        Some(parts) => parts.iter().rfind(|part| part.get("properties").is_some())?,
        None => schema,
    };
    shape.get("properties").map(|_| shape)
}

/// An object keeps the fields that it does not describe.
fn open(schema: &mut Value) -> Option<String> {
    own_shape(schema)?;
    let shape = match schema.get_mut("allOf").and_then(Value::as_array_mut) {
        Some(parts) => parts.iter_mut().rfind(|part| part.get("properties").is_some())?,
        None => schema,
    };
    let Value::Object(keywords) = shape else { return None };
    if keywords.contains_key("additionalProperties") {
        return None;
    }
    keywords.insert("additionalProperties".to_owned(), json!({}));
    Some("keeps the fields of other alternatives".to_owned())
}

/// Fields beside those that are described are a map, and no field of that name is in its way.
fn kept_in_a_map(schema: &mut Value) -> Option<String> {
    let Value::Object(keywords) = schema else { return None };
    if keywords.get("properties").and_then(Value::as_object).is_none_or(Map::is_empty) {
        return None;
    }
    match keywords.get_mut("additionalProperties") {
        Some(values @ Value::Bool(true)) => *values = json!({}),
        Some(Value::Object(_)) => {}
        _ => return None,
    }
    let Some(Value::Object(properties)) = keywords.get_mut("properties") else { return None };
    let taken: Vec<String> = properties.keys().map(|name| name.to_snake_case()).collect();
    if let Some(wire) = properties.keys().find(|name| name.to_snake_case() == EXTRA).cloned() {
        let new = first_free("extra_field".to_owned(), |name| !taken.iter().any(|other| other == name));
        *properties = std::mem::take(properties)
            .into_iter()
            .map(
                |(name, property)| {
                    if name == wire { (new.clone(), with_wire_name(property, &wire)) } else { (name, property) }
                },
            )
            .collect();
        for name in keywords.get_mut("required").and_then(Value::as_array_mut).into_iter().flatten() {
            if *name == json!(wire) {
                *name = json!(new);
            }
        }
    }
    Some("fields that are not described are kept in a map".to_owned())
}

fn holds(document: &Value) -> Result<()> {
    no_schema(document, &|schema| {
        let dropped = schema.get("properties")?.as_object().is_some_and(|properties| !properties.is_empty())
            && schema.get("additionalProperties") == Some(&json!(true));
        dropped.then(|| "fields that are not described would be dropped".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::{parameters::WIRE_NAME, run_alone};

    fn rewritten(schemas: Value) -> Value {
        run_alone(PASS, json!({"components": {"schemas": schemas}})).unwrap().0["components"]["schemas"].clone()
    }

    #[test]
    fn fields_beside_those_described_are_kept() {
        let fields = json!({"a": {"type": "string"}});
        let text = json!({"type": "string"});
        for (given, expected) in [
            (json!({"properties": fields, "additionalProperties": true}), json!({})),
            (json!({"properties": fields, "additionalProperties": text}), text.clone()),
            (json!({"properties": fields, "patternProperties": {"^x-": text}, "additionalProperties": false}), text),
            (json!({"properties": fields, "patternProperties": {"^x-": {"type": "string"}}}), json!({})),
            (json!({"properties": fields, "patternProperties": {"^x-": {"type": "string"}, "^y": {}}}), json!({})),
        ] {
            let schema = rewritten(json!({"T": given}))["T"].clone();
            let mut values = schema["additionalProperties"].clone();
            values.as_object_mut().unwrap().shift_remove(OF_PATTERN);
            assert_eq!(values, expected, "{given}");
            assert!(schema.get("patternProperties").is_none());
        }
        for given in [json!({"properties": fields}), json!({"additionalProperties": true})] {
            assert_eq!(rewritten(json!({"T": given}))["T"], given);
        }
    }

    #[test]
    fn any_of_keeps_the_fields_of_all_alternatives() {
        let object = |name: &str| json!({"type": "object", "properties": {name: {"type": "string"}}});
        let schemas = rewritten(json!({
            "T": {"anyOf": [object("a"), schema::reference_to("B")]},
            "B": object("b"),
            "One": {"oneOf": [object("a"), object("b")]},
            "Text": {"anyOf": [object("a"), {"type": "string"}]},
        }));
        assert_eq!(schemas["T"]["anyOf"][0]["additionalProperties"], json!({}));
        assert_eq!(schemas["B"]["additionalProperties"], json!({}));
        assert!(schemas["One"]["oneOf"][0].get("additionalProperties").is_none());
        assert!(schemas["Text"]["anyOf"][0].get("additionalProperties").is_none());
    }

    #[test]
    fn a_field_called_extra_makes_room() {
        let text = json!({"type": "string"});
        let schema = json!({"required": ["extra"], "properties": {"extra": text}, "additionalProperties": true});
        let schema = rewritten(json!({ "T": schema }))["T"].clone();
        assert_eq!(schema["properties"], json!({"extra_field": {"type": "string", WIRE_NAME: "extra"}}));
        assert_eq!(schema["required"], json!(["extra_field"]));
    }
}
