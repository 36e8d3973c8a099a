use serde::{
    Deserializer,
    de::{Deserialize, DeserializeOwned, Error},
};
use serde_json::Value;

/// Reads a value that may have one of several shapes as the one that recognises most of its fields. For generated code.
///
/// serde takes the first shape that fits, and a shape without required fields fits every object: what it does not know would
/// be lost, and a later shape, or the one for everything else, never be taken.
pub(crate) struct Alternatives<T> {
    value: Value,
    best: Option<(usize, T)>,
}

impl<T> Alternatives<T> {
    /// Takes the value in, to look at it more than once.
    pub(crate) fn of<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { value: Value::deserialize(deserializer)?, best: None })
    }

    /// An object with these fields, which passes over all others. It fits if it knows one of those given.
    pub(crate) fn or_fields<V: DeserializeOwned>(self, fields: &[&str], wrap: fn(V) -> T) -> Self {
        let Some(given) = self.value.as_object() else { return self };
        let known = fields.iter().filter(|field| given.contains_key(**field)).count();
        if known == 0 && !given.is_empty() {
            return self;
        }
        self.or_scored(known, wrap)
    }

    /// Whatever `V` takes, and none of it passed over.
    pub(crate) fn or<V: DeserializeOwned>(self, wrap: fn(V) -> T) -> Self {
        self.or_scored(0, wrap)
    }

    fn or_scored<V: DeserializeOwned>(mut self, known: usize, wrap: fn(V) -> T) -> Self {
        // Of two that know as much, the description names the more likely one first.
        let better = self.best.as_ref().is_none_or(|(best, _)| known > *best);
        if better && let Ok(value) = V::deserialize(&self.value) {
            self.best = Some((known, wrap(value)));
        }
        self
    }

    /// The shape that fits best.
    pub(crate) fn decide<E: Error>(self, name: &str) -> Result<T, E> {
        // The words of serde, which `Mismatch` knows.
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
    struct Patient {
        name: String,
        number: u32,
    }

    #[derive(Debug, PartialEq)]
    enum Shape {
        Person(Person),
        Patient(Patient),
        Flag(bool),
        Other(Value),
    }

    fn read(value: &Value) -> Result<Shape, Error> {
        Alternatives::of(value)?
            .or_fields(&["name", "age"], Shape::Person)
            .or_fields(&["name", "number"], Shape::Patient)
            .or(Shape::Flag)
            .or(Shape::Other)
            .decide("Shape")
    }

    #[test]
    fn the_shape_that_knows_most_is_taken() {
        let name = || "Ann".to_owned();
        for (value, shape) in [
            (json!({"name": "Ann"}), Shape::Person(Person { name: Some(name()), age: None })),
            (json!({"name": "Ann", "number": 7}), Shape::Patient(Patient { name: name(), number: 7 })),
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
    fn a_shape_that_knows_nothing_of_a_value_does_not_take_it() {
        for value in [json!({"later": 1}), json!(["Ann", 7]), json!(null), json!("text")] {
            assert_eq!(read(&value).ok(), Some(Shape::Other(value)));
        }
    }

    #[test]
    fn a_value_that_fits_nowhere_is_an_error_that_does_not_quote_it() {
        let error =
            Alternatives::of(&json!("marker")).and_then(|shapes| shapes.or(Shape::Flag).decide::<Error>("Shape"));
        assert_eq!(
            error.map_err(|error| error.to_string()),
            Err("data did not match any variant of untagged enum Shape".to_owned())
        );
    }
}
