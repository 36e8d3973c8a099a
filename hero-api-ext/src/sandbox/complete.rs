//! Adds to a response what its schema requires and the response lacks.
//!
//! What is added says as little as the schema admits: null, an empty list, an empty text. A sample there would be read as a
//! fact, such as the time of something that has not happened.

use serde_json::{Map, Value, json};

use super::{
    sample::{limit, string, type_of},
    schema::resolve,
};

/// Nested deeper, nothing is added, since a schema may require itself.
const DEPTH: usize = 16;
/// Parts of parts are followed this far.
const HOPS: usize = 8;

/// Adds what is missing, at any depth. A null that the schema does not admit is missing too.
pub(super) fn complete(root: &Value, schema: &Value, value: &mut Value) {
    let completion = Completion { root };
    if value.is_null() && !completion.admits_null(schema, 0) {
        *value = completion.neutral("", schema, 0);
    }
    completion.complete(schema, value, 0);
}

/// Adds what is missing to each item of an array where the description has something else: an envelope around such items, or one
/// of them.
pub(super) fn complete_items(root: &Value, schema: &Value, items: &mut [Value]) {
    let completion = Completion { root };
    let schema = match property(&completion.parts(schema, &json!({})), "data") {
        Some(data) => completion.parts(data, &json!([])).into_iter().find_map(|part| part.get("items")),
        None => Some(schema),
    };
    if let Some(schema) = schema {
        for item in items {
            completion.complete(schema, item, 0);
        }
    }
}

/// Whether a schema is that of an array.
pub(super) fn is_array(root: &Value, schema: &Value) -> bool {
    let parts = Completion { root }.parts(schema, &json!([]));
    parts.iter().any(|part| type_of(part) == Some("array"))
}

struct Completion<'a> {
    root: &'a Value,
}

impl<'a> Completion<'a> {
    fn complete(&self, schema: &'a Value, value: &mut Value, depth: usize) {
        if depth > DEPTH {
            return;
        }
        let parts = self.parts(schema, value);
        match value {
            Value::Object(fields) => {
                self.complete_fields(&parts, fields, depth);
                self.add_required(&parts, fields, depth);
            }
            Value::Array(items) => {
                for schema in parts.iter().filter_map(|part| part.get("items")) {
                    for item in items.iter_mut() {
                        self.complete(schema, item, depth + 1);
                    }
                }
            }
            _ => {}
        }
    }

