use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};

use crate::runtime::redacted;

/// A field of an update: leave it as it is, clear it, or set it.
///
/// An update sends only the fields that change. "Leave it" and "clear it" are two things, and an `Option` cannot tell them
/// apart.
///
/// Setters of updates take anything that converts: a value, an `Option` (`None` clears), or a `Patch`. Texts may be `&str`. A
/// type with rules of its own, such as a date, is converted first: `Patch::Value("2026-01-31".parse()?)`.
///
/// # Examples
///
/// ```
#[doc = concat!("use ", env!("CARGO_CRATE_NAME"), "::Patch;")]
///
/// fn note<T: TryInto<Patch<String>>>(note: T) -> Option<Patch<String>> {
///     note.try_into().ok()
/// }
///
/// assert_eq!(note("call back"), Some(Patch::Value("call back".to_owned())));
/// assert_eq!(note(None::<String>), Some(Patch::Null));
/// assert_eq!(note(Patch::Absent), Some(Patch::Absent));
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Patch<T> {
    /// The field is not sent and stays as it is.
    #[default]
    Absent,
    /// The field is sent as `null`, which clears it.
    Null,
    /// The field is set to this value.
    Value(T),
}

impl<T> Patch<T> {
    /// Whether the field is left as it is.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the field is cleared.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether the field is set to a value.
    #[must_use]
    pub const fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// The value, if the field is set to one.
    #[must_use]
    pub const fn as_option(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// As [`as_option`](Self::as_option), by value.
    #[must_use]
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Changes the value, if the field is set to one.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(change(value)),
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `None` clears the field. To leave it as it is, do not call the setter.
impl<T> From<Option<T>> for Patch<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl From<&str> for Patch<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

/// `None` clears the field. To leave it as it is, do not call the setter.
impl From<Option<&str>> for Patch<String> {
    fn from(value: Option<&str>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            // Writing `null` here would clear the field on the server.
            Self::Absent => Err(ser::Error::custom("an absent field must be skipped")),
            Self::Null => serializer.serialize_none(),
            Self::Value(value) => serializer.serialize_some(value),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::from)
    }
}

impl<T: fmt::Debug> fmt::Debug for Patch<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => f.write_str("Absent"),
            Self::Null => f.write_str("Null"),
            Self::Value(value) => f.debug_tuple("Value").field(&redacted::of(value)).finish(),
        }
    }
}

#[cfg(feature = "schemars")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Patch<T> {
    fn inline_schema() -> bool {
        Option::<T>::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        Option::<T>::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        Option::<T>::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Option::<T>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Update {
        #[serde(default, skip_serializing_if = "Patch::is_absent")]
        note: Patch<String>,
    }

    fn update<T: TryInto<Patch<String>>>(note: T) -> Update
    where
        T::Error: fmt::Display,
    {
        Update { note: note.try_into().unwrap_or_default() }
    }

    #[test]
    fn absent_null_and_value_round_trip() -> Result<(), serde_json::Error> {
        for (note, json) in [
            (Patch::Absent, "{}"),
            (Patch::Null, r#"{"note":null}"#),
            (Patch::Value("text".to_owned()), r#"{"note":"text"}"#),
        ] {
            let update = Update { note };
            assert_eq!(serde_json::to_string(&update)?, json);
            assert_eq!(serde_json::from_str::<Update>(json)?, update);
        }
        Ok(())
    }

    #[test]
    fn an_absent_field_that_is_not_skipped_fails() {
        assert!(serde_json::to_string(&[Patch::<u8>::Absent]).is_err());
    }

    #[test]
    fn setters_take_values_options_and_patches() {
        let text = Patch::Value("text".to_owned());
        assert_eq!(update("text").note, text);
        assert_eq!(update("text".to_owned()).note, text);
        assert_eq!(update(Some("text")).note, text);
        assert_eq!(update(Some("text".to_owned())).note, text);
        assert_eq!(update(None::<String>).note, Patch::Null);
        assert_eq!(update(Patch::Null).note, Patch::Null);
        assert_eq!(update(Patch::Absent).note, Patch::Absent);
        assert_eq!(Patch::from(7).map(|value| value + 1).as_option(), Some(&8));
    }

    #[test]
    #[cfg(not(debug_shows_personal_data))]
    fn debug_shows_the_state_and_no_value() {
        assert_eq!(format!("{:?}", update("marker")), "Update { note: Value([redacted]) }");
        assert_eq!(format!("{:?}", update(None::<String>)), "Update { note: Null }");
    }

    #[test]
    #[cfg(feature = "schemars")]
    fn the_schema_allows_null() {
        assert_eq!(schemars::schema_for!(Patch<String>), schemars::schema_for!(Option<String>));
    }
}
