//! The type [`ListPatientEhrCandidatesResponse`].

use crate::types::Patient;

/// Answer of `listPatientEhrCandidates`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListPatientEhrCandidatesResponse {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_integer")]
    pub count: Option<i64>,
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<Patient>,
}

impl ::std::fmt::Debug for ListPatientEhrCandidatesResponse {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListPatientEhrCandidatesResponse")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}
