//! The type [`BatchMessageStatus`].

/// How far a batch message has got. Its recipients and its single messages have statuses of their own.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum BatchMessageStatus {
    /// `CREATED`
    Created,
    /// `PENDING`
    Pending,
    /// `SENDING`
    Sending,
    /// `COMPLETED`
    Completed,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl BatchMessageStatus {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Created => "CREATED",
            Self::Pending => "PENDING",
            Self::Sending => "SENDING",
            Self::Completed => "COMPLETED",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for BatchMessageStatus {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "CREATED" => Self::Created,
            "PENDING" => Self::Pending,
            "SENDING" => Self::Sending,
            "COMPLETED" => Self::Completed,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    BatchMessageStatus, UnknownValue
}
