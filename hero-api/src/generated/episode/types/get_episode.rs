//! What `getEpisode` sends and returns.

use crate::types::{AssigneeType, EpisodeStatus, Priority, TaskStatus};

/// Response of `getEpisode`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetEpisodeResponse {
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub assignees: Vec<GetEpisodeResponseAssigneesItem>,
    pub id: String,
    pub priority: Priority,
    pub status: EpisodeStatus,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub tasks: Vec<GetEpisodeResponseTasksItem>,
}

impl ::std::fmt::Debug for GetEpisodeResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetEpisodeResponse")
            .field("assignees", &self.assignees)
            .field("id", &self.id)
            .field("priority", &self.priority)
            .field("status", &self.status)
            .field("tasks", &self.tasks)
            .finish()
    }
}

/// Item of the list `GetEpisodeResponseAssignees`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetEpisodeResponseAssigneesItem {
    /// Not printed, but the sample of updateEpisode has it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    pub name: Option<String>,
    #[serde(rename = "type")]
    pub type_: Option<AssigneeType>,
}

impl ::std::fmt::Debug for GetEpisodeResponseAssigneesItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetEpisodeResponseAssigneesItem")
            .field("id", &self.id)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("type", &self.type_)
            .finish()
    }
}

/// Item of the list `GetEpisodeResponseTasks`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetEpisodeResponseTasksItem {
    pub category: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub details: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    pub patient: GetEpisodeResponseTasksItemPatient,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: Option<TaskStatus>,
    pub type_label: String,
}

impl ::std::fmt::Debug for GetEpisodeResponseTasksItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetEpisodeResponseTasksItem")
            .field("category", &crate::runtime::redacted::of(&self.category))
            .field("details", &crate::runtime::redacted::of(&self.details))
            .field("id", &self.id)
            .field("patient", &self.patient)
            .field("status", &self.status)
            .field("type_label", &crate::runtime::redacted::of(&self.type_label))
            .finish()
    }
}

/// Field `patient` of `GetEpisodeResponseTasksItem`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetEpisodeResponseTasksItemPatient {
    pub address: GetEpisodeResponseTasksItemPatientAddress,
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub contact_emails: Vec<GetEpisodeResponseTasksItemPatientContactEmailsItem>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub deceased_at: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub dob: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_partner_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub emis_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub first_name: Option<String>,
    pub full_name: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_name: Option<String>,
    /// A date-time elsewhere; no format is printed here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_sync_at: Option<String>,
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub membership_scheme_names: Vec<
        GetEpisodeResponseTasksItemPatientMembershipSchemeNamesItem,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mobile: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nhs_number: Option<String>,
    pub notes: Option<String>,
    pub registered_practitioner_name: Option<String>,
    /// Spelt differently from the sex of a patient elsewhere.
    pub sex: GetEpisodeResponseTasksItemPatientSex,
    /// No enum is printed here.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub uid: Option<String>,
}

impl ::std::fmt::Debug for GetEpisodeResponseTasksItemPatient {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetEpisodeResponseTasksItemPatient")
            .field("address", &self.address)
            .field("contact_emails", &self.contact_emails)
            .field("deceased_at", &crate::runtime::redacted::of(&self.deceased_at))
            .field("dob", &crate::runtime::redacted::of(&self.dob))
            .field("ehr_partner_id", &crate::runtime::redacted::of(&self.ehr_partner_id))
            .field("email", &crate::runtime::redacted::of(&self.email))
            .field("emis_id", &crate::runtime::redacted::of(&self.emis_id))
            .field("first_name", &crate::runtime::redacted::of(&self.first_name))
            .field("full_name", &crate::runtime::redacted::of(&self.full_name))
            .field("id", &self.id)
            .field("last_name", &crate::runtime::redacted::of(&self.last_name))
            .field("last_sync_at", &self.last_sync_at)
            .field("membership_scheme_names", &self.membership_scheme_names)
            .field("mobile", &crate::runtime::redacted::of(&self.mobile))
            .field("nhs_number", &crate::runtime::redacted::of(&self.nhs_number))
            .field("notes", &crate::runtime::redacted::of(&self.notes))
            .field(
                "registered_practitioner_name",
                &crate::runtime::redacted::of(&self.registered_practitioner_name),
            )
            .field("sex", &crate::runtime::redacted::of(&self.sex))
            .field("title", &crate::runtime::redacted::of(&self.title))
            .field("uid", &self.uid)
            .finish()
    }
}

/// Field `address` of `GetEpisodeResponseTasksItemPatient`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetEpisodeResponseTasksItemPatientAddress {
    pub country: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub county: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub line1: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub line2: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub line3: Option<String>,
    pub postcode: String,
    pub town: String,
}

impl ::std::fmt::Debug for GetEpisodeResponseTasksItemPatientAddress {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetEpisodeResponseTasksItemPatientAddress")
            .field("country", &crate::runtime::redacted::of(&self.country))
            .field("county", &crate::runtime::redacted::of(&self.county))
            .field("line1", &crate::runtime::redacted::of(&self.line1))
            .field("line2", &crate::runtime::redacted::of(&self.line2))
            .field("line3", &crate::runtime::redacted::of(&self.line3))
            .field("postcode", &crate::runtime::redacted::of(&self.postcode))
            .field("town", &crate::runtime::redacted::of(&self.town))
            .finish()
    }
}

/// Item of the list `GetEpisodeResponseTasksItemPatientContactEmails`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetEpisodeResponseTasksItemPatientContactEmailsItem(pub ::serde_json::Value);

impl ::std::fmt::Debug for GetEpisodeResponseTasksItemPatientContactEmailsItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("GetEpisodeResponseTasksItemPatientContactEmailsItem")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for GetEpisodeResponseTasksItemPatientContactEmailsItem {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<GetEpisodeResponseTasksItemPatientContactEmailsItem> for ::serde_json::Value {
    #[inline]
    fn from(value: GetEpisodeResponseTasksItemPatientContactEmailsItem) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for GetEpisodeResponseTasksItemPatientContactEmailsItem {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Item of the list `GetEpisodeResponseTasksItemPatientMembershipSchemeNames`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetEpisodeResponseTasksItemPatientMembershipSchemeNamesItem(
    pub ::serde_json::Value,
);

impl ::std::fmt::Debug for GetEpisodeResponseTasksItemPatientMembershipSchemeNamesItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("GetEpisodeResponseTasksItemPatientMembershipSchemeNamesItem")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for GetEpisodeResponseTasksItemPatientMembershipSchemeNamesItem {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<GetEpisodeResponseTasksItemPatientMembershipSchemeNamesItem>

for ::serde_json::Value {
    #[inline]
    fn from(value: GetEpisodeResponseTasksItemPatientMembershipSchemeNamesItem) -> Self {
        value.0
    }
}

impl From<::serde_json::Value>

for GetEpisodeResponseTasksItemPatientMembershipSchemeNamesItem {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Spelt differently from the sex of a patient elsewhere.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum GetEpisodeResponseTasksItemPatientSex {
    /// `unspecified`
    Unspecified,
    /// `male`
    Male,
    /// `female`
    Female,
    /// `other`
    Other,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl GetEpisodeResponseTasksItemPatientSex {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Unspecified => "unspecified",
            Self::Male => "male",
            Self::Female => "female",
            Self::Other => "other",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for GetEpisodeResponseTasksItemPatientSex {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "unspecified" => Self::Unspecified,
            "male" => Self::Male,
            "female" => Self::Female,
            "other" => Self::Other,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    GetEpisodeResponseTasksItemPatientSex, UnknownValue
}
