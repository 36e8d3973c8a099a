//! What `createBookingLink` sends and returns.

/// Request body of `createBookingLink`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateBookingLinkBody {
    pub appointment_type_id: String,
    /// When the link stops working. The sample is a plain date.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expiry_date: Option<String>,
    /// The patient sees slots after this date.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub from_date: Option<String>,
    /// Seen in updateBookingLink only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub link_name: Option<String>,
    pub location_id: String,
    /// How many bookings can be made with the link. The lower limit is a guess.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub maximum_use_count: Option<f64>,
    /// The patient who is invited. Leave it out for a generic link.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub patient_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub practitioner_id: Option<String>,
    /// The patient sees slots before this date.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub to_date: Option<String>,
}

impl ::std::fmt::Debug for CreateBookingLinkBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateBookingLinkBody")
            .field("appointment_type_id", &self.appointment_type_id)
            .field("expiry_date", &self.expiry_date)
            .field("from_date", &crate::runtime::redacted::of(&self.from_date))
            .field("link_name", &crate::runtime::redacted::of(&self.link_name))
            .field("location_id", &self.location_id)
            .field("maximum_use_count", &self.maximum_use_count)
            .field("patient_id", &self.patient_id)
            .field("practitioner_id", &self.practitioner_id)
            .field("to_date", &crate::runtime::redacted::of(&self.to_date))
            .finish()
    }
}

impl CreateBookingLinkBody {
    /// A builder of [`CreateBookingLinkBody`] in which nothing is set.
    pub fn builder() -> builder::CreateBookingLinkBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CreateBookingLinkBody
}

/// Response of `createBookingLink`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateBookingLinkResponse {
    /// Seen in updateBookingLink only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub booking_link: Option<String>,
    /// Seen in updateBookingLink only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub short_link_id: Option<String>,
}

impl ::std::fmt::Debug for CreateBookingLinkResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateBookingLinkResponse")
            .field("booking_link", &crate::runtime::redacted::of(&self.booking_link))
            .field("short_link_id", &self.short_link_id)
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`CreateBookingLinkBody`](crate::types::CreateBookingLinkBody).
    #[derive(Clone)]
    pub struct CreateBookingLinkBody {
        appointment_type_id: Result<String, crate::ConversionError>,
        expiry_date: Result<Option<String>, crate::ConversionError>,
        from_date: Result<Option<String>, crate::ConversionError>,
        link_name: Result<Option<String>, crate::ConversionError>,
        location_id: Result<String, crate::ConversionError>,
        maximum_use_count: Result<Option<f64>, crate::ConversionError>,
        patient_id: Result<Option<String>, crate::ConversionError>,
        practitioner_id: Result<Option<String>, crate::ConversionError>,
        to_date: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for CreateBookingLinkBody {
        #[inline]
        fn default() -> Self {
            Self {
                appointment_type_id: Err(
                    "no value supplied for appointment_type_id".into(),
                ),
                expiry_date: Ok(Default::default()),
                from_date: Ok(Default::default()),
                link_name: Ok(Default::default()),
                location_id: Err("no value supplied for location_id".into()),
                maximum_use_count: Ok(Default::default()),
                patient_id: Ok(Default::default()),
                practitioner_id: Ok(Default::default()),
                to_date: Ok(Default::default()),
            }
        }
    }
    impl CreateBookingLinkBody {
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
        /// Sets `expiry_date`: When the link stops working. The sample is a plain date.
        pub fn expiry_date(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.expiry_date = crate::runtime::conversion::optional(
                "expiry_date",
                Some(value),
            );
            self
        }
        /// Sets `expiry_date` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_expiry_date(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.expiry_date = crate::runtime::conversion::optional(
                "expiry_date",
                value,
            );
            self
        }
        /// Sets `from_date`: The patient sees slots after this date.
        pub fn from_date(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.from_date = crate::runtime::conversion::optional(
                "from_date",
                Some(value),
            );
            self
        }
        /// Sets `from_date` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_from_date(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.from_date = crate::runtime::conversion::optional("from_date", value);
            self
        }
        /// Sets `link_name`: Seen in updateBookingLink only.
        pub fn link_name(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.link_name = crate::runtime::conversion::optional(
                "link_name",
                Some(value),
            );
            self
        }
        /// Sets `link_name` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_link_name(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.link_name = crate::runtime::conversion::optional("link_name", value);
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
        /// Sets `maximum_use_count`: How many bookings can be made with the link. The lower limit is a guess.
        pub fn maximum_use_count(
            mut self,
            value: impl TryInto<f64, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.maximum_use_count = crate::runtime::limits::optional(
                "maximum_use_count",
                crate::runtime::conversion::optional("maximum_use_count", Some(value)),
                |value: &f64| crate::runtime::limits::at_least(value, 1.0),
            );
            self
        }
        /// Sets `maximum_use_count` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_maximum_use_count(
            mut self,
            value: Option<impl TryInto<f64, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.maximum_use_count = crate::runtime::limits::optional(
                "maximum_use_count",
                crate::runtime::conversion::optional("maximum_use_count", value),
                |value: &f64| crate::runtime::limits::at_least(value, 1.0),
            );
            self
        }
        /// Sets `patient_id`: The patient who is invited. Leave it out for a generic link.
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
            self.practitioner_id = crate::runtime::conversion::optional(
                "practitioner_id",
                Some(value),
            );
            self
        }
        /// Sets `practitioner_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_practitioner_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.practitioner_id = crate::runtime::conversion::optional(
                "practitioner_id",
                value,
            );
            self
        }
        /// Sets `to_date`: The patient sees slots before this date.
        pub fn to_date(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.to_date = crate::runtime::conversion::optional("to_date", Some(value));
            self
        }
        /// Sets `to_date` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_to_date(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.to_date = crate::runtime::conversion::optional("to_date", value);
            self
        }
    }
    impl TryFrom<CreateBookingLinkBody> for super::CreateBookingLinkBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: CreateBookingLinkBody,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                appointment_type_id: value.appointment_type_id?,
                expiry_date: value.expiry_date?,
                from_date: value.from_date?,
                link_name: value.link_name?,
                location_id: value.location_id?,
                maximum_use_count: value.maximum_use_count?,
                patient_id: value.patient_id?,
                practitioner_id: value.practitioner_id?,
                to_date: value.to_date?,
            })
        }
    }
    impl From<super::CreateBookingLinkBody> for CreateBookingLinkBody {
        #[inline]
        fn from(value: super::CreateBookingLinkBody) -> Self {
            Self {
                appointment_type_id: Ok(value.appointment_type_id),
                expiry_date: Ok(value.expiry_date),
                from_date: Ok(value.from_date),
                link_name: Ok(value.link_name),
                location_id: Ok(value.location_id),
                maximum_use_count: Ok(value.maximum_use_count),
                patient_id: Ok(value.patient_id),
                practitioner_id: Ok(value.practitioner_id),
                to_date: Ok(value.to_date),
            }
        }
    }
}
