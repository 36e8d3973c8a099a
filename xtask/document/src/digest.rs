//! Fingerprints: of bytes, and of a document whatever its layout.

use std::fmt::Write as _;

use serde_json::{Number, Value};
use sha2::{Digest as _, Sha256};

/// The value as JSON with sorted keys and no spaces, so that a reordered or reformatted file gives the same text.
///
/// Keys are sorted by their bytes, and whole floats are written as integers: `1.0` and `1` mean the same in a schema.
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write_value(value, &mut out);
    out
}

/// SHA-256 in lower-case hexadecimal digits.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn write_value(value: &Value, out: &mut String) {
    match value {
        Value::Object(members) => {
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_unstable_by_key(|(key, _)| *key);
            write_list(('{', '}'), sorted, out, |(key, member), out| {
                write_text(key, out);
                out.push(':');
                write_value(member, out);
            });
        }
        Value::Array(items) => write_list(('[', ']'), items, out, write_value),
        Value::String(text) => write_text(text, out),
        Value::Number(number) => {
            out.push_str(&whole(number).map_or_else(|| number.to_string(), |whole| whole.to_string()));
        }
        Value::Bool(_) | Value::Null => out.push_str(&value.to_string()),
    }
}

fn write_list<T>(
    (open, close): (char, char),
    items: impl IntoIterator<Item = T>,
    out: &mut String,
    write: impl Fn(T, &mut String),
) {
    out.push(open);
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(close);
}

fn write_text(text: &str, out: &mut String) {
    out.push_str(&Value::from(text).to_string());
}

/// The integer that a float stands for, as far as floats are exact.
fn whole(number: &Number) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let float = number.as_f64().filter(|float| number.is_f64() && float.fract() == 0.0 && float.abs() < EXACT)?;
    // In range by the filter above; `Display` of a whole float has no fraction or exponent.
    format!("{float}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn layout_does_not_change_the_canonical_form() {
        let one: Value =
            serde_json::from_str("{\"b\": [1, {\"d\": \"\\u00e9\\n\", \"c\": null}], \"a\": 1.0}").expect("JSON");
        assert_eq!(canonical(&one), "{\"a\":1,\"b\":[1,{\"c\":null,\"d\":\"é\\n\"}]}");
        assert_eq!(canonical(&json!({"a": 1, "b": [1, {"c": null, "d": "é\n"}]})), canonical(&one));
    }

    #[test]
    fn order_in_an_array_is_part_of_the_canonical_form() {
        assert_ne!(canonical(&json!([1, 2])), canonical(&json!([2, 1])));
        assert_eq!(canonical(&json!([1.5, -0.0, 1e300, u64::MAX])), "[1.5,0,1e+300,18446744073709551615]");
    }

    #[test]
    fn the_hash_is_sha256() {
        assert_eq!(sha256_hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
