//! What a schema looks like, in few words: what recognises it where neither a name nor a place does.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{WIRE_NAME, WIRE_VALUES};
use document::{
    all_of::{flattened, only_member},
    reference, schema,
};

/// A kind (`object`, `enum`, `union`, …), and what it consists of: fields, values, alternatives.
///
/// A field that can have only one value is written with it (`type=step`): such a field tells alternatives apart.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub struct Shape {
    kind: String,
    parts: BTreeSet<String>,
}

/// How much two shapes have in common.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Likeness {
    /// They are surely of two schemas: a field has one value here and another there.
    Opposite,
    /// Nothing says that they are of one schema.
    Different,
    /// One has most of what the other has.
    Alike,
    /// They are equal.
    Same,
}

impl Shape {
    pub(super) fn of(components: &Map<String, Value>, schema: &Value) -> Self {
        let mut shape = Self::default();
        let parts = flattened(components, vec![followed(components, schema)]);
        for part in &parts {
            shape.read(components, part);
        }
        // What a part consists of says more than the type of the whole.
        for part in &parts {
            shape.read_type(components, part);
        }
        if shape.kind.is_empty() {
            shape.kind.push_str("any");
        }
        shape
    }

    fn read(&mut self, components: &Map<String, Value>, schema: &Value) {
        if let Some(members) = schema.get("oneOf").and_then(Value::as_array) {
            self.is("union");
            self.parts.extend(members.iter().map(|member| describe(components, member)));
        }
        if let Some(values) = schema.get(WIRE_VALUES).or_else(|| schema.get("enum")).and_then(Value::as_array) {
            self.is("enum");
            self.parts.extend(values.iter().filter(|value| !value.is_null()).map(text_of));
        }
        if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            self.is("object");
            self.parts.extend(properties.iter().map(|(name, property)| {
                let name = property.get(WIRE_NAME).and_then(Value::as_str).unwrap_or(name);
                match only_value(components, property) {
                    Some(value) => format!("{name}={value}"),
                    None => name.to_owned(),
                }
            }));
        }
    }

    fn read_type(&mut self, components: &Map<String, Value>, schema: &Value) {
        let text = |keyword: &str| schema.get(keyword).and_then(Value::as_str);
        match text("type") {
            Some("array") => {
                self.is("list");
                self.parts.extend(schema.get("items").map(|items| describe(components, items)));
            }
            Some("object") if schema.get("additionalProperties").is_some_and(Value::is_object) => self.is("map"),
            Some("object") if schema.get("additionalProperties") == Some(&Value::Bool(false)) => self.is("object"),
            Some("object") => self.is("open"),
            Some(scalar) => {
                let is_new = self.kind.is_empty();
                self.is(scalar);
                if is_new {
                    self.parts.extend(["format", "pattern"].into_iter().filter_map(text).map(str::to_owned));
                }
            }
            None => {}
        }
    }

    /// Takes the kind, unless a better one is known.
    fn is(&mut self, kind: &str) {
        if self.kind.is_empty() || self.kind == "open" {
            kind.clone_into(&mut self.kind);
        }
    }

    /// One line, without a line break: the kind and the parts.
    pub(super) fn line(&self) -> String {
        std::iter::once(&self.kind).chain(&self.parts).cloned().collect::<Vec<_>>().join(" ")
    }

    /// What [`line`](Self::line) wrote.
    pub(super) fn of_line(line: &str) -> Self {
        line.split(' ').map(str::to_owned).collect::<Vec<_>>().into()
    }

    /// The fields of an object, the values of an enum.
    pub(super) fn names(&self) -> BTreeSet<String> {
        let is_object = self.kind == "object";
        let name = |part: &String| part.split('=').next().filter(|_| is_object).unwrap_or(part).to_owned();
        self.parts.iter().map(name).collect()
    }

    /// Whether there is enough to it to tell it from others by itself.
    pub(super) fn is_telling(&self) -> bool {
        self.parts.len() > 1 || self.tags().next().is_some()
    }

    /// The fields that have only one value, with it.
    fn tags(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parts.iter().filter(|_| self.kind == "object").filter_map(|part| part.split_once('='))
    }

    /// Whether a field has the same only value in both.
    pub(super) fn shares_tag(&self, other: &Self) -> bool {
        self.tags().any(|tag| other.tags().any(|other| other == tag))
    }

    pub(super) fn likeness(&self, other: &Self) -> Likeness {
        let contradicts = |(name, value): (&str, &str)| other.tags().any(|(key, other)| key == name && other != value);
        if self.tags().any(contradicts) {
            return Likeness::Opposite;
        }
        let says_nothing = |shape: &Self| ["any", "open"].contains(&shape.kind.as_str());
        if self == other {
            return Likeness::Same;
        }
        if says_nothing(self) || says_nothing(other) {
            return Likeness::Alike;
        }
        if self.kind != other.kind {
            return Likeness::Different;
        }
        if !["object", "enum", "union"].contains(&self.kind.as_str()) {
            return Likeness::Alike;
        }
        let (own, others) = (self.names(), other.names());
        let common = own.intersection(&others).count();
        if 2 * common >= own.len().min(others.len()) { Likeness::Alike } else { Likeness::Different }
    }
}

/// A kind and what it consists of, in one line.
fn describe(components: &Map<String, Value>, schema: &Value) -> String {
    let schema = followed(components, schema);
    let fields = schema.get("properties").and_then(Value::as_object);
    let values = schema.get(WIRE_VALUES).or_else(|| schema.get("enum")).and_then(Value::as_array);
    let mut parts: Vec<String> = match (fields, values) {
        (Some(fields), _) => fields.keys().cloned().collect(),
        (None, Some(values)) => values.iter().map(text_of).collect(),
        (None, None) => ["format", "pattern"]
            .into_iter()
            .filter_map(|keyword| schema.get(keyword)?.as_str().map(str::to_owned))
            .collect(),
    };
    parts.sort();
    let kind = schema.get("type").and_then(Value::as_str).unwrap_or("any");
    if parts.is_empty() { kind.to_owned() } else { format!("{kind} {}", parts.join(" ")) }
}

/// What a schema refers to, past references with remarks.
fn followed<'a>(components: &'a Map<String, Value>, schema: &'a Value) -> &'a Value {
    reference::behind(schema, |schema| {
        let target =
            schema.get("$ref").and_then(|reference| components.get(schema::component_of(reference.as_str()?)?));
        target.or_else(|| only_member(schema, |keyword| keyword != "properties"))
    })
}

fn only_value(components: &Map<String, Value>, property: &Value) -> Option<String> {
    let property = followed(components, property);
    match property.get(WIRE_VALUES).or_else(|| property.get("enum"))?.as_array()?.as_slice() {
        [value] => Some(text_of(value)),
        _ => None,
    }
}

fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

impl From<Vec<String>> for Shape {
    fn from(words: Vec<String>) -> Self {
        let mut words = words.into_iter();
        Self { kind: words.next().unwrap_or_default(), parts: words.collect() }
    }
}

impl From<Shape> for Vec<String> {
    fn from(shape: Shape) -> Self {
        std::iter::once(shape.kind).chain(shape.parts).collect()
    }
}
