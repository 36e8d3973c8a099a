//! The keywords of one schema, each put where it belongs.

use std::cmp::Ordering;

use serde_json::{Map, Value};

use super::{Additional, Contains, Limit, Shape, read::TRANSCRIPTION_MARKS};
use crate::{
    number::compare_numbers,
    pattern::is_universal,
    resolve::{items, members, same},
    types::Types,
};
use document::keywords::FOR_PEOPLE;

/// Keywords with a value that limits others.
const LIMITS: [&str; 10] = [
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "multipleOf",
    "format",
];

const FLAGS: [&str; 4] = ["readOnly", "writeOnly", "deprecated", "uniqueItems"];

/// Beside these, `unevaluatedProperties` knows more than `additionalProperties`.
const APPLICATORS: [&str; 5] = ["allOf", "anyOf", "oneOf", "$ref", "if"];

impl<'a> Shape<'a> {
    /// Takes in one keyword of `node`.
    pub(super) fn keyword(&mut self, node: &'a Value, keyword: &'a str, value: &'a Value) {
        match keyword {
            "type" => self.typed(value),
            "enum" if value.is_array() => self.listed(value, items(Some(value)).collect()),
            "const" => self.listed(value, vec![value]),
            "properties" => {
                for (name, schema) in members(Some(value)) {
                    self.properties.entry(name).or_default().push(schema);
                }
            }
            "required" if value.is_array() => {
                for name in items(Some(value)) {
                    if let Some(text) = name.as_str() {
                        self.required.insert(text, name);
                    }
                }
            }
            "additionalProperties" => self.additional(value),
            "unevaluatedProperties" if !APPLICATORS.iter().any(|key| node.get(key).is_some()) => self.additional(value),
            "patternProperties" => {
                for (pattern, schema) in members(Some(value)) {
                    self.patterns.entry(pattern).or_default().push(schema);
                }
            }
            "prefixItems" | "items" if value.is_array() => {
                self.prefix = items(Some(value)).map(|item| vec![item]).collect();
            }
            "items" if is_never(value) => self.no_more_items(node, value),
            "unevaluatedItems" if is_never(value) && !APPLICATORS.iter().any(|key| node.get(key).is_some()) => {
                if node.get("items").is_none() {
                    self.no_more_items(node, value);
                }
            }
            "items" => self.items.get_or_insert_default().push(value),
            "contains" => self.contains(node, value),
            // These say nothing without `contains`.
            "minContains" | "maxContains" => {}
            "pattern" if value.is_string() => {
                if let Some(pattern) = value.as_str().filter(|pattern| !is_universal(pattern)) {
                    self.text_patterns.insert(pattern, value);
                }
            }
            "dependentRequired" if value.is_object() => {
                for (name, needed) in members(Some(value)) {
                    for item in items(Some(needed)) {
                        if let Some(text) = item.as_str().filter(|text| *text != name) {
                            self.dependent.insert((name, text), item);
                        }
                    }
                }
            }
            "dependentSchemas" => {
                for (name, schema) in members(Some(value)) {
                    self.condition(format!("dependentSchemas/{name}"), schema);
                }
            }
            "propertyNames" if is_everything(value) => {}
            "not"
            | "if"
            | "then"
            | "else"
            | "propertyNames"
            | "unevaluatedItems"
            | "unevaluatedProperties"
            | "contentSchema" => self.condition(keyword.to_owned(), value),
            "discriminator" => self.discriminator = self.discriminator.or(Some(value)),
            _ => self.simple_keyword(node, keyword, value),
        }
    }

