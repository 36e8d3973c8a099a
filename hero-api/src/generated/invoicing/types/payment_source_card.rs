//! The type [`PaymentSourceCard`].

/// A card.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct PaymentSourceCard {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub brand: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub exp_month: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub exp_year: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub fingerprint: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last4: Option<String>,
    /// Probably always `card`.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: Option<String>,
}

impl ::std::fmt::Debug for PaymentSourceCard {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("PaymentSourceCard")
            .field("brand", &crate::runtime::redacted::of(&self.brand))
            .field("exp_month", &self.exp_month)
            .field("exp_year", &self.exp_year)
            .field("fingerprint", &crate::runtime::redacted::of(&self.fingerprint))
            .field("id", &self.id)
            .field("last4", &crate::runtime::redacted::of(&self.last4))
            .field("type", &crate::runtime::redacted::of(&self.type_))
            .finish()
    }
}
