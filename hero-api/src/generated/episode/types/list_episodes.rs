//! What `listEpisodes` sends and returns.

use crate::types::{EpisodeStatus, Patient, Priority};

/// Item of `data` in `ListEpisodesResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListEpisodesItem {
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub assignees: Vec<ListEpisodesItemAssigneesItem>,
    pub id: String,
    pub patient: Option<Patient>,
    pub priority: Priority,
    pub status: EpisodeStatus,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub tasks: Vec<ListEpisodesItemTasksItem>,
}

impl ::std::fmt::Debug for ListEpisodesItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListEpisodesItem")
            .field("assignees", &self.assignees)
            .field("id", &self.id)
            .field("patient", &self.patient)
            .field("priority", &self.priority)
            .field("status", &self.status)
            .field("tasks", &self.tasks)
            .finish()
    }
}

/// Probably as in getEpisode.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListEpisodesItemAssigneesItem(
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub ::serde_json::Map<String, ::serde_json::Value>,
);

impl ::std::fmt::Debug for ListEpisodesItemAssigneesItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ListEpisodesItemAssigneesItem")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ListEpisodesItemAssigneesItem {
    type Target = ::serde_json::Map<String, ::serde_json::Value>;
    fn deref(&self) -> &::serde_json::Map<String, ::serde_json::Value> {
        &self.0
    }
}

impl From<ListEpisodesItemAssigneesItem>

for ::serde_json::Map<String, ::serde_json::Value> {
    #[inline]
    fn from(value: ListEpisodesItemAssigneesItem) -> Self {
        value.0
    }
}

impl From<::serde_json::Map<String, ::serde_json::Value>>

for ListEpisodesItemAssigneesItem {
    #[inline]
    fn from(value: ::serde_json::Map<String, ::serde_json::Value>) -> Self {
        Self(value)
    }
}

/// Probably as in getEpisode.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListEpisodesItemTasksItem(
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub ::serde_json::Map<String, ::serde_json::Value>,
);

impl ::std::fmt::Debug for ListEpisodesItemTasksItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ListEpisodesItemTasksItem")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ListEpisodesItemTasksItem {
    type Target = ::serde_json::Map<String, ::serde_json::Value>;
    fn deref(&self) -> &::serde_json::Map<String, ::serde_json::Value> {
        &self.0
    }
}

impl From<ListEpisodesItemTasksItem> for ::serde_json::Map<String, ::serde_json::Value> {
    #[inline]
    fn from(value: ListEpisodesItemTasksItem) -> Self {
        value.0
    }
}

impl From<::serde_json::Map<String, ::serde_json::Value>> for ListEpisodesItemTasksItem {
    #[inline]
    fn from(value: ::serde_json::Map<String, ::serde_json::Value>) -> Self {
        Self(value)
    }
}

/// Item of the list `ListEpisodesOrderBy`.
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
pub enum ListEpisodesOrderByItem {
    #[serde(rename = "created_at")]
    CreatedAt,
    #[serde(rename = "priority")]
    Priority,
}

impl ::std::fmt::Debug for ListEpisodesOrderByItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::CreatedAt => f.write_str("ListEpisodesOrderByItem::CreatedAt"),
            Self::Priority => f.write_str("ListEpisodesOrderByItem::Priority"),
        }
    }
}

impl ::std::fmt::Display for ListEpisodesOrderByItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::CreatedAt => f.write_str("created_at"),
            Self::Priority => f.write_str("priority"),
        }
    }
}

impl ::std::str::FromStr for ListEpisodesOrderByItem {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        match value {
            "created_at" => Ok(Self::CreatedAt),
            "priority" => Ok(Self::Priority),
            _ => Err("invalid value".into()),
        }
    }
}

impl TryFrom<&str> for ListEpisodesOrderByItem {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for ListEpisodesOrderByItem {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

/// Response of `listEpisodes`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListEpisodesResponse {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_integer")]
    pub count: Option<i64>,
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<ListEpisodesItem>,
}

impl ::std::fmt::Debug for ListEpisodesResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListEpisodesResponse")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}
