//! The type [`GetHcaConsultantResponse`].

/// Response of `getHcaConsultant`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetHcaConsultantResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for GetHcaConsultantResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("GetHcaConsultantResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for GetHcaConsultantResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<GetHcaConsultantResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: GetHcaConsultantResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for GetHcaConsultantResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
