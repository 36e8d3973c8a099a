//! The type [`RegisterPatientBodyWithEmailNhsNumber`].

/// Field `nhs_number` of `RegisterPatientBodyWithEmail`.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithEmailNhsNumber(String);

impl ::std::fmt::Debug for RegisterPatientBodyWithEmailNhsNumber {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientBodyWithEmailNhsNumber")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for RegisterPatientBodyWithEmailNhsNumber {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<RegisterPatientBodyWithEmailNhsNumber> for String {
    #[inline]
    fn from(value: RegisterPatientBodyWithEmailNhsNumber) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientBodyWithEmailNhsNumber {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientBodyWithEmailNhsNumber {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientBodyWithEmailNhsNumber {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientBodyWithEmailNhsNumber {
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
