//! Where a decoded response, written as JSON again, may differ from what the server wrote, and why that is right. A valid response
//! comes back exactly; each of these is for one departure.

use hero_tests::sample::EXTRA_FIELD;
use serde_json::{Value, json};

/// `value` with each part of it, innermost first, as `change` would have it.
fn everywhere(value: &Value, change: &dyn Fn(Value) -> Value) -> Value {
    change(match value {
        Value::Object(members) => {
            Value::Object(members.iter().map(|(name, value)| (name.clone(), everywhere(value, change))).collect())
        }
        Value::Array(items) => items.iter().map(|item| everywhere(item, change)).collect(),
        other => other.clone(),
    })
}

/// Null, absent and empty are one to a reader: an optional field has one `None`, and an absent list is an empty one. A flag whose
/// described default is false is no `Option`, so its absence reads as false; no sample holds false.
pub(crate) fn what_is_said(value: &Value) -> Value {
    let nothing = [json!(null), json!([]), json!({}), json!(false)];
    everywhere(value, &|value| match value {
        Value::Object(members) => {
            Value::Object(members.into_iter().filter(|(_, value)| !nothing.contains(value)).collect())
        }
        other => other,
    })
}

/// What the description does not know, a typed response does not keep; an open object does.
pub(crate) fn without_extra(value: &Value) -> Value {
    everywhere(value, &|value| match value {
        Value::Object(mut members) => {
            members.remove(EXTRA_FIELD);
            Value::Object(members)
        }
        other => other,
    })
}

/// A time comes back in the spelling of RFC 3339 in UTC. A date alone, where it was read as a time, is midnight.
pub(crate) fn spelt_as(value: &Value, written: &str, same: &str) -> Value {
    everywhere(value, &|value| if value == written { json!(same) } else { value })
}

/// `12` and `12.0` are one number.
pub(crate) fn as_float(value: &Value) -> Value {
    everywhere(value, &|value| value.as_f64().map_or(value, Value::from))
}
