//! The type [`Sex`].

/// The sex on record for a patient.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Sex {
    /// `Not known`
    NotKnown,
    /// `Not specified`
    NotSpecified,
    /// `Male`
    Male,
    /// `Female`
    Female,
    /// `Other`
    Other,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl Sex {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NotKnown => "Not known",
            Self::NotSpecified => "Not specified",
            Self::Male => "Male",
            Self::Female => "Female",
            Self::Other => "Other",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for Sex {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "Not known" => Self::NotKnown,
            "Not specified" => Self::NotSpecified,
            "Male" => Self::Male,
            "Female" => Self::Female,
            "Other" => Self::Other,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    Sex, UnknownValue
}
