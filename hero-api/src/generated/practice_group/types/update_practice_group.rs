//! What `updatePracticeGroup` sends and returns.

/// Request body of `updatePracticeGroup`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdatePracticeGroupBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address: Option<UpdatePracticeGroupBodyAddress>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: Option<String>,
    /// The prescription service in use. Only its first value is known.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub prescription_partner: Option<UpdatePracticeGroupBodyPrescriptionPartner>,
    /// The login at the prescription service.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub prescription_partner_credentials: Option<
        UpdatePracticeGroupBodyPrescriptionPartnerCredentials,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub prescription_partner_enabled: Option<bool>,
}

impl ::std::fmt::Debug for UpdatePracticeGroupBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdatePracticeGroupBody")
            .field("address", &self.address)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("prescription_partner", &self.prescription_partner)
            .field(
                "prescription_partner_credentials",
                &self.prescription_partner_credentials,
            )
            .field("prescription_partner_enabled", &self.prescription_partner_enabled)
            .finish()
    }
}

impl UpdatePracticeGroupBody {
    /// A builder of [`UpdatePracticeGroupBody`] in which nothing is set.
    pub fn builder() -> builder::UpdatePracticeGroupBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::UpdatePracticeGroupBody
}

/// Field `address` of `UpdatePracticeGroupBody`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdatePracticeGroupBodyAddress {
    /// The name is completed from its first two letters.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub country: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub county: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub line_1: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub line_2: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub line_3: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub postcode: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub town: Option<String>,
}

impl ::std::fmt::Debug for UpdatePracticeGroupBodyAddress {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdatePracticeGroupBodyAddress")
            .field("country", &crate::runtime::redacted::of(&self.country))
            .field("county", &crate::runtime::redacted::of(&self.county))
            .field("line_1", &crate::runtime::redacted::of(&self.line_1))
            .field("line_2", &crate::runtime::redacted::of(&self.line_2))
            .field("line_3", &crate::runtime::redacted::of(&self.line_3))
            .field("postcode", &crate::runtime::redacted::of(&self.postcode))
            .field("town", &crate::runtime::redacted::of(&self.town))
            .finish()
    }
}

impl UpdatePracticeGroupBodyAddress {
    /// A builder of [`UpdatePracticeGroupBodyAddress`] in which nothing is set.
    pub fn builder() -> builder::UpdatePracticeGroupBodyAddress {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::UpdatePracticeGroupBodyAddress
}

/// The prescription service in use. Only its first value is known.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum UpdatePracticeGroupBodyPrescriptionPartner {
    /// `signature_rx`
    SignatureRx,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl UpdatePracticeGroupBodyPrescriptionPartner {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::SignatureRx => "signature_rx",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for UpdatePracticeGroupBodyPrescriptionPartner {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "signature_rx" => Self::SignatureRx,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    UpdatePracticeGroupBodyPrescriptionPartner, UnknownValue
}

/// The login at the prescription service.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdatePracticeGroupBodyPrescriptionPartnerCredentials {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub password: Option<String>,
}

impl ::std::fmt::Debug for UpdatePracticeGroupBodyPrescriptionPartnerCredentials {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdatePracticeGroupBodyPrescriptionPartnerCredentials")
            .field("email", &crate::runtime::redacted::of(&self.email))
            .field("password", &crate::runtime::redacted::of(&self.password))
            .finish()
    }
}

