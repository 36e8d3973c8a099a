//! What `getLinkStatus` sends and returns.

/// Response of `getLinkStatus`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetLinkStatusResponse {
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub reference: Vec<GetLinkStatusResponseReferenceItem>,
    /// Only the first value is known.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: Option<GetLinkStatusResponseStatus>,
    /// Only the first value is known.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: Option<GetLinkStatusResponseType>,
}

impl ::std::fmt::Debug for GetLinkStatusResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetLinkStatusResponse")
            .field("reference", &self.reference)
            .field("status", &self.status)
            .field("type", &self.type_)
            .finish()
    }
}

/// Item of the list `GetLinkStatusResponseReference`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetLinkStatusResponseReferenceItem(
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub ::serde_json::Map<String, ::serde_json::Value>,
);

impl ::std::fmt::Debug for GetLinkStatusResponseReferenceItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("GetLinkStatusResponseReferenceItem")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for GetLinkStatusResponseReferenceItem {
    type Target = ::serde_json::Map<String, ::serde_json::Value>;
    fn deref(&self) -> &::serde_json::Map<String, ::serde_json::Value> {
        &self.0
    }
}

impl From<GetLinkStatusResponseReferenceItem>

for ::serde_json::Map<String, ::serde_json::Value> {
    #[inline]
    fn from(value: GetLinkStatusResponseReferenceItem) -> Self {
        value.0
    }
}

impl From<::serde_json::Map<String, ::serde_json::Value>>

for GetLinkStatusResponseReferenceItem {
    #[inline]
    fn from(value: ::serde_json::Map<String, ::serde_json::Value>) -> Self {
        Self(value)
    }
}

/// Only the first value is known.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum GetLinkStatusResponseStatus {
    /// `unused`
    Unused,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl GetLinkStatusResponseStatus {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Unused => "unused",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for GetLinkStatusResponseStatus {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "unused" => Self::Unused,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    GetLinkStatusResponseStatus, UnknownValue
}

/// Only the first value is known.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum GetLinkStatusResponseType {
    /// `booking`
    Booking,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl GetLinkStatusResponseType {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Booking => "booking",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for GetLinkStatusResponseType {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "booking" => Self::Booking,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    GetLinkStatusResponseType, UnknownValue
}
