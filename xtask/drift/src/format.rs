//! What the values of `format` mean.

use serde_json::Value;

/// Formats whose values are all values of another format.
const WITHIN: [(&str, &str); 9] = [
    ("int32", "int64"),
    ("int8", "int16"),
    ("int16", "int32"),
    ("int8", "int32"),
    ("int8", "int64"),
    ("int16", "int64"),
    ("float", "double"),
    ("uri", "uri-reference"),
    ("email", "idn-email"),
];

/// Formats that say which values are valid; every other one is a hint at what they mean.
const RESTRICTING: [&str; 36] = [
    "date",
    "date-time",
    "time",
    "duration",
    "uuid",
    "email",
    "idn-email",
    "hostname",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "ip",
    "uri",
    "uri-reference",
    "uri-template",
    "iri",
    "iri-reference",
    "url",
    "json-pointer",
    "relative-json-pointer",
    "regex",
    "byte",
    "binary",
    "base64",
    "base64url",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "float",
    "double",
    "decimal",
];

/// Formats of numbers, which say nothing of a text.
const NUMERIC: [&str; 11] =
    ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double", "decimal"];

/// Whether a format says which values are valid.
pub(crate) fn format_restricts(value: &Value) -> bool {
    value.as_str().is_some_and(|format| RESTRICTING.contains(&format))
}

/// Whether all values of one format have another one.
pub(crate) fn format_is_within(inner: &Value, outer: &Value) -> bool {
    let (Some(inner), Some(outer)) = (inner.as_str(), outer.as_str()) else { return false };
    inner == outer || WITHIN.contains(&(inner, outer))
}

/// Whether a format is one of numbers.
pub(crate) fn is_numeric(value: &Value) -> bool {
    value.as_str().is_some_and(|format| NUMERIC.contains(&format))
}
