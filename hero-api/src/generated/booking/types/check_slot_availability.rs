//! What `checkSlotAvailability` sends and returns.

/// Request body of `checkSlotAvailability`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CheckSlotAvailabilityBody {
    pub appointment_type_id: String,
    /// The length of the appointment, in minutes going by a sample.
    pub duration: f64,
    pub location_id: String,
    pub practitioner_id: String,
    /// The start. No format is printed.
    pub start_time: String,
}

impl ::std::fmt::Debug for CheckSlotAvailabilityBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CheckSlotAvailabilityBody")
            .field("appointment_type_id", &self.appointment_type_id)
            .field("duration", &self.duration)
            .field("location_id", &self.location_id)
            .field("practitioner_id", &self.practitioner_id)
            .field("start_time", &crate::runtime::redacted::of(&self.start_time))
            .finish()
    }
}

impl CheckSlotAvailabilityBody {
    /// A builder of [`CheckSlotAvailabilityBody`] in which nothing is set.
    pub fn builder() -> builder::CheckSlotAvailabilityBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CheckSlotAvailabilityBody
}

/// Response of `checkSlotAvailability`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CheckSlotAvailabilityResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub available: Option<bool>,
}

impl ::std::fmt::Debug for CheckSlotAvailabilityResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CheckSlotAvailabilityResponse")
            .field("available", &self.available)
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`CheckSlotAvailabilityBody`](crate::types::CheckSlotAvailabilityBody).
    #[derive(Clone)]
    pub struct CheckSlotAvailabilityBody {
        appointment_type_id: Result<String, crate::ConversionError>,
        duration: Result<f64, crate::ConversionError>,
        location_id: Result<String, crate::ConversionError>,
        practitioner_id: Result<String, crate::ConversionError>,
        start_time: Result<String, crate::ConversionError>,
    }
    impl Default for CheckSlotAvailabilityBody {
        #[inline]
        fn default() -> Self {
            Self {
                appointment_type_id: Err(
                    "no value supplied for appointment_type_id".into(),
                ),
                duration: Err("no value supplied for duration".into()),
                location_id: Err("no value supplied for location_id".into()),
                practitioner_id: Err("no value supplied for practitioner_id".into()),
                start_time: Err("no value supplied for start_time".into()),
            }
        }
    }
    impl CheckSlotAvailabilityBody {
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
        /// Sets `start_time`: The start. No format is printed.
        pub fn start_time(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.start_time = crate::runtime::conversion::required("start_time", value);
            self
        }
    }
    impl TryFrom<CheckSlotAvailabilityBody> for super::CheckSlotAvailabilityBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: CheckSlotAvailabilityBody,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                appointment_type_id: value.appointment_type_id?,
                duration: value.duration?,
                location_id: value.location_id?,
                practitioner_id: value.practitioner_id?,
                start_time: value.start_time?,
            })
        }
    }
    impl From<super::CheckSlotAvailabilityBody> for CheckSlotAvailabilityBody {
        #[inline]
        fn from(value: super::CheckSlotAvailabilityBody) -> Self {
            Self {
                appointment_type_id: Ok(value.appointment_type_id),
                duration: Ok(value.duration),
                location_id: Ok(value.location_id),
                practitioner_id: Ok(value.practitioner_id),
                start_time: Ok(value.start_time),
            }
        }
    }
}
