//! What `listPatientsV2` sends and returns.

use crate::types::{DataSource, InferredPatientIdentifier, Sex, Title};

/// Item of `data` in `ListPatientsV2Response`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListPatientsV2Item {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub county: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data_source: Option<DataSource>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub deceased_at: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub dob: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_partner_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ehr_registered: Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub emis_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub first_name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub hero_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub hero_uid: Option<String>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub identifiers: Vec<InferredPatientIdentifier>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub last_sync_at: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub line_1: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub line_2: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub line_3: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mobile: Option<String>,
    /// Samples write it with spaces.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nhs_number: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub postcode: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub restricted: Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sex: Option<Sex>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: Option<Title>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub town: Option<String>,
}

impl ::std::fmt::Debug for ListPatientsV2Item {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListPatientsV2Item")
            .field("county", &crate::runtime::redacted::of(&self.county))
            .field("data_source", &self.data_source)
            .field("deceased_at", &crate::runtime::redacted::of(&self.deceased_at))
            .field("dob", &crate::runtime::redacted::of(&self.dob))
            .field("ehr_partner_id", &crate::runtime::redacted::of(&self.ehr_partner_id))
            .field("ehr_registered", &self.ehr_registered)
            .field("email", &crate::runtime::redacted::of(&self.email))
            .field("emis_id", &crate::runtime::redacted::of(&self.emis_id))
            .field("first_name", &crate::runtime::redacted::of(&self.first_name))
            .field("hero_id", &self.hero_id)
            .field("hero_uid", &self.hero_uid)
            .field("identifiers", &self.identifiers)
            .field("last_name", &crate::runtime::redacted::of(&self.last_name))
            .field("last_sync_at", &self.last_sync_at)
            .field("line_1", &crate::runtime::redacted::of(&self.line_1))
            .field("line_2", &crate::runtime::redacted::of(&self.line_2))
            .field("line_3", &crate::runtime::redacted::of(&self.line_3))
            .field("mobile", &crate::runtime::redacted::of(&self.mobile))
            .field("nhs_number", &crate::runtime::redacted::of(&self.nhs_number))
            .field("postcode", &crate::runtime::redacted::of(&self.postcode))
            .field("restricted", &self.restricted)
            .field("sex", &crate::runtime::redacted::of(&self.sex))
            .field("title", &crate::runtime::redacted::of(&self.title))
            .field("town", &crate::runtime::redacted::of(&self.town))
            .finish()
    }
}

/// Response of `listPatientsV2`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListPatientsV2Response {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_integer")]
    pub count: Option<i64>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<ListPatientsV2Item>,
}

impl ::std::fmt::Debug for ListPatientsV2Response {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListPatientsV2Response")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}
