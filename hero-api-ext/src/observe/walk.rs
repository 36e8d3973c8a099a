//! Reads a body beside its shape, without keeping any of it.

use super::{
    Difference,
    field_set::FieldSet,
    ledger::{Channel, Follower, NodeId, Room, Seen, Step},
    names,
    scan::{NotJson, Scalar, Scanner, Text, Token},
    shapes::{Format, Shape, Shapes, types},
};

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

/// Where in a body and in its shape.
#[derive(Clone, Copy)]
struct Place<'a> {
    node: NodeId,
    shape: &'a Shape,
}

impl<'a> Session<'a> {
    /// Holds a body against a shape.
    ///
    /// # Errors
    ///
    /// The body is not JSON. What was counted up to there stays.
    pub(super) fn body(&mut self, body: &[u8], shape: u32) -> Result<(), NotJson> {
        let place = Place { node: self.channel.root(shape), shape: self.shapes.get(shape) };
        let mut scanner = Scanner::new(body);
        self.value(&mut scanner, place)?;
        scanner.end()
    }

    fn value(&mut self, scanner: &mut Scanner<'_>, place: Place<'a>) -> Result<(), NotJson> {
        self.channel.value_seen(place.node);
        if place.shape.is_any && scanner.depth() > 1 {
            return scanner.skip();
        }
        match scanner.token()? {
            Token::Object => self.object(scanner, place),
            Token::List => self.list(scanner, place),
            Token::Text => {
                let text = scanner.text()?;
                self.text(text, place)
            }
            Token::Scalar => {
                self.fits(
                    place,
                    match scanner.scalar()? {
                        Scalar::Null => types::NULL,
                        Scalar::Boolean => types::BOOLEAN,
                        // To JSON Schema, 1.0 is an integer.
                        Scalar::Integer | Scalar::Number { is_whole: true } => types::INTEGER,
                        Scalar::Number { is_whole: false } => types::FRACTION,
                    },
                );
                Ok(())
            }
        }
    }

    fn text(&mut self, text: Text<'_>, place: Place<'a>) -> Result<(), NotJson> {
        let Place { shape, .. } = place;
        if !self.fits(place, types::STRING) || (shape.format.is_none() && shape.values.is_none()) {
            return Ok(());
        }
        let text = text.read()?;
        if let Some(format) = shape.format {
            let found = text_format(&text);
            let wanted = if format == Format::Date { "date" } else { "date-time" };
            if found != wanted {
                self.count(place, &Seen::new(Difference::OtherFormat, "", found));
            }
        }
        if let Some(values) = &shape.values
            && !self.channel.is_value(place.node, values, &text)
        {
            let may_be_kept = shape.technical && self.technical_values;
            let value = may_be_kept.then(|| names::technical_value(&text)).flatten();
            self.count(place, &Seen { value, ..Seen::new(Difference::UnknownValue, "", "string") });
        }
        Ok(())
    }

    fn list(&mut self, scanner: &mut Scanner<'_>, place: Place<'a>) -> Result<(), NotJson> {
        let is_page = scanner.depth() < 2;
        let is_list = self.fits(place, types::ARRAY);
        let inner = place.shape.items.filter(|_| is_list).and_then(|inner| self.below(place, Step::Items, inner));
        let mut items = 0;
        scanner.open()?;
        while scanner.has_next(b']', items == 0)? {
            match inner {
                Some(inner) => self.value(scanner, inner)?,
                None => scanner.skip()?,
            }
            items += 1;
        }
        if is_page {
            self.items = self.items.max(items);
        }
        Ok(())
    }

