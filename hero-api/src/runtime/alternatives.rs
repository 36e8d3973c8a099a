use serde::{
    Deserializer,
    de::{Deserialize, DeserializeOwned, Error},
};
use serde_json::Value;

use crate::runtime::{decode_limit::DecodeBudget, decoder::Decoder};

/// Decodes a union as the variant that knows most of the fields of a value. For generated code.
///
/// serde takes the first variant that fits, and a variant without required fields fits every object. Its unknown fields would
/// be lost, and no later variant would ever be taken.
pub(crate) struct Alternatives<T> {
    value: Value,
    /// How well the best variant so far fits: the fields that it knows, and whether it takes every value as it is.
    best: Option<((usize, bool), T)>,
}

impl<T> Alternatives<T> {
    /// Buffers the value, so that several variants can be tried.
    pub(crate) fn of<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { value: Value::deserialize(deserializer)?, best: None })
    }

    /// Tries an object with these fields, which ignores other fields. It fits when it knows a field of the value.
    pub(crate) fn or_fields<V: DeserializeOwned>(self, fields: &[&str], wrap: fn(V) -> T) -> Self {
        let Some(given) = self.value.as_object() else { return self };
        let known = fields.iter().filter(|field| given.contains_key(**field)).count();
        if known == 0 && !given.is_empty() {
            return self;
        }
        self.or_scored(known, wrap)
    }

    /// Tries `V`, which ignores no part of the value.
    pub(crate) fn or<V: DeserializeOwned>(self, wrap: fn(V) -> T) -> Self {
        self.or_scored(0, wrap)
    }

    fn or_scored<V: DeserializeOwned>(mut self, known: usize, wrap: fn(V) -> T) -> Self {
        // Of two variants that know as many fields, the first one in the description wins.
        let is_better = |fit| self.best.as_ref().is_none_or(|(best, _)| fit > *best);
        if is_better((known, true))
            && let Ok(value) = V::deserialize(Decoder(&self.value, &DecodeBudget::default()))
        {
            // `Decoder` reads a number as a text, but a variant for numbers fits better.
            let fit = (known, V::deserialize(&self.value).is_ok());
            if is_better(fit) {
                self.best = Some((fit, wrap(value)));
            }
        }
        self
    }

    /// The variant that fits best.
    pub(crate) fn decide<E: Error>(self, name: &str) -> Result<T, E> {
        // The message of serde, which `Mismatch` recognises.
        let none = || E::custom(format_args!("data did not match any variant of untagged enum {name}"));
        self.best.map(|(_, value)| value).ok_or_else(none)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::{Error, json};

    use super::*;

    #[derive(Debug, Default, Deserialize, PartialEq)]
    struct Person {
        name: Option<String>,
        age: Option<u8>,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    struct Member {
        name: String,
        number: u32,
    }

    #[derive(Debug, PartialEq)]
    enum Shape {
        Person(Person),
        Member(Member),
        Flag(bool),
        Other(Value),
    }

    fn read(value: &Value) -> Result<Shape, Error> {
        Alternatives::of(value)?
            .or_fields(&["name", "age"], Shape::Person)
            .or_fields(&["name", "number"], Shape::Member)
            .or(Shape::Flag)
            .or(Shape::Other)
            .decide("Shape")
    }

    #[test]
    fn the_variant_that_knows_most_fields_wins() {
        let name = || "Ann".to_owned();
        for (value, shape) in [
            (json!({"name": "Ann"}), Shape::Person(Person { name: Some(name()), age: None })),
            (json!({"name": "Ann", "number": 7}), Shape::Member(Member { name: name(), number: 7 })),
            (
                json!({"name": "Ann", "age": 7, "number": null}),
                Shape::Person(Person { name: Some(name()), age: Some(7) }),
            ),
            (json!({}), Shape::Person(Person::default())),
            (json!(true), Shape::Flag(true)),
        ] {
            assert_eq!(read(&value).ok(), Some(shape), "{value}");
        }
    }

    #[test]
    fn a_number_is_a_text_only_where_no_variant_takes_numbers() {
        #[derive(Debug, PartialEq)]
        enum Id {
            Text(String),
            Number(u8),
        }

        let read = |value: &Value| {
            let shapes = Alternatives::of(value).map(|shapes| shapes.or(Id::Text).or(Id::Number));
            shapes.and_then(|shapes| shapes.decide::<Error>("Id")).ok()
        };
        assert_eq!(read(&json!(7)), Some(Id::Number(7)));
        assert_eq!(read(&json!(300)), Some(Id::Text("300".to_owned())));
        assert_eq!(read(&json!("7")), Some(Id::Text("7".to_owned())));
    }

    #[test]
    fn a_variant_without_a_known_field_does_not_fit() {
        for value in [json!({"later": 1}), json!(["Ann", 7]), json!(null), json!("text")] {
            assert_eq!(read(&value).ok(), Some(Shape::Other(value)));
        }
    }

    #[test]
    fn an_unknown_shape_is_an_error_without_the_value() {
        let error =
            Alternatives::of(&json!("marker")).and_then(|shapes| shapes.or(Shape::Flag).decide::<Error>("Shape"));
        assert_eq!(
            error.map_err(|error| error.to_string()),
            Err("data did not match any variant of untagged enum Shape".to_owned())
        );
    }
}
