//! The type [`SendBatchMessageResponse`].

/// Response of `sendBatchMessage`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct SendBatchMessageResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for SendBatchMessageResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("SendBatchMessageResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for SendBatchMessageResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<SendBatchMessageResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: SendBatchMessageResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for SendBatchMessageResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
