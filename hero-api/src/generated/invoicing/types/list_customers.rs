//! What `listCustomers` sends and returns.

use crate::types::PaymentSource;

/// Item of `data` in `ListCustomersResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListCustomersItem {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: Option<String>,
    pub id: String,
    pub name: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub sources: Vec<PaymentSource>,
}

impl ::std::fmt::Debug for ListCustomersItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListCustomersItem")
            .field("email", &crate::runtime::redacted::of(&self.email))
            .field("id", &self.id)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("phone", &crate::runtime::redacted::of(&self.phone))
            .field("sources", &self.sources)
            .finish()
    }
}

/// Response of `listCustomers`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListCustomersResponse {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(deserialize_with = "crate::runtime::lenient::integer")]
    pub count: i64,
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<ListCustomersItem>,
}

impl ::std::fmt::Debug for ListCustomersResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListCustomersResponse")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}
