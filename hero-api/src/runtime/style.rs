//! Values in the styles in which OpenAPI writes lists and maps into a path, a header or a cookie. For generated code.
//!
//! The text is that of RFC 6570, which the styles come from: `label` joins by commas unless each value is written by itself.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::Value;

/// All but the unreserved characters of RFC 3986: what a style puts between values is left to the style.
const IN_VALUES: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A style, and whether each value of a list or map is written by itself.
#[derive(Clone, Copy)]
pub(crate) enum Style {
    /// `a,b`
    Simple { explode: bool },
    /// `.a,b`
    Label { explode: bool },
    /// `;name=a,b`
    Matrix { explode: bool },
}

/// The text of a value.
pub(crate) fn text<T: Serialize + ?Sized>(name: &str, value: &T, style: Style) -> String {
    written(name, value, style, &str::to_owned)
}

/// The text of a value as a part of a path: percent-encoded, but for what the style itself writes.
pub(crate) fn encoded<T: Serialize + ?Sized>(name: &str, value: &T, style: Style) -> String {
    written(name, value, style, &|text| utf8_percent_encode(text, IN_VALUES).to_string())
}

fn written<T: Serialize + ?Sized>(name: &str, value: &T, style: Style, encode: &dyn Fn(&str) -> String) -> String {
    let plain = |value: &Value| encode(&plain_text(value));
    let pairs: Vec<(Option<String>, String)> = match serde_json::to_value(value).unwrap_or_default() {
        Value::Array(items) => items.iter().map(|item| (None, plain(item))).collect(),
        Value::Object(members) => members.iter().map(|(key, value)| (Some(encode(key)), plain(value))).collect(),
        value => {
            let value = plain(&value);
            return match style {
                Style::Simple { .. } => value,
                Style::Label { .. } => format!(".{value}"),
                Style::Matrix { .. } if value.is_empty() => format!(";{name}"),
                Style::Matrix { .. } => format!(";{name}={value}"),
            };
        }
    };
    let joined = |sign: &str, between: &str| {
        let texts = pairs.iter().map(|(key, value)| match key {
            Some(key) => format!("{key}{sign}{value}"),
            None => value.clone(),
        });
        texts.collect::<Vec<_>>().join(between)
    };
    match style {
        Style::Simple { explode: true } => joined("=", ","),
        Style::Simple { explode: false } => joined(",", ","),
        Style::Label { explode: true } => format!(".{}", joined("=", ".")),
        Style::Label { explode: false } => format!(".{}", joined(",", ",")),
        Style::Matrix { explode: false } => format!(";{name}={}", joined(",", ",")),
        Style::Matrix { explode: true } => {
            let texts = pairs.iter().map(|(key, value)| format!(";{}={value}", key.as_deref().unwrap_or(name)));
            texts.collect()
        }
    }
}

/// The text of one value; that of a value in a value is JSON.
pub(crate) fn plain_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_written_as_openapi_shows_them() {
        let (empty, one) = (json!(""), json!("blue"));
        let list = json!(["blue", "black", "brown"]);
        let map = json!({"R": 100, "G": 200, "B": 150});
        for (style, expected) in [
            (Style::Simple { explode: false }, ["", "blue", "blue,black,brown", "B,150,G,200,R,100"]),
            (Style::Simple { explode: true }, ["", "blue", "blue,black,brown", "B=150,G=200,R=100"]),
            (Style::Label { explode: false }, [".", ".blue", ".blue,black,brown", ".B,150,G,200,R,100"]),
            (Style::Label { explode: true }, [".", ".blue", ".blue.black.brown", ".B=150.G=200.R=100"]),
            (
                Style::Matrix { explode: false },
                [";color", ";color=blue", ";color=blue,black,brown", ";color=B,150,G,200,R,100"],
            ),
            (
                Style::Matrix { explode: true },
                [";color", ";color=blue", ";color=blue;color=black;color=brown", ";B=150;G=200;R=100"],
            ),
        ] {
            let texts = [&empty, &one, &list, &map].map(|value| sorted(&text("color", value, style)));
            assert_eq!(texts, expected.map(sorted));
        }
    }

    /// The order of an object's members depends on a feature of `serde_json`.
    fn sorted(text: &str) -> String {
        let mut bytes: Vec<u8> = text.bytes().collect();
        bytes.sort_unstable();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    #[test]
    fn what_a_style_writes_is_told_from_values() {
        let style = Style::Matrix { explode: false };
        assert_eq!(encoded("id", &["a,b", "c/é"], style), ";id=a%2Cb,c%2F%C3%A9");
    }
}
