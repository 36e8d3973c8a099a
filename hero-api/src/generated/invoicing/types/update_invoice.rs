//! The types [`UpdateInvoiceBody`], [`UpdateInvoiceResponse`].
use crate::types::InvoiceCoupon;

/// Request body of `updateInvoice`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateInvoiceBody {
    /// The shape is taken from createInvoice.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub coupons: Option<Vec<InvoiceCoupon>>,
    /// The type is taken from createInvoice.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub footer: Option<String>,
    /// The id of the admin who makes the change.
    pub issuer_id: String,
    /// The type is taken from createInvoice.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub memo: Option<String>,
}

impl ::std::fmt::Debug for UpdateInvoiceBody {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateInvoiceBody")
            .field("coupons", &self.coupons)
            .field("footer", &crate::redacted::of(&self.footer))
            .field("issuer_id", &self.issuer_id)
            .field("memo", &crate::redacted::of(&self.memo))
            .finish()
    }
}

impl UpdateInvoiceBody {
    /// Starts a [`UpdateInvoiceBody`] with nothing set.
    pub fn builder() -> builder::UpdateInvoiceBody {
        Default::default()
    }
}

/// Answer of `updateInvoice`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateInvoiceResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for UpdateInvoiceResponse {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("UpdateInvoiceResponse")
            .field(&crate::redacted::of(&self.0))
            .finish()
    }
}

impl ::std::ops::Deref for UpdateInvoiceResponse {
    type Target = ::serde_json::Value;
    fn deref(&self) -> &::serde_json::Value {
        &self.0
    }
}

impl From<UpdateInvoiceResponse> for ::serde_json::Value {
    fn from(value: UpdateInvoiceResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for UpdateInvoiceResponse {
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`UpdateInvoiceBody`](crate::types::UpdateInvoiceBody).
    #[derive(Clone)]
    pub struct UpdateInvoiceBody {
        coupons: Result<Option<Vec<super::InvoiceCoupon>>, String>,
        footer: Result<Option<String>, String>,
        issuer_id: Result<String, String>,
        memo: Result<Option<String>, String>,
    }
    impl Default for UpdateInvoiceBody {
        fn default() -> Self {
            Self {
                coupons: Ok(Default::default()),
                footer: Ok(Default::default()),
                issuer_id: Err("no value supplied for issuer_id".to_string()),
                memo: Ok(Default::default()),
            }
        }
    }
    impl UpdateInvoiceBody {
        /// Sets `coupons`: The shape is taken from createInvoice.
        pub fn coupons<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<Vec<super::InvoiceCoupon>>>,
            T::Error: ::std::fmt::Display,
        {
            self.coupons = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for coupons: {e}")
                });
            self
        }
        /// Sets `footer`: The type is taken from createInvoice.
        pub fn footer<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.footer = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for footer: {e}"));
            self
        }
        /// Sets `issuer_id`: The id of the admin who makes the change.
        pub fn issuer_id<T>(mut self, value: T) -> Self
        where
            T: TryInto<String>,
            T::Error: ::std::fmt::Display,
        {
            self.issuer_id = value
                .try_into()
                .map_err(|e| {
                    format!("error converting supplied value for issuer_id: {e}")
                });
            self
        }
        /// Sets `memo`: The type is taken from createInvoice.
        pub fn memo<T>(mut self, value: T) -> Self
        where
            T: TryInto<Option<String>>,
            T::Error: ::std::fmt::Display,
        {
            self.memo = value
                .try_into()
                .map_err(|e| format!("error converting supplied value for memo: {e}"));
            self
        }
    }
    impl TryFrom<UpdateInvoiceBody> for super::UpdateInvoiceBody {
        type Error = crate::ConversionError;
        fn try_from(value: UpdateInvoiceBody) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                coupons: value.coupons?,
                footer: value.footer?,
                issuer_id: value.issuer_id?,
                memo: value.memo?,
            })
        }
    }
    impl From<super::UpdateInvoiceBody> for UpdateInvoiceBody {
        fn from(value: super::UpdateInvoiceBody) -> Self {
            Self {
                coupons: Ok(value.coupons),
                footer: Ok(value.footer),
                issuer_id: Ok(value.issuer_id),
                memo: Ok(value.memo),
            }
        }
    }
    impl ::std::fmt::Debug for UpdateInvoiceBody {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UpdateInvoiceBody").finish_non_exhaustive()
        }
    }
}
