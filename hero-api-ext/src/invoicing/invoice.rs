use std::fmt;

use chrono::NaiveDate;
use hero_api::ResponseValue;
use serde_json::{Map, Value, json};

use super::Invoice;
use crate::{
    Error, Hero, PatientId,
    call::send_when_awaited,
    input::{non_empty, with_fields},
};

/// A line of an invoice.
#[derive(Clone, PartialEq)]
pub struct InvoiceItem(Value);

/// Shows nothing: the description may name a treatment.
impl fmt::Debug for InvoiceItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InvoiceItem").finish_non_exhaustive()
    }
}

impl InvoiceItem {
    /// Something that the practice charges so many pence a piece for.
    #[must_use]
    pub fn pence(description: impl Into<String>, quantity: u32, pence: u32) -> Self {
        Self(json!({ "description": description.into(), "quantity": quantity, "unit_amount": pence }))
    }

    /// So many of a price that is kept in Stripe.
    #[must_use]
    pub fn price(price: impl Into<String>, quantity: u32) -> Self {
        Self(json!({ "price": price.into(), "quantity": quantity }))
    }
}

/// An invoice, not created yet. Made by [`Invoicing::invoice_patient`](super::Invoicing::invoice_patient).
#[derive(Clone)]
#[must_use = "an invoice is not there until it is sent"]
pub struct InvoiceDraft {
    hero: Hero,
    issuer: String,
    /// What may be left out, by the name it has in the API.
    fields: Map<String, Value>,
    items: Vec<Value>,
    coupons: Vec<Value>,
}

impl InvoiceDraft {
    fn new(hero: Hero, issuer: String) -> Self {
        Self { hero, issuer, fields: Map::new(), items: Vec::new(), coupons: Vec::new() }
    }

    pub(super) fn for_patient(hero: Hero, issuer: String, patient: &PatientId) -> Self {
        Self::new(hero, issuer).with("patient_id", patient.as_str())
    }

    pub(super) fn for_appointment(hero: Hero, issuer: String, appointment: String) -> Self {
        Self::new(hero, issuer).with("appointment_id", appointment)
    }

    /// Adds a line.
    pub fn item(mut self, item: InvoiceItem) -> Self {
        self.items.push(item.0);
        self
    }

    /// Takes a coupon of the practice group off.
    pub fn coupon(mut self, coupon: impl Into<String>) -> Self {
        self.coupons.push(json!({ "id": coupon.into() }));
        self
    }

    /// Bills another customer than the patient's own.
    pub fn customer(self, stripe_customer: impl Into<String>) -> Self {
        self.with("customer_stripe_id", stripe_customer.into())
    }

    /// When the service was given.
    pub fn service_date(self, date: NaiveDate) -> Self {
        self.with("service_date", json!(date))
    }

    /// When it is to be paid.
    pub fn due(self, date: NaiveDate) -> Self {
        self.with("due_date", json!(date))
    }

    /// A text on the invoice.
    pub fn memo(self, memo: impl Into<String>) -> Self {
        self.with("memo", memo.into())
    }

    /// Takes the money by itself, instead of asking for it.
    pub fn charge_automatically(self) -> Self {
        self.with("collection_method", "charge_automatically")
    }

    /// Makes it final at once: afterwards only memo, footer and coupons can change.
    pub fn finalize(self) -> Self {
        self.with("mode", "finalize")
    }

    fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.fields.insert(name.to_owned(), value.into());
        self
    }

    /// Creates the invoice.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when the issuer is empty or there is no line. Otherwise as every call. After an error,
    /// [`Error::effect`] says whether the invoice may be there all the same.
    pub async fn send(self) -> Result<Invoice, Error> {
        let Self { hero, issuer, mut fields, items, coupons } = self;
        if items.is_empty() {
            return Err(Error::invalid_input("invoice", "has no items"));
        }
        fields.insert("issuer_id".to_owned(), non_empty("issuer of the invoice", issuer)?.into());
        fields.insert("invoice_items_attributes".to_owned(), items.into());
        if !coupons.is_empty() {
            fields.insert("coupons".to_owned(), coupons.into());
        }
        let request = with_fields(hero.api().create_invoice(), Value::Object(fields))?;
        Ok(ResponseValue::into_inner(request.send().await?))
    }
}

/// Shows how many lines there are, and nothing about the patient.
impl fmt::Debug for InvoiceDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InvoiceDraft").field("items", &self.items.len()).finish_non_exhaustive()
    }
}

send_when_awaited!(InvoiceDraft => Invoice);
