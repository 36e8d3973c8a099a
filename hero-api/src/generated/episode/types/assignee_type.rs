//! The type [`AssigneeType`].

/// Whether an episode is assigned to one admin, to a team of admins, or to nobody.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum AssigneeType {
    /// `Admin`
    Admin,
    /// `AdminTeam`
    AdminTeam,
    /// `Unassigned`
    Unassigned,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl AssigneeType {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Admin => "Admin",
            Self::AdminTeam => "AdminTeam",
            Self::Unassigned => "Unassigned",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for AssigneeType {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "Admin" => Self::Admin,
            "AdminTeam" => Self::AdminTeam,
            "Unassigned" => Self::Unassigned,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    AssigneeType, UnknownValue
}
