//! The types that only operations of the tag Invoicing use.
mod r#create_customer;
mod r#create_invoice;
mod r#customer;
mod r#invoice_coupon;
mod r#link_invoice;
mod r#list_coupons;
mod r#list_customers;
mod r#payment_source;
mod r#payment_source_card;
mod r#update_invoice;
pub use self::r#create_customer::{
    CreateCustomerBody, CreateCustomerBodySourcesItem,
    CreateCustomerBodySourcesItemNewCard,
};

pub use self::r#create_invoice::{
    CreateInvoiceBody, CreateInvoiceBodyCollectionMethod,
    CreateInvoiceBodyInvoiceItemsAttributesItem, CreateInvoiceBodyMode,
    CreateInvoiceResponse,
};

pub use self::r#customer::Customer;

pub use self::r#invoice_coupon::InvoiceCoupon;

pub use self::r#link_invoice::{LinkInvoiceBody, LinkInvoiceResponse};

pub use self::r#list_coupons::{ListCouponsItem, ListCouponsResponse};

pub use self::r#list_customers::{ListCustomersItem, ListCustomersResponse};

pub use self::r#payment_source::PaymentSource;

pub use self::r#payment_source_card::PaymentSourceCard;

pub use self::r#update_invoice::{UpdateInvoiceBody, UpdateInvoiceResponse};

/// Builders of the types.
pub mod builder {
    pub use super::r#create_customer::builder::{
        CreateCustomerBody, CreateCustomerBodySourcesItemNewCard,
    };
    pub use super::r#create_invoice::builder::{
        CreateInvoiceBody, CreateInvoiceBodyInvoiceItemsAttributesItem,
    };
    pub use super::r#invoice_coupon::builder::InvoiceCoupon;
    pub use super::r#link_invoice::builder::LinkInvoiceBody;
    pub use super::r#update_invoice::builder::UpdateInvoiceBody;
}
