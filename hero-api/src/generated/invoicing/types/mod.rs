//! The types that only operations of the tag Invoicing use.

mod create_customer;
mod create_invoice;
mod customer;
mod invoice_coupon;
mod link_invoice;
mod list_coupons;
mod list_customers;
mod payment_source;
mod payment_source_card;
mod update_invoice;

pub use self::create_customer::{
    CreateCustomerBody, CreateCustomerBodySourcesItem,
    CreateCustomerBodySourcesItemNewCard,
};
pub use self::create_invoice::{
    CreateInvoiceBody, CreateInvoiceBodyCollectionMethod,
    CreateInvoiceBodyInvoiceItemsAttributesItem, CreateInvoiceBodyMode,
    CreateInvoiceResponse,
};
pub use self::customer::Customer;
pub use self::invoice_coupon::InvoiceCoupon;
pub use self::link_invoice::{LinkInvoiceBody, LinkInvoiceResponse};
pub use self::list_coupons::{ListCouponsItem, ListCouponsResponse};
pub use self::list_customers::{ListCustomersItem, ListCustomersResponse};
pub use self::payment_source::PaymentSource;
pub use self::payment_source_card::PaymentSourceCard;
pub use self::update_invoice::{UpdateInvoiceBody, UpdateInvoiceResponse};

/// Builders of the types.
pub mod builder {
    pub use super::create_customer::builder::{
        CreateCustomerBody, CreateCustomerBodySourcesItemNewCard,
    };
    pub use super::create_invoice::builder::{
        CreateInvoiceBody, CreateInvoiceBodyInvoiceItemsAttributesItem,
    };
    pub use super::invoice_coupon::builder::InvoiceCoupon;
    pub use super::link_invoice::builder::LinkInvoiceBody;
    pub use super::update_invoice::builder::UpdateInvoiceBody;
}
