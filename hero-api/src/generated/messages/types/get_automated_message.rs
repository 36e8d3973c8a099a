//! The type [`GetAutomatedMessageResponse`].

/// Response of `getAutomatedMessage`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetAutomatedMessageResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for GetAutomatedMessageResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("GetAutomatedMessageResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for GetAutomatedMessageResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<GetAutomatedMessageResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: GetAutomatedMessageResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for GetAutomatedMessageResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
