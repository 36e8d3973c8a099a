//! What `listSubscriptions` sends and returns.

/// Item of `data` in `ListSubscriptionsResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListSubscriptionsItem(
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub ::serde_json::Map<String, ::serde_json::Value>,
);

impl ::std::fmt::Debug for ListSubscriptionsItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ListSubscriptionsItem")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ListSubscriptionsItem {
    type Target = ::serde_json::Map<String, ::serde_json::Value>;
    fn deref(&self) -> &::serde_json::Map<String, ::serde_json::Value> {
        &self.0
    }
}

impl From<ListSubscriptionsItem> for ::serde_json::Map<String, ::serde_json::Value> {
    #[inline]
    fn from(value: ListSubscriptionsItem) -> Self {
        value.0
    }
}

impl From<::serde_json::Map<String, ::serde_json::Value>> for ListSubscriptionsItem {
    #[inline]
    fn from(value: ::serde_json::Map<String, ::serde_json::Value>) -> Self {
        Self(value)
    }
}

/// Item of the list `ListSubscriptionsOrderBy`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ListSubscriptionsOrderByItem {
    /// `created_at`
    CreatedAt,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl ListSubscriptionsOrderByItem {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::CreatedAt => "created_at",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for ListSubscriptionsOrderByItem {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "created_at" => Self::CreatedAt,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    ListSubscriptionsOrderByItem, UnknownValue
}

/// Response of `listSubscriptions`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListSubscriptionsResponse {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_integer")]
    pub count: Option<i64>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<ListSubscriptionsItem>,
}

impl ::std::fmt::Debug for ListSubscriptionsResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListSubscriptionsResponse")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}

/// Parameter `status` of `listSubscriptions`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ListSubscriptionsStatus {
    /// `cancelled`
    Cancelled,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl ListSubscriptionsStatus {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Cancelled => "cancelled",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for ListSubscriptionsStatus {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "cancelled" => Self::Cancelled,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    ListSubscriptionsStatus, UnknownValue
}
