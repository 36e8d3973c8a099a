//! The type [`GetAppointmentResponse`].

/// Response of `getAppointment`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetAppointmentResponse {
    pub appointment_type_id: String,
    /// When the appointment was booked.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub booking_confirmed_at: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(default)]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub can_be_cancelled: bool,
    #[serde(default)]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub can_be_rescheduled: bool,
    /// A number of hours, going by its name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cancellation_policy_hours: Option<f64>,
    /// The length of the appointment, in minutes going by a sample.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub duration: Option<f64>,
    pub id: String,
    #[serde(default)]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub in_person: bool,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub link_id: Option<String>,
    pub location_id: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub patient_id: Option<String>,
    pub practitioner_id: String,
    /// When the reservation runs out, unless the appointment is booked before.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub reserved_until: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub start_time: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(default)]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub suppress_mail: bool,
    #[serde(default)]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub telephone: bool,
    #[serde(default)]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub video: bool,
    /// Seen in a newer copy of the page only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub video_url: Option<String>,
}

impl ::std::fmt::Debug for GetAppointmentResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetAppointmentResponse")
            .field("appointment_type_id", &self.appointment_type_id)
            .field(
                "booking_confirmed_at",
                &crate::runtime::redacted::of(&self.booking_confirmed_at),
            )
            .field("can_be_cancelled", &self.can_be_cancelled)
            .field("can_be_rescheduled", &self.can_be_rescheduled)
            .field("cancellation_policy_hours", &self.cancellation_policy_hours)
            .field("duration", &self.duration)
            .field("id", &self.id)
            .field("in_person", &self.in_person)
            .field("link_id", &self.link_id)
            .field("location_id", &self.location_id)
            .field("patient_id", &self.patient_id)
            .field("practitioner_id", &self.practitioner_id)
            .field("reserved_until", &self.reserved_until)
            .field("start_time", &crate::runtime::redacted::of(&self.start_time))
            .field("suppress_mail", &self.suppress_mail)
            .field("telephone", &self.telephone)
            .field("video", &self.video)
            .field("video_url", &crate::runtime::redacted::of(&self.video_url))
            .finish()
    }
}
