//! The type [`Customer`].

use crate::types::PaymentSource;

/// A Stripe customer, as the operations for a single customer return it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct Customer {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub sources: Vec<PaymentSource>,
}

impl ::std::fmt::Debug for Customer {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("Customer")
            .field("email", &crate::runtime::redacted::of(&self.email))
            .field("id", &self.id)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field("phone", &crate::runtime::redacted::of(&self.phone))
            .field("sources", &self.sources)
            .finish()
    }
}