    fn simple_keyword(&mut self, node: &'a Value, keyword: &'a str, value: &'a Value) {
        let known = |names: &[&'static str]| names.iter().copied().find(|name| *name == keyword);
        if let Some(keyword) = known(&LIMITS) {
            let exclusive = match keyword {
                "minimum" => node.get("exclusiveMinimum") == Some(&Value::Bool(true)),
                "maximum" => node.get("exclusiveMaximum") == Some(&Value::Bool(true)),
                _ => false,
            };
            self.limit(keyword, Limit { exclusive, ..Limit::written(value) });
        } else if let Some(keyword) = known(&FOR_PEOPLE).or_else(|| known(&["default", "xml"])) {
            self.plain.entry(keyword).or_insert(value);
        } else if let Some(keyword) = known(&FLAGS) {
            if value == &Value::Bool(true) {
                self.flags.insert(keyword, value);
            }
        } else {
            self.rare_keyword(node, keyword, value);
        }
    }

    fn rare_keyword(&mut self, node: &'a Value, keyword: &'a str, value: &'a Value) {
        match keyword {
            "exclusiveMinimum" if value.is_number() => {
                self.limit("minimum", Limit { exclusive: true, ..Limit::written(value) });
            }
            "exclusiveMaximum" if value.is_number() => {
                self.limit("maximum", Limit { exclusive: true, ..Limit::written(value) });
            }
            "exclusiveMinimum" | "exclusiveMaximum" if value.is_boolean() => {}
            // OpenAPI 3.1 says by these what 3.0 says by formats.
            "contentEncoding" if value.as_str() == Some("base64") && node.get("format").is_none() => {
                self.limit("format", Limit::meant(value, "byte".into()));
            }
            "contentMediaType"
                if value.as_str() == Some("application/octet-stream") && node.get("format").is_none() =>
            {
                self.limit("format", Limit::meant(value, "binary".into()));
            }
            "contentEncoding" => drop(self.plain.entry("contentEncoding").or_insert(value)),
            "contentMediaType" => drop(self.plain.entry("contentMediaType").or_insert(value)),
            // Names and definitions say nothing until something refers to them.
            "$defs" | "definitions" | "$id" | "$anchor" | "$dynamicAnchor" => {}
            keyword if TRANSCRIPTION_MARKS.contains(&keyword) => {}
            _ => drop(self.others.entry(keyword).or_insert(value)),
        }
    }

    fn typed(&mut self, value: &'a Value) {
        let names = match value {
            Value::Array(names) => names.iter().collect(),
            name => vec![name],
        };
        match names.iter().map(|name| name.as_str().and_then(Types::named)).collect::<Option<Vec<_>>>() {
            Some(known) => {
                let said = known.into_iter().reduce(Types::or).filter(|types| *types != Types::ANY);
                // What was taken from values gives way to what is said.
                self.flags.remove("types-by-values");
                self.types = said;
                self.types_at = Some(value);
            }
            None => drop(self.others.insert("type", value)),
        }
    }

    /// Takes in a list of values, all of which have to be in the lists that are known already.
    pub(super) fn listed(&mut self, at: &'a Value, values: Vec<&'a Value>) {
        let types = values.iter().map(|value| Types::of(value)).reduce(Types::or);
        let mut listed: Vec<&Value> = values.into_iter().filter(|value| !value.is_null()).collect();
        if let Some(values) = self.values.take() {
            listed.retain(|value| values.iter().any(|known| same(Some(known), Some(value))));
        }
        self.values = Some(listed);
        self.values_at = Some(at);
        // Without a type, the values say it.
        if self.types.is_none() {
            self.flags.insert("types-by-values", at);
            self.types = types;
            self.types_at = Some(at);
        }
    }

    fn additional(&mut self, value: &'a Value) {
        let closed = is_never(value);
        let says_nothing = is_everything(value);
        let known = self.additional.get_or_insert(Additional { at: value, closed: false, schema: Vec::new() });
        known.closed |= closed;
        if !closed && !says_nothing {
            known.schema.push(value);
        }
    }

    fn condition(&mut self, name: String, schema: &'a Value) {
        self.conditions.entry(name).or_insert((schema, Vec::new())).1.push(schema);
    }

    fn contains(&mut self, node: &'a Value, value: &'a Value) {
        let count = |key: &str| node.get(key).and_then(|count| Some((count.as_u64()?, count)));
        let least = count("minContains").unwrap_or((1, value));
        let most = count("maxContains");
        if is_everything(value) {
            // Every item is one of those that are counted.
            self.limit("minItems", Limit::meant(least.1, least.0.into()));
            if let Some((count, at)) = most {
                self.limit("maxItems", Limit::meant(at, count.into()));
            }
            return;
        }
        match &mut self.contains {
            _ if least.0 == 0 && most.is_none() => {}
            // Two of them at once are compared as one that holds both, which is tighter than either.
            Some(known) => known.schema.push(value),
            None => self.contains = Some(Contains { at: value, schema: vec![value], least, most }),
        }
    }

    /// Nothing may follow the items of `prefixItems`.
    fn no_more_items(&mut self, node: &'a Value, at: &'a Value) {
        let count = node.get("prefixItems").and_then(Value::as_array).map_or(0, Vec::len);
        self.limit("maxItems", Limit::meant(at, count.into()));
        self.flags.insert("implies-array", at);
    }

    /// Takes in a limit, when it is tighter than what is known.
    pub(super) fn limit(&mut self, keyword: &'static str, new: Limit<'a>) {
        if matches!(keyword, "minLength" | "minItems" | "minProperties") && new.value.as_f64() == Some(0.0) {
            return;
        }
        let tighter = self.limits.get(keyword).is_none_or(|known| {
            let (Some(known_number), Some(number)) = (known.value.as_number(), new.value.as_number()) else {
                return false;
            };
            match compare_numbers(number, known_number) {
                Some(Ordering::Equal) => new.exclusive,
                Some(Ordering::Greater) => keyword.starts_with("min"),
                Some(Ordering::Less) => keyword.starts_with("max"),
                None => false,
            }
        });
        if tighter {
            self.limits.insert(keyword, new);
        }
    }
}

/// Whether no value follows a schema: `false`, or `not` with a schema of everything.
fn is_never(schema: &Value) -> bool {
    match schema {
        Value::Bool(allowed) => !allowed,
        Value::Object(members) => members.len() == 1 && members.get("not").is_some_and(is_everything),
        _ => false,
    }
}

/// Whether every value follows a schema: `true`, or one that says nothing.
fn is_everything(schema: &Value) -> bool {
    schema == &Value::Bool(true) || schema.as_object().is_some_and(Map::is_empty)
}
