//! Request bodies as `application/x-www-form-urlencoded`.

use serde::Serialize;
use serde_json::Value;

use crate::runtime::{Error, OperationInfo};

/// `body` as `application/x-www-form-urlencoded`: a list repeats its name, a field of an object is `name[field]`, and null
/// is left out.
///
/// # Errors
///
/// The body does not serialise, or it is not an object.
pub(crate) fn encoded<T: Serialize>(operation: &'static OperationInfo, body: &T) -> Result<String, Error> {
    let refused = || Error::invalid_request(operation, "the body cannot be written as a form");
    let Ok(Value::Object(members)) = serde_json::to_value(body) else { return Err(refused()) };
    let mut url = reqwest::Url::parse("http://form.invalid/").map_err(|_| refused())?;
    {
        let mut pairs = url.query_pairs_mut();
        for (name, value) in &members {
            append(name, value, &mut |name, text| {
                pairs.append_pair(name, text);
            });
        }
    }
    Ok(url.query().unwrap_or_default().to_owned())
}

fn append(name: &str, value: &Value, pair: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::Null => {}
        Value::String(text) => pair(name, text),
        Value::Array(items) => items.iter().for_each(|item| append(name, item, pair)),
        Value::Object(members) => {
            for (member, value) in members {
                append(&format!("{name}[{member}]"), value, pair);
            }
        }
        other => pair(name, &other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::operation::fixture::GET_THING;

    #[test]
    fn lists_repeat_and_objects_nest_their_names() -> Result<(), Error> {
        let body = serde_json::json!({"a": "x y&", "b": [1, true], "c": {"d": null, "e": "é"}, "f": null});
        assert_eq!(encoded(&GET_THING, &body)?, "a=x+y%26&b=1&b=true&c%5Be%5D=%C3%A9");
        assert!(encoded(&GET_THING, &7).is_err());
        Ok(())
    }
}
