//! What every type that holds personal data has in common: it prints as redacted.

/// Gives a type `Debug` and `Display` that hide its value, and the conversions from text that its `FromStr` allows.
macro_rules! sensitive {
    ($name:ident) => {
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(concat!(stringify!($name), "([redacted])"))
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str("[redacted]")
            }
        }

        $crate::sensitive::from_text!($name);
    };
}

/// The conversions from text that a type's `FromStr` allows.
macro_rules! from_text {
    ($name:ident) => {
        impl TryFrom<&str> for $name {
            type Error = $crate::Error;

            fn try_from(text: &str) -> Result<Self, $crate::Error> {
                text.parse()
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::Error;

            fn try_from(text: String) -> Result<Self, $crate::Error> {
                text.parse()
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <::std::borrow::Cow<'de, str> as ::serde::Deserialize<'de>>::deserialize(deserializer)?;
                text.parse().map_err(::serde::de::Error::custom)
            }
        }
    };
}

/// Lets a type be written as the text that it is read from.
macro_rules! serialize_text {
    ($name:ident, $text:ident) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.$text())
            }
        }
    };
}

pub(crate) use {from_text, sensitive, serialize_text};

#[cfg(test)]
mod tests {
    use std::{fmt::Debug, str::FromStr};

    use serde::{Serialize, de::DeserializeOwned};

    use crate::{EmailAddress, Error, Id, NhsNumber, PatientId, PhoneNumber, SnomedCode};

    /// Writes an input as JSON, reads it back, and returns what was written.
    fn written<T: FromStr<Err = Error> + Serialize + DeserializeOwned + PartialEq + Debug>(text: &str) -> String {
        let input: T = text.parse().unwrap();
        let json = serde_json::to_string(&input).unwrap();
        assert!(serde_json::from_str::<T>(&json).is_ok_and(|read| read == input), "{text}");
        json
    }

    #[test]
    fn inputs_are_written_as_they_are_read() {
        assert_eq!(written::<NhsNumber>("943 476 5919"), r#""9434765919""#);
        assert_eq!(written::<PatientId>("007"), r#""007""#);
        assert_eq!(written::<PhoneNumber>("+447700900123"), r#""+447700900123""#);
        assert_eq!(written::<EmailAddress>("ann@example.test"), r#""ann@example.test""#);
        assert_eq!(written::<SnomedCode>("271737000"), r#""271737000""#);
        assert_eq!(serde_json::to_string(&Id::from(7)).unwrap(), r#""7""#);
        assert_eq!(serde_json::from_str::<Id>(r#""7""#).unwrap(), Id::from("7"));
    }
}
