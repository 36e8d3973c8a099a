//! What `createInvoice` sends and returns.

use crate::types::InvoiceCoupon;

/// Request body of `createInvoice`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateInvoiceBody {
    /// Needed unless `patient_id` is given; it then decides who the patient is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub appointment_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub authentication_code: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub collection_method: Option<CreateInvoiceBodyCollectionMethod>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub confidential: Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub coupons: Option<Vec<InvoiceCoupon>>,
    /// The id of the customer in Stripe.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_stripe_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub diagnosis: Option<String>,
    /// A date by its name; no format is printed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub due_date: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub footer: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub insurer: Option<String>,
    /// The items to bill.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub invoice_items_attributes: Option<
        Vec<CreateInvoiceBodyInvoiceItemsAttributesItem>,
    >,
    /// The id of the admin who issues the invoice.
    pub issuer_id: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub membership_number: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub memo: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mode: Option<CreateInvoiceBodyMode>,
    /// Needed unless `appointment_id` is given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub patient_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub payment_source: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub practitioner_id: Option<String>,
    /// A date by its name; no format is printed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub service_date: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub set_default_customer: Option<bool>,
}

impl ::std::fmt::Debug for CreateInvoiceBody {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateInvoiceBody")
            .field("appointment_id", &self.appointment_id)
            .field(
                "authentication_code",
                &crate::runtime::redacted::of(&self.authentication_code),
            )
            .field("collection_method", &self.collection_method)
            .field("confidential", &self.confidential)
            .field("coupons", &self.coupons)
            .field("customer_stripe_id", &self.customer_stripe_id)
            .field("diagnosis", &crate::runtime::redacted::of(&self.diagnosis))
            .field("due_date", &crate::runtime::redacted::of(&self.due_date))
            .field("footer", &crate::runtime::redacted::of(&self.footer))
            .field("insurer", &crate::runtime::redacted::of(&self.insurer))
            .field("invoice_items_attributes", &self.invoice_items_attributes)
            .field("issuer_id", &self.issuer_id)
            .field(
                "membership_number",
                &crate::runtime::redacted::of(&self.membership_number),
            )
            .field("memo", &crate::runtime::redacted::of(&self.memo))
            .field("mode", &self.mode)
            .field("patient_id", &self.patient_id)
            .field("payment_source", &crate::runtime::redacted::of(&self.payment_source))
            .field("practitioner_id", &self.practitioner_id)
            .field("service_date", &crate::runtime::redacted::of(&self.service_date))
            .field("set_default_customer", &self.set_default_customer)
            .finish()
    }
}

impl CreateInvoiceBody {
    /// A builder of [`CreateInvoiceBody`] in which nothing is set.
    pub fn builder() -> builder::CreateInvoiceBody {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CreateInvoiceBody
}

/// Field `collection_method` of `CreateInvoiceBody`.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum CreateInvoiceBodyCollectionMethod {
    #[serde(rename = "request_payment")]
    RequestPayment,
    #[serde(rename = "charge_automatically")]
    ChargeAutomatically,
}

impl ::std::fmt::Debug for CreateInvoiceBodyCollectionMethod {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::RequestPayment => {
                f.write_str("CreateInvoiceBodyCollectionMethod::RequestPayment")
            }
            Self::ChargeAutomatically => {
                f.write_str("CreateInvoiceBodyCollectionMethod::ChargeAutomatically")
            }
        }
    }
}

impl ::std::fmt::Display for CreateInvoiceBodyCollectionMethod {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::RequestPayment => f.write_str("request_payment"),
            Self::ChargeAutomatically => f.write_str("charge_automatically"),
        }
    }
}

impl ::std::str::FromStr for CreateInvoiceBodyCollectionMethod {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        match value {
            "request_payment" => Ok(Self::RequestPayment),
            "charge_automatically" => Ok(Self::ChargeAutomatically),
            _ => Err("invalid value".into()),
        }
    }
}

