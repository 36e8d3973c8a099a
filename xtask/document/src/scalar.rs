//! What a YAML scalar means: the core schema of YAML 1.2, in the part that JSON can say.

use serde_json::{Number, Value};

/// The value of a plain (unquoted, untagged) scalar, or why it has none.
pub(super) fn plain(text: &str) -> Result<Value, String> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Ok(Value::Null),
        "true" | "True" | "TRUE" => return Ok(Value::Bool(true)),
        "false" | "False" | "FALSE" => return Ok(Value::Bool(false)),
        _ => {}
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return Err(format!("`{text}` is not a finite number"));
    }
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        let digits = text.strip_prefix(prefix).filter(|digits| digits.chars().all(|digit| digit.is_digit(radix)));
        if let Some(digits) = digits.filter(|digits| !digits.is_empty()) {
            return u64::from_str_radix(digits, radix)
                .map(Value::from)
                .map_err(|_| format!("`{text}` is larger than 64 bits can hold"));
        }
    }
    if is_number(unsigned) { number(text) } else { Ok(Value::from(text)) }
}

/// The value of a scalar with a tag of the core schema; nothing when the text does not fit the tag.
pub(super) fn tagged(text: &str, tag: &str) -> Option<Value> {
    if tag == "str" {
        return Some(Value::from(text));
    }
    let value = plain(text).ok()?;
    match (tag, &value) {
        ("null", Value::Null) | ("bool", Value::Bool(_)) => Some(value),
        ("int", Value::Number(number)) if !number.is_f64() => Some(value),
        ("float", Value::Number(number)) => number.as_f64().and_then(Number::from_f64).map(Value::Number),
        _ => None,
    }
}

fn number(text: &str) -> Result<Value, String> {
    if let Ok(integer) = text.parse::<i64>() {
        return Ok(Value::from(integer));
    }
    if let Ok(integer) = text.parse::<u64>() {
        return Ok(Value::from(integer));
    }
    // Larger integers become floats, as the JSON reader makes them: a bound of 1e20 written out is no error.
    let float = text.parse().ok().and_then(Number::from_f64);
    float.map(Value::Number).ok_or_else(|| format!("`{text}` is not a finite number"))
}

/// Whether text without a sign is a decimal number: `[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?` or `\.[0-9]+...`.
fn is_number(text: &str) -> bool {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    // Leading zeros mean an identifier (a code, a telephone number), never a quantity.
    let padded = whole.len() > 1 && whole.starts_with('0');
    let some = !whole.is_empty() || fraction.is_some_and(|fraction| !fraction.is_empty());
    some && !padded
        && digits(whole)
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|exponent| !exponent.is_empty() && digits(exponent))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_numbers() {
        for (text, value) in [
            ("0", json!(0)),
            ("-7", json!(-7)),
            ("+7", json!(7)),
            ("1.", json!(1.0)),
            (".5", json!(0.5)),
            ("-1.5E-3", json!(-0.0015)),
            ("0o17", json!(15)),
            ("0xff", json!(255)),
            ("-9223372036854775808", json!(i64::MIN)),
            ("0.10", json!(0.1)),
        ] {
            assert_eq!(plain(text), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_number_or_boolean_is_text() {
        let texts = [
            "012345",
            "-012",
            "00.5",
            "1_000",
            "0b11",
            "0x",
            "0xg",
            "-0x1",
            "1e",
            "e5",
            ".",
            "-",
            "+",
            ".e1",
            "1.2.3",
            "2024-01-31",
            "12:30",
            "yes",
            "NO",
            "on",
            "Off",
            "y",
            "tRUE",
            "nULL",
            "inf",
            "nan",
            "NaN",
            "Infinity",
            "1 2",
            "٣",
            "1,000",
            "--1",
        ];
        for text in texts {
            assert_eq!(plain(text), Ok(json!(text)), "{text}");
        }
    }

    #[test]
    fn numbers_that_json_lacks_are_refused() {
        for text in [".inf", "+.Inf", "-.INF", ".nan", ".NaN", "1e999", "0x10000000000000000"] {
            assert!(plain(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_tag_decides_and_must_fit() {
        assert_eq!(tagged("1", "str"), Some(json!("1")));
        assert_eq!(tagged("1", "float"), Some(json!(1.0)));
        assert_eq!(tagged("1.5", "int"), None);
        assert_eq!(tagged("true", "bool"), Some(json!(true)));
        assert_eq!(tagged("", "null"), Some(Value::Null));
        assert_eq!(tagged("x", "binary"), None);
    }
}
