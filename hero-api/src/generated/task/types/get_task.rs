//! What `getTask` sends and returns.

use crate::types::TaskStatus;

/// Response of `getTask`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetTaskResponse {
    pub category: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub details: Option<String>,
    pub id: String,
    pub patient: GetTaskResponsePatient,
    pub status: TaskStatus,
    pub type_label: String,
}

impl ::std::fmt::Debug for GetTaskResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetTaskResponse")
            .field("category", &crate::runtime::redacted::of(&self.category))
            .field("details", &crate::runtime::redacted::of(&self.details))
            .field("id", &self.id)
            .field("patient", &self.patient)
            .field("status", &self.status)
            .field("type_label", &crate::runtime::redacted::of(&self.type_label))
            .finish()
    }
}

/// Field `patient` of `GetTaskResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetTaskResponsePatient {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub deceased_at: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub dob: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_partner_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub emis_id: Option<String>,
    pub id: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub uid: Option<String>,
}

impl ::std::fmt::Debug for GetTaskResponsePatient {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetTaskResponsePatient")
            .field("deceased_at", &crate::runtime::redacted::of(&self.deceased_at))
            .field("dob", &crate::runtime::redacted::of(&self.dob))
            .field("ehr_partner_id", &crate::runtime::redacted::of(&self.ehr_partner_id))
            .field("emis_id", &crate::runtime::redacted::of(&self.emis_id))
            .field("id", &self.id)
            .field("uid", &self.uid)
            .finish()
    }
}
