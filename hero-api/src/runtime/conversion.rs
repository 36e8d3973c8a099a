//! Conversions of the values that setters are given. For generated code.

use std::{
    any::Any,
    char::CharTryFromError,
    convert::Infallible,
    fmt::Display,
    net::AddrParseError,
    num::{ParseFloatError, ParseIntError, TryFromIntError},
    str::{FromStr, ParseBoolError},
};

use crate::runtime::{ConversionError, Patch};

/// What a setter stores: the converted value, or why it was refused.
pub(crate) fn required<V, T>(name: &'static str, value: V) -> Result<T, ConversionError>
where
    V: TryInto<T>,
    V::Error: Display + 'static,
{
    value.try_into().map_err(|error| refused(name, &error, &error))
}

/// As [`required`], for an optional field.
pub(crate) fn optional<V, T>(name: &'static str, value: Option<V>) -> Result<Option<T>, ConversionError>
where
    V: TryInto<T>,
    V::Error: Display + 'static,
{
    value.map(|value| required(name, value)).transpose()
}

/// As [`required`], for a field that can be cleared.
pub(crate) fn patch<V, T>(name: &'static str, value: V) -> Result<Patch<T>, ConversionError>
where
    V: TryInto<T>,
    V::Error: Display + 'static,
{
    required(name, value).map(Patch::Value)
}

/// The value of a type that a text is read as.
pub(crate) fn parsed<T>(name: &'static str, text: &str) -> Result<T, ConversionError>
where
    T: FromStr<Err: Display + 'static>,
{
    text.parse().map_err(|error| refused(name, &error, &error))
}

/// Names the field. The text of the error is kept only if it is known to hold no value: a caller may pass a type of its own
/// that converts, with an error that quotes the value. It is not generic, so it is compiled once: `error` and `text` are the same.
#[cold]
fn refused(name: &'static str, error: &dyn Any, text: &dyn Display) -> ConversionError {
    if holds_no_value(error) {
        ConversionError::new(format!("{name}: {text}"))
    } else {
        ConversionError::new(format!("{name}: the value was refused (reason withheld, it may quote the value)"))
    }
}

fn holds_no_value(error: &dyn Any) -> bool {
    error.is::<ConversionError>()
        || error.is::<Infallible>()
        || error.is::<ParseIntError>()
        || error.is::<ParseFloatError>()
        || error.is::<ParseBoolError>()
        || error.is::<TryFromIntError>()
        || error.is::<CharTryFromError>()
        || error.is::<AddrParseError>()
        || error.is::<chrono::ParseError>()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A type of a caller, whose error quotes the value.
    struct Quoting;

    impl TryFrom<Quoting> for String {
        type Error = String;

        fn try_from(_: Quoting) -> Result<Self, String> {
            Err("marker is no name".to_owned())
        }
    }

    fn text<T>(result: Result<T, ConversionError>) -> String {
        result.map_or_else(|error| format!("{error} {error:?}"), |_| "accepted".to_owned())
    }

    #[test]
    fn an_error_of_the_caller_is_withheld() {
        let text = text(required::<_, String>("name", Quoting));
        assert!(!text.contains("marker"), "{text}");
        assert!(text.starts_with("name: the value was refused"), "{text}");
    }

    #[test]
    fn an_error_without_a_value_is_kept() {
        assert!(text(required::<_, u8>("count", 300_i64)).starts_with("count: out of range integral type conversion"));
        let inner = required::<_, u8>("count", 300_i64).unwrap_err();
        let nested = refused("body", &inner, &inner).to_string();
        assert!(nested.starts_with("body: count: out of range"), "{nested}");
    }

    #[test]
    fn an_accepted_value_is_stored() {
        assert_eq!(required::<_, String>("name", "Ann").ok().as_deref(), Some("Ann"));
        assert_eq!(optional::<_, String>("name", None::<&str>).ok(), Some(None));
        assert_eq!(patch::<_, String>("name", "Ann").ok(), Some(Patch::Value("Ann".to_owned())));
    }
}
