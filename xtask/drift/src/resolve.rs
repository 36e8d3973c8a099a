//! Follows references inside one description.

use std::cmp::Ordering;

use serde_json::{Map, Value};

use super::number::compare_numbers;
use document::{
    all_of::{Reference, References},
    reference::behind,
    schema::percent_decoded,
};

/// One description, whose references can be followed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Description<'a> {
    pub(super) root: &'a Value,
    /// What nearly every reference leads into.
    schemas: Option<&'a Map<String, Value>>,
    /// Whether keywords beside `$ref` mean nothing, as in OpenAPI 3.0.
    ignores_siblings: bool,
}

impl<'a> Description<'a> {
    pub(super) fn new(root: &'a Value) -> Self {
        let schemas = root.get("components").and_then(|components| components.get("schemas")?.as_object());
        let ignores_siblings = text(root, "openapi").is_some_and(|version| version.starts_with("3.0"));
        Self { root, schemas, ignores_siblings }
    }

    /// The reference of a schema that means nothing but its target.
    pub(super) fn sole_reference(self, schema: &'a Value) -> Option<&'a str> {
        let members = schema.as_object()?;
        (self.ignores_siblings || members.len() == 1).then(|| reference(schema))?
    }

    /// Whether a node is a reference that leads to nothing in this file.
    pub(super) fn is_unresolved(self, node: &'a Value) -> bool {
        reference(self.follow(node)).is_some()
    }

    /// What the reference stands for, when it is in this description.
    pub(super) fn target(self, reference: &str) -> Option<&'a Value> {
        let pointer = reference.strip_prefix('#')?;
        if let (Some(schemas), Some(name)) = (self.schemas, pointer.strip_prefix("/components/schemas/"))
            && !name.contains(['/', '~', '%'])
        {
            return schemas.get(name);
        }
        // Nearly every pointer is written as it is.
        if pointer.contains('%') { self.root.pointer(&percent_decoded(pointer)) } else { self.root.pointer(pointer) }
    }

    /// What a value of a discriminator's mapping names: a reference, or the name of a component.
    pub(super) fn mapped(self, reference: &str) -> Option<&'a Value> {
        self.target(reference).or_else(|| self.schemas?.get(reference))
    }

    /// The node, or what its references lead to. Nodes beside a reference are left aside, as OpenAPI says.
    pub(super) fn follow(self, node: &'a Value) -> &'a Value {
        behind(node, |node| self.target(reference(node)?))
    }

    /// The object below a key of the root.
    pub(super) fn members(self, pointer: &str) -> impl Iterator<Item = (&'a str, &'a Value)> + use<'a> {
        members(self.root.pointer(pointer))
    }
}

impl<'a> References<'a> for Description<'a> {
    fn reference(&self, schema: &'a Value) -> Option<Reference<'a>> {
        let text = reference(schema)?;
        let target = Some(self.target(text)?);
        Some(Reference { text, target, has_siblings: self.sole_reference(schema).is_none() })
    }
}

/// The text of `$ref`.
pub(super) fn reference(node: &Value) -> Option<&str> {
    node.get("$ref")?.as_str()
}

/// The members of an object; nothing for anything else.
pub(super) fn members(node: Option<&Value>) -> impl Iterator<Item = (&str, &Value)> {
    node.and_then(Value::as_object).into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

/// The items of a list; nothing for anything else.
pub(super) fn items(node: Option<&Value>) -> impl Iterator<Item = &Value> {
    node.and_then(Value::as_array).into_iter().flatten()
}

/// The text below a key.
pub(super) fn text<'a>(node: &'a Value, key: &str) -> Option<&'a str> {
    node.get(key)?.as_str()
}

/// Whether a flag is set.
pub(super) fn flag(node: &Value, key: &str) -> bool {
    node.get(key).and_then(Value::as_bool).unwrap_or(false)
}

/// Whether two values are equal; `1` and `1.0` are.
pub(super) fn same(old: Option<&Value>, new: Option<&Value>) -> bool {
    match (old, new) {
        (Some(Value::Number(old)), Some(Value::Number(new))) => {
            old == new || compare_numbers(old, new) == Some(Ordering::Equal)
        }
        (Some(Value::Object(old)), Some(Value::Object(new))) => {
            old.len() == new.len() && old.iter().all(|(key, value)| same(Some(value), new.get(key)))
        }
        (Some(Value::Array(old)), Some(Value::Array(new))) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same(Some(old), Some(new)))
        }
        (old, new) => old == new,
    }
}
