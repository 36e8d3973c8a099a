//! What `listBatchMessageSends` sends and returns.

/// Response of `listBatchMessageSends`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListBatchMessageSendsResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for ListBatchMessageSendsResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ListBatchMessageSendsResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ListBatchMessageSendsResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<ListBatchMessageSendsResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: ListBatchMessageSendsResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for ListBatchMessageSendsResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Parameter `status` of `listBatchMessageSends`.
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
pub enum ListBatchMessageSendsStatus {
    #[serde(rename = "CREATED")]
    Created,
    #[serde(rename = "QUEUED")]
    Queued,
    #[serde(rename = "SENT")]
    Sent,
    #[serde(rename = "ERROR")]
    Error,
    #[serde(rename = "SUCCESS")]
    Success,
}

impl ::std::fmt::Debug for ListBatchMessageSendsStatus {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Created => f.write_str("ListBatchMessageSendsStatus::Created"),
            Self::Queued => f.write_str("ListBatchMessageSendsStatus::Queued"),
            Self::Sent => f.write_str("ListBatchMessageSendsStatus::Sent"),
            Self::Error => f.write_str("ListBatchMessageSendsStatus::Error"),
            Self::Success => f.write_str("ListBatchMessageSendsStatus::Success"),
        }
    }
}

impl ::std::fmt::Display for ListBatchMessageSendsStatus {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Created => f.write_str("CREATED"),
            Self::Queued => f.write_str("QUEUED"),
            Self::Sent => f.write_str("SENT"),
            Self::Error => f.write_str("ERROR"),
            Self::Success => f.write_str("SUCCESS"),
        }
    }
}

impl ::std::str::FromStr for ListBatchMessageSendsStatus {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        match value {
            "CREATED" => Ok(Self::Created),
            "QUEUED" => Ok(Self::Queued),
            "SENT" => Ok(Self::Sent),
            "ERROR" => Ok(Self::Error),
            "SUCCESS" => Ok(Self::Success),
            _ => Err("invalid value".into()),
        }
    }
}

impl TryFrom<&str> for ListBatchMessageSendsStatus {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for ListBatchMessageSendsStatus {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}
