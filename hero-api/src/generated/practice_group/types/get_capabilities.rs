//! What `getCapabilities` sends and returns.

/// Response of `getCapabilities`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetCapabilitiesResponse {
    /// Only the first value is known.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub capabilities: Vec<GetCapabilitiesResponseCapabilitiesItem>,
}

impl ::std::fmt::Debug for GetCapabilitiesResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetCapabilitiesResponse")
            .field("capabilities", &self.capabilities)
            .finish()
    }
}

/// Item of the list `GetCapabilitiesResponseCapabilities`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum GetCapabilitiesResponseCapabilitiesItem {
    /// `sms_messaging`
    SmsMessaging,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl GetCapabilitiesResponseCapabilitiesItem {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::SmsMessaging => "sms_messaging",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for GetCapabilitiesResponseCapabilitiesItem {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "sms_messaging" => Self::SmsMessaging,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    GetCapabilitiesResponseCapabilitiesItem, UnknownValue
}
