//! The type [`RegisterPatientBodyWithMobileLastName`].

/// Field `last_name` of `RegisterPatientBodyWithMobile`.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithMobileLastName(String);

impl ::std::fmt::Debug for RegisterPatientBodyWithMobileLastName {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientBodyWithMobileLastName")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for RegisterPatientBodyWithMobileLastName {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<RegisterPatientBodyWithMobileLastName> for String {
    #[inline]
    fn from(value: RegisterPatientBodyWithMobileLastName) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientBodyWithMobileLastName {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientBodyWithMobileLastName {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientBodyWithMobileLastName {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientBodyWithMobileLastName {
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
