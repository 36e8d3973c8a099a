//! Whether two schemas share a value.

use serde_json::Value;

use super::{Proof, admits};
use crate::{
    address::address,
    number::compare_numbers,
    shape::{Shape, canonical_all, raw_shape},
    types::Types,
};

/// Formats no text of which has another of these formats.
const APART: [&str; 6] = ["date", "date-time", "time", "uuid", "ipv4", "ipv6"];

impl<'a> Proof<'a> {
    /// Whether some value of one schema may be a value of the other.
    ///
    /// With `as_described`, an object of the first schema has no fields but those that the schema describes: what a
    /// client sends that follows it.
    pub(crate) fn may_overlap(&mut self, one: &[&'a Value], other: &[&'a Value], as_described: bool) -> bool {
        let (one, other) = (canonical_all(self.one, one), canonical_all(self.other, other));
        let ([first, ..], [second, ..]) = (&one[..], &other[..]) else { return true };
        let pair = (address(first), address(second));
        if self.open.contains(&pair) || !self.step() {
            return true;
        }
        self.open.push(pair);
        let (one, other) = (raw_shape(self.one, &one), raw_shape(self.other, &other));
        let overlap = self.shapes_overlap(&one, &other, as_described);
        self.open.pop();
        overlap
    }

    /// The same for schemas that have been read.
    pub(crate) fn shapes_overlap(&mut self, one: &Shape<'a>, other: &Shape<'a>, as_described: bool) -> bool {
        if !self.step() {
            return true;
        }
        if let Some(union) = one.unions.first() {
            let shapes: Vec<_> = union.branches.iter().map(|branch| raw_shape(self.one, &[branch])).collect();
            if !shapes.iter().any(|shape| self.shapes_overlap(shape, other, as_described)) {
                return false;
            }
        }
        if let Some(union) = other.unions.first() {
            let shapes: Vec<_> = union.branches.iter().map(|branch| raw_shape(self.other, &[branch])).collect();
            if !shapes.iter().any(|shape| self.shapes_overlap(one, shape, as_described)) {
                return false;
            }
        }
        let types = |shape: &Shape<'_>| shape.types.unwrap_or(Types::ANY);
        let common = types(one).and(types(other));
        if common.has(Types::NULL) {
            return !common.is_empty();
        }
        if let Some(values) = &one.values {
            return values.iter().any(|value| admits(self.other, other, value) != Some(false));
        }
        if let Some(values) = &other.values {
            return values.iter().any(|value| admits(self.one, one, value) != Some(false));
        }
        common.has(Types::BOOLEAN)
            || common.has(Types::INTEGER) && ranges_meet(one, other, "minimum", "maximum")
            || common.has(Types::STRING)
                && ranges_meet(one, other, "minLength", "maxLength")
                && formats_meet(one, other)
            || common.has(Types::OBJECT) && self.objects_overlap(one, other, as_described)
            || common.has(Types::ARRAY) && self.lists_overlap(one, other, as_described)
    }

    fn objects_overlap(&mut self, one: &Shape<'a>, other: &Shape<'a>, as_described: bool) -> bool {
        let may_have = |shape: &Shape<'a>, name: &str, as_described: bool| {
            let described = shape.properties.contains_key(name) || !shape.patterns.is_empty();
            // An object without a described field is a map, whose fields are what the caller likes.
            let any = shape.additional.is_some() || shape.properties.is_empty();
            described || !shape.closed() && (!as_described || any)
        };
        let mut names: Vec<&str> = one.required.keys().chain(other.required.keys()).copied().collect();
        names.sort_unstable();
        names.dedup();
        names.into_iter().all(|name| {
            let one_has = may_have(one, name, as_described);
            let other_has = may_have(other, name, false);
            let shared = match (one.properties.get(name), other.properties.get(name)) {
                (Some(one), Some(other)) => self.may_overlap(one, other, as_described),
                _ => true,
            };
            one_has && other_has && shared
        })
    }

    fn lists_overlap(&mut self, one: &Shape<'a>, other: &Shape<'a>, as_described: bool) -> bool {
        // The empty list has no item that could tell them apart.
        let filled = [one, other].iter().any(|shape| shape.limits.contains_key("minItems"));
        if !ranges_meet(one, other, "minItems", "maxItems") {
            return false;
        }
        let first = |shape: &Shape<'a>| shape.prefix.first().or(shape.items.as_ref()).cloned().unwrap_or_default();
        let (one, other): (Vec<&Value>, Vec<&Value>) = (first(one), first(other));
        !filled || self.may_overlap(&one, &other, as_described)
    }
}

fn ranges_meet(one: &Shape<'_>, other: &Shape<'_>, least: &str, most: &str) -> bool {
    let below = |low: &Shape<'_>, high: &Shape<'_>| {
        let (Some(low), Some(high)) = (low.limits.get(least), high.limits.get(most)) else { return true };
        let numbers = low.value.as_number().zip(high.value.as_number());
        numbers
            .and_then(|(low, high)| compare_numbers(low, high))
            .is_none_or(|order| order.is_lt() || order.is_eq() && !low.exclusive && !high.exclusive)
    };
    below(one, other) && below(other, one)
}

fn formats_meet(one: &Shape<'_>, other: &Shape<'_>) -> bool {
    let format = |shape: &Shape<'_>| -> Option<String> {
        shape.limits.get("format").and_then(|limit| limit.value.as_str()).map(str::to_owned)
    };
    match (format(one), format(other)) {
        (Some(one), Some(other)) => one == other || !APART.contains(&one.as_str()) || !APART.contains(&other.as_str()),
        _ => true,
    }
}
