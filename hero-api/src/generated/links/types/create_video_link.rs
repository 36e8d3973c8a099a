//! The type [`CreateVideoLinkResponse`].

/// Response of `createVideoLink`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateVideoLinkResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for CreateVideoLinkResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("CreateVideoLinkResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for CreateVideoLinkResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<CreateVideoLinkResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: CreateVideoLinkResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for CreateVideoLinkResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
