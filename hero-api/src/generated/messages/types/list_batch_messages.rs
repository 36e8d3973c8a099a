//! What `listBatchMessages` sends and returns.

use crate::types::{BatchMessageChannel, BatchMessageStatus};

/// Response of `listBatchMessages`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListBatchMessagesResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub channel: Option<BatchMessageChannel>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub content: Option<String>,
    pub id: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: Option<BatchMessageStatus>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subject: Option<String>,
}

impl ::std::fmt::Debug for ListBatchMessagesResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListBatchMessagesResponse")
            .field("channel", &self.channel)
            .field("content", &crate::runtime::redacted::of(&self.content))
            .field("id", &self.id)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("status", &self.status)
            .field("subject", &crate::runtime::redacted::of(&self.subject))
            .finish()
    }
}

/// Parameter `status` of `listBatchMessages`.
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
pub enum ListBatchMessagesStatus {
    #[serde(rename = "CREATED")]
    Created,
    #[serde(rename = "ENRICHMENT_ERROR")]
    EnrichmentError,
    #[serde(rename = "ENRICHED")]
    Enriched,
    #[serde(rename = "INVALID_PAYLOAD")]
    InvalidPayload,
    #[serde(rename = "QUEUED")]
    Queued,
}

impl ::std::fmt::Debug for ListBatchMessagesStatus {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Created => f.write_str("ListBatchMessagesStatus::Created"),
            Self::EnrichmentError => {
                f.write_str("ListBatchMessagesStatus::EnrichmentError")
            }
            Self::Enriched => f.write_str("ListBatchMessagesStatus::Enriched"),
            Self::InvalidPayload => {
                f.write_str("ListBatchMessagesStatus::InvalidPayload")
            }
            Self::Queued => f.write_str("ListBatchMessagesStatus::Queued"),
        }
    }
}

impl ::std::fmt::Display for ListBatchMessagesStatus {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Created => f.write_str("CREATED"),
            Self::EnrichmentError => f.write_str("ENRICHMENT_ERROR"),
            Self::Enriched => f.write_str("ENRICHED"),
            Self::InvalidPayload => f.write_str("INVALID_PAYLOAD"),
            Self::Queued => f.write_str("QUEUED"),
        }
    }
}

impl ::std::str::FromStr for ListBatchMessagesStatus {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        match value {
            "CREATED" => Ok(Self::Created),
            "ENRICHMENT_ERROR" => Ok(Self::EnrichmentError),
            "ENRICHED" => Ok(Self::Enriched),
            "INVALID_PAYLOAD" => Ok(Self::InvalidPayload),
            "QUEUED" => Ok(Self::Queued),
            _ => Err("invalid value".into()),
        }
    }
}

impl TryFrom<&str> for ListBatchMessagesStatus {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for ListBatchMessagesStatus {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}
