//! What `cancelAppointment` sends and returns.

/// Request body of `cancelAppointment`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CancelAppointmentBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub suppress_cancellation_policy: Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub suppress_mail: Option<bool>,
}

impl ::std::fmt::Debug for CancelAppointmentBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CancelAppointmentBody")
            .field("suppress_cancellation_policy", &self.suppress_cancellation_policy)
            .field("suppress_mail", &self.suppress_mail)
            .finish()
    }
}

impl CancelAppointmentBody {
    /// A builder of [`CancelAppointmentBody`] in which nothing is set.
    pub fn builder() -> builder::CancelAppointmentBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CancelAppointmentBody
}

/// Response of `cancelAppointment`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CancelAppointmentResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for CancelAppointmentResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("CancelAppointmentResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for CancelAppointmentResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<CancelAppointmentResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: CancelAppointmentResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for CancelAppointmentResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`CancelAppointmentBody`](crate::types::CancelAppointmentBody).
    #[derive(Clone)]
    pub struct CancelAppointmentBody {
        suppress_cancellation_policy: Result<Option<bool>, crate::ConversionError>,
        suppress_mail: Result<Option<bool>, crate::ConversionError>,
    }
    impl Default for CancelAppointmentBody {
        #[inline]
        fn default() -> Self {
            Self {
                suppress_cancellation_policy: Ok(Default::default()),
                suppress_mail: Ok(Default::default()),
            }
        }
    }
    impl CancelAppointmentBody {
        /// Sets `suppress_cancellation_policy`.
        pub fn suppress_cancellation_policy(
            mut self,
            value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.suppress_cancellation_policy = crate::runtime::conversion::optional(
                "suppress_cancellation_policy",
                Some(value),
            );
            self
        }
        /// Sets `suppress_cancellation_policy` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_suppress_cancellation_policy(
            mut self,
            value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.suppress_cancellation_policy = crate::runtime::conversion::optional(
                "suppress_cancellation_policy",
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
    impl TryFrom<CancelAppointmentBody> for super::CancelAppointmentBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: CancelAppointmentBody,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                suppress_cancellation_policy: value.suppress_cancellation_policy?,
                suppress_mail: value.suppress_mail?,
            })
        }
    }
    impl From<super::CancelAppointmentBody> for CancelAppointmentBody {
        #[inline]
        fn from(value: super::CancelAppointmentBody) -> Self {
            Self {
                suppress_cancellation_policy: Ok(value.suppress_cancellation_policy),
                suppress_mail: Ok(value.suppress_mail),
            }
        }
    }
}
