//! The type [`ListTemplatesResponse`].

/// Response of `listTemplates`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListTemplatesResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for ListTemplatesResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ListTemplatesResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ListTemplatesResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<ListTemplatesResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: ListTemplatesResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for ListTemplatesResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
