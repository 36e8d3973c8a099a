//! Query parameters that hold a list or an object as one text, and those that nest names. For generated code.

use serde::Serialize;
use serde_json::Value;

use crate::runtime::style::plain_text;

/// The query pair of a list; no pair when there is no list.
pub(crate) fn joined<T: Serialize>(name: &'static str, list: &T, delimiter: &str) -> Vec<(&'static str, String)> {
    match serde_json::to_value(list) {
        Ok(Value::Null) | Err(_) => Vec::new(),
        Ok(value) => vec![(name, text_of(&value, delimiter))],
    }
}

/// The text of a list.
pub(crate) fn text<T: Serialize>(list: &T, delimiter: &str) -> String {
    serde_json::to_value(list).map(|value| text_of(&value, delimiter)).unwrap_or_default()
}

fn text_of(value: &Value, delimiter: &str) -> String {
    match value {
        Value::Array(items) => items.iter().map(|item| text_of(item, delimiter)).collect::<Vec<_>>().join(delimiter),
        Value::Object(members) => {
            let pairs = members.iter().map(|(key, value)| format!("{key}{delimiter}{}", text_of(value, delimiter)));
            pairs.collect::<Vec<_>>().join(delimiter)
        }
        value => plain_text(value),
    }
}

/// The text of one property of [`object`]; nothing when it is not set.
pub(crate) fn member<T: Serialize + ?Sized>(value: &T, delimiter: &str) -> Option<String> {
    let value = serde_json::to_value(value).unwrap_or_default();
    (!value.is_null()).then(|| text_of(&value, delimiter))
}

/// The query pair of an object: the names and values of the properties that are set; no pair when none is.
pub(crate) fn object(
    name: &'static str,
    delimiter: &str,
    members: &[(&str, Option<String>)],
) -> Vec<(&'static str, String)> {
    let set = members.iter().filter_map(|(key, value)| Some(format!("{key}{delimiter}{}", value.as_ref()?)));
    let texts: Vec<String> = set.collect();
    if texts.is_empty() { Vec::new() } else { vec![(name, texts.join(delimiter))] }
}

/// The query pairs of a map, `name[key]=value`, at any depth; a list repeats its name, and null is left out.
pub(crate) fn deep<T: Serialize + ?Sized>(name: &str, value: &T) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    nest(name, &serde_json::to_value(value).unwrap_or_default(), &mut |name, text| {
        pairs.push((name.to_owned(), text.to_owned()));
    });
    pairs
}

/// Calls `pair` with each name and text of a value whose names nest: `name[key]`.
pub(crate) fn nest(name: &str, value: &Value, pair: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::Null => {}
        Value::Array(items) => items.iter().for_each(|item| nest(name, item, pair)),
        Value::Object(members) => {
            for (member, value) in members {
                nest(&format!("{name}[{member}]"), value, pair);
            }
        }
        value => pair(name, &plain_text(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_becomes_one_text() {
        assert_eq!(joined("l", &Some(vec!["a", "b c"]), "|"), [("l", "a|b c".to_owned())]);
        assert_eq!(joined("l", &vec![1, 2], ","), [("l", "1,2".to_owned())]);
        assert!(joined("l", &None::<Vec<i64>>, ",").is_empty());
        assert_eq!(joined("m", &serde_json::json!({"a": 1}), ","), [("m", "a,1".to_owned())]);
    }

    #[test]
    fn an_object_is_what_is_set_of_it() {
        let members = [("from", member("a", ",")), ("to", member(&None::<i64>, ",")), ("ids", member(&[1, 2], ","))];
        assert_eq!(object("filter", ",", &members), [("filter", "from,a,ids,1,2".to_owned())]);
        assert!(object("filter", ",", &[("to", None)]).is_empty());
    }

    #[test]
    fn a_map_nests_the_names_of_its_keys() {
        let map = serde_json::json!({"a": {"b": [1, "x"]}, "c": null});
        let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        assert_eq!(deep("meta", &map), [pair("meta[a][b]", "1"), pair("meta[a][b]", "x")]);
        assert!(deep("meta", &None::<Vec<i64>>).is_empty());
    }
}
