//! The types [`RegisterPatientBody`], [`RegisterPatientBodyWithEmail`], [`RegisterPatientBodyWithEmailDob`], [`RegisterPatientBodyWithEmailEmail`], [`RegisterPatientBodyWithEmailFirstName`], [`RegisterPatientBodyWithEmailLastName`], [`RegisterPatientBodyWithEmailNhsNumber`], [`RegisterPatientBodyWithMobile`], [`RegisterPatientBodyWithMobileDob`], [`RegisterPatientBodyWithMobileFirstName`], [`RegisterPatientBodyWithMobileLastName`], [`RegisterPatientBodyWithMobileMobile`], [`RegisterPatientBodyWithMobileNhsNumber`], [`RegisterPatientResponse`].
use crate::types::{Sex, Title};

/// Request body of `registerPatient`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(untagged)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum RegisterPatientBody {
    Mobile(RegisterPatientBodyWithMobile),
    Email(RegisterPatientBodyWithEmail),
}

impl ::std::fmt::Debug for RegisterPatientBody {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Mobile(value) => {
                f.debug_tuple("RegisterPatientBody::Mobile").field(value).finish()
            }
            Self::Email(value) => {
                f.debug_tuple("RegisterPatientBody::Email").field(value).finish()
            }
        }
    }
}

impl From<RegisterPatientBodyWithMobile> for RegisterPatientBody {
    fn from(value: RegisterPatientBodyWithMobile) -> Self {
        Self::Mobile(value)
    }
}

impl From<RegisterPatientBodyWithEmail> for RegisterPatientBody {
    fn from(value: RegisterPatientBodyWithEmail) -> Self {
        Self::Email(value)
    }
}

/// With an email address; a mobile number is optional. All of this form is inferred.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithEmail {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address_line_1: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address_line_2: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address_line_3: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub country: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub county: Option<String>,
    /// Free text here, unlike in the answers that hold a patient.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data_source: Option<String>,
    pub dob: RegisterPatientBodyWithEmailDob,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_partner_id: Option<String>,
    pub email: RegisterPatientBodyWithEmailEmail,
    pub first_name: RegisterPatientBodyWithEmailFirstName,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub landline: Option<String>,
    pub last_name: RegisterPatientBodyWithEmailLastName,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mobile: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nhs_number: Option<RegisterPatientBodyWithEmailNhsNumber>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub postcode: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sex: Option<Sex>,
    /// One of the titles. An older copy of the page has the list without the empty string.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: Option<Title>,
}

impl ::std::fmt::Debug for RegisterPatientBodyWithEmail {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("RegisterPatientBodyWithEmail")
            .field("address_line_1", &crate::redacted::of(&self.address_line_1))
            .field("address_line_2", &crate::redacted::of(&self.address_line_2))
            .field("address_line_3", &crate::redacted::of(&self.address_line_3))
            .field("country", &crate::redacted::of(&self.country))
            .field("county", &crate::redacted::of(&self.county))
            .field("data_source", &crate::redacted::of(&self.data_source))
            .field("dob", &self.dob)
            .field("ehr_partner_id", &crate::redacted::of(&self.ehr_partner_id))
            .field("email", &self.email)
            .field("first_name", &self.first_name)
            .field("landline", &crate::redacted::of(&self.landline))
            .field("last_name", &self.last_name)
            .field("mobile", &crate::redacted::of(&self.mobile))
            .field("nhs_number", &self.nhs_number)
            .field("postcode", &crate::redacted::of(&self.postcode))
            .field("sex", &self.sex)
            .field("title", &self.title)
            .finish()
    }
}

impl RegisterPatientBodyWithEmail {
    /// Starts a [`RegisterPatientBodyWithEmail`] with nothing set.
    pub fn builder() -> builder::RegisterPatientBodyWithEmail {
        Default::default()
    }
}

/// Field `dob` of \[`RegisterPatientBodyWithEmail`\].
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithEmailDob(String);

