//! What `listPracticeGroupElements` sends and returns.

/// Item of `data` in `ListPracticeGroupElementsResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListPracticeGroupElementsItem {
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub config: ::serde_json::Map<String, ::serde_json::Value>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub element: Option<::serde_json::Map<String, ::serde_json::Value>>,
    pub version: Option<String>,
}

impl ::std::fmt::Debug for ListPracticeGroupElementsItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListPracticeGroupElementsItem")
            .field("config", &crate::runtime::redacted::of(&self.config))
            .field("element", &crate::runtime::redacted::of(&self.element))
            .field("version", &crate::runtime::redacted::of(&self.version))
            .finish()
    }
}

/// Response of `listPracticeGroupElements`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListPracticeGroupElementsResponse {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(deserialize_with = "crate::runtime::lenient::integer")]
    pub count: i64,
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<ListPracticeGroupElementsItem>,
}

impl ::std::fmt::Debug for ListPracticeGroupElementsResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListPracticeGroupElementsResponse")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}
