//! The type [`CountSlotsResponse`].

/// Response of `countSlots`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CountSlotsResponse {
    /// The name of the field is inferred.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_integer")]
    pub count: Option<i64>,
}

impl ::std::fmt::Debug for CountSlotsResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CountSlotsResponse").field("count", &self.count).finish()
    }
}
