//! Where in a body decoding stopped: found in the JSON by the positions of the parts that failed.
//!
//! Keys are not kept while a body is decoded, since that would cost an allocation for each.

use std::fmt::{self, Write};

use serde::{
    Deserializer,
    de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

/// A step from a value to the part of it that failed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Step {
    /// An element of a list, counted from 0.
    Element(usize),
    /// The value of a member of an object, counted from 0.
    Member(usize),
    /// The next key of an object.
    Key,
}

/// `$.data[3].birth_date`. A key of a map can be personal data: a key that does not look like a field name is shown as `*`.
pub(crate) fn text(json: &[u8], steps: &[Step]) -> String {
    let mut text = String::from("$");
    // What is behind the part that failed need not be JSON, and is not read.
    let _ = Walk { steps, text: &mut text }.deserialize(&mut serde_json::Deserializer::from_slice(json));
    text
}

pub(crate) fn is_field_name(key: &str) -> bool {
    key.len() <= 64
        && key.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

/// Walks the steps that are left, and writes them down.
struct Walk<'a> {
    steps: &'a [Step],
    text: &'a mut String,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.steps.is_empty() { Ok(()) } else { deserializer.deserialize_any(self) }
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Some((Step::Element(index), steps)) = self.steps.split_first() else { return Ok(()) };
        // Writing to a string cannot fail.
        let _ = write!(self.text, "[{index}]");
        for _ in 0..*index {
            list.next_element::<IgnoredAny>()?;
        }
        list.next_element_seed(Walk { steps, text: self.text }).map(drop)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let (index, steps) = match self.steps.split_first() {
            Some((Step::Member(index), steps)) => (*index, steps),
            _ => (0, &[][..]),
        };
        for _ in 0..index {
            object.next_entry::<IgnoredAny, IgnoredAny>()?;
        }
        let key =
            if self.steps.first() == Some(&Step::Key) { None } else { object.next_key::<String>().ok().flatten() };
        self.text.push('.');
        self.text.push_str(key.as_deref().filter(|key| is_field_name(key)).unwrap_or("*"));
        if key.is_some() { object.next_value_seed(Walk { steps, text: self.text }) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_found_in_the_json() {
        let json = r#"{"data": [1, {"a": {}, "birth_date": "x", "N 943": [[]]}], "data": {"b": 2}}"#;
        for (steps, expected) in [
            (&[][..], "$"),
            (&[Step::Member(0), Step::Element(1), Step::Member(1)], "$.data[1].birth_date"),
            (&[Step::Member(0), Step::Element(1), Step::Member(2), Step::Element(0)], "$.data[1].*[0]"),
            (&[Step::Member(1), Step::Member(0)], "$.data.b"),
            (&[Step::Member(0), Step::Element(1), Step::Key], "$.data[1].*"),
        ] {
            assert_eq!(text(json.as_bytes(), steps), expected);
        }
    }

    #[test]
    fn a_path_ends_where_the_json_does() {
        for (json, steps, expected) in [
            (r#"[{"age": 1"#, &[Step::Element(0), Step::Key][..], "$[0].*"),
            (r#"[{"age" 1"#, &[Step::Element(0), Step::Member(0)], "$[0].age"),
            ("[1, 2 3", &[Step::Element(2)], "$[2]"),
            ("7", &[Step::Element(2), Step::Member(1)], "$"),
        ] {
            assert_eq!(text(json.as_bytes(), steps), expected, "{json}");
        }
    }
}
