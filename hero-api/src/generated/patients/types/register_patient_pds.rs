//! What `registerPatientPds` sends and returns.

/// Request body of `registerPatientPds`.
#[derive(::serde::Serialize, Clone, PartialEq)]
#[serde(untagged)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum RegisterPatientPdsBody {
    NhsNumber(RegisterPatientPdsBodyByNhsNumber),
    Demographics(RegisterPatientPdsBodyByDemographics),
}

impl ::std::fmt::Debug for RegisterPatientPdsBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::NhsNumber(value) => {
                f.debug_tuple("RegisterPatientPdsBody::NhsNumber").field(value).finish()
            }
            Self::Demographics(value) => {
                f.debug_tuple("RegisterPatientPdsBody::Demographics")
                    .field(value)
                    .finish()
            }
        }
    }
}

impl From<RegisterPatientPdsBodyByNhsNumber> for RegisterPatientPdsBody {
    #[inline]
    fn from(value: RegisterPatientPdsBodyByNhsNumber) -> Self {
        Self::NhsNumber(value)
    }
}

impl From<RegisterPatientPdsBodyByDemographics> for RegisterPatientPdsBody {
    #[inline]
    fn from(value: RegisterPatientPdsBodyByDemographics) -> Self {
        Self::Demographics(value)
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientPdsBody {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        crate::runtime::alternatives::Alternatives::of(deserializer)?
            .or_fields(
                &["dob", "ehr_partner", "ehr_partner_id", "nhs_number"],
                Self::NhsNumber,
            )
            .or_fields(
                &[
                    "dob",
                    "ehr_partner",
                    "ehr_partner_id",
                    "forename",
                    "postcode",
                    "surname",
                ],
                Self::Demographics,
            )
            .decide("RegisterPatientPdsBody")
    }
}

/// Search by personal details.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientPdsBodyByDemographics {
    /// The date of birth. Its type is a date-time, but the samples send a plain date such as
    /// `1989-04-11`.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub dob: Option<::chrono::NaiveDate>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_partner: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_partner_id: Option<String>,
    pub forename: String,
    pub postcode: String,
    pub surname: String,
    #[serde(flatten)]
    pub extra: ::serde_json::Map<String, ::serde_json::Value>,
}

impl ::std::fmt::Debug for RegisterPatientPdsBodyByDemographics {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("RegisterPatientPdsBodyByDemographics")
            .field("dob", &crate::runtime::redacted::of(&self.dob))
            .field("ehr_partner", &crate::runtime::redacted::of(&self.ehr_partner))
            .field("ehr_partner_id", &crate::runtime::redacted::of(&self.ehr_partner_id))
            .field("forename", &crate::runtime::redacted::of(&self.forename))
            .field("postcode", &crate::runtime::redacted::of(&self.postcode))
            .field("surname", &crate::runtime::redacted::of(&self.surname))
            .field("extra", &crate::runtime::redacted::of(&self.extra))
            .finish()
    }
}

impl RegisterPatientPdsBodyByDemographics {
    /// A builder of [`RegisterPatientPdsBodyByDemographics`] in which nothing is set.
    pub fn builder() -> builder::RegisterPatientPdsBodyByDemographics {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::RegisterPatientPdsBodyByDemographics
}

/// Search by NHS number.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientPdsBodyByNhsNumber {
    /// The date of birth. Its type is a date-time, but the samples send a plain date such as
    /// `1989-04-11`.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub dob: Option<::chrono::NaiveDate>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_partner: Option<RegisterPatientPdsBodyByNhsNumberEhrPartner>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_partner_id: Option<RegisterPatientPdsBodyByNhsNumberEhrPartnerId>,
    /// A valid NHS number. A sample writes it with spaces (`123 456 7891`).
    pub nhs_number: String,
    #[serde(flatten)]
    pub extra: ::serde_json::Map<String, ::serde_json::Value>,
}

impl ::std::fmt::Debug for RegisterPatientPdsBodyByNhsNumber {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("RegisterPatientPdsBodyByNhsNumber")
            .field("dob", &crate::runtime::redacted::of(&self.dob))
            .field("ehr_partner", &self.ehr_partner)
            .field("ehr_partner_id", &self.ehr_partner_id)
            .field("nhs_number", &crate::runtime::redacted::of(&self.nhs_number))
            .field("extra", &crate::runtime::redacted::of(&self.extra))
            .finish()
    }
}

