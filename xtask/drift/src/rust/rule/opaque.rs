//! Rules that the crate leaves out altogether: conditions, tuples, values that are no texts, and fields without a type.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::difference::{Effect, Found, differences};
use document::keywords::is_for_people;

/// Keywords that hold a schema which nothing in the crate shows.
const CONDITIONS: [&str; 6] = ["not", "contains", "propertyNames", "if", "then", "else"];

/// What makes a required name one of a shape; without it, normalisation drops the name.
const SHAPES: [&str; 5] = ["properties", "allOf", "oneOf", "anyOf", "$ref"];

/// Compares what no Rust item shows.
pub(super) fn collect(found: &mut Found, before: &Map<String, Value>, after: &Map<String, Value>, depth: usize) {
    for keyword in CONDITIONS {
        let pair = (before.get(keyword), after.get(keyword));
        if pair.0.map(bare) != pair.1.map(bare) {
            // What a condition lets through when it changes is not worked out: it is read with care.
            found.push(keyword, pair, Effect::of_presence(pair.1));
        }
    }
    for keyword in ["patternProperties", "dependentSchemas"] {
        members(found, keyword, (before.get(keyword), after.get(keyword)), depth);
    }
    tuple(found, before, after, depth);
    sets(found, "enum", (&values(before), &values(after)), Effect::Loosened);
    sets(found, "required", (&unshown_names(before), &unshown_names(after)), Effect::Tightened);
    let pair = (unshown_discriminator(before), unshown_discriminator(after));
    if pair.0 != pair.1 {
        found.push("discriminator", pair, Effect::of_presence(pair.1));
    }
}

/// A schema without what only tells people something.
fn bare(schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Value::Object(keywords) = &mut schema {
        // These leave the values as they are too.
        let is_remark =
            |keyword: &str| ["deprecated", "xml", "default"].contains(&keyword) || keyword.starts_with("x-");
        keywords.retain(|keyword, _| !is_for_people(keyword) && !is_remark(keyword));
    }
    schema
}

/// Schemas by pattern or name: each is a rule of its own.
fn members(found: &mut Found, keyword: &str, pair: (Option<&Value>, Option<&Value>), depth: usize) {
    let (before, after) = (pair.0.and_then(Value::as_object), pair.1.and_then(Value::as_object));
    let names: BTreeSet<&String> = before.into_iter().chain(after).flat_map(Map::keys).collect();
    for name in names {
        let pair = (before.and_then(|all| all.get(name)), after.and_then(|all| all.get(name)));
        unseen(found, &format!("{keyword}.{name}"), pair, depth);
    }
}

fn tuple(found: &mut Found, before: &Map<String, Value>, after: &Map<String, Value>, depth: usize) {
    let items = |schema: &Map<String, Value>| schema.get("prefixItems").and_then(Value::as_array).cloned();
    let (before, after) = (items(before).unwrap_or_default(), items(after).unwrap_or_default());
    for index in 0..before.len().max(after.len()) {
        unseen(found, &format!("prefixItems.{index}"), (before.get(index), after.get(index)), depth);
    }
}

/// A schema of which the crate shows nothing, so that its type counts as well as its rules.
fn unseen(found: &mut Found, keyword: &str, pair: (Option<&Value>, Option<&Value>), depth: usize) {
    match pair {
        (Some(one), Some(other)) if bare(one) == bare(other) => {}
        (Some(one), Some(other)) if depth > 0 && only_rules_differ(one, other) => {
            found.below(keyword, one, other, depth);
        }
        (one, other) => {
            if one != other {
                found.push(keyword, pair, Effect::of_presence(other));
            }
        }
    }
}

/// Whether each keyword that differs is a rule that is compared.
fn only_rules_differ(one: &Value, other: &Value) -> bool {
    let differing = |schema: &Value, other: &Value| -> Vec<String> {
        let keywords = schema.as_object().into_iter().flatten();
        keywords
            .filter(|(keyword, value)| other.get(keyword) != Some(value))
            .map(|(keyword, _)| keyword.clone())
            .collect()
    };
    let (one, other) = (bare(one), bare(other));
    let keywords: BTreeSet<String> = differing(&one, &other).into_iter().chain(differing(&other, &one)).collect();
    keywords.iter().all(|keyword| {
        let alone = |schema: &Value| match schema.get(keyword) {
            Some(value) => json!({ keyword: value }),
            None => json!({}),
        };
        !differences(&alone(&one), &alone(&other)).is_empty()
    })
}

/// The values of a list that becomes no enum, as not all of them are texts.
fn values(schema: &Map<String, Value>) -> Option<Vec<Value>> {
    let list = match (schema.get("enum"), schema.get("const")) {
        (Some(Value::Array(list)), _) => list.clone(),
        (_, Some(only)) => vec![only.clone()],
        _ => return None,
    };
    let list: Vec<Value> = list.into_iter().filter(|value| !value.is_null()).collect();
    let is_shown = schema.get("type").is_some_and(|kind| kind == "string") || list.iter().all(Value::is_string);
    (!is_shown).then_some(list)
}

/// Names that are required of what has no such property.
fn unshown_names(schema: &Map<String, Value>) -> Option<Vec<Value>> {
    let names = |schema: &Map<String, Value>| {
        let list = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
        let properties = schema.get("properties").and_then(Value::as_object);
        let is_shape = properties.is_none() && SHAPES.iter().any(|keyword| schema.contains_key(*keyword));
        let is_shown = |name: &Value| {
            is_shape
                || schema.contains_key("allOf")
                || properties.is_some_and(|all| name.as_str().is_some_and(|name| all.contains_key(name)))
        };
        list.into_iter().filter(|name| !is_shown(name)).collect::<Vec<Value>>()
    };
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
    let all: Vec<Value> = parts.chain([schema]).flat_map(names).collect();
    (!all.is_empty()).then_some(all)
}

