//! Whether a response has anything that the description names.

use std::fmt;

use serde::{
    Deserializer,
    de::{IgnoredAny, MapAccess, Visitor},
};

/// Whether `json` is an object with members, none of which is one of `fields`. Without `fields`, it is described.
///
/// Where every field is optional, `{"error": …}` would decode as a value without fields. An object without members says
/// nothing else, so it is not meant.
pub(crate) fn is_undescribed(json: &[u8], fields: &[&str]) -> bool {
    let is_first = |key: &[u8]| fields.iter().any(|field| field.as_bytes() == key);
    if fields.is_empty() || first_key(json).is_some_and(is_first) {
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

/// Looks through the members of an object until it finds one of `fields`.
struct Members<'a> {
    fields: &'a [&'a str],
    is_empty: bool,
    is_known: bool,
}

impl<'de> Visitor<'de> for &mut Members<'_> {
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
struct IsOneOf<'a>(&'a [&'a str]);

impl<'de> serde::de::DeserializeSeed<'de> for IsOneOf<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for IsOneOf<'_> {
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
    use crate::runtime::response::decode;

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

    fn is_refused<T: serde::de::DeserializeOwned + 'static>(json: &str) -> bool {
        decode::<T>(json.as_bytes())
            .is_err_and(|mismatch| mismatch.to_string().contains("none of the described fields"))
    }

    #[test]
    fn an_object_without_a_described_field_is_noticed() {
        for json in [r#"{"error": "nope"}"#, r#"{"error": {"id": 7}, "status": [1]}"#] {
            assert!(is_refused::<Thing>(json) && is_refused::<Option<Box<Wrapper>>>(json), "{json}");
        }
        for json in [r#"{"error": "nope", "id": null}"#, r#"{"na-me": "x"}"#, "{}", "null", "[]", "7", "{"] {
            assert!(!is_refused::<Thing>(json), "{json}");
        }
    }

    #[test]
    fn only_the_outermost_object_is_looked_at() {
        for json in [r#"[{"error": "nope"}]"#, "[]"] {
            assert!(!is_refused::<Vec<Thing>>(json) && decode::<Vec<Thing>>(json.as_bytes()).is_ok(), "{json}");
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
        assert!(!is_refused::<Thing>(r#"{"\u0069d": "7"}"#), "an escaped name is found by the whole look");
    }

    #[test]
    fn a_type_that_keeps_every_member_knows_them_all() {
        let json = r#"{"error": "nope"}"#;
        assert!(decode::<Open>(json.as_bytes()).is_ok() && decode::<Value>(json.as_bytes()).is_ok());
    }
}
