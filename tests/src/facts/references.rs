//! What a `$ref` leads to, and the one form in which schemas are compared.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::walk::Walk;

/// A schema of the description with `$ref` followed and the ways to write nullability taken out.
pub(super) struct Seen {
    pub(super) keywords: Map<String, Value>,
    pub(super) nullable: bool,
    pub(super) component: bool,
}

impl Walk<'_> {
    /// Follows the `$ref` of a parameter, body or response; says whether there was one.
    pub(super) fn follow(&mut self, section: &str, value: &Value) -> (Value, bool) {
        let description = self.description;
        let Some(reference) = value["$ref"].as_str() else { return (value.clone(), false) };
        let target = reference.strip_prefix('#').and_then(|pointer| description.pointer(pointer));
        if target.is_none() || !reference.starts_with(&format!("#/components/{section}/")) {
            self.differs(reference, format!("one of the {section} of the document"), "nothing");
        }
        (target.cloned().unwrap_or_default(), true)
    }

    pub(super) fn see(&mut self, place: &str, schema: &Value) -> Seen {
        let mut seen =
            Seen { keywords: schema.as_object().cloned().unwrap_or_default(), nullable: false, component: false };
        if !schema.is_object() {
            self.differs(place, "a schema", schema.to_string());
        }
        for _ in 0..16 {
            let inner = if let Some(reference) = seen.keywords.remove("$ref") {
                seen.component = true;
                self.follow("schemas", &json!({ "$ref": reference })).0
            } else if let Some(member) = nullable_member(&seen.keywords) {
                seen.nullable = true;
                seen.keywords.remove("oneOf");
                member
            } else {
                break;
            };
            // What stands beside a `$ref` holds over what it points to.
            for (key, value) in inner.as_object().into_iter().flatten() {
                seen.keywords.entry(key.clone()).or_insert_with(|| value.clone());
            }
        }
        let null_listed = seen.keywords.get_mut("enum").and_then(Value::as_array_mut).map(|values| {
            let before = values.len();
            values.retain(|value| !value.is_null());
            values.len() < before
        });
        let mut null_typed = false;
        if let Some(Value::Array(types)) = seen.keywords.get_mut("type") {
            let before = types.len();
            types.retain(|kind| kind != "null");
            null_typed = types.len() < before;
            seen.nullable |= null_typed;
        }
        if null_listed.is_some_and(|listed| listed != null_typed) {
            let (facts, description) = if null_typed { ("null", "nothing") } else { ("no null", "null") };
            self.differs(format!("{place} enum"), format!("{facts} among the values"), description);
        }
        seen
    }
}

/// Collects every `$ref` that a value leads to.
pub(super) fn references<'a>(value: &'a Value, description: &'a Value, used: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(members) => {
            if let Some(reference) = members.get("$ref").and_then(Value::as_str)
                && used.insert(reference)
                && let Some(target) = reference.strip_prefix('#').and_then(|pointer| description.pointer(pointer))
            {
                references(target, description, used);
            }
            members.values().for_each(|member| references(member, description, used));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, description, used)),
        _ => {}
    }
}

/// A parameter that is known to exist, its name being unknown; it is left out of the description.
pub(super) fn is_unnamed(name: &str) -> bool {
    name.starts_with("UNKNOWN")
}

pub(super) fn show(value: Option<&Value>) -> String {
    value.map_or_else(|| "nothing".into(), ToString::to_string)
}

pub(super) fn stated_types(keywords: &Map<String, Value>) -> Vec<&str> {
    match keywords.get("type") {
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
        other => other.and_then(Value::as_str).into_iter().collect(),
    }
}

/// The other member of a `oneOf` of something and null.
pub(super) fn nullable_member(keywords: &Map<String, Value>) -> Option<Value> {
    let null = json!({ "type": "null" });
    match keywords.get("oneOf")?.as_array()?.as_slice() {
        [member, other] | [other, member] if *other == null => Some(member.clone()),
        _ => None,
    }
}
