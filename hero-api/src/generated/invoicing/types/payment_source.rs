//! The type [`PaymentSource`].

use crate::types::PaymentSourceCard;

/// A means of payment of a Stripe customer. Of its two forms only the card is known.
#[derive(::serde::Serialize, Clone, PartialEq)]
#[serde(untagged)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum PaymentSource {
    Card(PaymentSourceCard),
    OtherSource(::serde_json::Map<String, ::serde_json::Value>),
    Other(::serde_json::Value),
}

impl ::std::fmt::Debug for PaymentSource {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Card(value) => {
                f.debug_tuple("PaymentSource::Card").field(value).finish()
            }
            Self::OtherSource(value) => {
                f.debug_tuple("PaymentSource::OtherSource")
                    .field(&crate::runtime::redacted::of(value))
                    .finish()
            }
            Self::Other(value) => {
                f.debug_tuple("PaymentSource::Other")
                    .field(&crate::runtime::redacted::of(value))
                    .finish()
            }
        }
    }
}

impl From<PaymentSourceCard> for PaymentSource {
    #[inline]
    fn from(value: PaymentSourceCard) -> Self {
        Self::Card(value)
    }
}

impl From<::serde_json::Map<String, ::serde_json::Value>> for PaymentSource {
    #[inline]
    fn from(value: ::serde_json::Map<String, ::serde_json::Value>) -> Self {
        Self::OtherSource(value)
    }
}

impl From<::serde_json::Value> for PaymentSource {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self::Other(value)
    }
}

impl<'de> ::serde::Deserialize<'de> for PaymentSource {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        crate::runtime::alternatives::Alternatives::of(deserializer)?
            .or_fields(
                &[
                    "brand",
                    "exp_month",
                    "exp_year",
                    "fingerprint",
                    "id",
                    "last4",
                    "type",
                ],
                Self::Card,
            )
            .or(Self::OtherSource)
            .or(Self::Other)
            .decide("PaymentSource")
    }
}
