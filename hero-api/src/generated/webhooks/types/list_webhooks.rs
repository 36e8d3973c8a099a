//! The type [`ListWebhooksResponse`].

/// Response of `listWebhooks`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListWebhooksResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for ListWebhooksResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ListWebhooksResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ListWebhooksResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<ListWebhooksResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: ListWebhooksResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for ListWebhooksResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
