//! The type [`BatchMessageChannel`].

/// How a batch message goes out.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum BatchMessageChannel {
    /// `SMS`
    Sms,
    /// `EMAIL`
    Email,
    /// `NHS_APP`
    NhsApp,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl BatchMessageChannel {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Sms => "SMS",
            Self::Email => "EMAIL",
            Self::NhsApp => "NHS_APP",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for BatchMessageChannel {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "SMS" => Self::Sms,
            "EMAIL" => Self::Email,
            "NHS_APP" => Self::NhsApp,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    BatchMessageChannel, UnknownValue
}
