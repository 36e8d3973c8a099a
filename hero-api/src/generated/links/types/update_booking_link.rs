//! What `updateBookingLink` sends and returns.

/// Request body of `updateBookingLink`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateBookingLinkBody {
    /// False probably switches the link off.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub active: Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub appointment_type_id: Option<String>,
    /// When the link stops working. The sample is a plain date.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expiry_date: Option<String>,
    /// The patient sees slots after this date.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub from_date: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub link_name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub location_id: Option<String>,
    /// How often the link may be used. The lower limit is a guess.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub maximum_use_count: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub practitioner_id: Option<String>,
    /// The patient sees slots before this date.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub to_date: Option<String>,
}

impl ::std::fmt::Debug for UpdateBookingLinkBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateBookingLinkBody")
            .field("active", &self.active)
            .field("appointment_type_id", &self.appointment_type_id)
            .field("expiry_date", &self.expiry_date)
            .field("from_date", &crate::runtime::redacted::of(&self.from_date))
            .field("link_name", &crate::runtime::redacted::of(&self.link_name))
            .field("location_id", &self.location_id)
            .field("maximum_use_count", &self.maximum_use_count)
            .field("practitioner_id", &self.practitioner_id)
            .field("to_date", &crate::runtime::redacted::of(&self.to_date))
            .finish()
    }
}

impl UpdateBookingLinkBody {
    /// A builder of [`UpdateBookingLinkBody`] in which nothing is set.
    pub fn builder() -> builder::UpdateBookingLinkBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::UpdateBookingLinkBody
}

/// Response of `updateBookingLink`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateBookingLinkResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub booking_link: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub short_link_id: Option<String>,
}

impl ::std::fmt::Debug for UpdateBookingLinkResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateBookingLinkResponse")
            .field("booking_link", &crate::runtime::redacted::of(&self.booking_link))
            .field("short_link_id", &self.short_link_id)
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`UpdateBookingLinkBody`](crate::types::UpdateBookingLinkBody).
    #[derive(Clone)]
    pub struct UpdateBookingLinkBody {
        active: Result<Option<bool>, crate::ConversionError>,
        appointment_type_id: Result<Option<String>, crate::ConversionError>,
        expiry_date: Result<Option<String>, crate::ConversionError>,
        from_date: Result<Option<String>, crate::ConversionError>,
        link_name: Result<Option<String>, crate::ConversionError>,
        location_id: Result<Option<String>, crate::ConversionError>,
        maximum_use_count: Result<Option<f64>, crate::ConversionError>,
        practitioner_id: Result<Option<String>, crate::ConversionError>,
        to_date: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for UpdateBookingLinkBody {
        #[inline]
        fn default() -> Self {
            Self {
                active: Ok(Default::default()),
                appointment_type_id: Ok(Default::default()),
                expiry_date: Ok(Default::default()),
                from_date: Ok(Default::default()),
                link_name: Ok(Default::default()),
                location_id: Ok(Default::default()),
                maximum_use_count: Ok(Default::default()),
                practitioner_id: Ok(Default::default()),
                to_date: Ok(Default::default()),
            }
        }
    }
    impl UpdateBookingLinkBody {
        /// Sets `active`: False probably switches the link off.
        pub fn active(
            mut self,
            value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.active = crate::runtime::conversion::optional("active", Some(value));
            self
        }
        /// Sets `active` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_active(
            mut self,
            value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.active = crate::runtime::conversion::optional("active", value);
            self
        }
        /// Sets `appointment_type_id`.
        pub fn appointment_type_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.appointment_type_id = crate::runtime::conversion::optional(
                "appointment_type_id",
                Some(value),
            );
            self
        }
        /// Sets `appointment_type_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_appointment_type_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.appointment_type_id = crate::runtime::conversion::optional(
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
        /// Sets `link_name`.
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
            self.location_id = crate::runtime::conversion::optional(
                "location_id",
                Some(value),
            );
            self
        }
        /// Sets `location_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_location_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.location_id = crate::runtime::conversion::optional(
                "location_id",
                value,
            );
            self
        }
        /// Sets `maximum_use_count`: How often the link may be used. The lower limit is a guess.
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
    impl TryFrom<UpdateBookingLinkBody> for super::UpdateBookingLinkBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: UpdateBookingLinkBody,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                active: value.active?,
                appointment_type_id: value.appointment_type_id?,
                expiry_date: value.expiry_date?,
                from_date: value.from_date?,
                link_name: value.link_name?,
                location_id: value.location_id?,
                maximum_use_count: value.maximum_use_count?,
                practitioner_id: value.practitioner_id?,
                to_date: value.to_date?,
            })
        }
    }
    impl From<super::UpdateBookingLinkBody> for UpdateBookingLinkBody {
        #[inline]
        fn from(value: super::UpdateBookingLinkBody) -> Self {
            Self {
                active: Ok(value.active),
                appointment_type_id: Ok(value.appointment_type_id),
                expiry_date: Ok(value.expiry_date),
                from_date: Ok(value.from_date),
                link_name: Ok(value.link_name),
                location_id: Ok(value.location_id),
                maximum_use_count: Ok(value.maximum_use_count),
                practitioner_id: Ok(value.practitioner_id),
                to_date: Ok(value.to_date),
            }
        }
    }
}
