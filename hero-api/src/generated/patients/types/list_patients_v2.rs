//! The type [`ListPatientsV2Response`].

use crate::types::Patient;

/// Answer of `listPatientsV2`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListPatientsV2Response {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_integer")]
    pub count: Option<i64>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<Patient>,
}

impl ::std::fmt::Debug for ListPatientsV2Response {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListPatientsV2Response")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}
