//! The type [`FormType`].

/// What a form is used for.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum FormType {
    /// `questionnaire`
    Questionnaire,
    /// `response`
    Response,
    /// `appointment`
    Appointment,
    /// `care_navigation`
    CareNavigation,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl FormType {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Questionnaire => "questionnaire",
            Self::Response => "response",
            Self::Appointment => "appointment",
            Self::CareNavigation => "care_navigation",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for FormType {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "questionnaire" => Self::Questionnaire,
            "response" => Self::Response,
            "appointment" => Self::Appointment,
            "care_navigation" => Self::CareNavigation,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    FormType, UnknownValue
}
