/// The trait implementations of an open enum.
///
/// The type has `as_str` and `From<&str>`, which the generator writes. `$unknown` is the variant that keeps unknown values.
macro_rules! open_enum {
    ($name:ident, $unknown:ident) => {
        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::std::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    // The server wrote it, so it may hold personal data.
                    Self::$unknown(value) => {
                        f.debug_tuple(stringify!($unknown)).field(&$crate::runtime::redacted::of(value)).finish()
                    }
                    known => f.write_str(known.as_str()),
                }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            #[inline]
            fn from_str(value: &str) -> Result<Self, Self::Err> {
                Ok(value.into())
            }
        }

        impl From<String> for $name {
            #[inline]
            fn from(value: String) -> Self {
                value.as_str().into()
            }
        }

        impl AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::runtime::open_enum_visitor::deserialize(deserializer)
            }
        }

        #[cfg(feature = "schemars")]
        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                ::schemars::json_schema!({ "type": "string" })
            }
        }
    };
}

pub(crate) use open_enum;

#[cfg(test)]
mod tests {
    #[derive(Clone, Eq, PartialEq)]
    enum Colour {
        Red,
        UnknownValue(String),
    }

    impl Colour {
        fn as_str(&self) -> &str {
            match self {
                Self::Red => "red",
                Self::UnknownValue(value) => value,
            }
        }
    }

    impl From<&str> for Colour {
        fn from(value: &str) -> Self {
            match value {
                "red" => Self::Red,
                other => Self::UnknownValue(other.to_owned()),
            }
        }
    }

    open_enum! { Colour, UnknownValue }

    #[test]
    fn an_unknown_value_survives_a_round_trip() -> Result<(), serde_json::Error> {
        for text in ["\"red\"", "\"ultramarine\""] {
            let colour: Colour = serde_json::from_str(text)?;
            assert_eq!(serde_json::to_string(&colour)?, text);
        }
        Ok(())
    }

    #[cfg(not(debug_shows_personal_data))]
    #[test]
    fn debug_shows_known_values_only() {
        assert_eq!(format!("{:?}", Colour::from("red")), "red");
        assert_eq!(format!("{:?}", Colour::from("marker")), "UnknownValue([redacted])");
    }
}