impl RegisterPatientPdsBodyByNhsNumber {
    /// A builder of [`RegisterPatientPdsBodyByNhsNumber`] in which nothing is set.
    pub fn builder() -> builder::RegisterPatientPdsBodyByNhsNumber {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::RegisterPatientPdsBodyByNhsNumber
}

/// Field `ehr_partner` of `RegisterPatientPdsBodyByNhsNumber`.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientPdsBodyByNhsNumberEhrPartner(String);

impl ::std::fmt::Debug for RegisterPatientPdsBodyByNhsNumberEhrPartner {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientPdsBodyByNhsNumberEhrPartner")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for RegisterPatientPdsBodyByNhsNumberEhrPartner {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<RegisterPatientPdsBodyByNhsNumberEhrPartner> for String {
    #[inline]
    fn from(value: RegisterPatientPdsBodyByNhsNumberEhrPartner) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientPdsBodyByNhsNumberEhrPartner {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientPdsBodyByNhsNumberEhrPartner {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientPdsBodyByNhsNumberEhrPartner {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientPdsBodyByNhsNumberEhrPartner {
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

/// Field `ehr_partner_id` of `RegisterPatientPdsBodyByNhsNumber`.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientPdsBodyByNhsNumberEhrPartnerId(String);

impl ::std::fmt::Debug for RegisterPatientPdsBodyByNhsNumberEhrPartnerId {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientPdsBodyByNhsNumberEhrPartnerId")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for RegisterPatientPdsBodyByNhsNumberEhrPartnerId {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<RegisterPatientPdsBodyByNhsNumberEhrPartnerId> for String {
    #[inline]
    fn from(value: RegisterPatientPdsBodyByNhsNumberEhrPartnerId) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientPdsBodyByNhsNumberEhrPartnerId {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientPdsBodyByNhsNumberEhrPartnerId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientPdsBodyByNhsNumberEhrPartnerId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientPdsBodyByNhsNumberEhrPartnerId {
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

/// Response of `registerPatientPds`.
#[derive(::serde::Serialize, Clone, PartialEq)]
#[serde(untagged)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum RegisterPatientPdsResponse {
    Registered(RegisterPatientPdsResponseRegistered),
    IdentityCheck(RegisterPatientPdsResponseIdentityCheck),
    Other(::serde_json::Value),
}

impl ::std::fmt::Debug for RegisterPatientPdsResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Registered(value) => {
                f.debug_tuple("RegisterPatientPdsResponse::Registered")
                    .field(value)
                    .finish()
            }
            Self::IdentityCheck(value) => {
                f.debug_tuple("RegisterPatientPdsResponse::IdentityCheck")
                    .field(value)
                    .finish()
            }
            Self::Other(value) => {
                f.debug_tuple("RegisterPatientPdsResponse::Other")
                    .field(&crate::runtime::redacted::of(value))
                    .finish()
            }
        }
    }
}

impl From<RegisterPatientPdsResponseRegistered> for RegisterPatientPdsResponse {
    #[inline]
    fn from(value: RegisterPatientPdsResponseRegistered) -> Self {
        Self::Registered(value)
    }
}

impl From<RegisterPatientPdsResponseIdentityCheck> for RegisterPatientPdsResponse {
    #[inline]
    fn from(value: RegisterPatientPdsResponseIdentityCheck) -> Self {
        Self::IdentityCheck(value)
    }
}

impl From<::serde_json::Value> for RegisterPatientPdsResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self::Other(value)
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientPdsResponse {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        crate::runtime::alternatives::Alternatives::of(deserializer)?
            .or_fields(&["patient_id"], Self::Registered)
            .or_fields(&["login_url", "message"], Self::IdentityCheck)
            .or(Self::Other)
            .decide("RegisterPatientPdsResponse")
    }
}

/// The person must prove their identity first.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientPdsResponseIdentityCheck {
    /// Where the person proves their identity.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub login_url: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: Option<String>,
    #[serde(flatten)]
    pub extra: ::serde_json::Map<String, ::serde_json::Value>,
}

impl ::std::fmt::Debug for RegisterPatientPdsResponseIdentityCheck {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("RegisterPatientPdsResponseIdentityCheck")
            .field("login_url", &crate::runtime::redacted::of(&self.login_url))
            .field("message", &crate::runtime::redacted::of(&self.message))
            .field("extra", &crate::runtime::redacted::of(&self.extra))
            .finish()
    }
}

/// The patient is known or has been created.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientPdsResponseRegistered {
    /// The id of the patient in Hero.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub patient_id: Option<String>,
    #[serde(flatten)]
    pub extra: ::serde_json::Map<String, ::serde_json::Value>,
}

impl ::std::fmt::Debug for RegisterPatientPdsResponseRegistered {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("RegisterPatientPdsResponseRegistered")
            .field("patient_id", &self.patient_id)
            .field("extra", &crate::runtime::redacted::of(&self.extra))
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`RegisterPatientPdsBodyByDemographics`](crate::types::RegisterPatientPdsBodyByDemographics).
    #[derive(Clone)]
    pub struct RegisterPatientPdsBodyByDemographics {
        dob: Result<Option<::chrono::NaiveDate>, crate::ConversionError>,
        ehr_partner: Result<Option<String>, crate::ConversionError>,
        ehr_partner_id: Result<Option<String>, crate::ConversionError>,
        forename: Result<String, crate::ConversionError>,
        postcode: Result<String, crate::ConversionError>,
        surname: Result<String, crate::ConversionError>,
        extra: Result<
            ::serde_json::Map<String, ::serde_json::Value>,
            crate::ConversionError,
        >,
    }
    impl Default for RegisterPatientPdsBodyByDemographics {
        #[inline]
        fn default() -> Self {
            Self {
                dob: Err("no value supplied for dob".into()),
                ehr_partner: Ok(Default::default()),
                ehr_partner_id: Ok(Default::default()),
                forename: Err("no value supplied for forename".into()),
                postcode: Err("no value supplied for postcode".into()),
                surname: Err("no value supplied for surname".into()),
                extra: Ok(Default::default()),
            }
        }
    }
    impl RegisterPatientPdsBodyByDemographics {
        /// Sets `dob`: The date of birth. Its type is a date-time, but the samples send a plain date such as
        /// `1989-04-11`.
        pub fn dob(
            mut self,
            value: impl TryInto<
                ::chrono::NaiveDate,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.dob = crate::runtime::conversion::optional("dob", Some(value));
            self
        }
        /// Sets `dob` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_dob(
            mut self,
            value: Option<
                impl TryInto<::chrono::NaiveDate, Error: ::std::fmt::Display + 'static>,
            >,
        ) -> Self {
            self.dob = crate::runtime::conversion::optional("dob", value);
            self
        }
        /// Sets `ehr_partner`.
        pub fn ehr_partner(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.ehr_partner = crate::runtime::conversion::optional(
                "ehr_partner",
                Some(value),
            );
            self
        }
        /// Sets `ehr_partner` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_ehr_partner(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.ehr_partner = crate::runtime::conversion::optional(
                "ehr_partner",
                value,
            );
            self
        }
        /// Sets `ehr_partner_id`.
        pub fn ehr_partner_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.ehr_partner_id = crate::runtime::conversion::optional(
                "ehr_partner_id",
                Some(value),
            );
            self
        }
        /// Sets `ehr_partner_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_ehr_partner_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.ehr_partner_id = crate::runtime::conversion::optional(
                "ehr_partner_id",
                value,
            );
            self
        }
        /// Sets `forename`.
        pub fn forename(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.forename = crate::runtime::conversion::required("forename", value);
            self
        }
        /// Sets `postcode`.
        pub fn postcode(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.postcode = crate::runtime::conversion::required("postcode", value);
            self
        }
        /// Sets `surname`.
        pub fn surname(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.surname = crate::runtime::conversion::required("surname", value);
            self
        }
        /// Sets `extra`.
        pub fn extra(
            mut self,
            value: impl TryInto<
                ::serde_json::Map<String, ::serde_json::Value>,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.extra = crate::runtime::conversion::required("extra", value);
            self
        }
    }
    impl TryFrom<RegisterPatientPdsBodyByDemographics>
    for super::RegisterPatientPdsBodyByDemographics {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: RegisterPatientPdsBodyByDemographics,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                dob: value.dob?,
                ehr_partner: value.ehr_partner?,
                ehr_partner_id: value.ehr_partner_id?,
                forename: value.forename?,
                postcode: value.postcode?,
                surname: value.surname?,
                extra: value.extra?,
            })
        }
    }
    impl From<super::RegisterPatientPdsBodyByDemographics>
    for RegisterPatientPdsBodyByDemographics {
        #[inline]
        fn from(value: super::RegisterPatientPdsBodyByDemographics) -> Self {
            Self {
                dob: Ok(value.dob),
                ehr_partner: Ok(value.ehr_partner),
                ehr_partner_id: Ok(value.ehr_partner_id),
                forename: Ok(value.forename),
                postcode: Ok(value.postcode),
                surname: Ok(value.surname),
                extra: Ok(value.extra),
            }
        }
    }
    /// Builder of [`RegisterPatientPdsBodyByNhsNumber`](crate::types::RegisterPatientPdsBodyByNhsNumber).
    #[derive(Clone)]
    pub struct RegisterPatientPdsBodyByNhsNumber {
        dob: Result<Option<::chrono::NaiveDate>, crate::ConversionError>,
        ehr_partner: Result<
            Option<super::RegisterPatientPdsBodyByNhsNumberEhrPartner>,
            crate::ConversionError,
        >,
        ehr_partner_id: Result<
            Option<super::RegisterPatientPdsBodyByNhsNumberEhrPartnerId>,
            crate::ConversionError,
        >,
        nhs_number: Result<String, crate::ConversionError>,
        extra: Result<
            ::serde_json::Map<String, ::serde_json::Value>,
            crate::ConversionError,
        >,
    }
    impl Default for RegisterPatientPdsBodyByNhsNumber {
        #[inline]
        fn default() -> Self {
            Self {
                dob: Err("no value supplied for dob".into()),
                ehr_partner: Ok(Default::default()),
                ehr_partner_id: Ok(Default::default()),
                nhs_number: Err("no value supplied for nhs_number".into()),
                extra: Ok(Default::default()),
            }
        }
    }
    impl RegisterPatientPdsBodyByNhsNumber {
        /// Sets `dob`: The date of birth. Its type is a date-time, but the samples send a plain date such as
        /// `1989-04-11`.
        pub fn dob(
            mut self,
            value: impl TryInto<
                ::chrono::NaiveDate,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.dob = crate::runtime::conversion::optional("dob", Some(value));
            self
        }
        /// Sets `dob` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_dob(
            mut self,
            value: Option<
                impl TryInto<::chrono::NaiveDate, Error: ::std::fmt::Display + 'static>,
            >,
        ) -> Self {
            self.dob = crate::runtime::conversion::optional("dob", value);
            self
        }
        /// Sets `ehr_partner`.
        pub fn ehr_partner(
            mut self,
            value: impl TryInto<
                super::RegisterPatientPdsBodyByNhsNumberEhrPartner,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.ehr_partner = crate::runtime::conversion::optional(
                "ehr_partner",
                Some(value),
            );
            self
        }
        /// Sets `ehr_partner` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_ehr_partner(
            mut self,
            value: Option<
                impl TryInto<
                    super::RegisterPatientPdsBodyByNhsNumberEhrPartner,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.ehr_partner = crate::runtime::conversion::optional(
                "ehr_partner",
                value,
            );
            self
        }
        /// Sets `ehr_partner_id`.
        pub fn ehr_partner_id(
            mut self,
            value: impl TryInto<
                super::RegisterPatientPdsBodyByNhsNumberEhrPartnerId,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.ehr_partner_id = crate::runtime::conversion::optional(
                "ehr_partner_id",
                Some(value),
            );
            self
        }
        /// Sets `ehr_partner_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_ehr_partner_id(
            mut self,
            value: Option<
                impl TryInto<
                    super::RegisterPatientPdsBodyByNhsNumberEhrPartnerId,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.ehr_partner_id = crate::runtime::conversion::optional(
                "ehr_partner_id",
                value,
            );
            self
        }
        /// Sets `nhs_number`: A valid NHS number. A sample writes it with spaces (`123 456 7891`).
        pub fn nhs_number(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.nhs_number = crate::runtime::conversion::required("nhs_number", value);
            self
        }
        /// Sets `extra`.
        pub fn extra(
            mut self,
            value: impl TryInto<
                ::serde_json::Map<String, ::serde_json::Value>,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.extra = crate::runtime::conversion::required("extra", value);
            self
        }
    }
    impl TryFrom<RegisterPatientPdsBodyByNhsNumber>
    for super::RegisterPatientPdsBodyByNhsNumber {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: RegisterPatientPdsBodyByNhsNumber,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                dob: value.dob?,
                ehr_partner: value.ehr_partner?,
                ehr_partner_id: value.ehr_partner_id?,
                nhs_number: value.nhs_number?,
                extra: value.extra?,
            })
        }
    }
    impl From<super::RegisterPatientPdsBodyByNhsNumber>
    for RegisterPatientPdsBodyByNhsNumber {
        #[inline]
        fn from(value: super::RegisterPatientPdsBodyByNhsNumber) -> Self {
            Self {
                dob: Ok(value.dob),
                ehr_partner: Ok(value.ehr_partner),
                ehr_partner_id: Ok(value.ehr_partner_id),
                nhs_number: Ok(value.nhs_number),
                extra: Ok(value.extra),
            }
        }
    }
}