    fn object(&mut self, scanner: &mut Scanner<'_>, place: Place<'a>) -> Result<(), NotJson> {
        let Place { node, shape } = place;
        if !self.fits(place, types::OBJECT) {
            return scanner.skip();
        }
        let mut has = FieldSet::new();
        let (mut is_first, mut last) = (true, None);
        scanner.open()?;
        loop {
            // Servers write the fields of all objects in the same order, so what followed the last time is tried first.
            if let Some(follower) = self.channel.follower(node, last)
                && let Some(field) = shape.properties.get(follower.field)
                && scanner.take_member(&field.start, is_first)
            {
                is_first = false;
                last = Some(follower.field);
                has.insert(follower.field);
                self.value(scanner, Place { node: follower.node, shape: self.shapes.get(follower.shape) })?;
                continue;
            }
            if !scanner.has_next(b'}', is_first)? {
                break;
            }
            is_first = false;
            let key = scanner.key()?.read()?;
            let inner = if let Some(index) = shape.property(&key) {
                has.insert(index);
                let after = last.replace(index);
                shape.properties.get(index).and_then(|field| self.field(place, after, index, field.shape))
            } else if let Some(inner) = shape.map {
                self.below(place, Step::Value, inner)
            } else if shape.open && !self.open_objects {
                None
            } else {
                let found = type_of(scanner)?;
                let name = names::field_name(&key).unwrap_or("*");
                self.count(place, &Seen::new(Difference::UnknownField, name, found));
                continue;
            };
            match inner {
                Some(inner) => self.value(scanner, inner)?,
                None => scanner.skip()?,
            }
        }
        self.channel.object_seen(node, shape, &has);
        if !has.contains_all(&shape.required) {
            for (index, property) in shape.properties.iter().enumerate() {
                if shape.required.contains(index) && !has.contains(index) {
                    self.count(place, &Seen::new(Difference::Missing, &property.name, "nothing"));
                }
            }
        }
        Ok(())
    }

    /// The place of a field, which is looked for after the same one the next time.
    fn field(&mut self, place: Place<'a>, after: Option<usize>, field: usize, shape: u32) -> Option<Place<'a>> {
        let inner = self.below(place, Step::Field(field), shape)?;
        self.channel.follows(place.node, place.shape, after, Follower { field, node: inner.node, shape });
        Some(inner)
    }

    fn below(&mut self, Place { node, shape }: Place<'a>, step: Step, inner: u32) -> Option<Place<'a>> {
        let node = self.channel.below(self.room, node, shape, step, inner)?;
        Some(Place { node, shape: self.shapes.get(inner) })
    }

    /// Whether the type is one that the description has; counts it when it is not.
    fn fits(&mut self, place: Place<'a>, found: u8) -> bool {
        if place.shape.types & found != 0 {
            return true;
        }
        let kind = if found == types::NULL { Difference::Null } else { Difference::OtherType };
        self.count(place, &Seen::new(kind, "", types::name(found)));
        false
    }

    fn count(&mut self, Place { node, shape }: Place<'a>, seen: &Seen<'_>) {
        self.channel.count(self.room, node, seen, || match seen.kind {
            Difference::UnknownField => "nothing".to_owned(),
            Difference::OtherFormat => match shape.format {
                Some(Format::Date) => "date".to_owned(),
                Some(Format::DateTime) => "date-time".to_owned(),
                None => "string".to_owned(),
            },
            Difference::Missing => {
                let property = shape.property(seen.name).and_then(|index| shape.properties.get(index));
                property.map_or_else(|| "any".to_owned(), |property| types::text(self.shapes.get(property.shape).types))
            }
            _ => types::text(shape.types),
        });
    }
}

/// The type of the value that comes next, and nothing else of it.
pub(super) fn type_of(scanner: &mut Scanner<'_>) -> Result<&'static str, NotJson> {
    let name = match scanner.token()? {
        Token::Object => "object",
        Token::List => "array",
        Token::Text => "string",
        Token::Scalar => {
            return Ok(match scanner.scalar()? {
                Scalar::Null => "null",
                Scalar::Boolean => "boolean",
                Scalar::Integer => "integer",
                Scalar::Number { .. } => "number",
            });
        }
    };
    scanner.skip()?;
    Ok(name)
}

/// `date`, `date-time` or `string`: what a text looks like by the places of its digits.
fn text_format(text: &str) -> &'static str {
    let bytes = text.as_bytes();
    let has = |pattern: &[u8], from: usize| {
        let bytes = bytes.get(from..from + pattern.len()).unwrap_or_default();
        bytes.len() == pattern.len()
            && pattern.iter().zip(bytes).all(|(wanted, byte)| match wanted {
                b'0' => byte.is_ascii_digit(),
                wanted => wanted == byte,
            })
    };
    if !has(b"0000-00-00", 0) {
        return "string";
    }
    match bytes.get(10) {
        None => "date",
        Some(b'T' | b't' | b' ') if has(b"00:00", 11) => "date-time",
        Some(_) => "string",
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
}
