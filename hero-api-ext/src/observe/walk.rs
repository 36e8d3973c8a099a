//! Reads a body beside its shape, without keeping any of it.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{
    Difference,
    ledger::{Channel, NodeId, Room, Seen, Step, expected},
    names,
    shapes::{Format, Shape, Shapes, types},
};

/// Of a list, this many items are looked at; the others are counted.
pub const MOST_ITEMS: usize = 64;

/// What a body is held against, and where differences are counted.
pub(super) struct Session<'a> {
    pub(super) shapes: &'a Shapes,
    pub(super) channel: &'a mut Channel,
    pub(super) room: &'a Room,
    pub(super) technical_values: bool,
    pub(super) open_objects: bool,
    /// How many items the list has that a page is: the body itself, or its field `data`.
    pub(super) items: usize,
}

impl Session<'_> {
    /// Holds a body against a shape.
    ///
    /// # Errors
    ///
    /// The body is not JSON. What was counted up to there stays.
    pub(super) fn body(&mut self, body: &[u8], shape: u32) -> Result<(), serde_json::Error> {
        let node = self.channel.root(shape);
        let mut deserializer = serde_json::Deserializer::from_slice(body);
        Value { session: self, node, shape, depth: 0 }.deserialize(&mut deserializer)?;
        deserializer.end()
    }

    fn count(&mut self, node: NodeId, shape: &Shape, seen: &Seen<'_>) {
        self.channel.count(self.room, node, seen, || match seen.kind {
            Difference::UnknownField => "nothing".to_owned(),
            Difference::OtherFormat => match shape.format {
                Some(Format::Date) => "date".to_owned(),
                Some(Format::DateTime) => "date-time".to_owned(),
                None => "string".to_owned(),
            },
            Difference::Missing => {
                let property = shape.property(seen.name).and_then(|index| shape.properties.get(index));
                property.map_or_else(|| "any".to_owned(), |property| expected(self.shapes.get(property.shape)))
            }
            _ => expected(shape),
        });
    }
}

struct Value<'s, 'a> {
    session: &'s mut Session<'a>,
    node: NodeId,
    shape: u32,
    depth: u8,
}

impl Value<'_, '_> {
    fn shape(&self) -> &Shape {
        self.session.shapes.get(self.shape)
    }

    /// Whether the type is one that the description has; counts it when it is not.
    fn fits(&mut self, found: u8) -> bool {
        let shapes = self.session.shapes;
        let shape = shapes.get(self.shape);
        if shape.types & found != 0 {
            return true;
        }
        let kind = if found == types::NULL { Difference::Null } else { Difference::OtherType };
        self.session.count(self.node, shape, &Seen::new(kind, "", name(found)));
        false
    }
}

/// The name of one type.
fn name(found: u8) -> &'static str {
    match found {
        types::NULL => "null",
        types::BOOLEAN => "boolean",
        types::INTEGER => "integer",
        types::FRACTION => "number",
        types::STRING => "string",
        types::ARRAY => "array",
        _ => "object",
    }
}

