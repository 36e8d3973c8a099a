//! The type [`SearchHcaConsultantsResponse`].

/// Response of `searchHcaConsultants`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct SearchHcaConsultantsResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for SearchHcaConsultantsResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("SearchHcaConsultantsResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for SearchHcaConsultantsResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<SearchHcaConsultantsResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: SearchHcaConsultantsResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for SearchHcaConsultantsResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
