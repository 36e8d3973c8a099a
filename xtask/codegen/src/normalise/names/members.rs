//! Values of an enum, or fields of an object, that Rust would call alike: those that the lock knows keep their names.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;
use serde_json::{Map, Value, json};

use super::{OPEN_ENUM, TypeRecord, WIRE_NAME, WIRE_VALUES, first_free, variant_name};

/// The Rust names of values or fields, by their names on the wire, where they are not what one would make of these.
pub(super) fn renamed(component: &Value) -> BTreeMap<String, String> {
    let mut renamed = BTreeMap::new();
    if let Some(wire) = component.get(WIRE_VALUES) {
        let pairs = texts(Some(wire)).into_iter().zip(texts(component.get("enum")));
        renamed.extend(pairs.filter(|(wire, name)| variant_name(wire) != *name));
    }
    for (key, property) in component.get("properties").and_then(Value::as_object).into_iter().flatten() {
        if let Some(wire) = property.get(WIRE_NAME).and_then(Value::as_str)
            && wire.to_snake_case() != key.to_snake_case()
        {
            renamed.insert(wire.to_owned(), key.to_snake_case());
        }
    }
    renamed
}

/// Gives the values or fields of `component` that the lock knows the names that they had.
pub(super) fn keep(component: &mut Value, known: &TypeRecord) {
    let Value::Object(keywords) = component else { return };
    if keywords.contains_key("properties") {
        fields(keywords, known);
    } else if keywords.contains_key("enum") {
        values(keywords, known);
    }
}

fn values(keywords: &mut Map<String, Value>, known: &TypeRecord) {
    if !keywords.contains_key(WIRE_VALUES) && known.renamed.is_empty() {
        return;
    }
    let names = texts(keywords.get("enum"));
    let wire = if keywords.contains_key(WIRE_VALUES) { texts(keywords.get(WIRE_VALUES)) } else { names.clone() };
    let current: Vec<(String, String)> = if keywords.contains_key(WIRE_VALUES) {
        wire.into_iter().zip(names).collect()
    } else {
        wire.into_iter().map(|wire| (wire.clone(), variant_name(&wire))).collect()
    };
    let chosen = kept(&current, known, &variant_name);
    let (wire, names): (Vec<&String>, Vec<&String>) = current.iter().map(|(wire, _)| (wire, &chosen[wire])).unzip();
    if current.iter().all(|(wire, _)| variant_name(wire) == chosen[wire]) && !keywords.contains_key(WIRE_VALUES) {
        return;
    }
    let (wire, names) = (json!(wire), json!(names));
    if !keywords.contains_key(WIRE_VALUES) {
        keywords.insert(OPEN_ENUM.to_owned(), json!(true));
    }
    keywords.insert(WIRE_VALUES.to_owned(), wire);
    keywords.insert("enum".to_owned(), names);
}

fn fields(keywords: &mut Map<String, Value>, known: &TypeRecord) {
    let Some(Value::Object(properties)) = keywords.get("properties") else { return };
    let wire_of = |key: &str, property: &Value| -> String {
        property.get(WIRE_NAME).and_then(Value::as_str).unwrap_or(key).to_owned()
    };
    if known.renamed.is_empty() && properties.values().all(|property| property.get(WIRE_NAME).is_none()) {
        return;
    }
    let current: Vec<(String, String)> =
        properties.iter().map(|(key, property)| (wire_of(key, property), key.to_snake_case())).collect();
    let named = kept(&current, known, &|wire: &str| wire.to_snake_case());
    let mut keys: BTreeMap<String, String> = BTreeMap::new();
    let mut kept = Map::new();
    let Some(Value::Object(properties)) = keywords.get_mut("properties") else { return };
    for (key, mut property) in std::mem::take(properties) {
        let wire = wire_of(&key, &property);
        let name = &named[&wire];
        let new = if wire.to_snake_case() == *name { wire.clone() } else { name.clone() };
        if new == wire {
            if let Value::Object(property) = &mut property {
                property.shift_remove(WIRE_NAME);
            }
        } else {
            // A reference takes no neighbours.
            property = if property.get("$ref").is_some() { json!({ "allOf": [property] }) } else { property };
            property[WIRE_NAME] = json!(wire);
        }
        keys.insert(key, new.clone());
        kept.insert(new, property);
    }
    *properties = kept;
    for name in keywords.get_mut("required").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(new) = name.as_str().and_then(|name| keys.get(name)) {
            *name = json!(new);
        }
    }
}

/// A name for each: the lock's for what it knows, and then what is free.
fn kept(
    current: &[(String, String)],
    known: &TypeRecord,
    natural: &dyn Fn(&str) -> String,
) -> BTreeMap<String, String> {
    let parts = known.shape.names();
    let old = |wire: &str| {
        let renamed = known.renamed.get(wire).cloned();
        renamed.or_else(|| parts.contains(wire).then(|| natural(wire)))
    };
    let mut taken: BTreeSet<String> = parts.iter().filter_map(|wire| old(wire)).collect();
    let mut named: BTreeMap<String, String> =
        current.iter().filter_map(|(wire, _)| Some((wire.clone(), old(wire)?))).collect();
    let mut new: Vec<&(String, String)> = current.iter().filter(|(wire, _)| !named.contains_key(wire)).collect();
    new.sort();
    for (wire, name) in new {
        let name = first_free(name.clone(), |name| !taken.contains(name));
        taken.insert(name.clone());
        named.insert(wire.clone(), name);
    }
    named
}

fn texts(list: Option<&Value>) -> Vec<String> {
    let values = list.and_then(Value::as_array).into_iter().flatten();
    values.filter_map(|value| value.as_str().map(str::to_owned)).collect()
}
