use std::{borrow::Cow, error::Error, fmt};

use crate::runtime::{Patch, scrub_message::scrub_message};

/// Why a type refuses a value: a string does not match its pattern, or a builder lacks a required field.
///
/// The text names the rule and the field, never the value.
#[derive(Clone, Eq, PartialEq)]
pub struct ConversionError(Cow<'static, str>);

impl Error for ConversionError {}

impl fmt::Display for ConversionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ConversionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl From<&'static str> for ConversionError {
    fn from(text: &'static str) -> Self {
        Self(text.into())
    }
}

impl From<String> for ConversionError {
    fn from(text: String) -> Self {
        // Builders pass on the message of a setter, which may quote the value.
        Self(scrub_message(&text).into())
    }
}

/// What a setter stores: the converted value, or why it was refused.
pub(crate) fn required<V, T>(name: &str, value: V) -> Result<T, String>
where
    V: TryInto<T>,
    V::Error: fmt::Display,
{
    value.try_into().map_err(|error| format!("error converting supplied value for {name}: {error}"))
}

/// As [`required`], for an optional field.
pub(crate) fn optional<V, T>(name: &str, value: Option<V>) -> Result<Option<T>, String>
where
    V: TryInto<T>,
    V::Error: fmt::Display,
{
    value.map(|value| required(name, value)).transpose()
}

/// As [`required`], for a field that can be cleared.
pub(crate) fn patch<V, T>(name: &str, value: V) -> Result<Patch<T>, String>
where
    V: TryInto<T>,
    V::Error: fmt::Display,
{
    required(name, value).map(Patch::Value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_value_is_withheld() {
        let error = ConversionError::from("error converting supplied value for name: marker is no name".to_owned());
        assert!(!format!("{error} {error:?}").contains("marker"));
        assert!(error.to_string().contains("name"));
    }
}
