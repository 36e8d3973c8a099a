//! What `getPatientById` sends and returns.

use crate::types::{DataSource, Sex, Title};

/// Response of `getPatientById`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetPatientByIdResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address_line_1: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address_line_2: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub address_line_3: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub country: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub county: Option<String>,
    /// Never null here, unlike in `GET /v2/patients/{id}`.
    pub data_source: DataSource,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub deceased_at: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub dob: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_partner_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: Option<String>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub emails: Vec<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub emis_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub first_name: Option<String>,
    pub id: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub last_sync_at: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mobile: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nhs_number: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub notes: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub postcode: Option<String>,
    #[serde(default)]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub restricted: bool,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sex: Option<Sex>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub sex_changed_at: Option<::chrono::DateTime<::chrono::Utc>>,
    pub status: GetPatientByIdResponseStatus,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: Option<Title>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub town: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub uid: Option<String>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub verification_credentials: Vec<String>,
}

impl ::std::fmt::Debug for GetPatientByIdResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetPatientByIdResponse")
            .field("address_line_1", &crate::runtime::redacted::of(&self.address_line_1))
            .field("address_line_2", &crate::runtime::redacted::of(&self.address_line_2))
            .field("address_line_3", &crate::runtime::redacted::of(&self.address_line_3))
            .field("country", &crate::runtime::redacted::of(&self.country))
            .field("county", &crate::runtime::redacted::of(&self.county))
            .field("data_source", &self.data_source)
            .field("deceased_at", &crate::runtime::redacted::of(&self.deceased_at))
            .field("dob", &crate::runtime::redacted::of(&self.dob))
            .field("ehr_partner_id", &crate::runtime::redacted::of(&self.ehr_partner_id))
            .field("email", &crate::runtime::redacted::of(&self.email))
            .field("emails", &crate::runtime::redacted::of(&self.emails))
            .field("emis_id", &crate::runtime::redacted::of(&self.emis_id))
            .field("first_name", &crate::runtime::redacted::of(&self.first_name))
            .field("id", &self.id)
            .field("last_name", &crate::runtime::redacted::of(&self.last_name))
            .field("last_sync_at", &self.last_sync_at)
            .field("mobile", &crate::runtime::redacted::of(&self.mobile))
            .field("nhs_number", &crate::runtime::redacted::of(&self.nhs_number))
            .field("notes", &crate::runtime::redacted::of(&self.notes))
            .field("postcode", &crate::runtime::redacted::of(&self.postcode))
            .field("restricted", &self.restricted)
            .field("sex", &crate::runtime::redacted::of(&self.sex))
            .field("sex_changed_at", &crate::runtime::redacted::of(&self.sex_changed_at))
            .field("status", &self.status)
            .field("title", &crate::runtime::redacted::of(&self.title))
            .field("town", &crate::runtime::redacted::of(&self.town))
            .field("uid", &self.uid)
            .field(
                "verification_credentials",
                &crate::runtime::redacted::of(&self.verification_credentials),
            )
            .finish()
    }
}

/// Field `status` of `GetPatientByIdResponse`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum GetPatientByIdResponseStatus {
    /// `archived`
    Archived,
    /// `unarchived`
    Unarchived,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl GetPatientByIdResponseStatus {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Archived => "archived",
            Self::Unarchived => "unarchived",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for GetPatientByIdResponseStatus {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "archived" => Self::Archived,
            "unarchived" => Self::Unarchived,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    GetPatientByIdResponseStatus, UnknownValue
}
