//! The type [`RegisterPatientBodyWithEmailLastName`].

/// Field `last_name` of `RegisterPatientBodyWithEmail`.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithEmailLastName(String);

impl ::std::fmt::Debug for RegisterPatientBodyWithEmailLastName {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientBodyWithEmailLastName")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for RegisterPatientBodyWithEmailLastName {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<RegisterPatientBodyWithEmailLastName> for String {
    #[inline]
    fn from(value: RegisterPatientBodyWithEmailLastName) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientBodyWithEmailLastName {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientBodyWithEmailLastName {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientBodyWithEmailLastName {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientBodyWithEmailLastName {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: ::serde::Deserializer<'de>,
    {
        String::deserialize(deserializer)?
            .parse()
            .map_err(|e: crate::ConversionError| {
                <D::Error as ::serde::de::Error>::custom(e.to_string())
            })
    }
}
