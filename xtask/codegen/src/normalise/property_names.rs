//! Properties that Rust would call alike.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;
use serde_json::{Map, Value, json};

use super::{Log, Pass, State, free_name::first_free, no_schema, parameters::WIRE_NAME, rewrite_schemas};
use document::error::Result;

pub(super) const PASS: Pass = Pass {
    name: "property_names",
    reason: "two properties that become one field, or one without a name, do not compile",
    run,
    holds,
};

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    rewrite_schemas(&mut state.document, log, &mut |_, schema| {
        let Some(Value::Object(properties)) = schema.get("properties") else { return Ok(Vec::new()) };
        let names = unique_names(properties);
        let renamed: Vec<(String, String)> = properties
            .keys()
            .zip(&names)
            .filter(|(wire, name)| *wire != *name)
            .map(|(wire, name)| (wire.clone(), name.clone()))
            .collect();
        if renamed.is_empty() {
            return Ok(Vec::new());
        }
        if let Some(Value::Object(properties)) = schema.get_mut("properties") {
            *properties = std::mem::take(properties)
                .into_iter()
                .zip(names)
                .map(|((wire, mut property), name)| {
                    if wire != name {
                        property = with_wire_name(property, &wire);
                    }
                    (name, property)
                })
                .collect();
        }
        if let Some(Value::Array(required)) = schema.get_mut("required") {
            for name in required {
                if let Some((_, new)) = renamed.iter().find(|(wire, _)| Some(wire.as_str()) == name.as_str()) {
                    *name = json!(new);
                }
            }
        }
        Ok(renamed.into_iter().map(|(wire, name)| format!("called the property {wire:?} {name}")).collect())
    })
}

/// A property that goes by another name on the wire than in the document.
pub(super) fn with_wire_name(property: Value, wire: &str) -> Value {
    // A reference takes no neighbours.
    let mut property = if property.get("$ref").is_some() { json!({ "allOf": [property] }) } else { property };
    property[WIRE_NAME] = json!(wire);
    property
}

fn unique_names(properties: &Map<String, Value>) -> Vec<String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    // A name that is a Rust name already keeps it, whatever stands before it.
    taken.extend(properties.keys().filter(|name| name.to_snake_case() == **name && !name.is_empty()).cloned());
    // Names depend on the fields, not on their order; `birthDate` goes before `_birthDate`.
    let mut sorted: Vec<&String> = properties.keys().collect();
    sorted.sort_by_key(|wire| (!wire.starts_with(|first: char| first.is_ascii_alphabetic()), *wire));
    let names: BTreeMap<&String, String> =
        sorted.into_iter().map(|wire| (wire, unique_name(wire, &mut taken))).collect();
    properties.keys().map(|wire| names.get(wire).unwrap_or(wire).clone()).collect()
}

fn unique_name(wire: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = match wire.to_snake_case() {
        name if name.is_empty() => "empty".to_owned(),
        name => name,
    };
    if plain == wire || taken.insert(plain.clone()) {
        return if wire.to_snake_case().is_empty() { plain } else { wire.to_owned() };
    }
    let name = first_free(format!("{plain}_"), |name| !name.ends_with('_') && !taken.contains(name));
    taken.insert(name.clone());
    name
}

fn holds(document: &Value) -> Result<()> {
    no_schema(document, &|schema| {
        let properties = schema.get("properties")?.as_object()?;
        let names: BTreeSet<String> = properties.keys().map(|name| name.to_snake_case()).collect();
        (names.len() != properties.len() || names.contains("")).then(|| "two properties become one field".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    #[test]
    fn properties_alike_keep_their_wire_names() {
        let schema = json!({"type": "object", "required": ["aB"], "properties": {
            "aB": {"$ref": "#/components/schemas/T"}, "a_b": {"type": "string"}, "": {"type": "integer"},
        }});
        let document = json!({"components": {"schemas": {"T": schema}}});
        let (document, _) = run_alone(PASS, document).unwrap();
        assert_eq!(
            document["components"]["schemas"]["T"],
            json!({"type": "object", "required": ["a_b_2"], "properties": {
                "a_b_2": {"allOf": [{"$ref": "#/components/schemas/T"}], "x-wire-name": "aB"},
                "a_b": {"type": "string"},
                "empty": {"type": "integer", "x-wire-name": ""},
            }})
        );
    }
}