impl TryFrom<&str> for CreateInvoiceBodyCollectionMethod {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for CreateInvoiceBodyCollectionMethod {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

/// Item of the list `CreateInvoiceBodyInvoiceItemsAttributes`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateInvoiceBodyInvoiceItemsAttributesItem {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub create: Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub price: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub product: Option<String>,
    pub quantity: i64,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub stripe_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub unit_amount: Option<i64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub unit_amount_in_pounds: Option<f64>,
}

impl ::std::fmt::Debug for CreateInvoiceBodyInvoiceItemsAttributesItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateInvoiceBodyInvoiceItemsAttributesItem")
            .field("create", &self.create)
            .field("description", &crate::runtime::redacted::of(&self.description))
            .field("price", &crate::runtime::redacted::of(&self.price))
            .field("product", &crate::runtime::redacted::of(&self.product))
            .field("quantity", &self.quantity)
            .field("stripe_id", &self.stripe_id)
            .field("unit_amount", &self.unit_amount)
            .field("unit_amount_in_pounds", &self.unit_amount_in_pounds)
            .finish()
    }
}

impl CreateInvoiceBodyInvoiceItemsAttributesItem {
    /// A builder of [`CreateInvoiceBodyInvoiceItemsAttributesItem`] in which nothing is set.
    pub fn builder() -> builder::CreateInvoiceBodyInvoiceItemsAttributesItem {
        Default::default()
    }
}

crate::runtime::opaque_debug! {
    builder::CreateInvoiceBodyInvoiceItemsAttributesItem
}

/// Field `mode` of `CreateInvoiceBody`.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum CreateInvoiceBodyMode {
    #[serde(rename = "draft")]
    Draft,
    #[serde(rename = "finalize")]
    Finalize,
}

impl ::std::fmt::Debug for CreateInvoiceBodyMode {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Draft => f.write_str("CreateInvoiceBodyMode::Draft"),
            Self::Finalize => f.write_str("CreateInvoiceBodyMode::Finalize"),
        }
    }
}

impl ::std::fmt::Display for CreateInvoiceBodyMode {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Draft => f.write_str("draft"),
            Self::Finalize => f.write_str("finalize"),
        }
    }
}

impl ::std::str::FromStr for CreateInvoiceBodyMode {
    type Err = crate::ConversionError;
    #[inline]
    fn from_str(value: &str) -> Result<Self, crate::ConversionError> {
        match value {
            "draft" => Ok(Self::Draft),
            "finalize" => Ok(Self::Finalize),
            _ => Err("invalid value".into()),
        }
    }
}

impl TryFrom<&str> for CreateInvoiceBodyMode {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: &str) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl TryFrom<String> for CreateInvoiceBodyMode {
    type Error = crate::ConversionError;
    #[inline]
    fn try_from(value: String) -> Result<Self, crate::ConversionError> {
        value.parse()
    }
}

/// Response of `createInvoice`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct CreateInvoiceResponse {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub amount_due: Option<f64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub appointment_id: Option<String>,
    /// A time by its name; no format is printed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub patient_record_id: Option<String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: Option<String>,
    /// The id of the invoice in Stripe.
    pub stripe_id: String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subtotal: Option<f64>,
    /// A time by its name; no format is printed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: Option<String>,
}

impl ::std::fmt::Debug for CreateInvoiceResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CreateInvoiceResponse")
            .field("amount_due", &self.amount_due)
            .field("appointment_id", &self.appointment_id)
            .field("created_at", &self.created_at)
            .field("customer_id", &self.customer_id)
            .field("id", &self.id)
            .field("patient_record_id", &self.patient_record_id)
            .field("status", &crate::runtime::redacted::of(&self.status))
            .field("stripe_id", &self.stripe_id)
            .field("subtotal", &self.subtotal)
            .field("updated_at", &self.updated_at)
            .finish()
    }
}

