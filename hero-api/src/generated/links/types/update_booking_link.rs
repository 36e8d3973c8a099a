//! The types [`UpdateBookingLinkBody`], [`UpdateBookingLinkResponse`].
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
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateBookingLinkBody")
            .field("active", &self.active)
            .field("appointment_type_id", &self.appointment_type_id)
            .field("expiry_date", &self.expiry_date)
            .field("from_date", &crate::redacted::of(&self.from_date))
            .field("link_name", &crate::redacted::of(&self.link_name))
            .field("location_id", &self.location_id)
            .field("maximum_use_count", &self.maximum_use_count)
            .field("practitioner_id", &self.practitioner_id)
            .field("to_date", &crate::redacted::of(&self.to_date))
            .finish()
    }
}

impl UpdateBookingLinkBody {
    /// Starts a [`UpdateBookingLinkBody`] with nothing set.
    pub fn builder() -> builder::UpdateBookingLinkBody {
        Default::default()
    }
}

/// Answer of `updateBookingLink`.
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
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateBookingLinkResponse")
            .field("booking_link", &crate::redacted::of(&self.booking_link))
            .field("short_link_id", &self.short_link_id)
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`UpdateBookingLinkBody`](crate::types::UpdateBookingLinkBody).
    #[derive(Clone)]
    pub struct UpdateBookingLinkBody {
        active: Result<Option<bool>, String>,
        appointment_type_id: Result<Option<String>, String>,
        expiry_date: Result<Option<String>, String>,
        from_date: Result<Option<String>, String>,
        link_name: Result<Option<String>, String>,
        location_id: Result<Option<String>, String>,
        maximum_use_count: Result<Option<f64>, String>,
        practitioner_id: Result<Option<String>, String>,
        to_date: Result<Option<String>, String>,
    }
    impl Default for UpdateBookingLinkBody {
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
        pub fn active<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<bool>>,
            T::Error: ::std::fmt::Display,
        {
            self.active = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for active: {e}"));
            self
        }
        /// Sets `appointment_type_id`.
        pub fn appointment_type_id<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.appointment_type_id = value
                .try_into()
                .map_err(|e| {
                    format!(
                        "error converting supplied value for appointment_type_id: {e}"
                    )
                });
            self
        }
        /// Sets `expiry_date`: When the link stops working. The sample is a plain date.
        pub fn expiry_date<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.expiry_date = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for expiry_date: {e}")
                });
            self
        }
        /// Sets `from_date`: The patient sees slots after this date.
        pub fn from_date<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.from_date = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for from_date: {e}")
                });
            self
        }
        /// Sets `link_name`.
        pub fn link_name<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.link_name = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for link_name: {e}")
                });
            self
        }
        /// Sets `location_id`.
        pub fn location_id<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.location_id = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for location_id: {e}")
                });
            self
        }
        /// Sets `maximum_use_count`: How often the link may be used. The lower limit is a guess.
        pub fn maximum_use_count<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<f64>>,
            T::Error: ::std::fmt::Display,
        {
            self.maximum_use_count = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for maximum_use_count: {e}")
                });
            self
        }
        /// Sets `practitioner_id`.
        pub fn practitioner_id<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.practitioner_id = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for practitioner_id: {e}")
                });
            self
        }
        /// Sets `to_date`: The patient sees slots before this date.
        pub fn to_date<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.to_date = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for to_date: {e}")
                });
            self
        }
    }
    impl TryFrom<UpdateBookingLinkBody> for super::UpdateBookingLinkBody {
        type Error = crate::ConversionError;
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
    impl ::std::fmt::Debug for UpdateBookingLinkBody {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UpdateBookingLinkBody").finish_non_exhaustive()
        }
    }
}
