//! The type [`PatientIdentifierName`].

/// Field `name` of `PatientIdentifier`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum PatientIdentifierName {
    /// `nhs_number`
    NhsNumber,
    /// `gha_number`
    GhaNumber,
    /// `ehr_partner_id`
    EhrPartnerId,
    /// `hero_id`
    HeroId,
    /// `hero_uid`
    HeroUid,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl PatientIdentifierName {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NhsNumber => "nhs_number",
            Self::GhaNumber => "gha_number",
            Self::EhrPartnerId => "ehr_partner_id",
            Self::HeroId => "hero_id",
            Self::HeroUid => "hero_uid",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for PatientIdentifierName {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "nhs_number" => Self::NhsNumber,
            "gha_number" => Self::GhaNumber,
            "ehr_partner_id" => Self::EhrPartnerId,
            "hero_id" => Self::HeroId,
            "hero_uid" => Self::HeroUid,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    PatientIdentifierName, UnknownValue
}
