//! The type [`GetPractitionerResponse`].

/// Response of `getPractitioner`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetPractitionerResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for GetPractitionerResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("GetPractitionerResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for GetPractitionerResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<GetPractitionerResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: GetPractitionerResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for GetPractitionerResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
