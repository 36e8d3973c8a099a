//! Reads a schema, and the schemas that have to hold beside it, into one shape.

use serde_json::Value;

use super::{Additional, All, Shape, Union, unions};
use crate::{
    address::{Addresses, address},
    resolve::{Description, items, members},
    types::Types,
};
use document::reference::behind;

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
    behind(node, |node| description.target(description.sole_reference(node)?))
}

/// What the schemas allow together.
pub(crate) fn shape<'a>(description: Description<'a>, schemas: &[&'a Value]) -> Shape<'a> {
    read_all(description, schemas, false)
}

/// The same with all alternatives as they are written, also those that others contain.
pub(crate) fn raw_shape<'a>(description: Description<'a>, schemas: &[&'a Value]) -> Shape<'a> {
    read_all(description, schemas, true)
}

fn read_all<'a>(description: Description<'a>, schemas: &[&'a Value], is_raw: bool) -> Shape<'a> {
    let mut reader = Reader { description, path: Vec::new(), demanded: Addresses::default(), parts: 0, is_raw };
    let mut shape = Shape::default();
    for schema in schemas {
        if let Some(part) = reader.read(schema) {
            shape.merge(part);
        }
    }
    shape.assemble();
    shape
}

struct Reader<'a> {
    description: Description<'a>,
    /// The schemas that are being read, one inside the other.
    path: Vec<usize>,
    /// The schemas that hold already: to demand them again says nothing new, also where a schema contains itself.
    demanded: Addresses,
    parts: usize,
    /// Whether alternatives stay that others contain.
    is_raw: bool,
}

impl<'a> Reader<'a> {
    /// Reads one schema; nothing when it holds already.
    ///
    /// This merges alternatives, flags and bounds on the way, each at its place in the `allOf`, so a flat list of parts is not
    /// enough.
    fn read(&mut self, node: &'a Value) -> Option<Shape<'a>> {
        if !self.demanded.insert(address(node)) || self.path.contains(&address(node)) {
            return None;
        }
        let mut shape = Shape::default();
        self.parts += 1;
        if self.path.len() >= DEPTH || self.parts > PARTS {
            shape.incomplete = Some(node);
            return Some(shape);
        }
        self.path.push(address(node));
        match node {
            Value::Object(_) => self.object(node, &mut shape),
            Value::Bool(true) => {}
            Value::Bool(false) => (shape.types, shape.types_at) = (Some(Types::NONE), Some(node)),
            _ => drop(shape.others.insert("", node)),
        }
        self.path.pop();
        Some(shape)
    }

    fn object(&mut self, node: &'a Value, shape: &mut Shape<'a>) {
        let mut merged = Vec::new();
        let mut null = false;
        for (keyword, value) in members(Some(node)) {
            match keyword {
                "$ref" => match value.as_str().and_then(|reference| self.description.target(reference)) {
                    Some(target) => merged.extend(self.read(target)),
                    None => shape.unresolved = Some(value),
                },
                _ if self.description.sole_reference(node).is_some() => {}
                "allOf" => merged.extend(items(Some(value)).filter_map(|part| self.read(part)).collect::<Vec<_>>()),
                "oneOf" => self.union(true, value, shape, &mut merged, false),
                "anyOf" => self.union(false, value, shape, &mut merged, node.get("discriminator").is_some()),
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

    fn union(
        &mut self,
        exactly_one: bool,
        list: &'a Value,
        shape: &mut Shape<'a>,
        merged: &mut Vec<Shape<'a>>,
        is_told_apart: bool,
    ) {
        let all = unions::flat(self.description, list, exactly_one);
        let mut branches: Vec<&Value> =
            all.iter().copied().filter(|branch| !unions::is_null(self.description.follow(branch))).collect();
        let null = branches.len() < all.len();
        // A discriminator names its alternatives, so that none of them goes without being missed.
        if !exactly_one && !is_told_apart && !self.is_raw {
            branches = self.description.without_needless(branches);
        }
        if let Some(simple) = unions::simple(self.description, list, &branches, null, exactly_one) {
            merged.push(simple);
            return;
        }
        match branches[..] {
            [] => {}
            [only] => {
                // It does not hold where null is, so that it may be demanded elsewhere once more.
                let outer = null.then(|| std::mem::take(&mut self.demanded));
                let mut only = self.read(only).unwrap_or_default();
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
        for (pattern, at) in other.text_patterns {
            self.text_patterns.entry(pattern).or_insert(at);
        }
        for (pair, at) in other.dependent {
            self.dependent.entry(pair).or_insert(at);
        }
        match (&mut self.contains, other.contains) {
            (Some(known), Some(mut contains)) => known.schema.append(&mut contains.schema),
            (known @ None, contains) => *known = contains,
            (Some(_), None) => {}
        }
        self.unresolved = self.unresolved.or(other.unresolved);
        self.incomplete = self.incomplete.or(other.incomplete);
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
    fn assemble(&mut self) {
        if self.types.is_none() && self.unions.is_empty() {
            let object = !self.properties.is_empty() || self.additional.is_some() || !self.required.is_empty();
            let array = self.items.is_some() || !self.prefix.is_empty() || self.flags.contains_key("implies-array");
            let implied = match (object, array) {
                (true, false) => Some(Types::OBJECT),
                (false, true) => Some(Types::ARRAY),
                _ => None,
            };
            let null = self.flags.contains_key("nullable");
            self.types = implied.map(|types| if null { types.or(Types::NULL) } else { types });
        }
        self.simplify();
    }
}
