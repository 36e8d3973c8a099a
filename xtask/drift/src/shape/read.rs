//! Reads a schema, and the schemas that have to hold beside it, into one shape.

use serde_json::Value;

use super::{Additional, All, Shape, Union, unions};
use crate::{
    address::{Addresses, address},
    resolve::{Description, items, members, reference},
    types::Types,
};

/// Deepest chain of `$ref` and `allOf` that is read.
const DEPTH: usize = 100;

/// Schemas that one shape may be made of.
const PARTS: usize = 2_000;

/// What a transcription says of itself, not of the API.
pub(crate) const TRANSCRIPTION_MARKS: [&str; 5] =
    ["x-provenance", "x-unknown", "x-not-bound", "x-transcription", "x-enum-open"];

/// The schemas of a part, each as the node that says it: the target, where a reference stands alone.
pub(crate) fn canonical_all<'a>(description: Description<'a>, schemas: &[&'a Value]) -> All<'a> {
    let mut all: All<'a> = Vec::with_capacity(schemas.len());
    for schema in schemas {
        let node = canonical_node(description, schema);
        if !all.iter().any(|known| std::ptr::eq(*known, node)) {
            all.push(node);
        }
    }
    all
}

fn canonical_node<'a>(description: Description<'a>, node: &'a Value) -> &'a Value {
    let mut node = node;
    for _ in 0..DEPTH {
        let alone = node.as_object().is_some_and(|members| members.len() == 1);
        let Some(target) = reference(node).filter(|_| alone).and_then(|reference| description.target(reference)) else {
            return node;
        };
        node = target;
    }
    node
}

/// What the schemas allow together.
pub(crate) fn shape<'a>(description: Description<'a>, schemas: &[&'a Value]) -> Shape<'a> {
    let mut reader = Reader { description, depth: 0, demanded: Addresses::default(), parts: 0 };
    let mut shape = Shape::default();
    for schema in schemas {
        shape.merge(reader.read(schema));
    }
    shape.finish();
    shape
}

struct Reader<'a> {
    description: Description<'a>,
    /// How deep the reading is.
    depth: usize,
    /// The schemas that hold already: to demand them again says nothing new, also where a schema contains itself.
    demanded: Addresses,
    parts: usize,
}

impl<'a> Reader<'a> {
    fn read(&mut self, node: &'a Value) -> Shape<'a> {
        let mut shape = Shape::default();
        if !self.demanded.insert(address(node)) {
            return shape;
        }
        self.parts += 1;
        if self.depth >= DEPTH || self.parts > PARTS {
            shape.others.insert("$ref", node);
            return shape;
        }
        self.depth += 1;
        match node {
            Value::Object(_) => self.object(node, &mut shape),
            Value::Bool(true) => {}
            Value::Bool(false) => (shape.types, shape.types_at) = (Some(Types::NONE), Some(node)),
            _ => drop(shape.others.insert("", node)),
        }
        self.depth -= 1;
        shape
    }

    fn object(&mut self, node: &'a Value, shape: &mut Shape<'a>) {
        let mut merged = Vec::new();
        let mut null = false;
        for (keyword, value) in members(Some(node)) {
            match keyword {
                "$ref" => match value.as_str().and_then(|reference| self.description.target(reference)) {
                    Some(target) => merged.push(self.read(target)),
                    None => drop(shape.others.insert("$ref", value)),
                },
                "allOf" => merged.extend(items(Some(value)).map(|part| self.read(part)).collect::<Vec<_>>()),
                "oneOf" | "anyOf" => self.union(keyword == "oneOf", value, shape, &mut merged),
                "nullable" => null = value == &Value::Bool(true),
                _ => shape.keyword(node, keyword, value),
            }
        }
        for part in merged {
            shape.merge(part);
        }
        if null {
            shape.types = shape.types.map(|types| types.or(Types::NULL));
            shape.flags.insert("nullable", node);
        }
    }

    fn union(&mut self, exactly_one: bool, list: &'a Value, shape: &mut Shape<'a>, merged: &mut Vec<Shape<'a>>) {
        let all: Vec<&Value> = items(Some(list)).collect();
        let branches: Vec<&Value> =
            all.iter().copied().filter(|branch| !unions::is_null(self.description.follow(branch))).collect();
        let null = branches.len() < all.len();
        if let Some(simple) = unions::simple(self.description, list, &branches, null) {
            merged.push(simple);
            return;
        }
        match branches[..] {
            [] => {}
            [only] => {
                // It does not hold where null is, so that it may be demanded elsewhere once more.
                let outer = null.then(|| std::mem::take(&mut self.demanded));
                let mut only = self.read(only);
                if let Some(outer) = outer {
                    self.demanded = outer;

                    only.types = only.types.map(|types| types.or(Types::NULL));
                    only.flags.insert("nullable", list);
                }
                merged.push(only);
            }
            _ => {
                if null {
                    shape.flags.insert("nullable-union", list);
                }
                shape.unions.push(Union { at: list, exactly_one, branches });
            }
        }
    }
}

impl Shape<'_> {
    /// Takes over what another schema demands beside this one.
    pub(super) fn merge(&mut self, other: Self) {
        self.merge_types(&other);
        if let (Some(values), Some(at)) = (other.values, other.values_at) {
            let types = self.types;
            self.listed(at, values);
            self.types = types;
        }
        for limit in other.limits {
            self.limit(limit.0, limit.1);
        }
        for (name, mut schemas) in other.properties {
            self.properties.entry(name).or_default().append(&mut schemas);
        }
        for (pattern, mut schemas) in other.patterns {
            self.patterns.entry(pattern).or_default().append(&mut schemas);
        }
        self.required.extend(other.required);
        if let Some(mut additional) = other.additional {
            let known = self.additional.get_or_insert(Additional { schema: Vec::new(), ..additional });
            known.closed |= additional.closed;
            known.schema.append(&mut additional.schema);
        }
        for (index, mut schemas) in other.prefix.into_iter().enumerate() {
            match self.prefix.get_mut(index) {
                Some(known) => known.append(&mut schemas),
                None => self.prefix.push(schemas),
            }
        }
        if let Some(mut items) = other.items {
            self.items.get_or_insert_default().append(&mut items);
        }
        self.unions.extend(other.unions);
        self.discriminator = self.discriminator.or(other.discriminator);
        for (name, (at, mut schemas)) in other.conditions {
            self.conditions.entry(name).or_insert((at, Vec::new())).1.append(&mut schemas);
        }
        for (keyword, value) in other.plain {
            self.plain.entry(keyword).or_insert(value);
        }
        for (flag, at) in other.flags {
            self.flags.entry(flag).or_insert(at);
        }
        for (keyword, value) in other.others {
            self.others.entry(keyword).or_insert(value);
        }
    }

    fn merge_types(&mut self, other: &Self) {
        let by_values = |shape: &Self| shape.flags.contains_key("types-by-values");
        if let Some(types) = other.types {
            // An enum that stands beside a type does not take null from it: few write null into both.
            self.types = Some(match self.types {
                Some(_) if by_values(self) && !by_values(other) => types,
                Some(known) if by_values(other) && !by_values(self) => known,
                Some(known) => known.and(types),
                None => types,
            });
        }
        self.types_at = self.types_at.or(other.types_at);
    }

    /// Fills in what is meant though not written.
    fn finish(&mut self) {
        if self.types.is_none() && self.unions.is_empty() {
            let object = !self.properties.is_empty() || self.additional.is_some() || !self.required.is_empty();
            let array = self.items.is_some() || !self.prefix.is_empty();
            let implied = match (object, array) {
                (true, false) => Some(Types::OBJECT),
                (false, true) => Some(Types::ARRAY),
                _ => None,
            };
            let null = self.flags.contains_key("nullable");
            self.types = implied.map(|types| if null { types.or(Types::NULL) } else { types });
        }
    }
}
