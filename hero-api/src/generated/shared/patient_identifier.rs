//! The type [`PatientIdentifier`].

use crate::types::{
    PatientIdentifierLabel, PatientIdentifierName, PatientIdentifierRole,
    PatientIdentifierSource,
};

/// One identifier of a patient, with the system that issued it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct PatientIdentifier {
    pub label: PatientIdentifierLabel,
    pub name: PatientIdentifierName,
    pub role: PatientIdentifierRole,
    pub source: PatientIdentifierSource,
    pub value: String,
}

impl ::std::fmt::Debug for PatientIdentifier {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("PatientIdentifier")
            .field("label", &self.label)
            .field("name", &self.name)
            .field("role", &self.role)
            .field("source", &self.source)
            .field("value", &crate::runtime::redacted::of(&self.value))
            .finish()
    }
}
