//! The type [`ValidationIssue`].

use crate::types::ValidationIssuePathItem;

/// One problem found in a request. It resembles an issue of the Zod library, so more keys are possible.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ValidationIssue {
    pub code: String,
    pub expected: String,
    /// Where in the request the problem is. The type of the items is not shown; expect strings and
    /// numbers.
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub path: Vec<ValidationIssuePathItem>,
}

impl ::std::fmt::Debug for ValidationIssue {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ValidationIssue")
            .field("code", &crate::runtime::redacted::of(&self.code))
            .field("expected", &crate::runtime::redacted::of(&self.expected))
            .field("path", &self.path)
            .finish()
    }
}
