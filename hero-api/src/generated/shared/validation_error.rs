//! The type [`ValidationError`].

use crate::types::ValidationIssue;

/// What is wrong with a request.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ValidationError {
    pub error: bool,
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub message: Vec<ValidationIssue>,
    /// The HTTP status.
    #[serde(rename = "statusCode")]
    pub status_code: f64,
}

impl ::std::fmt::Debug for ValidationError {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ValidationError")
            .field("error", &self.error)
            .field("message", &self.message)
            .field("statusCode", &self.status_code)
            .finish()
    }
}
