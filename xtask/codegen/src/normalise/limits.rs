//! What numbers, lists and maps in requests are held to.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value, json};

use super::{Log, Pass, State, directions};
use document::error::{Error, Result};

pub(super) const PASS: Pass = Pass {
    name: "limits",
    reason: "typify chooses another type for a number with limits, or ignores them; a setter checks them instead",
    run,
    holds,
};

/// Holds the limits of a schema once they have left it.
pub(super) const LIMITS: &str = "x-limits";

/// The limits of a value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// `minimum`
    pub at_least: Option<Number>,
    /// `minimum` with `exclusiveMinimum`
    pub more_than: Option<Number>,
    /// `maximum`
    pub at_most: Option<Number>,
    /// `maximum` with `exclusiveMaximum`
    pub less_than: Option<Number>,
    /// `multipleOf`
    pub multiple_of: Option<Number>,
    /// `minItems` or `minProperties`
    pub min_len: Option<u64>,
    /// `maxItems` or `maxProperties`
    pub max_len: Option<u64>,
    /// `uniqueItems`
    pub unique: bool,
    /// The limits of each item of a list, or of each value of a map.
    #[serde(skip)]
    pub inside: Option<Box<Limits>>,
}

impl Limits {
    /// The limits that this pass left on a schema and inside of it.
    pub(super) fn read(schema: &Value) -> Option<Self> {
        let own = schema.get(LIMITS).and_then(|limits| Self::deserialize(limits).ok());
        let inside = schema.get("items").or_else(|| schema.get("additionalProperties")).and_then(Self::read);
        if own.is_none() && inside.is_none() {
            return None;
        }
        Some(Self { inside: inside.map(Box::new), ..own.unwrap_or_default() })
    }

    /// Takes the limits out of a schema.
    fn take(keywords: &mut Map<String, Value>) -> Self {
        // A list of exactly so many items has a type of its own.
        let is_array = keywords.get("minItems").is_some() && keywords.get("minItems") == keywords.get("maxItems");
        let mut limits = Self::default();
        for (bound, flag, inclusive, exclusive) in [
            ("minimum", "exclusiveMinimum", &mut limits.at_least, &mut limits.more_than),
            ("maximum", "exclusiveMaximum", &mut limits.at_most, &mut limits.less_than),
        ] {
            let is_exclusive = keywords.shift_remove(flag) == Some(json!(true));
            if let Some(Value::Number(number)) = keywords.shift_remove(bound) {
                *(if is_exclusive { exclusive } else { inclusive }) = Some(number);
            }
        }
        if let Some(Value::Number(number)) = keywords.shift_remove("multipleOf") {
            limits.multiple_of = Some(number);
        }
        if !is_array {
            let mut count = |names: [&str; 2]| {
                let counts = names.map(|name| keywords.shift_remove(name).and_then(|count| count.as_u64()));
                counts.into_iter().flatten().next()
            };
            (limits.min_len, limits.max_len) =
                (count(["minItems", "minProperties"]), count(["maxItems", "maxProperties"]));
            limits.unique = keywords.shift_remove("uniqueItems") == Some(json!(true));
        }
        limits
    }

    /// Whether no value that is allowed is negative.
    fn is_unsigned(&self) -> bool {
        let is_natural = |limit: &Option<Number>| limit.as_ref().is_some_and(|limit| limit.as_f64() >= Some(0.0));
        is_natural(&self.at_least) || is_natural(&self.more_than)
    }
}

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    directions::visit(&mut state.document, &mut |is_request, pointer, schema| {
        let Value::Object(keywords) = schema else { return };
        if !is_request || keywords.contains_key("enum") {
            return;
        }
        let limits = Limits::take(keywords);
        if limits == Limits::default() {
            return;
        }
        // Whether a number is signed is a matter of its type.
        if limits.is_unsigned() && keywords.get("type").is_some_and(|kind| kind == "integer") {
            keywords.insert("minimum".to_owned(), json!(0));
        }
        keywords.insert(LIMITS.to_owned(), serde_json::to_value(limits).unwrap_or_default());
        log.changed(pointer, "its limits are checked when it is set");
    })
}

fn holds(document: &Value) -> Result<()> {
    let mut left = None;
    directions::read(document, &mut |is_request, pointer, schema| {
        let has_limit = ["maximum", "multipleOf"].iter().any(|word| schema.get(*word).is_some());
        if is_request && has_limit && schema.get("enum").is_none() {
            left.get_or_insert_with(|| pointer.to_owned());
        }
    });
    match left {
        Some(pointer) => Err(Error::new("a limit is left to typify").at_pointer(pointer)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    fn rewritten(direction: &str, field: &Value) -> Value {
        let document =
            json!({"components": {"schemas": {"T": {"x-direction": direction, "properties": {"f": field}}}}});
        run_alone(PASS, document).unwrap().0["components"]["schemas"]["T"]["properties"]["f"].clone()
    }

    #[test]
    fn limits_leave_the_schema_and_its_type_stays() {
        for (least, type_) in [(0, json!({"type": "integer", "minimum": 0})), (-1, json!({"type": "integer"}))] {
            let mut field = rewritten("request", &json!({"type": "integer", "minimum": least, "maximum": 9}));
            let limits = Limits::read(&field).unwrap();
            assert_eq!((limits.at_least, limits.at_most), (Some(least.into()), Some(9.into())));
            field.as_object_mut().unwrap().shift_remove(LIMITS);
            assert_eq!(field, type_);
        }
    }

    #[test]
    fn limits_of_lists_include_those_of_items() {
        let items = json!({"type": "number", "minimum": 1, "exclusiveMinimum": true});
        let list = json!({"type": "array", "minItems": 1, "maxItems": 3, "uniqueItems": true, "items": items});
        let limits = Limits::read(&rewritten("request", &list)).unwrap();
        let inside = Limits { more_than: Some(1.into()), ..Limits::default() };
        let expected = Limits {
            min_len: Some(1),
            max_len: Some(3),
            unique: true,
            inside: Some(Box::new(inside)),
            ..Limits::default()
        };
        assert_eq!(limits, expected);
    }

    #[test]
    fn what_has_no_limits_is_left_alone() {
        for (direction, field) in [
            ("request", json!({"type": "string", "maxLength": 3})),
            ("request", json!({"type": "array", "items": {}, "minItems": 2, "maxItems": 2})),
            ("response", json!({"type": "array", "items": {}, "minItems": 1})),
        ] {
            assert_eq!(rewritten(direction, &field), field);
        }
    }
}
