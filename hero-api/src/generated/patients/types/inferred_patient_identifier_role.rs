//! The type [`InferredPatientIdentifierRole`].

/// Field `role` of `InferredPatientIdentifier`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum InferredPatientIdentifierRole {
    /// `main`
    Main,
    /// `secondary`
    Secondary,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl InferredPatientIdentifierRole {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Main => "main",
            Self::Secondary => "secondary",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for InferredPatientIdentifierRole {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "main" => Self::Main,
            "secondary" => Self::Secondary,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    InferredPatientIdentifierRole, UnknownValue
}
