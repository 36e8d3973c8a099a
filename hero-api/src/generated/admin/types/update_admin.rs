//! What `updateAdmin` sends and returns.

/// Request body of `updateAdmin`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateAdminBody {
    #[serde(default, skip_serializing_if = "crate::Patch::is_absent")]
    pub external_prescriber_id: crate::Patch<UpdateAdminBodyExternalPrescriberId>,
    #[serde(default, skip_serializing_if = "crate::Patch::is_absent")]
    pub prescriber_details: crate::Patch<UpdateAdminBodyPrescriberDetails>,
}

impl ::std::fmt::Debug for UpdateAdminBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateAdminBody")
            .field("external_prescriber_id", &self.external_prescriber_id)
            .field("prescriber_details", &self.prescriber_details)
            .finish()
    }
}

impl UpdateAdminBody {
    /// A builder of [`UpdateAdminBody`] in which nothing is set.
    pub fn builder() -> builder::UpdateAdminBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::UpdateAdminBody
}

/// Field `external_prescriber_id` of `UpdateAdminBody`.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateAdminBodyExternalPrescriberId(String);

impl ::std::fmt::Debug for UpdateAdminBodyExternalPrescriberId {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("UpdateAdminBodyExternalPrescriberId").field(&self.0).finish()
    }
}

impl ::std::ops::Deref for UpdateAdminBodyExternalPrescriberId {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<UpdateAdminBodyExternalPrescriberId> for String {
    #[inline]
    fn from(value: UpdateAdminBodyExternalPrescriberId) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for UpdateAdminBodyExternalPrescriberId {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for UpdateAdminBodyExternalPrescriberId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for UpdateAdminBodyExternalPrescriberId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for UpdateAdminBodyExternalPrescriberId {
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

/// Field `prescriber_details` of `UpdateAdminBody`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateAdminBodyPrescriberDetails {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub registration_code: Option<String>,
}

impl ::std::fmt::Debug for UpdateAdminBodyPrescriberDetails {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateAdminBodyPrescriberDetails")
            .field("email", &crate::runtime::redacted::of(&self.email))
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field(
                "registration_code",
                &crate::runtime::redacted::of(&self.registration_code),
            )
            .finish()
    }
}

impl UpdateAdminBodyPrescriberDetails {
    /// A builder of [`UpdateAdminBodyPrescriberDetails`] in which nothing is set.
    pub fn builder() -> builder::UpdateAdminBodyPrescriberDetails {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::UpdateAdminBodyPrescriberDetails
}

/// Response of `updateAdmin`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateAdminResponse {
    pub admin_id: String,
}

impl ::std::fmt::Debug for UpdateAdminResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateAdminResponse").field("admin_id", &self.admin_id).finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`UpdateAdminBody`](crate::types::UpdateAdminBody).
    #[derive(Clone)]
    pub struct UpdateAdminBody {
        external_prescriber_id: Result<
            crate::Patch<super::UpdateAdminBodyExternalPrescriberId>,
            crate::ConversionError,
        >,
        prescriber_details: Result<
            crate::Patch<super::UpdateAdminBodyPrescriberDetails>,
            crate::ConversionError,
        >,
    }
    impl Default for UpdateAdminBody {
        #[inline]
        fn default() -> Self {
            Self {
                external_prescriber_id: Ok(Default::default()),
                prescriber_details: Ok(Default::default()),
            }
        }
    }
    impl UpdateAdminBody {
        /// Sets `external_prescriber_id`.
        pub fn external_prescriber_id(
            mut self,
            value: impl TryInto<
                super::UpdateAdminBodyExternalPrescriberId,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.external_prescriber_id = crate::runtime::conversion::patch(
                "external_prescriber_id",
                value,
            );
            self
        }
        /// Sends null for `external_prescriber_id`, which clears it.
        #[must_use]
        pub fn clear_external_prescriber_id(mut self) -> Self {
            self.external_prescriber_id = Ok(crate::Patch::Null);
            self
        }
        /// Sets `prescriber_details`.
        pub fn prescriber_details(
            mut self,
            value: impl TryInto<
                super::UpdateAdminBodyPrescriberDetails,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.prescriber_details = crate::runtime::conversion::patch(
                "prescriber_details",
                value,
            );
            self
        }
        /// Sends null for `prescriber_details`, which clears it.
        #[must_use]
        pub fn clear_prescriber_details(mut self) -> Self {
            self.prescriber_details = Ok(crate::Patch::Null);
            self
        }
    }
    impl TryFrom<UpdateAdminBody> for super::UpdateAdminBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(value: UpdateAdminBody) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                external_prescriber_id: value.external_prescriber_id?,
                prescriber_details: value.prescriber_details?,
            })
        }
    }
    impl From<super::UpdateAdminBody> for UpdateAdminBody {
        #[inline]
        fn from(value: super::UpdateAdminBody) -> Self {
            Self {
                external_prescriber_id: Ok(value.external_prescriber_id),
                prescriber_details: Ok(value.prescriber_details),
            }
        }
    }
    /// Builder of [`UpdateAdminBodyPrescriberDetails`](crate::types::UpdateAdminBodyPrescriberDetails).
    #[derive(Clone)]
    pub struct UpdateAdminBodyPrescriberDetails {
        email: Result<Option<String>, crate::ConversionError>,
        name: Result<Option<String>, crate::ConversionError>,
        registration_code: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for UpdateAdminBodyPrescriberDetails {
        #[inline]
        fn default() -> Self {
            Self {
                email: Ok(Default::default()),
                name: Ok(Default::default()),
                registration_code: Ok(Default::default()),
            }
        }
    }
    impl UpdateAdminBodyPrescriberDetails {
        /// Sets `email`.
        pub fn email(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.email = crate::runtime::conversion::optional("email", Some(value));
            self
        }
        /// Sets `email` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_email(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.email = crate::runtime::conversion::optional("email", value);
            self
        }
        /// Sets `name`.
        pub fn name(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.name = crate::runtime::conversion::optional("name", Some(value));
            self
        }
        /// Sets `name` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_name(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.name = crate::runtime::conversion::optional("name", value);
            self
        }
        /// Sets `registration_code`.
        pub fn registration_code(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.registration_code = crate::runtime::conversion::optional(
                "registration_code",
                Some(value),
            );
            self
        }
        /// Sets `registration_code` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_registration_code(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.registration_code = crate::runtime::conversion::optional(
                "registration_code",
                value,
            );
            self
        }
    }
    impl TryFrom<UpdateAdminBodyPrescriberDetails>
    for super::UpdateAdminBodyPrescriberDetails {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: UpdateAdminBodyPrescriberDetails,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                email: value.email?,
                name: value.name?,
                registration_code: value.registration_code?,
            })
        }
    }
    impl From<super::UpdateAdminBodyPrescriberDetails>
    for UpdateAdminBodyPrescriberDetails {
        #[inline]
        fn from(value: super::UpdateAdminBodyPrescriberDetails) -> Self {
            Self {
                email: Ok(value.email),
                name: Ok(value.name),
                registration_code: Ok(value.registration_code),
            }
        }
    }
}
