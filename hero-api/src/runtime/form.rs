//! Request bodies as `application/x-www-form-urlencoded`.

use serde::Serialize;
use serde_json::Value;

use crate::runtime::{
    Error, OperationInfo,
    query::{nest, text},
};

/// How a field of a form is written, where the description says so.
#[derive(Clone, Copy)]
pub(crate) enum Field {
    /// A list or an object as one text, with this between its values.
    Delimited(&'static str),
    /// The fields of an object as fields of the form.
    Exploded,
    /// As JSON.
    Json,
}

/// `body` as `application/x-www-form-urlencoded`: a list repeats its name, a field of an object is `name[field]`, and null
/// is left out.
///
/// # Errors
///
/// The body does not serialise, or it is not an object.
pub(crate) fn encoded<T: Serialize>(
    operation: &'static OperationInfo,
    body: &T,
    fields: &[(&str, Field)],
) -> Result<String, Error> {
    written(serde_json::to_value(body).unwrap_or_default(), fields)
        .ok_or_else(|| Error::invalid_request(operation, "the body cannot be written as a form"))
}

fn written(body: Value, fields: &[(&str, Field)]) -> Option<String> {
    let Value::Object(members) = body else { return None };
    let mut url = reqwest::Url::parse("http://form.invalid/").ok()?;
    {
        let mut pairs = url.query_pairs_mut();
        let mut pair = |name: &str, text: &str| {
            pairs.append_pair(name, text);
        };
        for (name, value) in &members {
            let field = fields.iter().find(|(field, _)| field == name).map(|(_, field)| *field);
            match (field, value) {
                (_, Value::Null) => {}
                (Some(Field::Delimited(delimiter)), value) => pair(name, &text(value, delimiter)),
                (Some(Field::Json), value) => pair(name, &value.to_string()),
                (Some(Field::Exploded), Value::Object(members)) => {
                    members.iter().for_each(|(name, value)| nest(name, value, &mut pair));
                }
                (_, value) => nest(name, value, &mut pair),
            }
        }
    }
    Some(url.query().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::operation::fixture::GET_THING;

    #[test]
    fn lists_repeat_and_objects_nest_their_names() -> Result<(), Error> {
        let body = serde_json::json!({"a": "x y&", "b": [1, true], "c": {"d": null, "e": "é"}, "f": null});
        assert_eq!(encoded(&GET_THING, &body, &[])?, "a=x+y%26&b=1&b=true&c%5Be%5D=%C3%A9");
        assert!(encoded(&GET_THING, &7, &[]).is_err());
        Ok(())
    }

    #[test]
    fn a_field_is_written_as_described() -> Result<(), Error> {
        let body = serde_json::json!({"a": [1, 2], "b": {"c": "d"}, "e": {"f": 1}, "g": null});
        let fields = [("a", Field::Delimited(",")), ("b", Field::Json), ("e", Field::Exploded), ("g", Field::Json)];
        assert_eq!(encoded(&GET_THING, &body, &fields)?, "a=1%2C2&b=%7B%22c%22%3A%22d%22%7D&f=1");
        Ok(())
    }
}
