//! Alternatives that say no more than types or values do.

use serde_json::Value;

use super::Shape;
use crate::{
    resolve::{Description, members},
    types::Types,
};

/// Keywords that say nothing of values.
const TEXT: [&str; 5] = ["title", "description", "$comment", "example", "examples"];

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
            keyword if TEXT.contains(&keyword) => {}
            _ => return false,
        }
    }
    said
}

/// The shape of alternatives that are types alone, or values alone: `oneOf: [{const: a}, {const: b}]` is an enum.
pub(super) fn simple<'a>(
    description: Description<'a>,
    at: &'a Value,
    branches: &[&'a Value],
    null: bool,
) -> Option<Shape<'a>> {
    if branches.len() < 2 {
        return None;
    }
    let resolved: Vec<&Value> = branches.iter().map(|branch| description.follow(branch)).collect();
    let null = if null { Types::NULL } else { Types::NONE };
    let mut shape = Shape { types_at: Some(at), ..Shape::default() };
    if let Some(types) = resolved.iter().map(|branch| type_alone(branch)).collect::<Option<Vec<_>>>() {
        // Alternatives that overlap are worth a look of their own.
        let union = types
            .iter()
            .try_fold(Types::NONE, |union, types| union.and(*types).is_empty().then(|| union.or(*types)))?;
        shape.types = Some(union.or(null));
        return Some(shape);
    }
    let values = resolved.iter().map(|branch| values_alone(branch)).collect::<Option<Vec<_>>>()?.concat();
    shape.types = values.iter().map(|value| Types::of(value)).reduce(Types::or).map(|types| types.or(null));
    shape.values = Some(values.into_iter().filter(|value| !value.is_null()).collect());
    shape.values_at = Some(at);
    Some(shape)
}

fn type_alone(branch: &Value) -> Option<Types> {
    let mut types = None;
    for (keyword, value) in members(Some(branch)) {
        match keyword {
            "type" => types = Types::named(value.as_str()?),
            keyword if TEXT.contains(&keyword) => {}
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
            keyword if TEXT.contains(&keyword) => {}
            _ => return None,
        }
    }
    values
}
