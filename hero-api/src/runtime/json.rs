use std::{fmt, ops::Deref};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::runtime::redacted;

/// A JSON value whose shape the description leaves open.
///
/// It dereferences to [`serde_json::Value`], so its own functions are associated functions: `Json::items(json)`. `Debug` does not show the value, because it may hold personal data.
///
/// # Examples
///
/// ```
#[doc = concat!("use ", env!("CARGO_CRATE_NAME"), "::Json;")]
///
/// let page: Json = serde_json::from_str(r#"{"data": [{"id": 7}], "count": 31}"#)?;
/// assert_eq!(page["data"][0]["id"], 7);
/// assert_eq!(Json::count(&page), Some(31));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Json(pub Value);

impl Json {
    /// The items of a page whose shape is not described: the elements of an array, or of the array `data` in an object;
    /// none for `null` and `{}`; any other value is one item.
    #[inline]
    #[must_use]
    pub fn items(this: Self) -> Vec<Self> {
        let elements = match this.0 {
            Value::Null => Vec::new(),
            Value::Array(elements) => elements,
            Value::Object(mut members) => match members.get_mut("data").map(Value::take) {
                Some(Value::Array(elements)) => elements,
                Some(data) => {
                    members.insert("data".to_owned(), data);
                    vec![Value::Object(members)]
                }
                None if members.is_empty() => Vec::new(),
                None => vec![Value::Object(members)],
            },
            single => vec![single],
        };
        elements.into_iter().map(Self).collect()
    }

    /// The member `count` of an object, which in many APIs holds the number of items on all pages.
    #[must_use]
    pub fn count(this: &Self) -> Option<u64> {
        this.0.get("count")?.as_u64()
    }

    /// The value itself.
    #[must_use]
    pub fn into_inner(this: Self) -> Value {
        this.0
    }
}

impl Deref for Json {
    type Target = Value;

    fn deref(&self) -> &Value {
        &self.0
    }
}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        Self(value)
    }
}

impl From<Json> for Value {
    fn from(json: Json) -> Self {
        json.0
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Json").field(&redacted::of(&self.0)).finish()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn items_are_found_in_every_shape() {
        for (page, items) in [
            (json!([1, 2]), vec![json!(1), json!(2)]),
            (json!({"data": [1, 2], "count": 9}), vec![json!(1), json!(2)]),
            (json!({"data": []}), vec![]),
            (json!({}), vec![]),
            (json!(null), vec![]),
            (json!({"data": {"id": 1}}), vec![json!({"data": {"id": 1}})]),
            (json!({"id": 1}), vec![json!({"id": 1})]),
            (json!("text"), vec![json!("text")]),
        ] {
            assert_eq!(Json::items(Json(page)).into_iter().map(Value::from).collect::<Vec<_>>(), items);
        }
    }

    #[test]
    fn count_is_a_whole_number_or_nothing() {
        assert_eq!(Json::count(&Json(json!({"count": 31}))), Some(31));
        for other in [json!({"count": -1}), json!({"count": "31"}), json!({}), json!([31]), json!(null)] {
            assert_eq!(Json::count(&Json(other)), None);
        }
    }

    #[test]
    #[cfg(not(debug_shows_personal_data))]
    fn debug_does_not_show_the_value() {
        assert_eq!(format!("{:?}", Json(json!({"name": "marker"}))), "Json([redacted])");
    }
}
