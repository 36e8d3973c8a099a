//! Alternatives that say no more than types or values do.

use serde_json::Value;

use super::Shape;
use crate::{
    address::{Addresses, address},
    resolve::{Description, items, members, same},
    types::Types,
};
use document::keywords::is_for_people;

/// Whether a schema allows null and nothing else.
pub(super) fn is_null(schema: &Value) -> bool {
    let only = |list: &Value, wanted: &Value| list.as_array().is_some_and(|list| list[..] == [wanted.clone()]);
    let mut said = false;
    for (keyword, value) in members(Some(schema)) {
        match keyword {
            "type" if value == "null" || only(value, &"null".into()) => said = true,
            "const" if value.is_null() => said = true,
            "enum" if only(value, &Value::Null) => said = true,
            "nullable" => {}
            keyword if is_for_people(keyword) => {}
            _ => return false,
        }
    }
    said
}

/// The alternatives of a list, with those of alternatives that are lists themselves: any of any of them.
pub(super) fn flat<'a>(description: Description<'a>, list: &'a Value, exactly_one: bool) -> Vec<&'a Value> {
    let mut flat = Vec::new();
    let mut waiting: Vec<&Value> = items(Some(list)).collect();
    waiting.reverse();
    let mut opened = Addresses::default();
    while let Some(branch) = waiting.pop() {
        let nested = nested(description, description.follow(branch), exactly_one);
        match nested {
            Some(nested) if opened.insert(address(nested)) => {
                waiting.extend(items(Some(nested)).collect::<Vec<_>>().into_iter().rev());
            }
            // What contains itself adds nothing to itself.
            Some(_) => {}
            None => flat.push(branch),
        }
    }
    flat
}

/// The alternatives of a schema that is a list of alternatives and text alone, where they may stand in the outer list.
fn nested<'a>(description: Description<'a>, schema: &'a Value, exactly_one: bool) -> Option<&'a Value> {
    let mut list = None;
    for (keyword, value) in members(Some(schema)) {
        match keyword {
            "anyOf" if value.is_array() && !exactly_one => list = Some(value),
            // No value fits two of them, so that one of them is any of them.
            "oneOf" if are_types_apart(description, value) => list = Some(value),
            keyword if is_for_people(keyword) => {}
            _ => return None,
        }
    }
    list
}

/// Whether alternatives are types alone, of which no two share a value.
fn are_types_apart<'a>(description: Description<'a>, list: &'a Value) -> bool {
    let types = items(Some(list)).map(|branch| type_alone(description.follow(branch)));
    types
        .into_iter()
        .try_fold(Types::NONE, |union, types| {
            types.filter(|types| union.and(*types).is_empty()).map(|types| union.or(types))
        })
        .is_some()
}

/// The shape of alternatives that are types alone, or values alone: `oneOf: [{const: a}, {const: b}]` is an enum.
pub(super) fn simple<'a>(
    description: Description<'a>,
    at: &'a Value,
    branches: &[&'a Value],
    null: bool,
    exactly_one: bool,
) -> Option<Shape<'a>> {
    if branches.len() < 2 {
        return None;
    }
    let resolved: Vec<&Value> = branches.iter().map(|branch| description.follow(branch)).collect();
    let null = if null { Types::NULL } else { Types::NONE };
    let mut shape = Shape { types_at: Some(at), ..Shape::default() };
    if let Some(types) = resolved.iter().map(|branch| type_alone(branch)).collect::<Option<Vec<_>>>() {
        // Alternatives that overlap are worth a look of their own.
        let union = types.iter().try_fold(Types::NONE, |union, types| {
            (!exactly_one || union.and(*types).is_empty()).then(|| union.or(*types))
        })?;
        shape.types = Some(union.or(null));
        return Some(shape);
    }
    let lists = resolved.iter().map(|branch| values_alone(branch)).collect::<Option<Vec<_>>>()?;
    let values: Vec<&Value> = if exactly_one {
        // A value of two lists fits two alternatives.
        let fits = |value: &Value| lists.iter().filter(|list| has(list, value)).count();
        lists.concat().into_iter().filter(|value| fits(value) == 1).collect()
    } else {
        lists.concat()
    };
    shape.types = values.iter().map(|value| Types::of(value)).reduce(Types::or).map(|types| types.or(null));
    shape.values = Some(values.into_iter().filter(|value| !value.is_null()).collect());
    shape.values_at = Some(at);
    Some(shape)
}

fn type_alone(branch: &Value) -> Option<Types> {
    let mut types = None;
    for (keyword, value) in members(Some(branch)) {
        match keyword {
            "type" => types = named(value),
            keyword if is_for_people(keyword) => {}
            _ => return None,
        }
    }
    types
}

fn values_alone(branch: &Value) -> Option<Vec<&Value>> {
    let mut values = None;
    for (keyword, value) in members(Some(branch)) {
        match keyword {
            "const" => values = Some(vec![value]),
            "enum" => values = Some(value.as_array()?.iter().collect()),
            "type" => {}
            keyword if is_for_people(keyword) => {}
            _ => return None,
        }
    }
    values
}

fn named(value: &Value) -> Option<Types> {
    match value {
        Value::Array(names) => names
            .iter()
            .map(|name| Types::named(name.as_str()?))
            .collect::<Option<Vec<_>>>()?
            .into_iter()
            .reduce(Types::or),
        name => Types::named(name.as_str()?),
    }
}

fn has(list: &[&Value], value: &Value) -> bool {
    list.iter().any(|known| same(Some(known), Some(value)))
}
