//! Whether two schemas say the same.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{DERIVED_TITLE, DIRECTION, graph::target_of};
use document::keywords::is_for_people;

/// Whether two components say the same, those that they refer to included.
pub(super) fn say_the_same(components: &Map<String, Value>, one: &str, other: &str) -> bool {
    Comparison { components, assumed: BTreeSet::new() }.components(one, other)
}

struct Comparison<'a> {
    components: &'a Map<String, Value>,
    /// Pairs under comparison: what they hold may refer to them again.
    assumed: BTreeSet<(String, String)>,
}

impl Comparison<'_> {
    fn components(&mut self, one: &str, other: &str) -> bool {
        if one == other || !self.assumed.insert((one.to_owned(), other.to_owned())) {
            return true;
        }
        let (Some(first), Some(second)) = (self.components.get(one), self.components.get(other)) else { return false };
        // One type serves an enum in both directions.
        let is_enum = first.get("enum").is_some() && first.get("properties").is_none();
        (is_enum || first.get(DIRECTION) == second.get(DIRECTION)) && self.schemas(first, second)
    }

    fn schemas(&mut self, one: &Value, other: &Value) -> bool {
        let is_reference = match (target_of(one), target_of(other)) {
            (Some(first), Some(second)) if self.components(first, second) => true,
            (None, None) => false,
            _ => return false,
        };
        match (one, other) {
            (Value::Object(first), Value::Object(second)) => {
                // What leads to a component was compared above.
                let keys = |members| -> BTreeSet<&str> {
                    let mut keys = keys(members);
                    keys.retain(|key| !is_reference || !["$ref", "allOf"].contains(key));
                    keys
                };
                let first_keys = keys(first);
                first_keys == keys(second)
                    && first_keys.into_iter().all(|key| match (first.get(key), second.get(key)) {
                        // Their members are names, of which none is a remark.
                        (Some(Value::Object(first)), Some(Value::Object(second))) if key == "properties" => {
                            first.len() == second.len()
                                && first.iter().all(|(name, property)| {
                                    second.get(name).is_some_and(|other| self.schemas(property, other))
                                })
                        }
                        (Some(Value::Array(first)), Some(Value::Array(second)))
                            if ["required", "enum"].contains(&key) =>
                        {
                            let members = |list: &[Value]| list.iter().map(Value::to_string).collect::<BTreeSet<_>>();
                            members(first) == members(second)
                        }
                        (Some(first), Some(second)) => self.schemas(first, second),
                        _ => false,
                    })
            }
            (Value::Array(first), Value::Array(second)) => {
                first.len() == second.len() && first.iter().zip(second).all(|(one, other)| self.schemas(one, other))
            }
            (one, other) => one == other,
        }
    }
}

/// The keywords but for those that are for people, or say how well a part is known.
fn keys(members: &Map<String, Value>) -> BTreeSet<&str> {
    let is_remark = |key: &str| is_for_people(key) || ["x-provenance", DERIVED_TITLE, DIRECTION].contains(&key);
    members.keys().map(String::as_str).filter(|key| !is_remark(key)).collect()
}
