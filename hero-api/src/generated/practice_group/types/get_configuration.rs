//! The type [`GetConfigurationResponse`].

/// Response of `getConfiguration`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetConfigurationResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for GetConfigurationResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("GetConfigurationResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for GetConfigurationResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<GetConfigurationResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: GetConfigurationResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for GetConfigurationResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
