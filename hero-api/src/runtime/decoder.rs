//! Reads JSON as servers write it, at every depth of a response.
//!
//! * An object is an object. serde also reads a struct from a list of values, field by field.
//! * A text may be a whole number: many servers write an id as `7` that the description calls a string.
//!
//! An internally tagged enum and a flattened field buffer their value inside of serde, so these rules end there.

use std::fmt;

use serde::{
    Deserializer,
    de::{DeserializeSeed, EnumAccess, Error, MapAccess, SeqAccess, Visitor},
};

use crate::runtime::{decode_path::Step, decode_state::DecodeState};

/// A deserializer with these rules around another one, or the visitor or seed of one.
pub(crate) struct Decoder<'s, T>(pub(crate) T, pub(crate) &'s DecodeState<'s>);

/// The parts of a list or an object. Each is counted against the time that is left, and the one that fails is noted.
struct Parts<'s, A> {
    access: A,
    state: &'s DecodeState<'s>,
    count: usize,
}

impl<'s, A> Parts<'s, A> {
    fn new(access: A, state: &'s DecodeState<'s>) -> Self {
        state.enter(&[]);
        Self { access, state, count: 0 }
    }
}

/// Methods that need neither rule: their values have no parts.
macro_rules! forward {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method(visitor)
        })*
    };
}

/// Methods whose values have parts, to which the rules apply in turn.
macro_rules! wrap {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {
        $(fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method($($argument,)* Decoder(visitor, self.1))
        })*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Decoder<'_, D> {
    type Error = D::Error;

    forward! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64 deserialize_char deserialize_bytes deserialize_byte_buf
        deserialize_unit deserialize_identifier deserialize_ignored_any
    }

    wrap! {
        deserialize_any()
        deserialize_option()
        deserialize_unit_struct(name: &'static str)
        deserialize_newtype_struct(name: &'static str)
        deserialize_seq()
        deserialize_tuple(len: usize)
        deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_map()
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Text(visitor, self.1))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Text(visitor, self.1))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.1.enter(fields);
        self.0.deserialize_map(Decoder(visitor, self.1))
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

/// Methods of a visitor whose values have no parts.
macro_rules! visit {
    ($($method:ident: $type:ty),*) => {
        $(fn $method<E: Error>(self, value: $type) -> Result<V::Value, E> {
            self.0.$method(value)
        })*
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Decoder<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    visit! {
        visit_bool: bool, visit_i64: i64, visit_i128: i128, visit_u64: u64, visit_u128: u128, visit_f64: f64,
        visit_str: &str, visit_borrowed_str: &'de str, visit_string: String,
        visit_bytes: &[u8], visit_borrowed_bytes: &'de [u8], visit_byte_buf: Vec<u8>
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(Decoder(deserializer, self.1))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.0.visit_newtype_struct(Decoder(deserializer, self.1))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Parts::new(list, self.1))
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Parts::new(object, self.1))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, value: A) -> Result<V::Value, A::Error> {
        self.0.visit_enum(value)
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Decoder<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Decoder(deserializer, self.1))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Parts<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.state.spend()?;
        let element = self.access.next_element_seed(Decoder(seed, self.state));
        if element.is_err() {
            self.state.fail_at(Step::Element(self.count));
        }
        self.count += 1;
        element
    }

    fn size_hint(&self) -> Option<usize> {
        self.access.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Parts<'_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let key = self.access.next_key_seed(seed);
        if key.is_err() {
            self.state.fail_at(Step::Key);
        }
        key
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.state.spend()?;
        let value = self.access.next_value_seed(Decoder(seed, self.state));
        if value.is_err() {
            self.state.fail_at(Step::Member(self.count));
        }
        self.count += 1;
        value
    }

    fn size_hint(&self) -> Option<usize> {
        self.access.size_hint()
    }
}

/// Gives the visitor of a text a whole number as its digits. Other values it refuses, as `V` would.
struct Text<'s, V>(V, &'s DecodeState<'s>);

impl<'de, V: Visitor<'de>> Visitor<'de> for Text<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        self.0.visit_str(text)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<V::Value, E> {
        self.0.visit_borrowed_str(text)
    }

    fn visit_string<E: Error>(self, text: String) -> Result<V::Value, E> {
        self.0.visit_string(text)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<V::Value, E> {
        self.1.read_number_as_text();
        self.0.visit_string(number.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<V::Value, E> {
        self.1.read_number_as_text();
        self.0.visit_string(number.to_string())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, de::DeserializeOwned};
    use serde_json::{Value, json};

    use super::*;

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(default)]
    struct Thing {
        id: String,
        parent: Option<Box<Thing>>,
        parts: Vec<Thing>,
        names: BTreeMap<String, Option<String>>,
        count: i64,
        rest: Value,
    }

    fn read<T: DeserializeOwned>(json: &Value) -> Result<T, String> {
        let text = json.to_string();
        let mut deserializer = serde_json::Deserializer::from_str(&text);
        T::deserialize(Decoder(&mut deserializer, &DecodeState::default())).map_err(|error| error.to_string())
    }

    #[test]
    fn a_text_may_be_a_whole_number_at_every_depth() {
        let thing: Thing = read(&json!({
            "id": 7, "parent": {"id": -8}, "parts": [{"id": 18_446_744_073_709_551_615_u64}], "names": {"a": 9, "b": null}
        }))
        .unwrap();
        assert_eq!(thing.id, "7");
        assert_eq!(thing.parent.unwrap().id, "-8");
        assert_eq!(thing.parts[0].id, "18446744073709551615");
        assert_eq!(thing.names["a"].as_deref(), Some("9"));
        assert_eq!(thing.names["b"], None);
    }

    #[test]
    fn a_text_is_no_other_value() {
        for other in [json!(1.5), json!(true), json!(null), json!(["7"]), json!({"id": "7"})] {
            let error = read::<String>(&other).unwrap_err();
            assert!(error.contains("expected a string"), "{other}: {error}");
        }
    }

    #[test]
    fn a_struct_is_no_list_at_any_depth() {
        for list in [json!([]), json!(["7", null, [], {}, 1, null])] {
            for value in [list.clone(), json!({"parent": list}), json!({"parts": [list]})] {
                let error = read::<Thing>(&value).unwrap_err();
                assert!(error.contains("invalid type: sequence, expected struct Thing"), "{value}: {error}");
            }
        }
    }

    #[test]
    fn everything_else_is_read_as_serde_reads_it() {
        let json = json!({"id": "7", "parts": [{}, {"count": 3}], "rest": {"a": [1, "b", {"c": null}]}, "count": -1});
        assert_eq!(read::<Thing>(&json), Ok(Thing::deserialize(&json).unwrap()));
        assert!(read::<Thing>(&json!({"count": "1"})).is_err());
    }
}
