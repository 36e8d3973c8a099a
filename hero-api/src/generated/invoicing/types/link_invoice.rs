//! What `linkInvoice` sends and returns.

/// Request body of `linkInvoice`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct LinkInvoiceBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub appointment_id: Option<String>,
    /// Probably the id of an admin, as in createInvoice.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub issuer_id: Option<String>,
    /// The id of the invoice in Stripe.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub stripe_invoice_id: Option<String>,
}

impl ::std::fmt::Debug for LinkInvoiceBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("LinkInvoiceBody")
            .field("appointment_id", &self.appointment_id)
            .field("issuer_id", &self.issuer_id)
            .field("stripe_invoice_id", &self.stripe_invoice_id)
            .finish()
    }
}

impl LinkInvoiceBody {
    /// A builder of [`LinkInvoiceBody`] in which nothing is set.
    pub fn builder() -> builder::LinkInvoiceBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::LinkInvoiceBody
}

/// Response of `linkInvoice`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct LinkInvoiceResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub amount_due: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    /// The name is completed from its first letters.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub patient_record_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub stripe_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subtotal: Option<f64>,
}

impl ::std::fmt::Debug for LinkInvoiceResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("LinkInvoiceResponse")
            .field("amount_due", &self.amount_due)
            .field("customer_id", &self.customer_id)
            .field("id", &self.id)
            .field("patient_record_id", &self.patient_record_id)
            .field("status", &crate::runtime::redacted::of(&self.status))
            .field("stripe_id", &self.stripe_id)
            .field("subtotal", &self.subtotal)
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`LinkInvoiceBody`](crate::types::LinkInvoiceBody).
    #[derive(Clone)]
    pub struct LinkInvoiceBody {
        appointment_id: Result<Option<String>, crate::ConversionError>,
        issuer_id: Result<Option<String>, crate::ConversionError>,
        stripe_invoice_id: Result<Option<String>, crate::ConversionError>,
    }
    impl Default for LinkInvoiceBody {
        #[inline]
        fn default() -> Self {
            Self {
                appointment_id: Ok(Default::default()),
                issuer_id: Ok(Default::default()),
                stripe_invoice_id: Ok(Default::default()),
            }
        }
    }
    impl LinkInvoiceBody {
        /// Sets `appointment_id`.
        pub fn appointment_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.appointment_id = crate::runtime::conversion::optional(
                "appointment_id",
                Some(value),
            );
            self
        }
        /// Sets `appointment_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_appointment_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.appointment_id = crate::runtime::conversion::optional(
                "appointment_id",
                value,
            );
            self
        }
        /// Sets `issuer_id`: Probably the id of an admin, as in createInvoice.
        pub fn issuer_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.issuer_id = crate::runtime::conversion::optional(
                "issuer_id",
                Some(value),
            );
            self
        }
        /// Sets `issuer_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_issuer_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.issuer_id = crate::runtime::conversion::optional("issuer_id", value);
            self
        }
        /// Sets `stripe_invoice_id`: The id of the invoice in Stripe.
        pub fn stripe_invoice_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.stripe_invoice_id = crate::runtime::conversion::optional(
                "stripe_invoice_id",
                Some(value),
            );
            self
        }
        /// Sets `stripe_invoice_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_stripe_invoice_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.stripe_invoice_id = crate::runtime::conversion::optional(
                "stripe_invoice_id",
                value,
            );
            self
        }
    }
    impl TryFrom<LinkInvoiceBody> for super::LinkInvoiceBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(value: LinkInvoiceBody) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                appointment_id: value.appointment_id?,
                issuer_id: value.issuer_id?,
                stripe_invoice_id: value.stripe_invoice_id?,
            })
        }
    }
    impl From<super::LinkInvoiceBody> for LinkInvoiceBody {
        #[inline]
        fn from(value: super::LinkInvoiceBody) -> Self {
            Self {
                appointment_id: Ok(value.appointment_id),
                issuer_id: Ok(value.issuer_id),
                stripe_invoice_id: Ok(value.stripe_invoice_id),
            }
        }
    }
}
