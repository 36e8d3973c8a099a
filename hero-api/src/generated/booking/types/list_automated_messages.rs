//! What `listAutomatedMessages` sends and returns.

/// Parameter `orderBy` of `listAutomatedMessages`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ListAutomatedMessagesOrderBy {
    /// `createdAt`
    CreatedAt,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl ListAutomatedMessagesOrderBy {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::CreatedAt => "createdAt",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for ListAutomatedMessagesOrderBy {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "createdAt" => Self::CreatedAt,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    ListAutomatedMessagesOrderBy, UnknownValue
}

/// Response of `listAutomatedMessages`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListAutomatedMessagesResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for ListAutomatedMessagesResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ListAutomatedMessagesResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ListAutomatedMessagesResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<ListAutomatedMessagesResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: ListAutomatedMessagesResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for ListAutomatedMessagesResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Parameter `status` of `listAutomatedMessages`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ListAutomatedMessagesStatus {
    /// `INVALIDATED`
    Invalidated,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl ListAutomatedMessagesStatus {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Invalidated => "INVALIDATED",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for ListAutomatedMessagesStatus {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "INVALIDATED" => Self::Invalidated,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    ListAutomatedMessagesStatus, UnknownValue
}
