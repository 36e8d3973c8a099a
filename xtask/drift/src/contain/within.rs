//! Whether all values of one schema are values of another.

use serde_json::Value;

use super::{Proof, admits, is_tighter, limited_types};
use crate::{
    address::address,
    resolve::same,
    shape::{Shape, canonical_all, raw_shape},
    types::Types,
};

impl<'a> Proof<'a> {
    /// Whether every value of the inner schemas is one of the outer schemas.
    pub(crate) fn is_within(&mut self, inner: &[&'a Value], outer: &[&'a Value]) -> bool {
        let (inner, outer) = (canonical_all(self.one, inner), canonical_all(self.other, outer));
        if outer.is_empty() || inner == outer && inner.iter().zip(&outer).all(|(one, two)| std::ptr::eq(*one, *two)) {
            return true;
        }
        let pair = (inner.first().map_or(0, |node| address(node)), address(outer[0]));
        let single = inner.len() <= 1 && outer.len() == 1;
        if single && self.open.contains(&pair) {
            return true;
        }
        if !self.step() {
            return false;
        }
        self.open.push(if single { pair } else { (0, 0) });
        let (inner, outer) = (raw_shape(self.one, &inner), raw_shape(self.other, &outer));
        let is_within = self.shape_within(&inner, &outer);
        self.open.pop();
        is_within
    }

    /// The same for schemas that have been read.
    pub(crate) fn shape_within(&mut self, inner: &Shape<'a>, outer: &Shape<'a>) -> bool {
        if !is_readable(inner) || !is_readable(outer) || !metadata_agrees(inner, outer) {
            return false;
        }
        if !inner.unions.is_empty() && inner.is_pure_union() && inner.types.is_none() {
            let null_fits = !inner.nullable() || outer.nullable();
            let branches: Vec<&Value> = inner.unions[0].branches.clone();
            return null_fits
                && branches.iter().all(|branch| {
                    let branch = raw_shape(self.one, &[branch]);
                    self.step() && self.shape_within(&branch, outer)
                });
        }
        self.alternatives_hold(inner, outer)
            && types_hold(inner, outer)
            && self.values_hold(inner, outer)
            && self.objects_hold(inner, outer)
            && self.lists_hold(inner, outer)
    }

    /// Whether every list of alternatives of the outer schema has one that contains the inner schema.
    fn alternatives_hold(&mut self, inner: &Shape<'a>, outer: &Shape<'a>) -> bool {
        outer.unions.iter().all(|union| {
            let shapes: Vec<Shape<'a>> = union.branches.iter().map(|branch| raw_shape(self.other, &[branch])).collect();
            let Some(home) = (0..shapes.len()).find(|index| self.step() && self.shape_within(inner, &shapes[*index]))
            else {
                return false;
            };
            let apart = |other: usize| !self.shapes_overlap(inner, &shapes[other], false);
            !union.exactly_one || (0..shapes.len()).filter(|index| *index != home).all(apart)
        })
    }

    fn values_hold(&mut self, inner: &Shape<'a>, outer: &Shape<'a>) -> bool {
        if let Some(values) = &inner.values {
            return values.iter().all(|value| admits(self.other, outer, value) == Some(true))
                || outer.values.as_ref().is_some_and(|known| {
                    values.iter().all(|value| known.iter().any(|one| same(Some(one), Some(value))))
                });
        }
        outer.values.is_none()
    }

