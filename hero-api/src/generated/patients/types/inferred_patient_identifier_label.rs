//! The type [`InferredPatientIdentifierLabel`].

/// Field `label` of `InferredPatientIdentifier`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum InferredPatientIdentifierLabel {
    /// `NHS`
    Nhs,
    /// `GHA`
    Gha,
    /// `EMIS`
    Emis,
    /// `Hero`
    Hero,
    /// `Systm One`
    SystmOne,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl InferredPatientIdentifierLabel {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Nhs => "NHS",
            Self::Gha => "GHA",
            Self::Emis => "EMIS",
            Self::Hero => "Hero",
            Self::SystmOne => "Systm One",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for InferredPatientIdentifierLabel {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "NHS" => Self::Nhs,
            "GHA" => Self::Gha,
            "EMIS" => Self::Emis,
            "Hero" => Self::Hero,
            "Systm One" => Self::SystmOne,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    InferredPatientIdentifierLabel, UnknownValue
}
