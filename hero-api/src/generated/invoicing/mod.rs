//! Invoicing
//!
//! Coupons, customers and invoices, all kept in Stripe.

mod list_coupons;
mod list_customers;
mod create_customer;
mod get_default_customer;
mod create_invoice;
mod update_invoice;
mod link_invoice;
pub mod types;

pub use self::list_coupons::{ListCoupons, LIST_COUPONS};
pub use self::list_customers::{ListCustomers, LIST_CUSTOMERS};
pub use self::create_customer::{CreateCustomer, CREATE_CUSTOMER};
pub use self::get_default_customer::{GetDefaultCustomer, GET_DEFAULT_CUSTOMER};
pub use self::create_invoice::{CreateInvoice, CREATE_INVOICE};
pub use self::update_invoice::{UpdateInvoice, UPDATE_INVOICE};
pub use self::link_invoice::{LinkInvoice, LINK_INVOICE};

/// # Invoicing
impl crate::Client {
    /// List coupons.
    ///
    /// Lists the Stripe coupons of the practice group.
    ///
    /// `GET /v1/invoicing/coupons` (`listCoupons`)
    ///
    /// Read from the public reference.
    pub fn list_coupons(&self) -> ListCoupons {
        ListCoupons::new(self.clone())
    }
    /// Search customers.
    ///
    /// Searches the Stripe customers of the practice group.
    ///
    /// `GET /v1/invoicing/customers` (`listCustomers`)
    ///
    /// Read from the public reference.
    pub fn list_customers(&self) -> ListCustomers {
        ListCustomers::new(self.clone())
    }
    /// Create a customer.
    ///
    /// Creates a Stripe customer for the practice group.
    ///
    /// `POST /v1/invoicing/customers` (`createCustomer`)
    ///
    /// Read from the public reference.
    pub fn create_customer(&self) -> CreateCustomer {
        CreateCustomer::new(self.clone())
    }
    /// Get the default customer of a patient.
    ///
    /// Returns the Stripe customer used to bill a patient unless another one is chosen.
    ///
    /// `GET /v1/invoicing/customers/default` (`getDefaultCustomer`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn get_default_customer(&self) -> GetDefaultCustomer {
        GetDefaultCustomer::new(self.clone())
    }
    /// Create an invoice.
    ///
    /// Creates an invoice for a patient. At least one of `patient_id` and `appointment_id` is needed; with an
    /// appointment, its patient is billed.
    ///
    /// `POST /v1/invoicing/invoices` (`createInvoice`)
    ///
    /// Read from the public reference.
    pub fn create_invoice(&self) -> CreateInvoice {
        CreateInvoice::new(self.clone())
    }
    /// Update an invoice.
    ///
    /// Changes an invoice. Every field of a draft can be changed; in a finalised invoice only `memo`,
    /// `footer` and `coupons` can.
    ///
    /// `PATCH /v1/invoicing/invoices/{id}` (`updateInvoice`)
    ///
    /// Read from the public reference.
    pub fn update_invoice(&self) -> UpdateInvoice {
        UpdateInvoice::new(self.clone())
    }
    /// Link an invoice to an appointment.
    ///
    /// Links an invoice that is already in Stripe to an appointment.
    ///
    /// `POST /v1/invoicing/invoices/link` (`linkInvoice`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn link_invoice(&self) -> LinkInvoice {
        LinkInvoice::new(self.clone())
    }
}
