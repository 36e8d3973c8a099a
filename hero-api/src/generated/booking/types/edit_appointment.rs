//! What `editAppointment` sends and returns.

/// Request body of `editAppointment`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct EditAppointmentBody {
    /// The length of the appointment, in minutes going by a sample.
    pub duration: f64,
    pub practitioner_id: EditAppointmentBodyPractitionerId,
    /// The new start, in ISO 8601. Older samples send a plain date.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub start_time: Option<::chrono::DateTime<::chrono::Utc>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub suppress_availability_check: Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub suppress_mail: Option<bool>,
}

impl ::std::fmt::Debug for EditAppointmentBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("EditAppointmentBody")
            .field("duration", &self.duration)
            .field("practitioner_id", &self.practitioner_id)
            .field("start_time", &crate::runtime::redacted::of(&self.start_time))
            .field("suppress_availability_check", &self.suppress_availability_check)
            .field("suppress_mail", &self.suppress_mail)
            .finish()
    }
}

impl EditAppointmentBody {
    /// A builder of [`EditAppointmentBody`] in which nothing is set.
    pub fn builder() -> builder::EditAppointmentBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::EditAppointmentBody
}

/// Field `practitioner_id` of `EditAppointmentBody`.
#[derive(::serde::Serialize, Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct EditAppointmentBodyPractitionerId(String);

impl ::std::fmt::Debug for EditAppointmentBodyPractitionerId {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("EditAppointmentBodyPractitionerId").field(&self.0).finish()
    }
}

impl ::std::ops::Deref for EditAppointmentBodyPractitionerId {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl From<EditAppointmentBodyPractitionerId> for String {
    #[inline]
    fn from(value: EditAppointmentBodyPractitionerId) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for EditAppointmentBodyPractitionerId {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(||
        { ::regress::Regex::new("^\\d+$").unwrap() });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"^\\d+$\"".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl TryFrom<&str> for EditAppointmentBodyPractitionerId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for EditAppointmentBodyPractitionerId {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl<'de> ::serde::Deserialize<'de> for EditAppointmentBodyPractitionerId {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: ::serde::Deserializer<'de>,
    {
        String::deserialize(deserializer)?
            .parse()
            .map_err(|e: crate::ConversionError| {
                <D::Error as ::serde::de::Error>::custom(e.to_string())
            })
    }
}

/// Response of `editAppointment`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct EditAppointmentResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for EditAppointmentResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("EditAppointmentResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for EditAppointmentResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<EditAppointmentResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: EditAppointmentResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for EditAppointmentResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`EditAppointmentBody`](crate::types::EditAppointmentBody).
    #[derive(Clone)]
    pub struct EditAppointmentBody {
        duration: Result<f64, crate::ConversionError>,
        practitioner_id: Result<
            super::EditAppointmentBodyPractitionerId,
            crate::ConversionError,
        >,
        start_time: Result<
            Option<::chrono::DateTime<::chrono::Utc>>,
            crate::ConversionError,
        >,
        suppress_availability_check: Result<Option<bool>, crate::ConversionError>,
        suppress_mail: Result<Option<bool>, crate::ConversionError>,
    }
    impl Default for EditAppointmentBody {
        #[inline]
        fn default() -> Self {
            Self {
                duration: Err("no value supplied for duration".into()),
                practitioner_id: Err("no value supplied for practitioner_id".into()),
                start_time: Err("no value supplied for start_time".into()),
                suppress_availability_check: Ok(Default::default()),
                suppress_mail: Ok(Default::default()),
            }
        }
    }
    impl EditAppointmentBody {
        /// Sets `duration`: The length of the appointment, in minutes going by a sample.
        pub fn duration(
            mut self,
            value: impl TryInto<f64, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.duration = crate::runtime::conversion::required("duration", value);
            self
        }
        /// Sets `practitioner_id`.
        pub fn practitioner_id(
            mut self,
            value: impl TryInto<
                super::EditAppointmentBodyPractitionerId,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.practitioner_id = crate::runtime::conversion::required(
                "practitioner_id",
                value,
            );
            self
        }
        /// Sets `start_time`: The new start, in ISO 8601. Older samples send a plain date.
        pub fn start_time(
            mut self,
            value: impl TryInto<
                ::chrono::DateTime<::chrono::Utc>,
                Error: ::std::fmt::Display + 'static,
            >,
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
            value: Option<
                impl TryInto<
                    ::chrono::DateTime<::chrono::Utc>,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
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
    impl TryFrom<EditAppointmentBody> for super::EditAppointmentBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(value: EditAppointmentBody) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                duration: value.duration?,
                practitioner_id: value.practitioner_id?,
                start_time: value.start_time?,
                suppress_availability_check: value.suppress_availability_check?,
                suppress_mail: value.suppress_mail?,
            })
        }
    }
    impl From<super::EditAppointmentBody> for EditAppointmentBody {
        #[inline]
        fn from(value: super::EditAppointmentBody) -> Self {
            Self {
                duration: Ok(value.duration),
                practitioner_id: Ok(value.practitioner_id),
                start_time: Ok(value.start_time),
                suppress_availability_check: Ok(value.suppress_availability_check),
                suppress_mail: Ok(value.suppress_mail),
            }
        }
    }
}
