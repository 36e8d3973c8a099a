//! What `createPharmacy` sends and returns.

/// Request body of `createPharmacy`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreatePharmacyBody {
    pub email: String,
    pub mobile: String,
    pub name: String,
    pub prescriber_id: CreatePharmacyBodyPrescriberId,
}

impl ::std::fmt::Debug for CreatePharmacyBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreatePharmacyBody")
            .field("email", &crate::runtime::redacted::of(&self.email))
            .field("mobile", &crate::runtime::redacted::of(&self.mobile))
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("prescriber_id", &self.prescriber_id)
            .finish()
    }
}

impl CreatePharmacyBody {
    /// A builder of [`CreatePharmacyBody`] in which nothing is set.
    pub fn builder() -> builder::CreatePharmacyBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CreatePharmacyBody
}

/// Field `prescriber_id` of `CreatePharmacyBody`.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreatePharmacyBodyPrescriberId(String);

impl ::std::fmt::Debug for CreatePharmacyBodyPrescriberId {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("CreatePharmacyBodyPrescriberId").field(&self.0).finish()
    }
}

impl ::std::ops::Deref for CreatePharmacyBodyPrescriberId {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<CreatePharmacyBodyPrescriberId> for String {
    #[inline]
    fn from(value: CreatePharmacyBodyPrescriberId) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for CreatePharmacyBodyPrescriberId {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(||
        { ::regress::Regex::new("^\\d+$").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"^\\d+$\"".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for CreatePharmacyBodyPrescriberId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for CreatePharmacyBodyPrescriberId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for CreatePharmacyBodyPrescriberId {
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

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`CreatePharmacyBody`](crate::types::CreatePharmacyBody).
    #[derive(Clone)]
    pub struct CreatePharmacyBody {
        email: Result<String, crate::ConversionError>,
        mobile: Result<String, crate::ConversionError>,
        name: Result<String, crate::ConversionError>,
        prescriber_id: Result<
            super::CreatePharmacyBodyPrescriberId,
            crate::ConversionError,
        >,
    }
    impl Default for CreatePharmacyBody {
        #[inline]
        fn default() -> Self {
            Self {
                email: Err("no value supplied for email".into()),
                mobile: Err("no value supplied for mobile".into()),
                name: Err("no value supplied for name".into()),
                prescriber_id: Err("no value supplied for prescriber_id".into()),
            }
        }
    }
    impl CreatePharmacyBody {
        /// Sets `email`.
        pub fn email(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.email = crate::runtime::conversion::required("email", value);
            self
        }
        /// Sets `mobile`.
        pub fn mobile(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.mobile = crate::runtime::conversion::required("mobile", value);
            self
        }
        /// Sets `name`.
        pub fn name(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.name = crate::runtime::conversion::required("name", value);
            self
        }
        /// Sets `prescriber_id`.
        pub fn prescriber_id(
            mut self,
            value: impl TryInto<
                super::CreatePharmacyBodyPrescriberId,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.prescriber_id = crate::runtime::conversion::required(
                "prescriber_id",
                value,
            );
            self
        }
    }
    impl TryFrom<CreatePharmacyBody> for super::CreatePharmacyBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(value: CreatePharmacyBody) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                email: value.email?,
                mobile: value.mobile?,
                name: value.name?,
                prescriber_id: value.prescriber_id?,
            })
        }
    }
    impl From<super::CreatePharmacyBody> for CreatePharmacyBody {
        #[inline]
        fn from(value: super::CreatePharmacyBody) -> Self {
            Self {
                email: Ok(value.email),
                mobile: Ok(value.mobile),
                name: Ok(value.name),
                prescriber_id: Ok(value.prescriber_id),
            }
        }
    }
}
