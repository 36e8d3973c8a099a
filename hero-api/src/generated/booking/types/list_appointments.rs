//! The type [`ListAppointmentsResponse`].

/// Response of `listAppointments`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListAppointmentsResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for ListAppointmentsResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ListAppointmentsResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ListAppointmentsResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<ListAppointmentsResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: ListAppointmentsResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for ListAppointmentsResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
