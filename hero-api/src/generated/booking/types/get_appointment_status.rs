//! The type [`GetAppointmentStatusResponse`].

/// Response of `getAppointmentStatus`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetAppointmentStatusResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for GetAppointmentStatusResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("GetAppointmentStatusResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for GetAppointmentStatusResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<GetAppointmentStatusResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: GetAppointmentStatusResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for GetAppointmentStatusResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
