//! What `listAdmins` sends and returns.

/// Item of `data` in `ListAdminsResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListAdminsItem {
    pub email: String,
    pub external_prescriber_id: Option<String>,
    pub first_name: String,
    pub id: String,
    pub last_name: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub prescriber_details: Option<ListAdminsItemPrescriberDetails>,
}

impl ::std::fmt::Debug for ListAdminsItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListAdminsItem")
            .field("email", &crate::runtime::redacted::of(&self.email))
            .field("external_prescriber_id", &self.external_prescriber_id)
            .field("first_name", &crate::runtime::redacted::of(&self.first_name))
            .field("id", &self.id)
            .field("last_name", &crate::runtime::redacted::of(&self.last_name))
            .field("prescriber_details", &self.prescriber_details)
            .finish()
    }
}

/// Field `prescriber_details` of `ListAdminsItem`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListAdminsItemPrescriberDetails {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub registration_code: Option<String>,
}

impl ::std::fmt::Debug for ListAdminsItemPrescriberDetails {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListAdminsItemPrescriberDetails")
            .field("email", &crate::runtime::redacted::of(&self.email))
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field(
                "registration_code",
                &crate::runtime::redacted::of(&self.registration_code),
            )
            .finish()
    }
}

/// Parameter `order_by` of `listAdmins`.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum ListAdminsOrderBy {
    #[serde(rename = "first_name")]
    FirstName,
}

impl ::std::fmt::Debug for ListAdminsOrderBy {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::FirstName => f.write_str("ListAdminsOrderBy::FirstName"),
        }
    }
}

impl ::std::fmt::Display for ListAdminsOrderBy {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::FirstName => f.write_str("first_name"),
        }
    }
}

impl ::std::str::FromStr for ListAdminsOrderBy {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        match value {
            "first_name" => Ok(Self::FirstName),
            _ => Err("invalid value".into()),
        }
    }
}

impl TryFrom<&str> for ListAdminsOrderBy {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for ListAdminsOrderBy {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

/// Response of `listAdmins`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListAdminsResponse {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(deserialize_with = "crate::runtime::lenient::integer")]
    pub count: i64,
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<ListAdminsItem>,
}

impl ::std::fmt::Debug for ListAdminsResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListAdminsResponse")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}
