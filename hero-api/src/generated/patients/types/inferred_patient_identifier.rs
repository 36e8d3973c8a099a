//! The type [`InferredPatientIdentifier`].

use crate::types::{
    InferredPatientIdentifierLabel, InferredPatientIdentifierName,
    InferredPatientIdentifierRole, InferredPatientIdentifierSource,
};

/// One identifier of a patient in a list, with the system that issued it. All of it is inferred from
/// `PatientIdentifier`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct InferredPatientIdentifier {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub label: Option<InferredPatientIdentifierLabel>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: Option<InferredPatientIdentifierName>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub role: Option<InferredPatientIdentifierRole>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub source: Option<InferredPatientIdentifierSource>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub value: Option<String>,
}

impl ::std::fmt::Debug for InferredPatientIdentifier {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("InferredPatientIdentifier")
            .field("label", &self.label)
            .field("name", &self.name)
            .field("role", &self.role)
            .field("source", &self.source)
            .field("value", &crate::runtime::redacted::of(&self.value))
            .finish()
    }
}