    fn complete_fields(&self, parts: &[&'a Value], fields: &mut Map<String, Value>, depth: usize) {
        fields.retain(|name, field| {
            let other =
                || parts.iter().find_map(|part| part.get("additionalProperties").filter(|other| other.is_object()));
            let Some(schema) = property(parts, name).or_else(other) else { return true };
            if field.is_null() {
                return self.admits_null(schema, depth);
            }
            self.complete(schema, field, depth + 1);
            true
        });
    }

    fn add_required(&self, parts: &[&'a Value], fields: &mut Map<String, Value>, depth: usize) {
        let required = parts.iter().filter_map(|part| part.get("required")?.as_array()).flatten();
        for name in required.filter_map(Value::as_str) {
            if fields.contains_key(name) {
                continue;
            }
            let listed = fields.get("data").and_then(Value::as_array).map(Vec::len);
            let added = match (name, listed, property(parts, name)) {
                ("count", Some(length), _) => json!(length),
                (_, _, Some(schema)) => self.neutral(name, schema, depth + 1),
                (_, _, None) => Value::Null,
            };
            fields.insert(name.to_owned(), added);
        }
    }

    /// The value that says least.
    fn neutral(&self, name: &str, schema: &'a Value, depth: usize) -> Value {
        if depth > DEPTH || self.admits_null(schema, depth) {
            return Value::Null;
        }
        let parts = self.parts(schema, &Value::Null);
        let keyword = |keyword: &str| parts.iter().find_map(|part| part.get(keyword));
        let first = keyword("enum").and_then(Value::as_array).into_iter().flatten().find(|value| !value.is_null());
        if let Some(only) = keyword("const").or(first) {
            return only.clone();
        }
        match parts.iter().find_map(|part| type_of(part)) {
            Some("string") => {
                let formed = parts.iter().find(|part| part.get("pattern").or_else(|| part.get("format")).is_some());
                let text = formed.map(|part| string(name, part)).unwrap_or_default();
                let least = keyword("minLength").and_then(Value::as_u64).and_then(|least| usize::try_from(least).ok());
                json!(format!("{text:x<0$}", least.unwrap_or(0)))
            }
            Some("integer" | "number") => json!(least_number(&parts)),
            Some("boolean") => json!(false),
            Some("array") => {
                let least = keyword("minItems").and_then(Value::as_u64).unwrap_or(0);
                let item = || keyword("items").map_or(Value::Null, |items| self.neutral(name, items, depth + 1));
                (0..least).map(|_| item()).collect()
            }
            _ => {
                let mut object = json!({});
                self.complete(schema, &mut object, depth + 1);
                object
            }
        }
    }

    /// The schemas that hold for a value together: the schema, what it consists of, and of alternatives the one that is
    /// closest.
    fn parts(&self, schema: &'a Value, value: &Value) -> Vec<&'a Value> {
        let mut parts = Vec::new();
        self.add_parts(schema, value, &mut parts, 0);
        parts
    }

    fn add_parts(&self, schema: &'a Value, value: &Value, parts: &mut Vec<&'a Value>, depth: usize) {
        let schema = resolve(self.root, schema);
        if depth > HOPS {
            return;
        }
        parts.push(schema);
        for part in schema.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            self.add_parts(part, value, parts, depth + 1);
        }
        for keyword in ["oneOf", "anyOf"] {
            let options = schema.get(keyword).and_then(Value::as_array).into_iter().flatten();
            let scored = options.filter_map(|option| Some((self.closeness(option, value, depth)?, option)));
            // The first of those that are equally close.
            let closest = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
            if let Some((_, option)) = closest {
                self.add_parts(option, value, parts, depth + 1);
            }
        }
    }

    /// How many fields of a value an alternative has; nothing when it is for other values.
    fn closeness(&self, option: &'a Value, value: &Value, depth: usize) -> Option<usize> {
        let mut parts = Vec::new();
        self.add_parts(option, value, &mut parts, depth + 1);
        let types = parts.iter().filter_map(|part| part.get("type"));
        let is_other_type = |types: &Value| match types {
            Value::Array(names) => !names.iter().any(|name| is_of_type(value, name)),
            name => !is_of_type(value, name),
        };
        // Without a value, any alternative will do that has one.
        let is_for_others = if value.is_null() {
            parts.iter().any(|part| part.get("type") == Some(&json!("null")))
        } else {
            types.into_iter().any(is_other_type)
        };
        let fields: Vec<(&String, &Value)> = value.as_object().into_iter().flatten().collect();
        let contradicts = |(name, field): &(&String, &Value)| {
            let tag = property(&parts, name).map(|schema| resolve(self.root, schema));
            tag.and_then(only_value).is_some_and(|only| only != *field)
        };
        if is_for_others || fields.iter().any(contradicts) {
            return None;
        }
        Some(fields.iter().filter(|(name, _)| property(&parts, name).is_some()).count())
    }

    fn admits_null(&self, schema: &Value, depth: usize) -> bool {
        let schema = resolve(self.root, schema);
        let list = |keyword: &str| schema.get(keyword).and_then(Value::as_array);
        let admits = |part: &Value| depth > DEPTH || self.admits_null(part, depth + 1);
        let is_open = schema.get("x-enum-open") == Some(&json!(true));
        let has_type = match schema.get("type") {
            Some(Value::Array(names)) => names.iter().any(|name| name == "null"),
            Some(name) => name == "null",
            None => true,
        };
        has_type
            && schema != &json!(false)
            && schema.get("const").is_none_or(Value::is_null)
            && list("enum").is_none_or(|values| is_open || values.contains(&Value::Null))
            && list("allOf").is_none_or(|parts| parts.iter().all(admits))
            && ["oneOf", "anyOf"].into_iter().all(|keyword| list(keyword).is_none_or(|parts| parts.iter().any(admits)))
    }
}

fn property<'a>(parts: &[&'a Value], name: &str) -> Option<&'a Value> {
    parts.iter().find_map(|part| part.get("properties")?.get(name))
}

/// The one value that a schema has, as the tag of an alternative.
fn only_value(schema: &Value) -> Option<&Value> {
    let one = || match schema.get("enum")?.as_array()?.as_slice() {
        [one] => Some(one),
        _ => None,
    };
    schema.get("const").or_else(one)
}

/// Zero, or what is next to the bound above it.
fn least_number(parts: &[&Value]) -> i64 {
    let excludes_zero = |part: &&&Value| {
        let bound = |keyword: &str| part.get(keyword).and_then(Value::as_f64);
        bound("minimum").is_some_and(|least| least > 0.0) || bound("exclusiveMinimum").is_some_and(|below| below >= 0.0)
    };
    parts.iter().find(excludes_zero).map_or(0, |part| limit(part))
}

fn is_of_type(value: &Value, name: &Value) -> bool {
    match name.as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer" | "number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        Some("null") => value.is_null(),
        _ => true,
    }
}

#[cfg(test)]
mod tests;