impl<'de> DeserializeSeed<'de> for Value<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.session.channel.value_seen(self.node);
        if self.shape().is_any() && self.depth > 1 {
            return deserializer.deserialize_ignored_any(IgnoredAny).map(drop);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(mut self) -> Result<(), E> {
        self.fits(types::NULL);
        Ok(())
    }

    fn visit_bool<E: Error>(mut self, _: bool) -> Result<(), E> {
        self.fits(types::BOOLEAN);
        Ok(())
    }

    fn visit_u64<E: Error>(mut self, _: u64) -> Result<(), E> {
        self.fits(types::INTEGER);
        Ok(())
    }

    fn visit_i64<E: Error>(mut self, _: i64) -> Result<(), E> {
        self.fits(types::INTEGER);
        Ok(())
    }

    fn visit_f64<E: Error>(mut self, value: f64) -> Result<(), E> {
        // To JSON Schema, 1.0 is an integer.
        self.fits(if value.fract() == 0.0 { types::INTEGER } else { types::FRACTION });
        Ok(())
    }

    fn visit_str<E: Error>(mut self, text: &str) -> Result<(), E> {
        if !self.fits(types::STRING) {
            return Ok(());
        }
        let shapes = self.session.shapes;
        let shape = shapes.get(self.shape);
        if let Some(format) = shape.format {
            let found = text_format(text);
            let wanted = if format == Format::Date { "date" } else { "date-time" };
            if found != wanted {
                self.session.count(self.node, shape, &Seen::new(Difference::OtherFormat, "", found));
            }
        }
        if let Some(values) = &shape.values
            && values.binary_search_by(|known| known.as_str().cmp(text)).is_err()
        {
            let may_be_kept = shape.technical && self.session.technical_values;
            let value = may_be_kept.then(|| names::technical_value(text)).flatten();
            let seen = Seen { value, ..Seen::new(Difference::UnknownValue, "", "string") };
            self.session.count(self.node, shape, &seen);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let is_page = self.depth < 2;
        let mut items = 0;
        let shapes = self.session.shapes;
        let shape = shapes.get(self.shape);
        if self.fits(types::ARRAY)
            && let Some(inner) = shape.items
            && let Some(node) = self.session.channel.below(self.session.room, self.node, shape, Step::Items, inner)
        {
            let depth = self.depth + 1;
            while items < MOST_ITEMS
                && list.next_element_seed(Value { session: self.session, node, shape: inner, depth })?.is_some()
            {
                items += 1;
            }
        }
        while list.next_element::<IgnoredAny>()?.is_some() {
            items += 1;
        }
        if is_page {
            self.session.items = self.session.items.max(items);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let shapes = self.session.shapes;
        let shape = shapes.get(self.shape);
        if !self.fits(types::OBJECT) {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(());
        }
        let depth = self.depth + 1;
        let mut has = FieldSet::default();
        let names_fields = !shape.open || self.session.open_objects;
        while let Some(key) = map.next_key_seed(Key { shape, is_told: names_fields && shape.map.is_none() })? {
            let (step, inner) = match key {
                Found::Field(index) => {
                    has.insert(index);
                    (Step::Field(index), shape.properties.get(index).map(|property| property.shape))
                }
                Found::Data => (Step::Value, shape.map),
                Found::Unknown(name) => {
                    let found = map.next_value_seed(TypeOf)?;
                    self.session.count(self.node, shape, &Seen::new(Difference::UnknownField, &name, found));
                    continue;
                }
            };
            let node = inner.and_then(|inner| {
                let node = self.session.channel.below(self.session.room, self.node, shape, step, inner)?;
                Some((node, inner))
            });
            match node {
                Some((node, shape)) => map.next_value_seed(Value { session: self.session, node, shape, depth })?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        self.session.channel.object_seen(self.node, shape, |index| has.contains(index));
        for (index, property) in shape.properties.iter().enumerate() {
            if property.required && !has.contains(index) {
                self.session.count(self.node, shape, &Seen::new(Difference::Missing, &property.name, "nothing"));
            }
        }
        Ok(())
    }
}

/// Which fields an object has.
#[derive(Default)]
struct FieldSet {
    first: u64,
    more: Vec<u64>,
}

impl FieldSet {
    fn insert(&mut self, index: usize) {
        let (word, bit) = (index / 64, 1 << (index % 64));
        if word == 0 {
            self.first |= bit;
        } else {
            self.more.resize(self.more.len().max(word), 0);
            if let Some(place) = self.more.get_mut(word - 1) {
                *place |= bit;
            }
        }
    }

    fn contains(&self, index: usize) -> bool {
        let (word, bit) = (index / 64, 1 << (index % 64));
        let bits = if word == 0 { self.first } else { self.more.get(word - 1).copied().unwrap_or_default() };
        bits & bit != 0
    }
}

/// What a key is.
enum Found {
    Field(usize),
    /// A key of a map, or one that is not looked at.
    Data,
    Unknown(Box<str>),
}

struct Key<'s> {
    shape: &'s Shape,
    is_told: bool,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Found, E> {
        Ok(match self.shape.property(key) {
            Some(index) => Found::Field(index),
            None if self.is_told => Found::Unknown(names::field_name(key).unwrap_or("*").into()),
            None => Found::Data,
        })
    }
}

/// The type of a value, and nothing else of it.
pub(super) struct TypeOf;

impl<'de> DeserializeSeed<'de> for TypeOf {
    type Value = &'static str;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'static str, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TypeOf {
    type Value = &'static str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok("null")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok("boolean")
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        Ok("integer")
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok("integer")
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok("number")
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
        Ok("string")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok("array")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok("object")
    }
}

/// `date`, `date-time` or `string`: what a text looks like by the places of its digits.
fn text_format(text: &str) -> &'static str {
    let bytes = text.as_bytes();
    let fits = |pattern: &[u8], bytes: &[u8]| {
        let same = |(wanted, byte): (&u8, &u8)| match wanted {
            b'0' => byte.is_ascii_digit(),
            b'T' => b"Tt ".contains(byte),
            wanted => wanted == byte,
        };
        pattern.len() == bytes.len() && pattern.iter().zip(bytes).all(same)
    };
    match bytes.split_at_checked(10) {
        Some((date, [])) if fits(b"0000-00-00", date) => "date",
        Some((date, time)) if fits(b"0000-00-00", date) && fits(b"T00:00", time.get(..6).unwrap_or_default()) => {
            "date-time"
        }
        _ => "string",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_for_a_date_or_a_time() {
        for (text, format) in [
            ("2024-01-31", "date"),
            ("2024-01-31T09:30:00Z", "date-time"),
            ("2024-01-31 09:30", "date-time"),
            ("31/01/2024", "string"),
            ("2024-01-31T", "string"),
            ("", "string"),
            ("éééééééééééééé", "string"),
        ] {
            assert_eq!(text_format(text), format, "{text}");
        }
    }

    #[test]
    fn a_set_of_fields_has_no_end() {
        let mut fields = FieldSet::default();
        for index in [0, 63, 64, 200] {
            assert!(!fields.contains(index));
            fields.insert(index);
            assert!(fields.contains(index));
        }
        assert!(!fields.contains(65) && !fields.contains(1_000));
    }
}
