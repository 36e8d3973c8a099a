use std::{borrow::Cow, error::Error, fmt};

/// Why a type refuses a value: a string does not match its pattern, or a builder lacks a required field.
///
/// The text names the rule and the field, never the value.
#[derive(Clone, Eq, PartialEq)]
pub struct ConversionError(Cow<'static, str>);

impl ConversionError {
    /// `text` must not hold a value that a caller passed.
    pub(crate) fn new(text: impl Into<Cow<'static, str>>) -> Self {
        Self(text.into())
    }
}

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

impl From<ConversionError> for Cow<'static, str> {
    fn from(error: ConversionError) -> Self {
        error.0
    }
}
