//! The type [`RegisterPatientBody`].

use crate::types::{RegisterPatientBodyWithEmail, RegisterPatientBodyWithMobile};

/// Request body of `registerPatient`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(untagged)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum RegisterPatientBody {
    Mobile(RegisterPatientBodyWithMobile),
    Email(RegisterPatientBodyWithEmail),
}

impl ::std::fmt::Debug for RegisterPatientBody {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Mobile(value) => {
                f.debug_tuple("RegisterPatientBody::Mobile").field(value).finish()
            }
            Self::Email(value) => {
                f.debug_tuple("RegisterPatientBody::Email").field(value).finish()
            }
        }
    }
}

impl From<RegisterPatientBodyWithMobile> for RegisterPatientBody {
    fn from(value: RegisterPatientBodyWithMobile) -> Self {
        Self::Mobile(value)
    }
}

impl From<RegisterPatientBodyWithEmail> for RegisterPatientBody {
    fn from(value: RegisterPatientBodyWithEmail) -> Self {
        Self::Email(value)
    }
}