impl ::std::fmt::Debug for RegisterPatientBodyWithEmailDob {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientBodyWithEmailDob")
            .field(&crate::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for RegisterPatientBodyWithEmailDob {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<RegisterPatientBodyWithEmailDob> for String {
    fn from(value: RegisterPatientBodyWithEmailDob) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientBodyWithEmailDob {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientBodyWithEmailDob {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientBodyWithEmailDob {
    type Error = crate::ConversionError;
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientBodyWithEmailDob {
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

/// Field `email` of \[`RegisterPatientBodyWithEmail`\].
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithEmailEmail(String);

impl ::std::fmt::Debug for RegisterPatientBodyWithEmailEmail {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientBodyWithEmailEmail")
            .field(&crate::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for RegisterPatientBodyWithEmailEmail {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<RegisterPatientBodyWithEmailEmail> for String {
    fn from(value: RegisterPatientBodyWithEmailEmail) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientBodyWithEmailEmail {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientBodyWithEmailEmail {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientBodyWithEmailEmail {
    type Error = crate::ConversionError;
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientBodyWithEmailEmail {
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

/// Field `first_name` of \[`RegisterPatientBodyWithEmail`\].
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithEmailFirstName(String);

impl ::std::fmt::Debug for RegisterPatientBodyWithEmailFirstName {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientBodyWithEmailFirstName")
            .field(&crate::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for RegisterPatientBodyWithEmailFirstName {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<RegisterPatientBodyWithEmailFirstName> for String {
    fn from(value: RegisterPatientBodyWithEmailFirstName) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientBodyWithEmailFirstName {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientBodyWithEmailFirstName {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientBodyWithEmailFirstName {
    type Error = crate::ConversionError;
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientBodyWithEmailFirstName {
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

/// Field `last_name` of \[`RegisterPatientBodyWithEmail`\].
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithEmailLastName(String);

impl ::std::fmt::Debug for RegisterPatientBodyWithEmailLastName {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientBodyWithEmailLastName")
            .field(&crate::redacted::of(&self.0))
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
    fn from(value: RegisterPatientBodyWithEmailLastName) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientBodyWithEmailLastName {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientBodyWithEmailLastName {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientBodyWithEmailLastName {
    type Error = crate::ConversionError;
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

/// Field `nhs_number` of \[`RegisterPatientBodyWithEmail`\].
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithEmailNhsNumber(String);

impl ::std::fmt::Debug for RegisterPatientBodyWithEmailNhsNumber {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientBodyWithEmailNhsNumber")
            .field(&crate::redacted::of(&self.0))
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
    fn from(value: RegisterPatientBodyWithEmailNhsNumber) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientBodyWithEmailNhsNumber {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientBodyWithEmailNhsNumber {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientBodyWithEmailNhsNumber {
    type Error = crate::ConversionError;
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

/// With a mobile number; an email address is optional.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithMobile {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address_line_1: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address_line_2: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address_line_3: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub country: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub county: Option<String>,
    /// Free text here, unlike in the answers that hold a patient.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data_source: Option<String>,
    pub dob: RegisterPatientBodyWithMobileDob,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_partner_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: Option<String>,
    pub first_name: RegisterPatientBodyWithMobileFirstName,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub landline: Option<String>,
    pub last_name: RegisterPatientBodyWithMobileLastName,
    pub mobile: RegisterPatientBodyWithMobileMobile,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nhs_number: Option<RegisterPatientBodyWithMobileNhsNumber>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub postcode: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sex: Option<Sex>,
    /// One of the titles. An older copy of the page has the list without the empty string.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: Option<Title>,
}

impl ::std::fmt::Debug for RegisterPatientBodyWithMobile {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("RegisterPatientBodyWithMobile")
            .field("address_line_1", &crate::redacted::of(&self.address_line_1))
            .field("address_line_2", &crate::redacted::of(&self.address_line_2))
            .field("address_line_3", &crate::redacted::of(&self.address_line_3))
            .field("country", &crate::redacted::of(&self.country))
            .field("county", &crate::redacted::of(&self.county))
            .field("data_source", &crate::redacted::of(&self.data_source))
            .field("dob", &self.dob)
            .field("ehr_partner_id", &crate::redacted::of(&self.ehr_partner_id))
            .field("email", &crate::redacted::of(&self.email))
            .field("first_name", &self.first_name)
            .field("landline", &crate::redacted::of(&self.landline))
            .field("last_name", &self.last_name)
            .field("mobile", &self.mobile)
            .field("nhs_number", &self.nhs_number)
            .field("postcode", &crate::redacted::of(&self.postcode))
            .field("sex", &self.sex)
            .field("title", &self.title)
            .finish()
    }
}

impl RegisterPatientBodyWithMobile {
    /// Starts a [`RegisterPatientBodyWithMobile`] with nothing set.
    pub fn builder() -> builder::RegisterPatientBodyWithMobile {
        Default::default()
    }
}

/// Field `dob` of \[`RegisterPatientBodyWithMobile`\].
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithMobileDob(String);

impl ::std::fmt::Debug for RegisterPatientBodyWithMobileDob {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientBodyWithMobileDob")
            .field(&crate::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for RegisterPatientBodyWithMobileDob {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<RegisterPatientBodyWithMobileDob> for String {
    fn from(value: RegisterPatientBodyWithMobileDob) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientBodyWithMobileDob {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientBodyWithMobileDob {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientBodyWithMobileDob {
    type Error = crate::ConversionError;
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientBodyWithMobileDob {
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

/// Field `first_name` of \[`RegisterPatientBodyWithMobile`\].
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithMobileFirstName(String);

impl ::std::fmt::Debug for RegisterPatientBodyWithMobileFirstName {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientBodyWithMobileFirstName")
            .field(&crate::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for RegisterPatientBodyWithMobileFirstName {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<RegisterPatientBodyWithMobileFirstName> for String {
    fn from(value: RegisterPatientBodyWithMobileFirstName) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientBodyWithMobileFirstName {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientBodyWithMobileFirstName {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientBodyWithMobileFirstName {
    type Error = crate::ConversionError;
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientBodyWithMobileFirstName {
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

/// Field `last_name` of \[`RegisterPatientBodyWithMobile`\].
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithMobileLastName(String);

impl ::std::fmt::Debug for RegisterPatientBodyWithMobileLastName {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientBodyWithMobileLastName")
            .field(&crate::redacted::of(&self.0))
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
    fn from(value: RegisterPatientBodyWithMobileLastName) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientBodyWithMobileLastName {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientBodyWithMobileLastName {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientBodyWithMobileLastName {
    type Error = crate::ConversionError;
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

/// Field `mobile` of \[`RegisterPatientBodyWithMobile`\].
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithMobileMobile(String);

impl ::std::fmt::Debug for RegisterPatientBodyWithMobileMobile {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientBodyWithMobileMobile")
            .field(&crate::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for RegisterPatientBodyWithMobileMobile {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<RegisterPatientBodyWithMobileMobile> for String {
    fn from(value: RegisterPatientBodyWithMobileMobile) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientBodyWithMobileMobile {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientBodyWithMobileMobile {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientBodyWithMobileMobile {
    type Error = crate::ConversionError;
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientBodyWithMobileMobile {
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

/// Field `nhs_number` of \[`RegisterPatientBodyWithMobile`\].
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientBodyWithMobileNhsNumber(String);

impl ::std::fmt::Debug for RegisterPatientBodyWithMobileNhsNumber {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RegisterPatientBodyWithMobileNhsNumber")
            .field(&crate::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for RegisterPatientBodyWithMobileNhsNumber {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<RegisterPatientBodyWithMobileNhsNumber> for String {
    fn from(value: RegisterPatientBodyWithMobileNhsNumber) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for RegisterPatientBodyWithMobileNhsNumber {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        if value.chars().count() < 1usize {
            return Err("shorter than 1 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for RegisterPatientBodyWithMobileNhsNumber {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for RegisterPatientBodyWithMobileNhsNumber {
    type Error = crate::ConversionError;
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for RegisterPatientBodyWithMobileNhsNumber {
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

/// Answer of `registerPatient`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RegisterPatientResponse {
    pub patient_id: String,
}

impl ::std::fmt::Debug for RegisterPatientResponse {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("RegisterPatientResponse")
            .field("patient_id", &self.patient_id)
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`RegisterPatientBodyWithEmail`](crate::types::RegisterPatientBodyWithEmail).
    #[derive(Clone)]
    pub struct RegisterPatientBodyWithEmail {
        address_line_1: Result<Option<String>, String>,
        address_line_2: Result<Option<String>, String>,
        address_line_3: Result<Option<String>, String>,
        country: Result<Option<String>, String>,
        county: Result<Option<String>, String>,
        data_source: Result<Option<String>, String>,
        dob: Result<super::RegisterPatientBodyWithEmailDob, String>,
        ehr_partner_id: Result<Option<String>, String>,
        email: Result<super::RegisterPatientBodyWithEmailEmail, String>,
        first_name: Result<super::RegisterPatientBodyWithEmailFirstName, String>,
        landline: Result<Option<String>, String>,
        last_name: Result<super::RegisterPatientBodyWithEmailLastName, String>,
        mobile: Result<Option<String>, String>,
        nhs_number: Result<Option<super::RegisterPatientBodyWithEmailNhsNumber>, String>,
        postcode: Result<Option<String>, String>,
        sex: Result<Option<super::Sex>, String>,
        title: Result<Option<super::Title>, String>,
    }
    impl Default for RegisterPatientBodyWithEmail {
        fn default() -> Self {
            Self {
                address_line_1: Ok(Default::default()),
                address_line_2: Ok(Default::default()),
                address_line_3: Ok(Default::default()),
                country: Ok(Default::default()),
                county: Ok(Default::default()),
                data_source: Ok(Default::default()),
                dob: Err("no value supplied for dob".to_string()),
                ehr_partner_id: Ok(Default::default()),
                email: Err("no value supplied for email".to_string()),
                first_name: Err("no value supplied for first_name".to_string()),
                landline: Ok(Default::default()),
                last_name: Err("no value supplied for last_name".to_string()),
                mobile: Ok(Default::default()),
                nhs_number: Ok(Default::default()),
                postcode: Ok(Default::default()),
                sex: Ok(Default::default()),
                title: Ok(Default::default()),
            }
        }
    }
    impl RegisterPatientBodyWithEmail {
        /// Sets `address_line_1`.
        pub fn address_line_1<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.address_line_1 = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for address_line_1: {e}")
                });
            self
        }
        /// Sets `address_line_2`.
        pub fn address_line_2<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.address_line_2 = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for address_line_2: {e}")
                });
            self
        }
        /// Sets `address_line_3`.
        pub fn address_line_3<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.address_line_3 = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for address_line_3: {e}")
                });
            self
        }
        /// Sets `country`.
        pub fn country<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.country = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for country: {e}")
                });
            self
        }
        /// Sets `county`.
        pub fn county<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.county = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for county: {e}"));
            self
        }
        /// Sets `data_source`: Free text here, unlike in the answers that hold a patient.
        pub fn data_source<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.data_source = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for data_source: {e}")
                });
            self
        }
        /// Sets `dob`.
        pub fn dob<T>(mut self, value: T) -> Self
        where
            T: TryInto<super::RegisterPatientBodyWithEmailDob>,
            T::Error: ::std::fmt::Display,
        {
            self.dob = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for dob: {e}"));
            self
        }
        /// Sets `ehr_partner_id`.
        pub fn ehr_partner_id<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.ehr_partner_id = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for ehr_partner_id: {e}")
                });
            self
        }
        /// Sets `email`.
        pub fn email<T>(mut self, value: T) -> Self
        where
            T: TryInto<super::RegisterPatientBodyWithEmailEmail>,
            T::Error: ::std::fmt::Display,
        {
            self.email = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for email: {e}"));
            self
        }
        /// Sets `first_name`.
        pub fn first_name<T>(mut self, value: T) -> Self
        where
            T: TryInto<super::RegisterPatientBodyWithEmailFirstName>,
            T::Error: ::std::fmt::Display,
        {
            self.first_name = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for first_name: {e}")
                });
            self
        }
        /// Sets `landline`.
        pub fn landline<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.landline = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for landline: {e}")
                });
            self
        }
        /// Sets `last_name`.
        pub fn last_name<T>(mut self, value: T) -> Self
        where
            T: TryInto<super::RegisterPatientBodyWithEmailLastName>,
            T::Error: ::std::fmt::Display,
        {
            self.last_name = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for last_name: {e}")
                });
            self
        }
        /// Sets `mobile`.
        pub fn mobile<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.mobile = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for mobile: {e}"));
            self
        }
        /// Sets `nhs_number`.
        pub fn nhs_number<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<super::RegisterPatientBodyWithEmailNhsNumber>>,
            T::Error: ::std::fmt::Display,
        {
            self.nhs_number = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for nhs_number: {e}")
                });
            self
        }
        /// Sets `postcode`.
        pub fn postcode<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.postcode = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for postcode: {e}")
                });
            self
        }
        /// Sets `sex`.
        pub fn sex<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<super::Sex>>,
            T::Error: ::std::fmt::Display,
        {
            self.sex = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for sex: {e}"));
            self
        }
        /// Sets `title`: One of the titles. An older copy of the page has the list without the empty string.
        pub fn title<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<super::Title>>,
            T::Error: ::std::fmt::Display,
        {
            self.title = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for title: {e}"));
            self
        }
    }
    impl TryFrom<RegisterPatientBodyWithEmail> for super::RegisterPatientBodyWithEmail {
        type Error = crate::ConversionError;
        fn try_from(
            value: RegisterPatientBodyWithEmail,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                address_line_1: value.address_line_1?,
                address_line_2: value.address_line_2?,
                address_line_3: value.address_line_3?,
                country: value.country?,
                county: value.county?,
                data_source: value.data_source?,
                dob: value.dob?,
                ehr_partner_id: value.ehr_partner_id?,
                email: value.email?,
                first_name: value.first_name?,
                landline: value.landline?,
                last_name: value.last_name?,
                mobile: value.mobile?,
                nhs_number: value.nhs_number?,
                postcode: value.postcode?,
                sex: value.sex?,
                title: value.title?,
            })
        }
    }
    impl From<super::RegisterPatientBodyWithEmail> for RegisterPatientBodyWithEmail {
        fn from(value: super::RegisterPatientBodyWithEmail) -> Self {
            Self {
                address_line_1: Ok(value.address_line_1),
                address_line_2: Ok(value.address_line_2),
                address_line_3: Ok(value.address_line_3),
                country: Ok(value.country),
                county: Ok(value.county),
                data_source: Ok(value.data_source),
                dob: Ok(value.dob),
                ehr_partner_id: Ok(value.ehr_partner_id),
                email: Ok(value.email),
                first_name: Ok(value.first_name),
                landline: Ok(value.landline),
                last_name: Ok(value.last_name),
                mobile: Ok(value.mobile),
                nhs_number: Ok(value.nhs_number),
                postcode: Ok(value.postcode),
                sex: Ok(value.sex),
                title: Ok(value.title),
            }
        }
    }
    impl ::std::fmt::Debug for RegisterPatientBodyWithEmail {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("RegisterPatientBodyWithEmail").finish_non_exhaustive()
        }
    }
    /// Builder of [`RegisterPatientBodyWithMobile`](crate::types::RegisterPatientBodyWithMobile).
    #[derive(Clone)]
    pub struct RegisterPatientBodyWithMobile {
        address_line_1: Result<Option<String>, String>,
        address_line_2: Result<Option<String>, String>,
        address_line_3: Result<Option<String>, String>,
        country: Result<Option<String>, String>,
        county: Result<Option<String>, String>,
        data_source: Result<Option<String>, String>,
        dob: Result<super::RegisterPatientBodyWithMobileDob, String>,
        ehr_partner_id: Result<Option<String>, String>,
        email: Result<Option<String>, String>,
        first_name: Result<super::RegisterPatientBodyWithMobileFirstName, String>,
        landline: Result<Option<String>, String>,
        last_name: Result<super::RegisterPatientBodyWithMobileLastName, String>,
        mobile: Result<super::RegisterPatientBodyWithMobileMobile, String>,
        nhs_number: Result<
            Option<super::RegisterPatientBodyWithMobileNhsNumber>,
            String,
        >,
        postcode: Result<Option<String>, String>,
        sex: Result<Option<super::Sex>, String>,
        title: Result<Option<super::Title>, String>,
    }
    impl Default for RegisterPatientBodyWithMobile {
        fn default() -> Self {
            Self {
                address_line_1: Ok(Default::default()),
                address_line_2: Ok(Default::default()),
                address_line_3: Ok(Default::default()),
                country: Ok(Default::default()),
                county: Ok(Default::default()),
                data_source: Ok(Default::default()),
                dob: Err("no value supplied for dob".to_string()),
                ehr_partner_id: Ok(Default::default()),
                email: Ok(Default::default()),
                first_name: Err("no value supplied for first_name".to_string()),
                landline: Ok(Default::default()),
                last_name: Err("no value supplied for last_name".to_string()),
                mobile: Err("no value supplied for mobile".to_string()),
                nhs_number: Ok(Default::default()),
                postcode: Ok(Default::default()),
                sex: Ok(Default::default()),
                title: Ok(Default::default()),
            }
        }
    }
    impl RegisterPatientBodyWithMobile {
        /// Sets `address_line_1`.
        pub fn address_line_1<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.address_line_1 = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for address_line_1: {e}")
                });
            self
        }
        /// Sets `address_line_2`.
        pub fn address_line_2<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.address_line_2 = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for address_line_2: {e}")
                });
            self
        }
        /// Sets `address_line_3`.
        pub fn address_line_3<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.address_line_3 = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for address_line_3: {e}")
                });
            self
        }
        /// Sets `country`.
        pub fn country<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.country = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for country: {e}")
                });
            self
        }
        /// Sets `county`.
        pub fn county<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.county = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for county: {e}"));
            self
        }
        /// Sets `data_source`: Free text here, unlike in the answers that hold a patient.
        pub fn data_source<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.data_source = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for data_source: {e}")
                });
            self
        }
        /// Sets `dob`.
        pub fn dob<T>(mut self, value: T) -> Self
        where
            T: TryInto<super::RegisterPatientBodyWithMobileDob>,
            T::Error: ::std::fmt::Display,
        {
            self.dob = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for dob: {e}"));
            self
        }
        /// Sets `ehr_partner_id`.
        pub fn ehr_partner_id<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.ehr_partner_id = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for ehr_partner_id: {e}")
                });
            self
        }
        /// Sets `email`.
        pub fn email<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.email = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for email: {e}"));
            self
        }
        /// Sets `first_name`.
        pub fn first_name<T>(mut self, value: T) -> Self
        where
            T: TryInto<super::RegisterPatientBodyWithMobileFirstName>,
            T::Error: ::std::fmt::Display,
        {
            self.first_name = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for first_name: {e}")
                });
            self
        }
        /// Sets `landline`.
        pub fn landline<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.landline = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for landline: {e}")
                });
            self
        }
        /// Sets `last_name`.
        pub fn last_name<T>(mut self, value: T) -> Self
        where
            T: TryInto<super::RegisterPatientBodyWithMobileLastName>,
            T::Error: ::std::fmt::Display,
        {
            self.last_name = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for last_name: {e}")
                });
            self
        }
        /// Sets `mobile`.
        pub fn mobile<T>(mut self, value: T) -> Self
        where
            T: TryInto<super::RegisterPatientBodyWithMobileMobile>,
            T::Error: ::std::fmt::Display,
        {
            self.mobile = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for mobile: {e}"));
            self
        }
        /// Sets `nhs_number`.
        pub fn nhs_number<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<super::RegisterPatientBodyWithMobileNhsNumber>>,
            T::Error: ::std::fmt::Display,
        {
            self.nhs_number = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for nhs_number: {e}")
                });
            self
        }
        /// Sets `postcode`.
        pub fn postcode<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.postcode = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for postcode: {e}")
                });
            self
        }
        /// Sets `sex`.
        pub fn sex<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<super::Sex>>,
            T::Error: ::std::fmt::Display,
        {
            self.sex = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for sex: {e}"));
            self
        }
        /// Sets `title`: One of the titles. An older copy of the page has the list without the empty string.
        pub fn title<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<super::Title>>,
            T::Error: ::std::fmt::Display,
        {
            self.title = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for title: {e}"));
            self
        }
    }
    impl TryFrom<RegisterPatientBodyWithMobile>
    for super::RegisterPatientBodyWithMobile {
        type Error = crate::ConversionError;
        fn try_from(
            value: RegisterPatientBodyWithMobile,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                address_line_1: value.address_line_1?,
                address_line_2: value.address_line_2?,
                address_line_3: value.address_line_3?,
                country: value.country?,
                county: value.county?,
                data_source: value.data_source?,
                dob: value.dob?,
                ehr_partner_id: value.ehr_partner_id?,
                email: value.email?,
                first_name: value.first_name?,
                landline: value.landline?,
                last_name: value.last_name?,
                mobile: value.mobile?,
                nhs_number: value.nhs_number?,
                postcode: value.postcode?,
                sex: value.sex?,
                title: value.title?,
            })
        }
    }
    impl From<super::RegisterPatientBodyWithMobile> for RegisterPatientBodyWithMobile {
        fn from(value: super::RegisterPatientBodyWithMobile) -> Self {
            Self {
                address_line_1: Ok(value.address_line_1),
                address_line_2: Ok(value.address_line_2),
                address_line_3: Ok(value.address_line_3),
                country: Ok(value.country),
                county: Ok(value.county),
                data_source: Ok(value.data_source),
                dob: Ok(value.dob),
                ehr_partner_id: Ok(value.ehr_partner_id),
                email: Ok(value.email),
                first_name: Ok(value.first_name),
                landline: Ok(value.landline),
                last_name: Ok(value.last_name),
                mobile: Ok(value.mobile),
                nhs_number: Ok(value.nhs_number),
                postcode: Ok(value.postcode),
                sex: Ok(value.sex),
                title: Ok(value.title),
            }
        }
    }
    impl ::std::fmt::Debug for RegisterPatientBodyWithMobile {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("RegisterPatientBodyWithMobile").finish_non_exhaustive()
        }
    }
}