/// The field that tells alternatives apart, where one of them stands inline and has no such field.
fn unshown_discriminator(schema: &Map<String, Value>) -> Option<&Value> {
    let name = schema.get("discriminator")?.get("propertyName")?;
    let mut members = ["oneOf", "anyOf"].into_iter().filter_map(|keyword| schema.get(keyword)?.as_array()).flatten();
    let lacks = |member: &Value| {
        let has = |keyword: &str| member.get(keyword).is_some();
        let property = name.as_str().and_then(|name| member.get("properties")?.get(name));
        !has("$ref") && !has("allOf") && property.is_none()
    };
    members.any(lacks).then_some(name)
}

/// Two lists, of which one that has more is `looser` or tighter.
fn sets(found: &mut Found, keyword: &str, (before, after): (&Option<Vec<Value>>, &Option<Vec<Value>>), more: Effect) {
    let is_within = |some: &[Value], all: &[Value]| some.iter().all(|value| all.contains(value));
    let effect = match (before, after) {
        (None, None) => return,
        (None, Some(_)) => Effect::Tightened,
        (Some(_), None) => Effect::Loosened,
        (Some(one), Some(other)) => match (is_within(one, other), is_within(other, one)) {
            (true, true) => return,
            (true, false) => more,
            (false, true) if more == Effect::Tightened => Effect::Loosened,
            (false, _) => Effect::Tightened,
        },
    };
    let shown = |list: &Option<Vec<Value>>| list.clone().map(Value::Array);
    found.push(keyword, (shown(before).as_ref(), shown(after).as_ref()), effect);
}

#[cfg(test)]
mod tests {
    use super::{
        super::difference::Effect::{Loosened, Tightened},
        *,
    };

    #[allow(clippy::needless_pass_by_value, reason = "`json!(…)` reads better at the call than a reference to it")]
    fn effects(old: Value, new: Value) -> Vec<Effect> {
        differences(&old, &new).into_iter().map(|difference| difference.effect).collect()
    }

    fn both_ways(old: Value, new: Value) -> (Vec<Effect>, Vec<Effect>) {
        (effects(old.clone(), new.clone()), effects(new, old))
    }

    #[test]
    fn a_new_or_changed_condition_is_tighter() {
        for keyword in CONDITIONS {
            let with = |schema: Value| json!({ keyword: schema });
            let text = with(json!({"type": "string"}));
            assert_eq!(both_ways(json!({}), text.clone()), (vec![Tightened], vec![Loosened]));
            assert_eq!(effects(text.clone(), with(json!({"type": "integer"}))), [Tightened]);
            assert_eq!(effects(text, with(json!({"type": "string", "description": "d"}))), []);
        }
    }

    #[test]
    fn pattern_and_tuple_members_count_with_type() {
        let pattern = |schema: Value| json!({"patternProperties": {"^x": schema}});
        let tuple = |schema: Value| json!({ "prefixItems": [schema] });
        let wraps: [&dyn Fn(Value) -> Value; 2] = [&pattern, &tuple];
        for wrap in wraps {
            let (text, short) = (wrap(json!({"type": "string"})), wrap(json!({"type": "string", "maxLength": 3})));
            assert_eq!(both_ways(json!({}), text.clone()), (vec![Tightened], vec![Loosened]));
            assert_eq!(both_ways(text.clone(), short), (vec![Tightened], vec![Loosened]));
            let (number, both) = (wrap(json!({"type": "integer"})), vec![Tightened]);
            assert_eq!(both_ways(text, number), (both.clone(), both));
        }
    }

    #[test]
    fn values_that_are_no_texts_count() {
        let list = |values: Value| json!({ "enum": values });
        assert_eq!(both_ways(list(json!([1, 2])), list(json!([1, 2, 3]))), (vec![Loosened], vec![Tightened]));
        assert_eq!(both_ways(json!({}), json!({"const": 1})), (vec![Tightened], vec![Loosened]));
        assert_eq!(effects(list(json!([1, null])), list(json!([1]))), []);
        assert_eq!(effects(list(json!(["a"])), list(json!(["a", "b"]))), []);
    }

    #[test]
    fn a_required_name_counts_without_a_property() {
        let part = json!({"properties": {"a": {}}});
        let whole = |parts: Value| json!({ "allOf": parts });
        let required = whole(json!([part, {"required": ["a"]}]));
        assert_eq!(both_ways(whole(json!([part])), required), (vec![Tightened], vec![Loosened]));
        let shown = json!({"properties": {"a": {}}, "required": ["a"]});
        assert_eq!(effects(part.clone(), shown), []);
        assert_eq!(effects(part, json!({"properties": {"a": {}}, "required": ["z"]})), [Tightened]);
    }

    #[test]
    fn a_discriminator_without_a_field_counts() {
        let told = |shape: Value, by: &str| json!({"oneOf": [shape], "discriminator": {"propertyName": by}});
        let shape = json!({"properties": {"a": {}}});
        let plain = json!({"oneOf": [shape]});
        assert_eq!(both_ways(plain.clone(), told(shape.clone(), "t")), (vec![Tightened], vec![Loosened]));
        assert_eq!(effects(told(shape.clone(), "t"), told(shape.clone(), "u")), [Tightened]);
        assert_eq!(effects(plain, told(shape, "a")), []);
        let reference = json!({"$ref": "#/components/schemas/A"});
        assert_eq!(effects(json!({"oneOf": [reference]}), told(reference, "t")), []);
    }
}
