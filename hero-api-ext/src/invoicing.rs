//! Invoices for patients, kept in Stripe. Start with [`Hero::invoicing`].
//!
//! Money is in pence where the API says `unit_amount`, in pounds where it says so.

mod invoice;

use hero_api::{Operation, builder};

pub use invoice::{InvoiceDraft, InvoiceItem};

use crate::{EmailAddress, Error, Hero, PatientId, PhoneNumber, SendWith, input::non_empty};

/// The coupons of a practice group: the response of `listCoupons`.
pub type CouponList = <builder::ListCoupons<'static> as Operation>::Output;

/// The customers that a search found: the response of `listCustomers`.
pub type CustomerList = <builder::ListCustomers<'static> as Operation>::Output;

/// A customer in Stripe: the response of `getDefaultCustomer` and `createCustomer`.
pub type Customer = <builder::GetDefaultCustomer<'static> as Operation>::Output;

/// The response of `createCustomer`.
pub type CreatedCustomer = <builder::CreateCustomer<'static> as Operation>::Output;

/// An invoice: the response of `createInvoice`.
pub type Invoice = <builder::CreateInvoice<'static> as Operation>::Output;

/// The response of `updateInvoice`.
pub type UpdatedInvoice = <builder::UpdateInvoice<'static> as Operation>::Output;

/// The response of `linkInvoice`.
pub type LinkedInvoice = <builder::LinkInvoice<'static> as Operation>::Output;

impl Hero {
    /// Invoices, customers, coupons.
    #[must_use]
    pub fn invoicing(&self) -> Invoicing<'_> {
        Invoicing { hero: self }
    }
}

/// What can be done about invoices. Made by [`Hero::invoicing`].
#[derive(Clone, Copy, Debug)]
pub struct Invoicing<'a> {
    hero: &'a Hero,
}

impl<'a> Invoicing<'a> {
    /// The coupons of the practice group.
    ///
    /// # Errors
    ///
    /// As every call.
    pub async fn coupons(&self) -> Result<CouponList, Error> {
        self.hero.api().list_coupons().send_with(self.hero).await
    }

    /// Searches the customers of the practice group.
    ///
    /// # Errors
    ///
    /// As every call.
    pub async fn customers(&self, query: &str) -> Result<CustomerList, Error> {
        self.hero.api().list_customers().query(query).send_with(self.hero).await
    }

    /// The customer through whom a patient is billed unless an invoice says otherwise.
    ///
    /// # Errors
    ///
    /// As every call; [`is_not_found`](Error::is_not_found) when there is none.
    pub async fn default_customer(&self, patient: impl Into<PatientId>) -> Result<Customer, Error> {
        self.hero.api().get_default_customer().patient_id(patient.into().as_str()).send_with(self.hero).await
    }

    /// Creates a customer in Stripe. Cards are added there.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when the name is empty. Otherwise as every call.
    pub async fn create_customer(
        &self,
        name: impl Into<String>,
        email: Option<EmailAddress>,
        phone: Option<PhoneNumber>,
    ) -> Result<CreatedCustomer, Error> {
        let name = non_empty("name of the customer", name.into())?;
        let request = self.hero.api().create_customer().body_map(|body| {
            let (email, phone) =
                (email.as_ref().map(EmailAddress::sensitive_text), phone.as_ref().map(PhoneNumber::sensitive_text));
            body.name(name).maybe_email(email).maybe_phone(phone)
        });
        request.send_with(self.hero).await
    }

    /// An invoice for a patient. `issuer` is the id of the member of staff who issues it. Nothing is sent before
    /// [`InvoiceDraft::create`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use hero_api_ext::invoicing::InvoiceItem;
    ///
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let invoice = hero.invoicing().invoice_patient("3", 98_765).item(InvoiceItem::pence("Travel letter", 1, 2_500));
    /// let invoice = invoice.due("2026-04-30".parse().unwrap_or_default()).create().await?;
    /// println!("{}", invoice.stripe_id);
    /// # Ok(())
    /// # }
    /// ```
    pub fn invoice_patient(&self, issuer: impl Into<String>, patient: impl Into<PatientId>) -> InvoiceDraft<'a> {
        InvoiceDraft::for_patient(self.hero, issuer.into(), &patient.into())
    }

    /// An invoice for the patient of an appointment; otherwise as [`invoice_patient`](Self::invoice_patient).
    pub fn invoice_appointment(&self, issuer: impl Into<String>, appointment: impl Into<String>) -> InvoiceDraft<'a> {
        InvoiceDraft::for_appointment(self.hero, issuer.into(), appointment.into())
    }

    /// Changes memo and footer of an invoice, final or not; `None` leaves one as it is.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when both are `None`. Otherwise as every call.
    pub async fn annotate(
        &self,
        issuer: &str,
        invoice: &str,
        memo: Option<&str>,
        footer: Option<&str>,
    ) -> Result<UpdatedInvoice, Error> {
        if memo.is_none() && footer.is_none() {
            return Err(Error::invalid_input("change to an invoice", "changes nothing"));
        }
        let request = self.hero.api().update_invoice().id(invoice);
        let request = request.body_map(|body| body.issuer_id(issuer).maybe_memo(memo).maybe_footer(footer));
        request.send_with(self.hero).await
    }

    /// Ties an invoice that is in Stripe already to an appointment.
    ///
    /// # Errors
    ///
    /// As every call.
    pub async fn link_to_appointment(
        &self,
        issuer: &str,
        stripe_invoice: &str,
        appointment: &str,
    ) -> Result<LinkedInvoice, Error> {
        let request = self
            .hero
            .api()
            .link_invoice()
            .body_map(|body| body.issuer_id(issuer).stripe_invoice_id(stripe_invoice).appointment_id(appointment));
        request.send_with(self.hero).await
    }
}
