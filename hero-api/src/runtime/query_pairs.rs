//! The query pairs of a parameter that is written as plain values are.

use std::fmt;

use reqwest::Url;
use serde::{
    Serialize, Serializer,
    ser::{Error, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple},
};

use crate::runtime::style::plain_text;

/// Adds the pairs of a value to a URL: a list repeats the name, a map or an object is a pair for each member, and null adds
/// nothing.
///
/// # Errors
///
/// A list in a list, or another shape that OpenAPI gives no form.
pub(crate) fn append<T: Serialize + ?Sized>(url: &mut Url, name: &str, value: &T) -> Result<(), Unwritable> {
    value.serialize(Pairs { url, name, is_part: false })
}

/// Why a parameter has no pairs. It says nothing of the value.
#[derive(Debug)]
pub(crate) struct Unwritable;

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value cannot be written into a query")
    }
}

impl std::error::Error for Unwritable {}

impl Error for Unwritable {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self
    }
}

struct Pairs<'a> {
    url: &'a mut Url,
    name: &'a str,
    /// Whether the value is in a list or an object.
    is_part: bool,
}

impl<'a> Pairs<'a> {
    fn add(self, text: &str) {
        self.url.query_pairs_mut().append_pair(self.name, text);
    }

    fn parts(self) -> Result<Parts<'a>, Unwritable> {
        let Self { url, name, is_part } = self;
        if is_part { Err(Unwritable) } else { Ok(Parts { url, name, key: String::new() }) }
    }
}

/// Scalars that are written as Rust prints them.
macro_rules! scalars {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<(), Unwritable> {
            self.add(&value.to_string());
            Ok(())
        })*
    };
}

/// Scalars that are written as JSON has them: `1.0`.
macro_rules! floats {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<(), Unwritable> {
            self.add(&serde_json::to_string(&value).map_err(|_| Unwritable)?);
            Ok(())
        })*
    };
}

impl<'a> Serializer for Pairs<'a> {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Parts<'a>;
    type SerializeTuple = Parts<'a>;
    type SerializeTupleStruct = Impossible<(), Unwritable>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = Parts<'a>;
    type SerializeStruct = Parts<'a>;
    type SerializeStructVariant = Impossible<(), Unwritable>;

    scalars! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_char: char
    }

    floats! { serialize_f32: f32, serialize_f64: f64 }

    fn serialize_str(self, text: &str) -> Result<(), Unwritable> {
        self.add(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unwritable> {
        Err(Unwritable)
    }

    fn serialize_none(self) -> Result<(), Unwritable> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritable> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritable> {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unwritable> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unwritable> {
        Err(Unwritable)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'a>, Unwritable> {
        self.parts()
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'a>, Unwritable> {
        self.parts()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'a>, Unwritable> {
        self.parts()
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'a>, Unwritable> {
        self.parts()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(Unwritable)
    }
}

/// The items of a list, which all have the name of the parameter, or the members of an object, which have their own.
struct Parts<'a> {
    url: &'a mut Url,
    name: &'a str,
    key: String,
}

impl SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(Pairs { url: self.url, name: self.name, is_part: true })
    }

    fn end(self) -> Result<(), Unwritable> {
        Ok(())
    }
}

impl SerializeTuple for Parts<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Unwritable> {
        Ok(())
    }
}

impl SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritable> {
        self.key = plain_text(&serde_json::to_value(key).map_err(|_| Unwritable)?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(Pairs { url: self.url, name: &self.key, is_part: true })
    }

    fn end(self) -> Result<(), Unwritable> {
        Ok(())
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unwritable> {
        value.serialize(Pairs { url: self.url, name: key, is_part: true })
    }

    fn end(self) -> Result<(), Unwritable> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn query<T: Serialize>(value: T) -> Option<String> {
        let mut url = Url::parse("https://example.test/x").ok()?;
        append(&mut url, "a b", &value).ok()?;
        Some(url.query().unwrap_or_default().to_owned())
    }

    #[derive(Serialize)]
    struct Newtype(&'static str);

    #[derive(Serialize)]
    enum Order {
        #[serde(rename = "up & down")]
        Both,
    }

    #[derive(Serialize)]
    struct Filter {
        from: Option<u8>,
        to: Option<u8>,
    }

    #[test]
    fn a_scalar_is_one_pair() {
        assert_eq!(query("x&y").as_deref(), Some("a+b=x%26y"));
        assert_eq!(query(Some(Newtype("é"))).as_deref(), Some("a+b=%C3%A9"));
        assert_eq!(query(Order::Both).as_deref(), Some("a+b=up+%26+down"));
        assert_eq!(
            [query(-7_i64), query(true), query(1.0_f64)].map(Option::unwrap_or_default),
            ["a+b=-7", "a+b=true", "a+b=1.0"]
        );
    }

    #[test]
    fn null_adds_nothing() {
        assert_eq!(query(None::<String>).as_deref(), Some(""));
        assert_eq!(query(Vec::<String>::new()).as_deref(), Some(""));
    }

    #[test]
    fn a_list_repeats_its_name() {
        assert_eq!(query(Some(vec![1, 2])).as_deref(), Some("a+b=1&a+b=2"));
        assert_eq!(query([Some("x"), None]).as_deref(), Some("a+b=x"));
    }

    #[test]
    fn members_have_names_of_their_own() {
        assert_eq!(query(BTreeMap::from([("k", "v"), ("l", "w")])).as_deref(), Some("k=v&l=w"));
        assert_eq!(query(Filter { from: Some(1), to: None }).as_deref(), Some("from=1"));
    }

    #[test]
    fn a_list_in_a_list_has_no_form() {
        assert!(query(vec![vec![1]]).is_none() && query(BTreeMap::from([("k", vec![1])])).is_none());
    }
}
