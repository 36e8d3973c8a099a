//! The rules of two schemas, keyword by keyword: what got tighter, and what looser.

use std::cmp::Ordering;

use serde_json::{Map, Number, Value};

use super::opaque;
use crate::{
    format::format_restricts,
    number::{compare_numbers, is_multiple},
};

/// Keywords that a greater value tightens.
const LOWER: [&str; 4] = ["minLength", "minItems", "minProperties", "minContains"];

/// Keywords that a smaller value tightens.
const UPPER: [&str; 4] = ["maxLength", "maxItems", "maxProperties", "maxContains"];

/// The two keywords of a bound of numbers: OpenAPI 3.0 says by a flag what 3.1 says by a number.
const BOUNDS: [([&str; 2], bool); 2] =
    [(["minimum", "exclusiveMinimum"], true), (["maximum", "exclusiveMaximum"], false)];

/// Keywords that tighten when they come or change, and loosen when they go.
const OTHER: [&str; 5] = ["pattern", "format", "contentEncoding", "uniqueItems", "dependentRequired"];

/// Lists in lists, at most.
const DEEPEST: usize = 8;

/// One rule that differs.
#[derive(Debug)]
pub(super) struct Difference {
    pub(super) keyword: String,
    pub(super) before: Option<Value>,
    pub(super) after: Option<Value>,
    pub(super) effect: Effect,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Effect {
    Tightened,
    Loosened,
    /// What the server takes for a value that is left out.
    Default,
    /// What a text holds.
    Content,
    /// The server sets it, and no request may.
    ReadOnly,
}

impl Effect {
    /// Of a keyword that came, went or changed.
    pub(super) fn of_presence(after: Option<&Value>) -> Self {
        if after.is_some() { Self::Tightened } else { Self::Loosened }
    }
}

/// What differs, in the schema and in the items of its lists and the values of its maps.
pub(super) fn differences(old: &Value, new: &Value) -> Vec<Difference> {
    let mut found = Found { prefix: String::new(), list: Vec::new() };
    found.collect(old, new, DEEPEST);
    found.list
}

/// What was found so far.
pub(super) struct Found {
    /// What leads to the schema that is looked at: `items.`.
    prefix: String,
    pub(super) list: Vec<Difference>,
}

impl Found {
    pub(super) fn push(&mut self, keyword: &str, (before, after): (Option<&Value>, Option<&Value>), effect: Effect) {
        let keyword = format!("{}{keyword}", self.prefix);
        self.list.push(Difference { keyword, before: before.cloned(), after: after.cloned(), effect });
    }

    /// Looks at what stands below.
    pub(super) fn below(&mut self, keyword: &str, old: &Value, new: &Value, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else { return };
        let length = self.prefix.len();
        self.prefix.push_str(keyword);
        self.prefix.push('.');
        self.collect(old, new, depth);
        self.prefix.truncate(length);
    }

    fn collect(&mut self, old: &Value, new: &Value, depth: usize) {
        let (Value::Object(before), Value::Object(after)) = (old, new) else { return };
        for (keywords, is_lower) in BOUNDS {
            self.of_numbers(keywords, is_lower, before, after);
        }
        for (keywords, is_lower) in [(LOWER, true), (UPPER, false)] {
            for keyword in keywords {
                self.of_count(keyword, is_lower, before, after);
            }
        }
        self.multiple(before, after);
        for keyword in OTHER {
            // A format that only hints at a meaning is no rule.
            let says = |value: &&Value| keyword != "format" || format_restricts(value);
            let pair = (set(before, keyword).filter(says), set(after, keyword).filter(says));
            if pair.0 != pair.1 {
                self.push(keyword, pair, Effect::of_presence(pair.1));
            }
        }
        let forbids_items = |keywords: &Map<String, Value>| keywords.get("items") == Some(&Value::Bool(false));
        if forbids_items(before) != forbids_items(after) {
            let effect = if forbids_items(after) { Effect::Tightened } else { Effect::Loosened };
            self.push("items", (before.get("items"), after.get("items")), effect);
        }
        for (keyword, effect) in [("readOnly", Effect::ReadOnly), ("contentMediaType", Effect::Content)] {
            let pair = (set(before, keyword), set(after, keyword));
            if pair.0 != pair.1 {
                let is_gone = effect == Effect::ReadOnly && pair.1.is_none();
                self.push(keyword, pair, if is_gone { Effect::Loosened } else { effect });
            }
        }
        if before.get("default") != after.get("default") {
            self.push("default", (before.get("default"), after.get("default")), Effect::Default);
        }
        opaque::collect(self, before, after, depth);
        for keyword in ["items", "additionalProperties"] {
            if let (Some(one), Some(other)) = (before.get(keyword), after.get(keyword)) {
                self.below(keyword, one, other, depth);
            }
        }
    }

    /// The bound itself decides, and not which of its keywords says it: `maximum: 1` is looser than `exclusiveMaximum: 1`.
    fn of_numbers(
        &mut self,
        keywords: [&str; 2],
        is_lower: bool,
        before: &Map<String, Value>,
        after: &Map<String, Value>,
    ) {
        let (was, is) = (bound(keywords, is_lower, before), bound(keywords, is_lower, after));
        let effect = match (was, is) {
            (None, None) => return,
            (Some(_), None) => Effect::Loosened,
            (Some(was), Some(is)) => match tightness(is_lower, (&was.0, was.1), (&is.0, is.1)) {
                Ordering::Equal => return,
                Ordering::Less => Effect::Loosened,
                Ordering::Greater => Effect::Tightened,
            },
            (None, Some(_)) => Effect::Tightened,
        };
        for keyword in keywords.into_iter().filter(|keyword| set(before, keyword) != set(after, keyword)) {
            self.push(keyword, (before.get(keyword), after.get(keyword)), effect);
        }
    }