/// Builders of the types in this file.
pub mod builder {
    /// Builder of [`CreateInvoiceBody`](crate::types::CreateInvoiceBody).
    #[derive(Clone)]
    pub struct CreateInvoiceBody {
        appointment_id: Result<Option<String>, crate::ConversionError>,
        authentication_code: Result<Option<String>, crate::ConversionError>,
        collection_method: Result<
            Option<super::CreateInvoiceBodyCollectionMethod>,
            crate::ConversionError,
        >,
        confidential: Result<Option<bool>, crate::ConversionError>,
        coupons: Result<Option<Vec<super::InvoiceCoupon>>, crate::ConversionError>,
        customer_stripe_id: Result<Option<String>, crate::ConversionError>,
        diagnosis: Result<Option<String>, crate::ConversionError>,
        due_date: Result<Option<String>, crate::ConversionError>,
        footer: Result<Option<String>, crate::ConversionError>,
        insurer: Result<Option<String>, crate::ConversionError>,
        invoice_items_attributes: Result<
            Option<Vec<super::CreateInvoiceBodyInvoiceItemsAttributesItem>>,
            crate::ConversionError,
        >,
        issuer_id: Result<String, crate::ConversionError>,
        membership_number: Result<Option<String>, crate::ConversionError>,
        memo: Result<Option<String>, crate::ConversionError>,
        mode: Result<Option<super::CreateInvoiceBodyMode>, crate::ConversionError>,
        patient_id: Result<Option<String>, crate::ConversionError>,
        payment_source: Result<Option<String>, crate::ConversionError>,
        practitioner_id: Result<Option<String>, crate::ConversionError>,
        service_date: Result<Option<String>, crate::ConversionError>,
        set_default_customer: Result<Option<bool>, crate::ConversionError>,
    }
    impl Default for CreateInvoiceBody {
        #[inline]
        fn default() -> Self {
            Self {
                appointment_id: Ok(Default::default()),
                authentication_code: Ok(Default::default()),
                collection_method: Ok(Default::default()),
                confidential: Ok(Default::default()),
                coupons: Ok(Default::default()),
                customer_stripe_id: Ok(Default::default()),
                diagnosis: Ok(Default::default()),
                due_date: Ok(Default::default()),
                footer: Ok(Default::default()),
                insurer: Ok(Default::default()),
                invoice_items_attributes: Ok(Default::default()),
                issuer_id: Err("no value supplied for issuer_id".into()),
                membership_number: Ok(Default::default()),
                memo: Ok(Default::default()),
                mode: Ok(Default::default()),
                patient_id: Ok(Default::default()),
                payment_source: Ok(Default::default()),
                practitioner_id: Ok(Default::default()),
                service_date: Ok(Default::default()),
                set_default_customer: Ok(Default::default()),
            }
        }
    }
    impl CreateInvoiceBody {
        /// Sets `appointment_id`: Needed unless `patient_id` is given; it then decides who the patient is.
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
        /// Sets `authentication_code`.
        pub fn authentication_code(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.authentication_code = crate::runtime::conversion::optional(
                "authentication_code",
                Some(value),
            );
            self
        }
        /// Sets `authentication_code` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_authentication_code(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.authentication_code = crate::runtime::conversion::optional(
                "authentication_code",
                value,
            );
            self
        }
        /// Sets `collection_method`.
        pub fn collection_method(
            mut self,
            value: impl TryInto<
                super::CreateInvoiceBodyCollectionMethod,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.collection_method = crate::runtime::conversion::optional(
                "collection_method",
                Some(value),
            );
            self
        }
        /// Sets `collection_method` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_collection_method(
            mut self,
            value: Option<
                impl TryInto<
                    super::CreateInvoiceBodyCollectionMethod,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.collection_method = crate::runtime::conversion::optional(
                "collection_method",
                value,
            );
            self
        }
        /// Sets `confidential`.
        pub fn confidential(
            mut self,
            value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.confidential = crate::runtime::conversion::optional(
                "confidential",
                Some(value),
            );
            self
        }
        /// Sets `confidential` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_confidential(
            mut self,
            value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.confidential = crate::runtime::conversion::optional(
                "confidential",
                value,
            );
            self
        }
        /// Sets `coupons`.
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
        /// Sets `customer_stripe_id`: The id of the customer in Stripe.
        pub fn customer_stripe_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.customer_stripe_id = crate::runtime::conversion::optional(
                "customer_stripe_id",
                Some(value),
            );
            self
        }
        /// Sets `customer_stripe_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_customer_stripe_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.customer_stripe_id = crate::runtime::conversion::optional(
                "customer_stripe_id",
                value,
            );
            self
        }
        /// Sets `diagnosis`.
        pub fn diagnosis(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.diagnosis = crate::runtime::conversion::optional(
                "diagnosis",
                Some(value),
            );
            self
        }
        /// Sets `diagnosis` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_diagnosis(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.diagnosis = crate::runtime::conversion::optional("diagnosis", value);
            self
        }
        /// Sets `due_date`: A date by its name; no format is printed.
        pub fn due_date(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.due_date = crate::runtime::conversion::optional(
                "due_date",
                Some(value),
            );
            self
        }
        /// Sets `due_date` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_due_date(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.due_date = crate::runtime::conversion::optional("due_date", value);
            self
        }
        /// Sets `footer`.
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
        /// Sets `insurer`.
        pub fn insurer(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.insurer = crate::runtime::conversion::optional("insurer", Some(value));
            self
        }
        /// Sets `insurer` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_insurer(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.insurer = crate::runtime::conversion::optional("insurer", value);
            self
        }
        /// Sets `invoice_items_attributes`: The items to bill.
        pub fn invoice_items_attributes(
            mut self,
            value: impl TryInto<
                Vec<super::CreateInvoiceBodyInvoiceItemsAttributesItem>,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.invoice_items_attributes = crate::runtime::conversion::optional(
                "invoice_items_attributes",
                Some(value),
            );
            self
        }
        /// Sets `invoice_items_attributes` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_invoice_items_attributes(
            mut self,
            value: Option<
                impl TryInto<
                    Vec<super::CreateInvoiceBodyInvoiceItemsAttributesItem>,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.invoice_items_attributes = crate::runtime::conversion::optional(
                "invoice_items_attributes",
                value,
            );
            self
        }
        /// Sets `issuer_id`: The id of the admin who issues the invoice.
        pub fn issuer_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.issuer_id = crate::runtime::conversion::required("issuer_id", value);
            self
        }
        /// Sets `membership_number`.
        pub fn membership_number(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.membership_number = crate::runtime::conversion::optional(
                "membership_number",
                Some(value),
            );
            self
        }
        /// Sets `membership_number` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_membership_number(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.membership_number = crate::runtime::conversion::optional(
                "membership_number",
                value,
            );
            self
        }
        /// Sets `memo`.
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
        /// Sets `mode`.
        pub fn mode(
            mut self,
            value: impl TryInto<
                super::CreateInvoiceBodyMode,
                Error: ::std::fmt::Display + 'static,
            >,
        ) -> Self {
            self.mode = crate::runtime::conversion::optional("mode", Some(value));
            self
        }
        /// Sets `mode` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_mode(
            mut self,
            value: Option<
                impl TryInto<
                    super::CreateInvoiceBodyMode,
                    Error: ::std::fmt::Display + 'static,
                >,
            >,
        ) -> Self {
            self.mode = crate::runtime::conversion::optional("mode", value);
            self
        }
        /// Sets `patient_id`: Needed unless `appointment_id` is given.
        pub fn patient_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.patient_id = crate::runtime::conversion::optional(
                "patient_id",
                Some(value),
            );
            self
        }
        /// Sets `patient_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_patient_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.patient_id = crate::runtime::conversion::optional("patient_id", value);
            self
        }
        /// Sets `payment_source`.
        pub fn payment_source(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.payment_source = crate::runtime::conversion::optional(
                "payment_source",
                Some(value),
            );
            self
        }
        /// Sets `payment_source` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_payment_source(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.payment_source = crate::runtime::conversion::optional(
                "payment_source",
                value,
            );
            self
        }
        /// Sets `practitioner_id`.
        pub fn practitioner_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.practitioner_id = crate::runtime::conversion::optional(
                "practitioner_id",
                Some(value),
            );
            self
        }
        /// Sets `practitioner_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_practitioner_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.practitioner_id = crate::runtime::conversion::optional(
                "practitioner_id",
                value,
            );
            self
        }
        /// Sets `service_date`: A date by its name; no format is printed.
        pub fn service_date(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.service_date = crate::runtime::conversion::optional(
                "service_date",
                Some(value),
            );
            self
        }
        /// Sets `service_date` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_service_date(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.service_date = crate::runtime::conversion::optional(
                "service_date",
                value,
            );
            self
        }
        /// Sets `set_default_customer`.
        pub fn set_default_customer(
            mut self,
            value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.set_default_customer = crate::runtime::conversion::optional(
                "set_default_customer",
                Some(value),
            );
            self
        }
        /// Sets `set_default_customer` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_set_default_customer(
            mut self,
            value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.set_default_customer = crate::runtime::conversion::optional(
                "set_default_customer",
                value,
            );
            self
        }
    }
    impl TryFrom<CreateInvoiceBody> for super::CreateInvoiceBody {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(value: CreateInvoiceBody) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                appointment_id: value.appointment_id?,
                authentication_code: value.authentication_code?,
                collection_method: value.collection_method?,
                confidential: value.confidential?,
                coupons: value.coupons?,
                customer_stripe_id: value.customer_stripe_id?,
                diagnosis: value.diagnosis?,
                due_date: value.due_date?,
                footer: value.footer?,
                insurer: value.insurer?,
                invoice_items_attributes: value.invoice_items_attributes?,
                issuer_id: value.issuer_id?,
                membership_number: value.membership_number?,
                memo: value.memo?,
                mode: value.mode?,
                patient_id: value.patient_id?,
                payment_source: value.payment_source?,
                practitioner_id: value.practitioner_id?,
                service_date: value.service_date?,
                set_default_customer: value.set_default_customer?,
            })
        }
    }
    impl From<super::CreateInvoiceBody> for CreateInvoiceBody {
        #[inline]
        fn from(value: super::CreateInvoiceBody) -> Self {
            Self {
                appointment_id: Ok(value.appointment_id),
                authentication_code: Ok(value.authentication_code),
                collection_method: Ok(value.collection_method),
                confidential: Ok(value.confidential),
                coupons: Ok(value.coupons),
                customer_stripe_id: Ok(value.customer_stripe_id),
                diagnosis: Ok(value.diagnosis),
                due_date: Ok(value.due_date),
                footer: Ok(value.footer),
                insurer: Ok(value.insurer),
                invoice_items_attributes: Ok(value.invoice_items_attributes),
                issuer_id: Ok(value.issuer_id),
                membership_number: Ok(value.membership_number),
                memo: Ok(value.memo),
                mode: Ok(value.mode),
                patient_id: Ok(value.patient_id),
                payment_source: Ok(value.payment_source),
                practitioner_id: Ok(value.practitioner_id),
                service_date: Ok(value.service_date),
                set_default_customer: Ok(value.set_default_customer),
            }
        }
    }
    /// Builder of [`CreateInvoiceBodyInvoiceItemsAttributesItem`](crate::types::CreateInvoiceBodyInvoiceItemsAttributesItem).
    #[derive(Clone)]
    pub struct CreateInvoiceBodyInvoiceItemsAttributesItem {
        create: Result<Option<bool>, crate::ConversionError>,
        description: Result<Option<String>, crate::ConversionError>,
        price: Result<Option<String>, crate::ConversionError>,
        product: Result<Option<String>, crate::ConversionError>,
        quantity: Result<i64, crate::ConversionError>,
        stripe_id: Result<Option<String>, crate::ConversionError>,
        unit_amount: Result<Option<i64>, crate::ConversionError>,
        unit_amount_in_pounds: Result<Option<f64>, crate::ConversionError>,
    }
    impl Default for CreateInvoiceBodyInvoiceItemsAttributesItem {
        #[inline]
        fn default() -> Self {
            Self {
                create: Ok(Default::default()),
                description: Ok(Default::default()),
                price: Ok(Default::default()),
                product: Ok(Default::default()),
                quantity: Err("no value supplied for quantity".into()),
                stripe_id: Ok(Default::default()),
                unit_amount: Ok(Default::default()),
                unit_amount_in_pounds: Ok(Default::default()),
            }
        }
    }
    impl CreateInvoiceBodyInvoiceItemsAttributesItem {
        /// Sets `create`.
        pub fn create(
            mut self,
            value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.create = crate::runtime::conversion::optional("create", Some(value));
            self
        }
        /// Sets `create` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_create(
            mut self,
            value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.create = crate::runtime::conversion::optional("create", value);
            self
        }
        /// Sets `description`.
        pub fn description(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.description = crate::runtime::conversion::optional(
                "description",
                Some(value),
            );
            self
        }
        /// Sets `description` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_description(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.description = crate::runtime::conversion::optional(
                "description",
                value,
            );
            self
        }
        /// Sets `price`.
        pub fn price(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.price = crate::runtime::conversion::optional("price", Some(value));
            self
        }
        /// Sets `price` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_price(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.price = crate::runtime::conversion::optional("price", value);
            self
        }
        /// Sets `product`.
        pub fn product(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.product = crate::runtime::conversion::optional("product", Some(value));
            self
        }
        /// Sets `product` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_product(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.product = crate::runtime::conversion::optional("product", value);
            self
        }
        /// Sets `quantity`.
        pub fn quantity(
            mut self,
            value: impl TryInto<i64, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.quantity = crate::runtime::conversion::required("quantity", value);
            self
        }
        /// Sets `stripe_id`.
        pub fn stripe_id(
            mut self,
            value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.stripe_id = crate::runtime::conversion::optional(
                "stripe_id",
                Some(value),
            );
            self
        }
        /// Sets `stripe_id` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_stripe_id(
            mut self,
            value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.stripe_id = crate::runtime::conversion::optional("stripe_id", value);
            self
        }
        /// Sets `unit_amount`.
        pub fn unit_amount(
            mut self,
            value: impl TryInto<i64, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.unit_amount = crate::runtime::conversion::optional(
                "unit_amount",
                Some(value),
            );
            self
        }
        /// Sets `unit_amount` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_unit_amount(
            mut self,
            value: Option<impl TryInto<i64, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.unit_amount = crate::runtime::conversion::optional(
                "unit_amount",
                value,
            );
            self
        }
        /// Sets `unit_amount_in_pounds`.
        pub fn unit_amount_in_pounds(
            mut self,
            value: impl TryInto<f64, Error: ::std::fmt::Display + 'static>,
        ) -> Self {
            self.unit_amount_in_pounds = crate::runtime::conversion::optional(
                "unit_amount_in_pounds",
                Some(value),
            );
            self
        }
        /// Sets `unit_amount_in_pounds` if there is a value, and else leaves it out (or sends null where it is required).
        pub fn maybe_unit_amount_in_pounds(
            mut self,
            value: Option<impl TryInto<f64, Error: ::std::fmt::Display + 'static>>,
        ) -> Self {
            self.unit_amount_in_pounds = crate::runtime::conversion::optional(
                "unit_amount_in_pounds",
                value,
            );
            self
        }
    }
    impl TryFrom<CreateInvoiceBodyInvoiceItemsAttributesItem>
    for super::CreateInvoiceBodyInvoiceItemsAttributesItem {
        type Error = crate::ConversionError;
        #[inline]
        fn try_from(
            value: CreateInvoiceBodyInvoiceItemsAttributesItem,
        ) -> Result<Self, crate::ConversionError> {
            Ok(Self {
                create: value.create?,
                description: value.description?,
                price: value.price?,
                product: value.product?,
                quantity: value.quantity?,
                stripe_id: value.stripe_id?,
                unit_amount: value.unit_amount?,
                unit_amount_in_pounds: value.unit_amount_in_pounds?,
            })
        }
    }
    impl From<super::CreateInvoiceBodyInvoiceItemsAttributesItem>
    for CreateInvoiceBodyInvoiceItemsAttributesItem {
        #[inline]
        fn from(value: super::CreateInvoiceBodyInvoiceItemsAttributesItem) -> Self {
            Self {
                create: Ok(value.create),
                description: Ok(value.description),
                price: Ok(value.price),
                product: Ok(value.product),
                quantity: Ok(value.quantity),
                stripe_id: Ok(value.stripe_id),
                unit_amount: Ok(value.unit_amount),
                unit_amount_in_pounds: Ok(value.unit_amount_in_pounds),
            }
        }
    }
}
