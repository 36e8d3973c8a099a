//! What `listShortLinks` sends and returns.

/// Item of `data` in `ListShortLinksResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListShortLinksItem(
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub ::serde_json::Map<String, ::serde_json::Value>,
);

impl ::std::fmt::Debug for ListShortLinksItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ListShortLinksItem")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ListShortLinksItem {
    type Target = ::serde_json::Map<String, ::serde_json::Value>;
    fn deref(&self) -> &::serde_json::Map<String, ::serde_json::Value> {
        &self.0
    }
}

impl From<ListShortLinksItem> for ::serde_json::Map<String, ::serde_json::Value> {
    #[inline]
    fn from(value: ListShortLinksItem) -> Self {
        value.0
    }
}

impl From<::serde_json::Map<String, ::serde_json::Value>> for ListShortLinksItem {
    #[inline]
    fn from(value: ::serde_json::Map<String, ::serde_json::Value>) -> Self {
        Self(value)
    }
}

/// Parameter `order_by` of `listShortLinks`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ListShortLinksOrderBy {
    /// `expiry_date`
    ExpiryDate,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl ListShortLinksOrderBy {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::ExpiryDate => "expiry_date",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for ListShortLinksOrderBy {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "expiry_date" => Self::ExpiryDate,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    ListShortLinksOrderBy, UnknownValue
}

/// Response of `listShortLinks`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListShortLinksResponse {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_integer")]
    pub count: Option<i64>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<ListShortLinksItem>,
}

impl ::std::fmt::Debug for ListShortLinksResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListShortLinksResponse")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}

/// Parameter `status` of `listShortLinks`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ListShortLinksStatus {
    /// `expired`
    Expired,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl ListShortLinksStatus {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Expired => "expired",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for ListShortLinksStatus {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "expired" => Self::Expired,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    ListShortLinksStatus, UnknownValue
}

/// Parameter `type` of `listShortLinks`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ListShortLinksType {
    /// `booking`
    Booking,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl ListShortLinksType {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Booking => "booking",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for ListShortLinksType {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "booking" => Self::Booking,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    ListShortLinksType, UnknownValue
}
