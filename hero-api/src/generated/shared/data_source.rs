//! The type [`DataSource`].

/// The system that the data of a patient comes from.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum DataSource {
    /// `hero`
    Hero,
    /// `emis`
    Emis,
    /// `pds`
    Pds,
    /// `gha`
    Gha,
    /// `systm_one`
    SystmOne,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl DataSource {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Hero => "hero",
            Self::Emis => "emis",
            Self::Pds => "pds",
            Self::Gha => "gha",
            Self::SystmOne => "systm_one",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for DataSource {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "hero" => Self::Hero,
            "emis" => Self::Emis,
            "pds" => Self::Pds,
            "gha" => Self::Gha,
            "systm_one" => Self::SystmOne,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    DataSource, UnknownValue
}