impl UpdatePracticeGroupBodyPrescriptionPartnerCredentials {
    /// A builder of [`UpdatePracticeGroupBodyPrescriptionPartnerCredentials`] in which nothing is set.
    pub fn builder() -> builder::UpdatePracticeGroupBodyPrescriptionPartnerCredentials {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::UpdatePracticeGroupBodyPrescriptionPartnerCredentials
}

/// Response of `updatePracticeGroup`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdatePracticeGroupResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for UpdatePracticeGroupResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("UpdatePracticeGroupResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for UpdatePracticeGroupResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<UpdatePracticeGroupResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: UpdatePracticeGroupResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for UpdatePracticeGroupResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`UpdatePracticeGroupBody`](crate::types::UpdatePracticeGroupBody).
    #[derive(Clone)]
    pub struct UpdatePracticeGroupBody {
        address: Result<
            Option<super::UpdatePracticeGroupBodyAddress>,
            crate::ConversionError,
        >,
        name: Result<Option<String>, crate::ConversionError>,
        prescription_partner: Result<
            Option<super::UpdatePracticeGroupBodyPrescriptionPartner>,
            crate::ConversionError,
        >,
        prescription_partner_credentials: Result<
            Option<super::UpdatePracticeGroupBodyPrescriptionPartnerCredentials>,
            crate::ConversionError,
        >,
        prescription_partner_enabled: Result<Option<bool>, crate::ConversionError>,
    }
    impl Default for UpdatePracticeGroupBody {
        #[inline]
        fn default() -> Self {
            Self {
                address: Ok(Default::default()),
                name: Ok(Default::default()),
                prescription_partner: Ok(Default::default()),
                prescription_partner_credentials: Ok(Default::default()),
                prescription_partner_enabled: Ok(Default::default()),
            }
        }
    }
    impl UpdatePracticeGroupBody {
        /// Sets `address`.
        pub fn address(
            mut self,
            value: impl TryInto<
                super::UpdatePracticeGroupBodyAddress,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.address = crate::runtime::conversion::optional("address", Some(value));
            self
        }
        /// Sets `address` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_address(
            mut self,
            value: Option<
                impl TryInto<
                    super::UpdatePracticeGroupBodyAddress,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.address = crate::runtime::conversion::optional("address", value);
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
        /// Sets `prescription_partner`: The prescription service in use. Only its first value is known.
        pub fn prescription_partner(
            mut self,
            value: impl TryInto<
                super::UpdatePracticeGroupBodyPrescriptionPartner,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.prescription_partner = crate::runtime::conversion::optional(
                "prescription_partner",
                Some(value),
            );
            self
        }
        /// Sets `prescription_partner` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_prescription_partner(
            mut self,
            value: Option<
                impl TryInto<
                    super::UpdatePracticeGroupBodyPrescriptionPartner,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.prescription_partner = crate::runtime::conversion::optional(
                "prescription_partner",
                value,
            );
            self
        }
        /// Sets `prescription_partner_credentials`: The login at the prescription service.
        pub fn prescription_partner_credentials(
            mut self,
            value: impl TryInto<
                super::UpdatePracticeGroupBodyPrescriptionPartnerCredentials,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.prescription_partner_credentials = crate::runtime::conversion::optional(
                "prescription_partner_credentials",
                Some(value),
            );
            self
        }
        /// Sets `prescription_partner_credentials` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_prescription_partner_credentials(
            mut self,
            value: Option<
                impl TryInto<
                    super::UpdatePracticeGroupBodyPrescriptionPartnerCredentials,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.prescription_partner_credentials = crate::runtime::conversion::optional(
                "prescription_partner_credentials",
                value,
            );
            self
        }
        /// Sets `prescription_partner_enabled`.
        pub fn prescription_partner_enabled(
            mut self,
            value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.prescription_partner_enabled = crate::runtime::conversion::optional(
                "prescription_partner_enabled",
                Some(value),
            );
            self
        }
        /// Sets `prescription_partner_enabled` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_prescription_partner_enabled(
            mut self,
            value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.prescription_partner_enabled = crate::runtime::conversion::optional(
                "prescription_partner_enabled",
                value,
            );
            self
        }
    }
    impl TryFrom<UpdatePracticeGroupBody> for super::UpdatePracticeGroupBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: UpdatePracticeGroupBody,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                address: value.address?,
                name: value.name?,
                prescription_partner: value.prescription_partner?,
                prescription_partner_credentials: value
                    .prescription_partner_credentials?,
                prescription_partner_enabled: value.prescription_partner_enabled?,
            })
        }
    }
    impl From<super::UpdatePracticeGroupBody> for UpdatePracticeGroupBody {
        #[inline]
        fn from(value: super::UpdatePracticeGroupBody) -> Self {
            Self {
                address: Ok(value.address),
                name: Ok(value.name),
                prescription_partner: Ok(value.prescription_partner),
                prescription_partner_credentials: Ok(
                    value.prescription_partner_credentials,
                ),
                prescription_partner_enabled: Ok(value.prescription_partner_enabled),
            }
        }
    }
    /// Builder of [`UpdatePracticeGroupBodyAddress`](crate::types::UpdatePracticeGroupBodyAddress).
    #[derive(Clone)]
    pub struct UpdatePracticeGroupBodyAddress {
        country: Result<Option<String>, crate::ConversionError>,
        county: Result<Option<String>, crate::ConversionError>,
        line_1: Result<Option<String>, crate::ConversionError>,
        line_2: Result<Option<String>, crate::ConversionError>,
        line_3: Result<Option<String>, crate::ConversionError>,
        postcode: Result<Option<String>, crate::ConversionError>,
        town: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for UpdatePracticeGroupBodyAddress {
        #[inline]
        fn default() -> Self {
            Self {
                country: Ok(Default::default()),
                county: Ok(Default::default()),
                line_1: Ok(Default::default()),
                line_2: Ok(Default::default()),
                line_3: Ok(Default::default()),
                postcode: Ok(Default::default()),
                town: Ok(Default::default()),
            }
        }
    }
    impl UpdatePracticeGroupBodyAddress {
        /// Sets `country`: The name is completed from its first two letters.
        pub fn country(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.country = crate::runtime::conversion::optional("country", Some(value));
            self
        }
        /// Sets `country` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_country(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.country = crate::runtime::conversion::optional("country", value);
            self
        }
        /// Sets `county`.
        pub fn county(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.county = crate::runtime::conversion::optional("county", Some(value));
            self
        }
        /// Sets `county` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_county(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.county = crate::runtime::conversion::optional("county", value);
            self
        }
        /// Sets `line_1`.
        pub fn line_1(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.line_1 = crate::runtime::conversion::optional("line_1", Some(value));
            self
        }
        /// Sets `line_1` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_line_1(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.line_1 = crate::runtime::conversion::optional("line_1", value);
            self
        }
        /// Sets `line_2`.
        pub fn line_2(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.line_2 = crate::runtime::conversion::optional("line_2", Some(value));
            self
        }
        /// Sets `line_2` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_line_2(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.line_2 = crate::runtime::conversion::optional("line_2", value);
            self
        }
        /// Sets `line_3`.
        pub fn line_3(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.line_3 = crate::runtime::conversion::optional("line_3", Some(value));
            self
        }
        /// Sets `line_3` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_line_3(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.line_3 = crate::runtime::conversion::optional("line_3", value);
            self
        }
        /// Sets `postcode`.
        pub fn postcode(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.postcode = crate::runtime::conversion::optional(
                "postcode",
                Some(value),
            );
            self
        }
        /// Sets `postcode` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_postcode(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.postcode = crate::runtime::conversion::optional("postcode", value);
            self
        }
        /// Sets `town`.
        pub fn town(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.town = crate::runtime::conversion::optional("town", Some(value));
            self
        }
        /// Sets `town` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_town(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.town = crate::runtime::conversion::optional("town", value);
            self
        }
    }
    impl TryFrom<UpdatePracticeGroupBodyAddress>
    for super::UpdatePracticeGroupBodyAddress {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: UpdatePracticeGroupBodyAddress,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                country: value.country?,
                county: value.county?,
                line_1: value.line_1?,
                line_2: value.line_2?,
                line_3: value.line_3?,
                postcode: value.postcode?,
                town: value.town?,
            })
        }
    }
    impl From<super::UpdatePracticeGroupBodyAddress> for UpdatePracticeGroupBodyAddress {
        #[inline]
        fn from(value: super::UpdatePracticeGroupBodyAddress) -> Self {
            Self {
                country: Ok(value.country),
                county: Ok(value.county),
                line_1: Ok(value.line_1),
                line_2: Ok(value.line_2),
                line_3: Ok(value.line_3),
                postcode: Ok(value.postcode),
                town: Ok(value.town),
            }
        }
    }
    /// Builder of [`UpdatePracticeGroupBodyPrescriptionPartnerCredentials`](crate::types::UpdatePracticeGroupBodyPrescriptionPartnerCredentials).
    #[derive(Clone)]
    pub struct UpdatePracticeGroupBodyPrescriptionPartnerCredentials {
        email: Result<Option<String>, crate::ConversionError>,
        password: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for UpdatePracticeGroupBodyPrescriptionPartnerCredentials {
        #[inline]
        fn default() -> Self {
            Self {
                email: Ok(Default::default()),
                password: Ok(Default::default()),
            }
        }
    }
    impl UpdatePracticeGroupBodyPrescriptionPartnerCredentials {
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
        /// Sets `password`.
        pub fn password(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.password = crate::runtime::conversion::optional(
                "password",
                Some(value),
            );
            self
        }
        /// Sets `password` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_password(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.password = crate::runtime::conversion::optional("password", value);
            self
        }
    }
    impl TryFrom<UpdatePracticeGroupBodyPrescriptionPartnerCredentials>
    for super::UpdatePracticeGroupBodyPrescriptionPartnerCredentials {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: UpdatePracticeGroupBodyPrescriptionPartnerCredentials,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                email: value.email?,
                password: value.password?,
            })
        }
    }
    impl From<super::UpdatePracticeGroupBodyPrescriptionPartnerCredentials>
    for UpdatePracticeGroupBodyPrescriptionPartnerCredentials {
        #[inline]
        fn from(
            value: super::UpdatePracticeGroupBodyPrescriptionPartnerCredentials,
        ) -> Self {
            Self {
                email: Ok(value.email),
                password: Ok(value.password),
            }
        }
    }
}
