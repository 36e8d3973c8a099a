//! The type [`GetSlotResponse`].

/// Response of `getSlot`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetSlotResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub appointment_type_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub finish_time: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub location_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub practitioner_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub start_time: Option<::chrono::DateTime<::chrono::Utc>>,
}

impl ::std::fmt::Debug for GetSlotResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetSlotResponse")
            .field("appointment_type_id", &self.appointment_type_id)
            .field("finish_time", &crate::runtime::redacted::of(&self.finish_time))
            .field("id", &self.id)
            .field("location_id", &self.location_id)
            .field("practitioner_id", &self.practitioner_id)
            .field("start_time", &crate::runtime::redacted::of(&self.start_time))
            .finish()
    }
}
