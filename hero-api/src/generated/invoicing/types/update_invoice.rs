//! What `updateInvoice` sends and returns.

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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("UpdateInvoiceBody")
            .field("coupons", &self.coupons)
            .field("footer", &crate::runtime::redacted::of(&self.footer))
            .field("issuer_id", &self.issuer_id)
            .field("memo", &crate::runtime::redacted::of(&self.memo))
            .finish()
    }
}

impl UpdateInvoiceBody {
    /// A builder of [`UpdateInvoiceBody`] in which nothing is set.
    pub fn builder() -> builder::UpdateInvoiceBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::UpdateInvoiceBody
}

/// Response of `updateInvoice`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct UpdateInvoiceResponse(pub ::serde_json::Value);

impl ::std::fmt::Debug for UpdateInvoiceResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_tuple("UpdateInvoiceResponse")
            .field(&crate::runtime::redacted::of(&self.0))
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
    #[inline]
    fn from(value: UpdateInvoiceResponse) -> Self {
        value.0
    }
}

impl From<::serde_json::Value> for UpdateInvoiceResponse {
    #[inline]
    fn from(value: ::serde_json::Value) -> Self {
        Self(value)
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`UpdateInvoiceBody`](crate::types::UpdateInvoiceBody).
    #[derive(Clone)]
    pub struct UpdateInvoiceBody {
        coupons: Result<Option<Vec<super::InvoiceCoupon>>, crate::ConversionError>,
        footer: Result<Option<String>, crate::ConversionError>,
        issuer_id: Result<String, crate::ConversionError>,
        memo: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for UpdateInvoiceBody {
        #[inline]
        fn default() -> Self {
            Self {
                coupons: Ok(Default::default()),
                footer: Ok(Default::default()),
                issuer_id: Err("no value supplied for issuer_id".into()),
                memo: Ok(Default::default()),
            }
        }
    }
    impl UpdateInvoiceBody {
        /// Sets `coupons`: The shape is taken from createInvoice.
        pub fn coupons(
            mut self,
            value: impl TryInto<
                Vec<super::InvoiceCoupon>,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.coupons = crate::runtime::conversion::optional("coupons", Some(value));
            self
        }
        /// Sets `coupons` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_coupons(
            mut self,
            value: Option<
                impl TryInto<
                    Vec<super::InvoiceCoupon>,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.coupons = crate::runtime::conversion::optional("coupons", value);
            self
        }
        /// Sets `footer`: The type is taken from createInvoice.
        pub fn footer(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.footer = crate::runtime::conversion::optional("footer", Some(value));
            self
        }
        /// Sets `footer` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_footer(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.footer = crate::runtime::conversion::optional("footer", value);
            self
        }
        /// Sets `issuer_id`: The id of the admin who makes the change.
        pub fn issuer_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.issuer_id = crate::runtime::conversion::required("issuer_id", value);
            self
        }
        /// Sets `memo`: The type is taken from createInvoice.
        pub fn memo(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.memo = crate::runtime::conversion::optional("memo", Some(value));
            self
        }
        /// Sets `memo` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_memo(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.memo = crate::runtime::conversion::optional("memo", value);
            self
        }
    }
    impl TryFrom<UpdateInvoiceBody> for super::UpdateInvoiceBody {
        type Error = crate::ConversionError;
        #[inline]
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
        #[inline]
        fn from(value: super::UpdateInvoiceBody) -> Self {
            Self {
                coupons: Ok(value.coupons),
                footer: Ok(value.footer),
                issuer_id: Ok(value.issuer_id),
                memo: Ok(value.memo),
            }
        }
    }
}
