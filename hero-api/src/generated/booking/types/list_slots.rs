//! What `listSlots` sends and returns.

/// A slot, probably as in getSlot.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListSlotsItem(
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub ::serde_json::Map<String, ::serde_json::Value>,
);

impl ::std::fmt::Debug for ListSlotsItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ListSlotsItem")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ListSlotsItem {
    type Target = ::serde_json::Map<String, ::serde_json::Value>;
    fn deref(&self) -> &::serde_json::Map<String, ::serde_json::Value> {
        &self.0
    }
}

impl From<ListSlotsItem> for ::serde_json::Map<String, ::serde_json::Value> {
    #[inline]
    fn from(value: ListSlotsItem) -> Self {
        value.0
    }
}

impl From<::serde_json::Map<String, ::serde_json::Value>> for ListSlotsItem {
    #[inline]
    fn from(value: ::serde_json::Map<String, ::serde_json::Value>) -> Self {
        Self(value)
    }
}

/// Response of `listSlots`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListSlotsResponse {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_integer")]
    pub count: Option<i64>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<ListSlotsItem>,
}

impl ::std::fmt::Debug for ListSlotsResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListSlotsResponse")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}
