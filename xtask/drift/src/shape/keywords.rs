//! The keywords of one schema, each put where it belongs.

use serde_json::{Map, Value};

use super::{Additional, Limit, Shape, read::TRANSCRIPTION_MARKS};
use crate::{
    resolve::{items, members},
    types::Types,
};

/// Keywords with a value that limits others.
const LIMITS: [&str; 13] = [
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "minContains",
    "maxContains",
    "multipleOf",
    "pattern",
    "format",
];

/// Keywords that are compared as they are.
const PLAIN: [&str; 9] =
    ["title", "description", "default", "example", "examples", "externalDocs", "xml", "$comment", "dependentRequired"];

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
            "items" => self.items.get_or_insert_default().push(value),
            "dependentSchemas" => {
                for (name, schema) in members(Some(value)) {
                    self.condition(format!("dependentSchemas/{name}"), schema);
                }
            }
            "not"
            | "if"
            | "then"
            | "else"
            | "contains"
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
            self.limit(keyword, Limit { at: value, exclusive });
        } else if let Some(keyword) = known(&PLAIN) {
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
            "exclusiveMinimum" if value.is_number() => self.limit("minimum", Limit { at: value, exclusive: true }),
            "exclusiveMaximum" if value.is_number() => self.limit("maximum", Limit { at: value, exclusive: true }),
            "exclusiveMinimum" | "exclusiveMaximum" if value.is_boolean() => {}
            // OpenAPI 3.1 says by these what 3.0 says by formats.
            "contentEncoding" if value.as_str() == Some("base64") && node.get("format").is_none() => {
                self.limit("format", Limit { at: value, exclusive: false });
            }
            "contentMediaType"
                if value.as_str() == Some("application/octet-stream") && node.get("format").is_none() =>
            {
                self.limit("format", Limit { at: value, exclusive: false });
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
            listed.retain(|value| values.contains(value));
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
        let closed = value == &Value::Bool(false);
        let says_nothing = value == &Value::Bool(true) || value.as_object().is_some_and(Map::is_empty);
        let known = self.additional.get_or_insert(Additional { at: value, closed: false, schema: Vec::new() });
        known.closed |= closed;
        if !closed && !says_nothing {
            known.schema.push(value);
        }
    }

    fn condition(&mut self, name: String, schema: &'a Value) {
        self.conditions.entry(name).or_insert((schema, Vec::new())).1.push(schema);
    }

    /// Takes in a limit, when it is tighter than what is known.
    pub(super) fn limit(&mut self, keyword: &'static str, new: Limit<'a>) {
        let value = new.at.as_f64();
        if matches!(keyword, "minLength" | "minItems" | "minProperties") && value == Some(0.0) {
            return;
        }
        let tighter = self.limits.get(keyword).is_none_or(|known| match (known.at.as_f64(), value) {
            (Some(known), Some(value)) if (known - value).abs() <= f64::EPSILON * value.abs() => new.exclusive,
            (Some(known), Some(value)) if keyword.starts_with("min") => value > known,
            (Some(known), Some(value)) if keyword.starts_with("max") => value < known,
            _ => false,
        });
        if tighter {
            self.limits.insert(keyword, new);
        }
    }
}
