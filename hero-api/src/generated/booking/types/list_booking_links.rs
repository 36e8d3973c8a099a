//! The type [`ListBookingLinksResponse`].

/// Response of `listBookingLinks`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListBookingLinksResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for ListBookingLinksResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ListBookingLinksResponse")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ListBookingLinksResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<ListBookingLinksResponse> for ::serde_json::Value {
    #[inline]
    fn from(value: ListBookingLinksResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for ListBookingLinksResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
