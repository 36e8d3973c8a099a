//! Proofs about the values of two schemas: whether all values of one are values of the other, and whether they share any.
//!
//! Neither can be decided for every schema. What cannot be proved within a budget counts as not contained, and as shared.

mod overlap;
mod within;

use serde_json::Value;

use super::{
    format::format_is_within,
    number::{compare_numbers, is_multiple},
    pattern,
    resolve::{Description, same},
    shape::{Shape, keeps, raw_shape},
    types::Types,
};

/// Pairs of schemas that one proof may look at.
const STEPS: u32 = 2_000;

/// Longest list of alternatives in which needless ones are searched for.
const LONG: usize = 40;

/// A proof about schemas of one or two descriptions.
pub(super) struct Proof<'a> {
    one: Description<'a>,
    other: Description<'a>,
    steps: u32,
    /// The pairs that are being looked at: a schema that contains itself asks for the same pair again.
    open: Vec<(usize, usize)>,
    /// Whether fields that the outer schema does not name count as not contained, though it accepts them.
    only_named: bool,
}

impl<'a> Proof<'a> {
    /// A proof about schemas of `one` against schemas of `other`.
    pub(super) fn new(one: Description<'a>, other: Description<'a>) -> Self {
        Self { one, other, steps: STEPS, open: Vec::new(), only_named: false }
    }

    /// Takes one step; tells whether the budget allows it.
    fn step(&mut self) -> bool {
        self.steps = self.steps.saturating_sub(1);
        self.steps > 0
    }
}

impl<'a> Description<'a> {
    /// The alternatives of an `anyOf` without those that another one contains.
    pub(super) fn without_needless(self, branches: Vec<&'a Value>) -> Vec<&'a Value> {
        if branches.len() < 2 || branches.len() > LONG {
            return branches;
        }
        let shapes: Vec<Shape<'a>> = branches.iter().map(|branch| raw_shape(self, &[branch])).collect();
        let mut kept: Vec<bool> = vec![true; branches.len()];
        // One budget for all pairs: what is left undecided stays.
        let mut proof = Proof { only_named: true, steps: STEPS * 10, ..Proof::new(self, self) };
        for index in (0..branches.len()).rev() {
            kept[index] = !(0..branches.len())
                .any(|other| other != index && kept[other] && proof.shape_within(&shapes[index], &shapes[other]));
        }
        branches.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(branch, _)| branch).collect()
    }
}

/// Whether a value follows a schema; nothing where only a validator could tell.
fn admits(description: Description<'_>, shape: &Shape<'_>, value: &Value) -> Option<bool> {
    if shape.types.is_some_and(|types| !types.has(Types::of(value))) {
        return Some(false);
    }
    if let Some(values) = &shape.values
        && !values.iter().any(|known| same(Some(known), Some(value)))
    {
        return Some(false);
    }
    if let Some(text) = value.as_str()
        && shape.text_patterns.keys().any(|pattern| pattern::matches(pattern, text) == Some(false))
    {
        return Some(false);
    }
    if shape.limits.iter().any(|(keyword, limit)| keeps(keyword, limit, value) == Some(false)) {
        return Some(false);
    }
    if let Value::Object(members) = value
        && shape.required.keys().any(|name| !members.contains_key(*name))
    {
        return Some(false);
    }
    for union in &shape.unions {
        let fits = |branch: &&Value| admits(description, &raw_shape(description, &[branch]), value);
        if union.branches.iter().all(|branch| fits(branch) == Some(false)) {
            return Some(false);
        }
    }
    let simple = !value.is_object() && !value.is_array() && shape.unions.is_empty() && shape.conditions.is_empty();
    let told = shape.limits.keys().all(|keyword| *keyword != "format" && *keyword != "multipleOf")
        && shape.text_patterns.keys().all(|text| pattern::matches(text, "").is_some());
    (simple && told).then_some(true)
}

/// Whether a limit is at least as tight as another one of the same keyword.
fn is_tighter(keyword: &str, inner: &super::shape::Limit<'_>, outer: &super::shape::Limit<'_>) -> bool {
    if keyword == "format" {
        return format_is_within(&inner.value, &outer.value);
    }
    if keyword == "multipleOf" {
        return is_multiple(&inner.value, &outer.value);
    }
    let numbers = inner.value.as_number().zip(outer.value.as_number());
    let Some(order) = numbers.and_then(|(inner, outer)| compare_numbers(inner, outer)) else { return false };
    if order.is_eq() {
        return inner.exclusive || !outer.exclusive;
    }
    if keyword.starts_with("min") { order.is_gt() } else { order.is_lt() }
}

/// The types that a limit speaks of.
fn limited_types(keyword: &str) -> Types {
    match keyword {
        "minimum" | "maximum" | "multipleOf" => Types::NUMBER,
        "minLength" | "maxLength" => Types::STRING,
        "minItems" | "maxItems" => Types::ARRAY,
        "minProperties" | "maxProperties" => Types::OBJECT,
        _ => Types::ANY,
    }
}
