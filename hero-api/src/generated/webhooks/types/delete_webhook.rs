//! The type [`DeleteWebhookResponse`].

/// Response of `deleteWebhook`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct DeleteWebhookResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for DeleteWebhookResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("DeleteWebhookResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for DeleteWebhookResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<DeleteWebhookResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: DeleteWebhookResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for DeleteWebhookResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
