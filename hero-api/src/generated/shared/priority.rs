//! The type [`Priority`].

/// The priority of an episode or a task.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Priority {
    /// `lowest`
    Lowest,
    /// `low`
    Low,
    /// `medium`
    Medium,
    /// `high`
    High,
    /// `highest`
    Highest,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl Priority {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Lowest => "lowest",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Highest => "highest",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for Priority {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "lowest" => Self::Lowest,
            "low" => Self::Low,
            "medium" => Self::Medium,
            "high" => Self::High,
            "highest" => Self::Highest,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    Priority, UnknownValue
}
