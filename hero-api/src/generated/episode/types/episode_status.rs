//! The type [`EpisodeStatus`].

/// The state of an episode.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum EpisodeStatus {
    /// `open`
    Open,
    /// `closed`
    Closed,
    /// `in_progress`
    InProgress,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl EpisodeStatus {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::InProgress => "in_progress",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for EpisodeStatus {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "open" => Self::Open,
            "closed" => Self::Closed,
            "in_progress" => Self::InProgress,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    EpisodeStatus, UnknownValue
}
