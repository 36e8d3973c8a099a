//! The type [`RescheduleAppointmentResponse`].

/// Response of `rescheduleAppointment`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct RescheduleAppointmentResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for RescheduleAppointmentResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("RescheduleAppointmentResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for RescheduleAppointmentResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<RescheduleAppointmentResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: RescheduleAppointmentResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for RescheduleAppointmentResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
