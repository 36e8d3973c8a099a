//! The type [`GetPrescriberPharmaciesResponse`].

use crate::types::Pharmacy;

/// Response of `getPrescriberPharmacies`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetPrescriberPharmaciesResponse {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(deserialize_with = "crate::runtime::lenient::integer")]
    pub count: i64,
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<Pharmacy>,
}

impl ::std::fmt::Debug for GetPrescriberPharmaciesResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetPrescriberPharmaciesResponse")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}
