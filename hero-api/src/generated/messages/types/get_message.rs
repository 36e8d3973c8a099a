//! What `getMessage` sends and returns.

/// Response of `getMessage`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetMessageResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub campaign: Option<GetMessageResponseCampaign>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub created_at: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub patient: Option<GetMessageResponsePatient>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub scheduled_at: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub sent_at: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sent_by_admin: Option<GetMessageResponseSentByAdmin>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub short_link: Option<GetMessageResponseShortLink>,
    /// An enum of which only the first value, `delivered`, is known.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: Option<String>,
    /// The outcome of the write to the EHR. Unlike in sendMessage, this is an object.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub write_to_record: Option<GetMessageResponseWriteToRecord>,
}

impl ::std::fmt::Debug for GetMessageResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetMessageResponse")
            .field("campaign", &self.campaign)
            .field("created_at", &self.created_at)
            .field("id", &self.id)
            .field("patient", &self.patient)
            .field("scheduled_at", &self.scheduled_at)
            .field("sent_at", &self.sent_at)
            .field("sent_by_admin", &self.sent_by_admin)
            .field("short_link", &self.short_link)
            .field("status", &crate::runtime::redacted::of(&self.status))
            .field("write_to_record", &self.write_to_record)
            .finish()
    }
}

/// Field `campaign` of `GetMessageResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetMessageResponseCampaign {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: Option<String>,
}

impl ::std::fmt::Debug for GetMessageResponseCampaign {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetMessageResponseCampaign")
            .field("id", &self.id)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .finish()
    }
}

/// Field `patient` of `GetMessageResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetMessageResponsePatient {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub first_name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_name: Option<String>,
    /// Probably one of the titles of a patient.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: Option<String>,
}

impl ::std::fmt::Debug for GetMessageResponsePatient {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetMessageResponsePatient")
            .field("first_name", &crate::runtime::redacted::of(&self.first_name))
            .field("id", &self.id)
            .field("last_name", &crate::runtime::redacted::of(&self.last_name))
            .field("title", &crate::runtime::redacted::of(&self.title))
            .finish()
    }
}

/// Field `sent_by_admin` of `GetMessageResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetMessageResponseSentByAdmin {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
}

impl ::std::fmt::Debug for GetMessageResponseSentByAdmin {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetMessageResponseSentByAdmin").field("id", &self.id).finish()
    }
}

/// Field `short_link` of `GetMessageResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetMessageResponseShortLink {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: Option<String>,
}

impl ::std::fmt::Debug for GetMessageResponseShortLink {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetMessageResponseShortLink")
            .field("id", &self.id)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("status", &crate::runtime::redacted::of(&self.status))
            .field("type", &crate::runtime::redacted::of(&self.type_))
            .finish()
    }
}

/// The outcome of the write to the EHR. Unlike in sendMessage, this is an object.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetMessageResponseWriteToRecord {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failure_reason: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub snomed_code: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub write_to_record_at: Option<::chrono::DateTime<::chrono::Utc>>,
}

impl ::std::fmt::Debug for GetMessageResponseWriteToRecord {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetMessageResponseWriteToRecord")
            .field("failure_reason", &crate::runtime::redacted::of(&self.failure_reason))
            .field("snomed_code", &crate::runtime::redacted::of(&self.snomed_code))
            .field("status", &crate::runtime::redacted::of(&self.status))
            .field("write_to_record_at", &self.write_to_record_at)
            .finish()
    }
}
