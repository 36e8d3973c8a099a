//! The type [`PatientIdentifierSource`].

/// Field `source` of `PatientIdentifier`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum PatientIdentifierSource {
    /// `nhs`
    Nhs,
    /// `gha`
    Gha,
    /// `ehr_partner`
    EhrPartner,
    /// `hero`
    Hero,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl PatientIdentifierSource {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Nhs => "nhs",
            Self::Gha => "gha",
            Self::EhrPartner => "ehr_partner",
            Self::Hero => "hero",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for PatientIdentifierSource {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "nhs" => Self::Nhs,
            "gha" => Self::Gha,
            "ehr_partner" => Self::EhrPartner,
            "hero" => Self::Hero,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    PatientIdentifierSource, UnknownValue
}
