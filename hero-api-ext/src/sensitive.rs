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
