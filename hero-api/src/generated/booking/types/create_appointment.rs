//! What `createAppointment` sends and returns.

/// Request body of `createAppointment`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateAppointmentBody {
    pub appointment_type_id: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub billpayer_id: Option<String>,
    /// The length of the appointment, in minutes going by a sample.
    pub duration: f64,
    pub location_id: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub patient_id: Option<String>,
    pub practitioner_id: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reason: Option<String>,
    /// The start, in ISO 8601. The pages print no format.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub start_time: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub suppress_availability_check: Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub suppress_mail: Option<bool>,
}

impl ::std::fmt::Debug for CreateAppointmentBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateAppointmentBody")
            .field("appointment_type_id", &self.appointment_type_id)
            .field("billpayer_id", &self.billpayer_id)
            .field("duration", &self.duration)
            .field("location_id", &self.location_id)
            .field("patient_id", &self.patient_id)
            .field("practitioner_id", &self.practitioner_id)
            .field("reason", &crate::runtime::redacted::of(&self.reason))
            .field("start_time", &crate::runtime::redacted::of(&self.start_time))
            .field("suppress_availability_check", &self.suppress_availability_check)
            .field("suppress_mail", &self.suppress_mail)
            .finish()
    }
}

impl CreateAppointmentBody {
    /// A builder of [`CreateAppointmentBody`] in which nothing is set.
    pub fn builder() -> builder::CreateAppointmentBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CreateAppointmentBody
}

/// Response of `createAppointment`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateAppointmentResponse {
    pub id: String,
    /// When the reservation runs out. The pages print no format.
    pub reserved_until: Option<String>,
}

impl ::std::fmt::Debug for CreateAppointmentResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateAppointmentResponse")
            .field("id", &self.id)
            .field("reserved_until", &self.reserved_until)
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`CreateAppointmentBody`](crate::types::CreateAppointmentBody).
    #[derive(Clone)]
    pub struct CreateAppointmentBody {
        appointment_type_id: Result<String, crate::ConversionError>,
        billpayer_id: Result<Option<String>, crate::ConversionError>,
        duration: Result<f64, crate::ConversionError>,
        location_id: Result<String, crate::ConversionError>,
        patient_id: Result<Option<String>, crate::ConversionError>,
        practitioner_id: Result<String, crate::ConversionError>,
        reason: Result<Option<String>, crate::ConversionError>,
        start_time: Result<Option<String>, crate::ConversionError>,
        suppress_availability_check: Result<Option<bool>, crate::ConversionError>,
        suppress_mail: Result<Option<bool>, crate::ConversionError>,
    }
    impl Default for CreateAppointmentBody {
        #[inline]
        fn default() -> Self {
            Self {
                appointment_type_id: Err(
                    "no value supplied for appointment_type_id".into(),
                ),
                billpayer_id: Ok(Default::default()),
                duration: Err("no value supplied for duration".into()),
                location_id: Err("no value supplied for location_id".into()),
                patient_id: Ok(Default::default()),
                practitioner_id: Err("no value supplied for practitioner_id".into()),
                reason: Ok(Default::default()),
                start_time: Err("no value supplied for start_time".into()),
                suppress_availability_check: Ok(Default::default()),
                suppress_mail: Ok(Default::default()),
            }
        }
    }
    impl CreateAppointmentBody {
        /// Sets `appointment_type_id`.
        pub fn appointment_type_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.appointment_type_id = crate::runtime::conversion::required(
                "appointment_type_id",
                value,
            );
            self
        }
        /// Sets `billpayer_id`.
        pub fn billpayer_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.billpayer_id = crate::runtime::conversion::optional(
                "billpayer_id",
                Some(value),
            );
            self
        }
        /// Sets `billpayer_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_billpayer_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.billpayer_id = crate::runtime::conversion::optional(
                "billpayer_id",
                value,
            );
            self
        }
        /// Sets `duration`: The length of the appointment, in minutes going by a sample.
        pub fn duration(
            mut self,
            value: impl TryInto<f64, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.duration = crate::runtime::conversion::required("duration", value);
            self
        }
        /// Sets `location_id`.
        pub fn location_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.location_id = crate::runtime::conversion::required(
                "location_id",
                value,
            );
            self
        }
        /// Sets `patient_id`.
        pub fn patient_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.patient_id = crate::runtime::conversion::optional(
                "patient_id",
                Some(value),
            );
            self
        }
        /// Sets `patient_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_patient_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.patient_id = crate::runtime::conversion::optional("patient_id", value);
            self
        }
        /// Sets `practitioner_id`.
        pub fn practitioner_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.practitioner_id = crate::runtime::conversion::required(
                "practitioner_id",
                value,
            );
            self
        }
        /// Sets `reason`.
        pub fn reason(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.reason = crate::runtime::conversion::optional("reason", Some(value));
            self
        }
        /// Sets `reason` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_reason(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.reason = crate::runtime::conversion::optional("reason", value);
            self
        }
        /// Sets `start_time`: The start, in ISO 8601. The pages print no format.
        pub fn start_time(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.start_time = crate::runtime::conversion::optional(
                "start_time",
                Some(value),
            );
            self
        }
        /// Sets `start_time` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_start_time(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.start_time = crate::runtime::conversion::optional("start_time", value);
            self
        }
        /// Sets `suppress_availability_check`.
        pub fn suppress_availability_check(
            mut self,
            value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.suppress_availability_check = crate::runtime::conversion::optional(
                "suppress_availability_check",
                Some(value),
            );
            self
        }
        /// Sets `suppress_availability_check` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_suppress_availability_check(
            mut self,
            value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.suppress_availability_check = crate::runtime::conversion::optional(
                "suppress_availability_check",
                value,
            );
            self
        }
        /// Sets `suppress_mail`.
        pub fn suppress_mail(
            mut self,
            value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.suppress_mail = crate::runtime::conversion::optional(
                "suppress_mail",
                Some(value),
            );
            self
        }
        /// Sets `suppress_mail` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_suppress_mail(
            mut self,
            value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.suppress_mail = crate::runtime::conversion::optional(
                "suppress_mail",
                value,
            );
            self
        }
    }
    impl TryFrom<CreateAppointmentBody> for super::CreateAppointmentBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: CreateAppointmentBody,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                appointment_type_id: value.appointment_type_id?,
                billpayer_id: value.billpayer_id?,
                duration: value.duration?,
                location_id: value.location_id?,
                patient_id: value.patient_id?,
                practitioner_id: value.practitioner_id?,
                reason: value.reason?,
                start_time: value.start_time?,
                suppress_availability_check: value.suppress_availability_check?,
                suppress_mail: value.suppress_mail?,
            })
        }
    }
    impl From<super::CreateAppointmentBody> for CreateAppointmentBody {
        #[inline]
        fn from(value: super::CreateAppointmentBody) -> Self {
            Self {
                appointment_type_id: Ok(value.appointment_type_id),
                billpayer_id: Ok(value.billpayer_id),
                duration: Ok(value.duration),
                location_id: Ok(value.location_id),
                patient_id: Ok(value.patient_id),
                practitioner_id: Ok(value.practitioner_id),
                reason: Ok(value.reason),
                start_time: Ok(value.start_time),
                suppress_availability_check: Ok(value.suppress_availability_check),
                suppress_mail: Ok(value.suppress_mail),
            }
        }
    }
}
