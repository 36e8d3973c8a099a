//! The type [`ValidationIssuePathItem`].

/// Item of the list `ValidationIssuePath`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ValidationIssuePathItem(pub ::serde_json::Value);

impl ::std::fmt::Debug for ValidationIssuePathItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("ValidationIssuePathItem")
            .field(&crate::runtime::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for ValidationIssuePathItem {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<ValidationIssuePathItem> for ::serde_json::Value {
    #[inline]
    fn from(value: ValidationIssuePathItem) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for ValidationIssuePathItem {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}
