//! Gives the types of a document other names.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{DERIVED_TITLE, DIRECTION};
use document::schema;

/// Calls each component by its new name. Components that get one name say the same, and become one.
pub(super) fn components(document: &mut Value, names: &BTreeMap<String, String>) {
    if let Some(components) = schema::components_mut(document) {
        let mut renamed: Map<String, Value> = Map::new();
        for (name, component) in std::mem::take(components) {
            let name = names.get(&name).unwrap_or(&name).clone();
            match renamed.get_mut(&name) {
                None => {
                    renamed.insert(name, component);
                }
                Some(first) if first.get(DIRECTION) != component.get(DIRECTION) => {
                    first[DIRECTION] = Value::from("both");
                }
                Some(_) => {}
            }
        }
        *components = renamed;
    }
    references(document, names);
}

/// Calls the alternatives of a union by their new titles.
pub(super) fn alternatives(union: &mut Value, titles: &[String]) {
    let members = union.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten();
    for (member, title) in members.zip(titles) {
        if let Value::Object(keywords) = member {
            keywords.insert("title".to_owned(), Value::from(title.as_str()));
        }
    }
}

/// Removes the mark of titles that are not the vendor's: it has done its work.
pub(super) fn without_marks(document: &mut Value) {
    for union in schema::components_mut(document).into_iter().flat_map(Map::values_mut) {
        for member in union.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
            if let Value::Object(keywords) = member {
                keywords.shift_remove(DERIVED_TITLE);
            }
        }
    }
}

fn references(value: &mut Value, names: &BTreeMap<String, String>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                match member {
                    Value::String(reference) if key == "$ref" => {
                        if let Some(name) = schema::component_of(reference).and_then(|name| names.get(name)) {
                            *reference = format!("#/components/schemas/{name}");
                        }
                    }
                    member => references(member, names),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| references(item, names)),
        _ => {}
    }
}
