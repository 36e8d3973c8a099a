//! Invoices for patients, kept in Stripe. Start with [`Hero::invoicing`].
//!
//! Money is in pence where the API says `unit_amount`, in pounds where it says so.

mod invoice;

use hero_api::{Operation, ResponseValue, builder};

pub use invoice::{InvoiceDraft, InvoiceItem};

use crate::{Call, EmailAddress, Error, Hero, Id, PatientId, PhoneNumber, id::id_text, input::non_empty};

/// The coupons of a practice group: the response of `listCoupons`.
pub type CouponList = <builder::ListCoupons as Operation>::Output;

/// The customers that a search found: the response of `listCustomers`.
pub type CustomerList = <builder::ListCustomers as Operation>::Output;

/// A customer in Stripe: the response of `getDefaultCustomer` and `createCustomer`.
pub type Customer = <builder::GetDefaultCustomer as Operation>::Output;

/// The response of `createCustomer`.
pub type CreatedCustomer = <builder::CreateCustomer as Operation>::Output;

/// An invoice: the response of `createInvoice`.
pub type Invoice = <builder::CreateInvoice as Operation>::Output;

/// The response of `updateInvoice`.
pub type UpdatedInvoice = <builder::UpdateInvoice as Operation>::Output;

/// The response of `linkInvoice`.
pub type LinkedInvoice = <builder::LinkInvoice as Operation>::Output;

impl Hero {
    /// Invoices, customers, coupons.
    #[must_use]
    pub fn invoicing(&self) -> Invoicing {
        Invoicing { hero: self.clone() }
    }
}

/// What can be done about invoices. Made by [`Hero::invoicing`].
#[derive(Clone, Debug)]
pub struct Invoicing {
    hero: Hero,
}

impl Invoicing {
    /// The coupons of the practice group.
    ///
    /// # Errors
    ///
    /// As every call.
    #[doc(alias = "listCoupons")]
    pub fn coupons(&self) -> Call<CouponList> {
        Call::operation(self.hero.api().list_coupons())
    }

    /// Searches the customers of the practice group.
    ///
    /// # Errors
    ///
    /// As every call.
    #[doc(alias = "listCustomers")]
    pub fn customers(&self, query: &str) -> Call<CustomerList> {
        Call::operation(self.hero.api().list_customers().query(query))
    }

    /// The customer through whom a patient is billed unless an invoice says otherwise.
    ///
    /// # Errors
    ///
    /// As every call; [`is_not_found`](Error::is_not_found) when there is none.
    #[doc(alias = "getDefaultCustomer")]
    pub fn default_customer(&self, patient: impl Into<PatientId>) -> Call<Customer> {
        Call::operation(self.hero.api().get_default_customer().patient_id(patient.into().as_str()))
    }

    /// Creates a customer in Stripe. Cards are added there.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when the name is empty. Otherwise as every call.
    #[doc(alias = "createCustomer")]
    pub fn create_customer(
        &self,
        name: impl Into<String>,
        email: Option<EmailAddress>,
        phone: Option<PhoneNumber>,
    ) -> Call<CreatedCustomer> {
        let (request, name) = (self.hero.api().create_customer(), name.into());
        Call::new(async move {
            let name = non_empty("name of the customer", name)?;
            let (email, phone) =
                (email.as_ref().map(EmailAddress::sensitive_text), phone.as_ref().map(PhoneNumber::sensitive_text));
            let request = request.body_map(|body| body.name(name).maybe_email(email).maybe_phone(phone));
            Ok(ResponseValue::into_inner(request.send().await?))
        })
    }

    /// An invoice for a patient. `issuer` is the id of the member of staff who issues it. Nothing is sent before
    /// [`InvoiceDraft::send`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use hero_api_ext::invoicing::InvoiceItem;
    ///
    /// # use hero_api_ext::{Error, Hero, PatientId};
    /// # async fn example(hero: Hero, patient: PatientId, due: chrono::NaiveDate) -> Result<(), Error> {
    /// let invoice = hero.invoicing().invoice_patient("3", patient).item(InvoiceItem::pence("Travel letter", 1, 2_500));
    /// let invoice = invoice.due(due).send().await?;
    /// println!("{}", invoice.stripe_id);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "createInvoice")]
    pub fn invoice_patient(&self, issuer: impl Into<Id>, patient: impl Into<PatientId>) -> InvoiceDraft {
        InvoiceDraft::for_patient(self.hero.clone(), id_text(issuer), &patient.into())
    }

    /// An invoice for the patient of an appointment; otherwise as [`invoice_patient`](Self::invoice_patient).
    #[doc(alias = "createInvoice")]
    pub fn invoice_appointment(&self, issuer: impl Into<Id>, appointment: impl Into<Id>) -> InvoiceDraft {
        InvoiceDraft::for_appointment(self.hero.clone(), id_text(issuer), id_text(appointment))
    }

    /// Changes memo and footer of an invoice, final or not; `None` leaves one as it is.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when both are `None`. Otherwise as every call.
    #[doc(alias = "updateInvoice")]
    pub fn annotate(
        &self,
        issuer: impl Into<Id>,
        invoice: impl Into<Id>,
        memo: Option<&str>,
        footer: Option<&str>,
    ) -> Call<UpdatedInvoice> {
        let changes_nothing = memo.is_none() && footer.is_none();
        let request = self.hero.api().update_invoice().id(id_text(invoice));
        let request = request.body_map(|body| body.issuer_id(id_text(issuer)).maybe_memo(memo).maybe_footer(footer));
        Call::new(async move {
            if changes_nothing {
                return Err(Error::invalid_input("change to an invoice", "changes nothing"));
            }
            Ok(ResponseValue::into_inner(request.send().await?))
        })
    }

    /// Ties an invoice that is in Stripe already to an appointment.
    ///
    /// # Errors
    ///
    /// As every call.
    #[doc(alias = "linkInvoice")]
    pub fn link_to_appointment(
        &self,
        issuer: impl Into<Id>,
        stripe_invoice: impl Into<Id>,
        appointment: impl Into<Id>,
    ) -> Call<LinkedInvoice> {
        let request = self.hero.api().link_invoice().body_map(|body| {
            body.issuer_id(id_text(issuer))
                .stripe_invoice_id(id_text(stripe_invoice))
                .appointment_id(id_text(appointment))
        });
        Call::operation(request)
    }
}
