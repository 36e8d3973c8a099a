//! Whether a response has anything that the description names.

use std::fmt;

use serde::{
    Deserializer,
    de::{DeserializeOwned, IgnoredAny, MapAccess, Visitor},
    forward_to_deserialize_any,
};

/// Whether `json` is an object whose members are all unknown to `T`, and `T` is a struct with fields of its own.
///
/// Where every field is optional, `{"error": …}` would decode as a value without fields. An object without members says
/// nothing else, so it is not meant.
pub(crate) fn is_undescribed<T: DeserializeOwned>(json: &[u8]) -> bool {
    let Some(fields) = fields_of::<T>().filter(|fields| !fields.is_empty()) else { return false };
    if first_key(json).is_some_and(|key| fields.iter().any(|field| field.as_bytes() == key)) {
        return false;
    }
    let mut members = Members { fields, is_empty: true, is_known: false };
    // A visitor that stops early makes serde_json complain about the rest, which does not matter here.
    let _ = serde_json::Deserializer::from_slice(json).deserialize_map(&mut members);
    !members.is_empty && !members.is_known
}

/// The first key of an object that begins as most do: without escapes in it. Most responses need no more to be looked at.
fn first_key(json: &[u8]) -> Option<&[u8]> {
    let rest = json.trim_ascii_start().strip_prefix(b"{")?.trim_ascii_start().strip_prefix(b"\"")?;
    let key = &rest[..rest.iter().position(|&byte| byte == b'"')?];
    (!key.contains(&b'\\')).then_some(key)
}

/// The names on the wire of the fields of `T`; `None` when it is not a struct, or keeps members that it does not know.
fn fields_of<T: DeserializeOwned>() -> Option<&'static [&'static str]> {
    let mut fields = None;
    // It fails on purpose: the probe has no value to give.
    let _ = T::deserialize(Probe { fields: &mut fields });
    fields
}

/// A deserializer without a value, which notes the fields that a struct asks it for.
struct Probe<'a> {
    fields: &'a mut Option<&'static [&'static str]>,
}

/// The error of each probe. It is made for each response, so it allocates nothing.
#[derive(Debug)]
struct NoValue;

impl fmt::Display for NoValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a probe has no value")
    }
}

impl std::error::Error for NoValue {}

impl serde::de::Error for NoValue {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self
    }
}

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = NoValue;

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, NoValue> {
        Err(NoValue)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, NoValue> {
        *self.fields = Some(fields);
        Err(NoValue)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoValue> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, NoValue> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map enum identifier ignored_any
    }
}

/// Looks through the members of an object until it finds one of `fields`.
struct Members {
    fields: &'static [&'static str],
    is_empty: bool,
    is_known: bool,
}

impl<'de> Visitor<'de> for &mut Members {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(is_known) = object.next_key_seed(IsOneOf(self.fields))? {
            self.is_empty = false;
            if is_known {
                self.is_known = true;
                break;
            }
            object.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

/// Reads a key, and says whether it is one of these.
struct IsOneOf(&'static [&'static str]);

impl<'de> serde::de::DeserializeSeed<'de> for IsOneOf {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for IsOneOf {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<bool, E> {
        Ok(self.0.contains(&key))
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::Value;

    use super::*;

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Thing {
        id: Option<String>,
        #[serde(rename = "na-me")]
        name: Option<String>,
    }

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Wrapper(Thing);

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Open {
        id: Option<String>,
        #[serde(flatten)]
        rest: serde_json::Map<String, Value>,
    }

    #[test]
    fn an_object_without_a_described_field_is_noticed() {
        for json in [r#"{"error": "nope"}"#, r#"{"error": {"id": 7}, "status": [1]}"#] {
            assert!(is_undescribed::<Thing>(json.as_bytes()), "{json}");
            assert!(is_undescribed::<Option<Box<Wrapper>>>(json.as_bytes()), "{json}");
        }
        for json in [r#"{"error": "nope", "id": null}"#, r#"{"na-me": "x"}"#, "{}", "null", "[]", "7", "{"] {
            assert!(!is_undescribed::<Thing>(json.as_bytes()), "{json}");
        }
    }

    #[test]
    fn first_key_is_read_as_it_was_written() {
        for (json, key) in [
            (r#" { "id" : 7}"#, Some("id")),
            (r#"{"na-me": 7}"#, Some("na-me")),
            (r#"{"\u0069d": 7}"#, None),
            (r#"{"i"#, None),
            ("{}", None),
            (r#"["id"]"#, None),
        ] {
            assert_eq!(first_key(json.as_bytes()), key.map(str::as_bytes), "{json}");
        }
        assert!(!is_undescribed::<Thing>(br#"{"\u0069d": 7}"#), "an escaped name is found by the whole look");
    }

    #[test]
    fn a_type_that_keeps_every_member_knows_them_all() {
        let json = br#"{"error": "nope"}"#;
        assert!(!is_undescribed::<Open>(json) && !is_undescribed::<Value>(json) && !is_undescribed::<Vec<Thing>>(json));
    }
}
