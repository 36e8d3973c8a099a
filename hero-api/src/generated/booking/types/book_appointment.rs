//! The type [`BookAppointmentResponse`].

/// Response of `bookAppointment`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct BookAppointmentResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for BookAppointmentResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("BookAppointmentResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for BookAppointmentResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<BookAppointmentResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: BookAppointmentResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for BookAppointmentResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
