//! Query parameters that hold a list as one delimited text.

use serde::Serialize;
use serde_json::Value;

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
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
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
    }
}