    fn of_count(&mut self, keyword: &str, is_lower: bool, before: &Map<String, Value>, after: &Map<String, Value>) {
        let pair = (before.get(keyword), after.get(keyword));
        if pair.0 == pair.1 {
            return;
        }
        let effect = match (&pair.0.and_then(number), &pair.1.and_then(number)) {
            (Some(was), Some(is)) if tightness(is_lower, (was, false), (is, false)).is_lt() => Effect::Loosened,
            // What cannot be compared is read with care.
            _ => Effect::of_presence(pair.1),
        };
        self.push(keyword, pair, effect);
    }

    fn multiple(&mut self, before: &Map<String, Value>, after: &Map<String, Value>) {
        let pair = (before.get("multipleOf"), after.get("multipleOf"));
        if pair.0 == pair.1 {
            return;
        }
        let effect = match (&pair.0.and_then(number), &pair.1.and_then(number)) {
            // Each multiple of the old one is one of the new one.
            (Some(was), Some(is)) if is_multiple(&was.clone().into(), &is.clone().into()) => Effect::Loosened,
            _ => Effect::of_presence(pair.1),
        };
        self.push("multipleOf", pair, effect);
    }
}

/// A keyword that says something: a flag that is not set says what its absence says.
fn set<'a>(keywords: &'a Map<String, Value>, keyword: &str) -> Option<&'a Value> {
    keywords.get(keyword).filter(|value| **value != Value::Bool(false))
}

/// Whether a bound is tighter than the one before (`Greater`), looser (`Less`), or the same.
fn tightness(is_lower: bool, was: (&Number, bool), is: (&Number, bool)) -> Ordering {
    // What cannot be compared is read with care.
    let order = compare_numbers(is.0, was.0).unwrap_or(Ordering::Greater);
    let order = if is_lower { order } else { order.reverse() };
    order.then(is.1.cmp(&was.1))
}

/// The bound of numbers, and whether it is itself refused.
fn bound([plain, exclusive]: [&str; 2], is_lower: bool, schema: &Map<String, Value>) -> Option<(Number, bool)> {
    let flag = schema.get(exclusive) == Some(&Value::Bool(true));
    let included = schema.get(plain).and_then(number).map(|value| (value, flag));
    let excluded = schema.get(exclusive).and_then(number).map(|value| (value, true));
    match (included, excluded) {
        (Some(one), Some(other)) => {
            Some(if tightness(is_lower, (&one.0, one.1), (&other.0, other.1)).is_gt() { other } else { one })
        }
        (one, other) => one.or(other),
    }
}

/// A number, or a text that normalisation reads as one.
fn number(value: &Value) -> Option<Number> {
    value.as_number().cloned().or_else(|| serde_json::from_str(value.as_str()?.trim()).ok())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Effect::*, *};

    #[allow(clippy::needless_pass_by_value, reason = "`json!(…)` reads better at the call than a reference to it")]
    fn effects(old: Value, new: Value) -> Vec<Effect> {
        differences(&old, &new).into_iter().map(|difference| difference.effect).collect()
    }

    #[test]
    fn a_bound_is_the_same_in_either_keyword() {
        let (closed, open) = (json!({"maximum": 1}), json!({"exclusiveMaximum": 1}));
        assert_eq!(effects(closed.clone(), open.clone()), [Tightened, Tightened]);
        assert_eq!(effects(open.clone(), closed.clone()), [Loosened, Loosened]);
        assert_eq!(effects(json!({"maximum": 1, "exclusiveMaximum": true}), open), []);
        assert_eq!(effects(closed.clone(), json!({"maximum": 1, "exclusiveMaximum": false})), []);
        assert_eq!(effects(json!({"minimum": 2}), json!({"minimum": 1})), [Loosened]);
        let big = json!({"minimum": 9_007_199_254_740_993_u64});
        assert_eq!(effects(json!({"minimum": 9_007_199_254_740_992_u64}), big), [Tightened]);
    }

    #[test]
    fn a_step_that_takes_all_of_the_old_is_looser() {
        assert_eq!(effects(json!({"multipleOf": 10}), json!({"multipleOf": 5})), [Loosened]);
        assert_eq!(effects(json!({"multipleOf": 5}), json!({"multipleOf": 10})), [Tightened]);
        assert_eq!(effects(json!({"multipleOf": 5}), json!({"multipleOf": 7})), [Tightened]);
    }

    #[test]
    fn a_flag_that_is_not_set_is_no_rule() {
        assert_eq!(effects(json!({}), json!({"readOnly": false, "uniqueItems": false})), []);
        assert_eq!(effects(json!({}), json!({"readOnly": true})), [ReadOnly]);
        assert_eq!(effects(json!({"readOnly": true}), json!({})), [Loosened]);
    }

    #[test]
    fn what_a_text_holds_is_another_thing_either_way() {
        let (text, image) = (json!({"type": "string"}), json!({"type": "string", "contentMediaType": "image/png"}));
        assert_eq!(effects(text.clone(), image.clone()), [Content]);
        assert_eq!(effects(image, text.clone()), [Content]);
        assert_eq!(effects(text, json!({"type": "string", "contentEncoding": "base64"})), [Tightened]);
    }

    #[test]
    fn rules_of_items_and_of_values_count() {
        for keyword in ["items", "additionalProperties"] {
            assert_eq!(effects(json!({keyword: {"maximum": 2}}), json!({keyword: {"maximum": 1}})), [Tightened]);
        }
    }
}
