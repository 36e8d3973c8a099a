use std::rc::Rc;

use serde::{
    Deserializer,
    de::{Deserialize, DeserializeOwned, Error},
};
use serde_json::Value;

use crate::runtime::{decode_state::DecodeState, decoder::Decoder};

/// Decodes a union as the variant that its tags choose, or else as the one that knows most of the fields of a value. For
/// generated code.
///
/// serde takes the first variant that fits, and a variant without required fields fits every object. Its unknown fields would
/// be lost, and no later variant would ever be taken.
pub(crate) struct Alternatives<T> {
    value: Rc<Value>,
    /// What the tags say of the variant that is tried next.
    next: Choice,
    /// How well the best variant so far fits, and that variant.
    best: Option<(Fit, T)>,
}

/// What the value of a tag says of a variant.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Choice {
    Open,
    Chosen,
    Excluded,
}

/// Whether tags choose a variant, how many fields of the value it knows, and whether it takes every value as it is.
type Fit = (bool, usize, bool);

/// A union that is a variant of another one.
pub(crate) trait Union: Sized {
    /// Tries all variants but the one for unknown shapes: the outer union has one of its own.
    fn try_all(alternatives: Alternatives<Self>) -> Alternatives<Self>;
}

impl<T> Alternatives<T> {
    /// Buffers the value, so that several variants can be tried.
    pub(crate) fn of<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::new(Rc::new(Value::deserialize(deserializer)?)))
    }

    fn new(value: Rc<Value>) -> Self {
        Self { value, next: Choice::Open, best: None }
    }

    /// Says of the variant that is tried next that these values of a field choose it. A value without the field may be of any
    /// variant, unless the field is `required`.
    pub(crate) fn when(mut self, field: &str, values: &[&str], required: bool) -> Self {
        let tag = self.value.get(field).and_then(Value::as_str);
        self.next = match (tag, self.next) {
            (_, Choice::Excluded) => Choice::Excluded,
            (Some(tag), _) if values.contains(&tag) => Choice::Chosen,
            (None, next) if !required => next,
            _ => Choice::Excluded,
        };
        self
    }

    /// Tries an object with these fields, which keeps or ignores other fields. It fits when it knows a field of the value.
    pub(crate) fn or_fields<V: DeserializeOwned>(mut self, fields: &[&str], wrap: fn(V) -> T) -> Self {
        let known = self.value.as_object().map(|given| {
            let known = fields.iter().filter(|field| given.contains_key(**field)).count();
            (known, known > 0 || given.is_empty())
        });
        if let Some((known, true)) = known {
            self.or_scored(known, wrap)
        } else {
            self.next = Choice::Open;
            self
        }
    }

    /// Tries `V`, which ignores no part of the value.
    pub(crate) fn or<V: DeserializeOwned>(self, wrap: fn(V) -> T) -> Self {
        self.or_scored(0, wrap)
    }

    /// Tries the variants of a union.
    pub(crate) fn or_union<V: Union>(mut self, wrap: fn(V) -> T) -> Self {
        let choice = std::mem::replace(&mut self.next, Choice::Open);
        if choice == Choice::Excluded {
            return self;
        }
        if let Some(((chosen, known, exact), value)) = V::try_all(Alternatives::new(Rc::clone(&self.value))).best {
            let fit = (chosen || choice == Choice::Chosen, known, exact);
            if self.is_better(fit) {
                self.best = Some((fit, wrap(value)));
            }
        }
        self
    }

    fn or_scored<V: DeserializeOwned>(mut self, known: usize, wrap: fn(V) -> T) -> Self {
        let choice = std::mem::replace(&mut self.next, Choice::Open);
        let chosen = choice == Choice::Chosen;
        let state = DecodeState::default();
        if choice != Choice::Excluded
            && self.is_better((chosen, known, true))
            && let Ok(value) = V::deserialize(Decoder(&*self.value, &state))
        {
            // `Decoder` reads a number as a text, but a variant for numbers fits better.
            let fit = (chosen, known, !state.has_numbers_as_texts());
            if self.is_better(fit) {
                self.best = Some((fit, wrap(value)));
            }
        }
        self
    }

    /// Of two variants that fit equally well, the first one in the description wins.
    fn is_better(&self, fit: Fit) -> bool {
        self.best.as_ref().is_none_or(|(best, _)| fit > *best)
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
    fn a_number_is_text_where_nothing_else_fits() {
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

    #[derive(Debug, PartialEq)]
    enum Tagged {
        Person(Person),
        Member(Member),
        Other(Value),
    }

    impl Union for Tagged {
        fn try_all(alternatives: Alternatives<Self>) -> Alternatives<Self> {
            alternatives
                .when("kind", &["person", "Person"], true)
                .or_fields(&["kind", "name", "age"], Self::Person)
                .when("kind", &["member"], true)
                .or_fields(&["kind", "name", "number"], Self::Member)
        }
    }

    fn tagged(value: &Value) -> Result<Tagged, Error> {
        Tagged::try_all(Alternatives::of(value)?).or(Tagged::Other).decide("Tagged")
    }

    #[test]
    fn a_tag_chooses_before_fields_do() {
        let ann = || Person { name: Some("Ann".to_owned()), age: None };
        for (value, shape) in [
            (json!({"kind": "Person", "name": "Ann", "number": 7}), Tagged::Person(ann())),
            (
                json!({"kind": "member", "name": "Ann", "number": 7}),
                Tagged::Member(Member { name: "Ann".to_owned(), number: 7 }),
            ),
        ] {
            assert_eq!(tagged(&value).ok(), Some(shape), "{value}");
        }
        for value in [json!({"kind": "member", "name": "Ann"}), json!({"kind": "new"}), json!({"name": "Ann"})] {
            assert_eq!(tagged(&value).ok(), Some(Tagged::Other(value)));
        }
    }

    #[test]
    fn an_inner_union_takes_only_its_own_variants() {
        #[derive(Debug, PartialEq)]
        enum Outer {
            Inner(Tagged),
            Text(String),
            Other(Value),
        }

        let read = |value: &Value| {
            let shapes =
                Alternatives::of(value).map(|shapes| shapes.or_union(Outer::Inner).or(Outer::Text).or(Outer::Other));
            shapes.and_then(|shapes| shapes.decide::<Error>("Outer")).ok()
        };
        let ann = Tagged::Person(Person { name: Some("Ann".to_owned()), age: None });
        assert_eq!(read(&json!({"kind": "person", "name": "Ann"})), Some(Outer::Inner(ann)));
        assert_eq!(read(&json!("a text")), Some(Outer::Text("a text".to_owned())));
        assert_eq!(read(&json!({"kind": "new"})), Some(Outer::Other(json!({"kind": "new"}))));
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