    fn objects_hold(&mut self, inner: &Shape<'a>, outer: &Shape<'a>) -> bool {
        let types = |shape: &Shape<'a>| shape.types.unwrap_or(Types::ANY);
        if inner.values.is_some() || !types(inner).has(Types::OBJECT) {
            return true;
        }
        let required = outer.required.keys().all(|name| inner.required.contains_key(name));
        let dependent = outer.dependent.keys().all(|pair| inner.dependent.contains_key(pair));
        let patterns =
            outer.patterns.keys().eq(inner.patterns.keys()) || outer.patterns.is_empty() && outer.additional.is_none();
        if !required || !dependent || !patterns {
            return false;
        }
        for (pattern, schemas) in &outer.patterns {
            if !self.is_within(&inner.patterns[pattern], schemas) {
                return false;
            }
        }
        for (name, schemas) in &outer.properties {
            let described = match inner.properties.get(name) {
                Some(described) => described.clone(),
                None if inner.closed() => continue,
                None => inner.additional.as_ref().map(|additional| additional.schema.clone()).unwrap_or_default(),
            };
            if !self.is_within(&described, schemas) {
                return false;
            }
        }
        let others = outer.additional.as_ref().map(|additional| additional.schema.clone()).unwrap_or_default();
        for (name, schemas) in &inner.properties {
            if outer.properties.contains_key(name) {
                continue;
            }
            if outer.closed() || (self.only_named && others.is_empty()) || !self.is_within(schemas, &others) {
                return false;
            }
        }
        if inner.closed() {
            return true;
        }
        let rest = inner.additional.as_ref().map(|additional| additional.schema.clone()).unwrap_or_default();
        !outer.closed() && (others.is_empty() || self.is_within(&rest, &others))
    }

    fn lists_hold(&mut self, inner: &Shape<'a>, outer: &Shape<'a>) -> bool {
        if inner.values.is_some() || !inner.types.unwrap_or(Types::ANY).has(Types::ARRAY) {
            return true;
        }
        if outer.contains.is_some()
            || outer.flags.contains_key("uniqueItems") && !inner.flags.contains_key("uniqueItems")
        {
            return false;
        }
        let none = Vec::new();
        let most = inner.limits.get("maxItems").and_then(|limit| limit.value.as_u64()).unwrap_or(u64::MAX);
        let named = inner.prefix.len().max(outer.prefix.len());
        for index in 0..=named {
            if u64::try_from(index).is_ok_and(|index| index >= most) {
                break;
            }
            let at = |shape: &'_ Shape<'a>| shape.prefix.get(index).or(shape.items.as_ref()).unwrap_or(&none).clone();
            if !self.is_within(&at(inner), &at(outer)) {
                return false;
            }
        }
        true
    }
}

/// Whether types, limits and patterns of the inner schema are at least as tight.
fn types_hold(inner: &Shape<'_>, outer: &Shape<'_>) -> bool {
    let types = inner.types.unwrap_or(Types::ANY);
    if !outer.types.unwrap_or(Types::ANY).has(types) {
        return false;
    }
    if inner.values.is_some() {
        return true;
    }
    let limits = outer.limits.iter().all(|(keyword, limit)| {
        types.and(limited_types(keyword)).is_empty()
            || inner.limits.get(keyword).is_some_and(|known| is_tighter(keyword, known, limit))
            || *keyword == "format" && !crate::format::format_restricts(&limit.value)
    });
    let patterns = types.and(Types::STRING).is_empty()
        || outer.text_patterns.keys().all(|pattern| inner.text_patterns.contains_key(pattern));
    limits && patterns
}

/// Whether all that a schema says is known.
fn is_readable(shape: &Shape<'_>) -> bool {
    shape.unresolved.is_none() && shape.incomplete.is_none() && shape.others.keys().all(|key| key.starts_with("x-"))
}

/// Whether what does not concern values is the same, or nothing.
fn metadata_agrees(inner: &Shape<'_>, outer: &Shape<'_>) -> bool {
    let conditions = outer
        .conditions
        .iter()
        .all(|(name, (at, _))| inner.conditions.get(name).is_some_and(|(known, _)| same(Some(known), Some(at))));
    let flag = |name: &str| inner.flags.contains_key(name) == outer.flags.contains_key(name);
    let plain = |name: &str| match (inner.plain.get(name), outer.plain.get(name)) {
        (one, Some(two)) => same(one.copied(), Some(two)),
        (_, None) => true,
    };
    conditions
        && flag("readOnly")
        && flag("writeOnly")
        && ["contentEncoding", "contentMediaType", "xml"].iter().all(|name| plain(name))
        && outer.discriminator.is_none()
}
