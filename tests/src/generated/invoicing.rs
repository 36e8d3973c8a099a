//! Calls of the tag Invoicing.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `listCoupons`: `GET /v1/invoicing/coupons`.
pub(super) const LIST_COUPONS: Call = Call {
    info: &operations::LIST_COUPONS,
    start: |client, inputs| Ok(Box::new(start_list_coupons(client, inputs)?)),
    page: None,
    mock: mock_list_coupons,
    errors: &[],
};

fn start_list_coupons(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListCoupons, Misfit> {
    let _ = inputs;
    let request = client.list_coupons();
    Ok(request)
}

fn mock_list_coupons<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let _ = inputs;
    Ok(
        server
            .list_coupons(|when, then| {
                plan.finish(when, then);
            }),
    )
}

/// `listCustomers`: `GET /v1/invoicing/customers`.
pub(super) const LIST_CUSTOMERS: Call = Call {
    info: &operations::LIST_CUSTOMERS,
    start: |client, inputs| Ok(Box::new(start_list_customers(client, inputs)?)),
    page: None,
    mock: mock_list_customers,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_customers(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListCustomers, Misfit> {
    let mut request = client.list_customers();
    if let Some(value) = inputs.parameter::<String>("query", "query")? {
        request = request.query(value);
    }
    Ok(request)
}

fn mock_list_customers<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("query", "query")?;
    Ok(
        server
            .list_customers(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.query(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `createCustomer`: `POST /v1/invoicing/customers`.
pub(super) const CREATE_CUSTOMER: Call = Call {
    info: &operations::CREATE_CUSTOMER,
    start: |client, inputs| Ok(Box::new(start_create_customer(client, inputs)?)),
    page: None,
    mock: mock_create_customer,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_create_customer(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CreateCustomer, Misfit> {
    let mut request = client.create_customer();
    if let Some(value) = inputs.body::<types::CreateCustomerBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_create_customer<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::CreateCustomerBody>()?;
    Ok(
        server
            .create_customer(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `getDefaultCustomer`: `GET /v1/invoicing/customers/default`.
pub(super) const GET_DEFAULT_CUSTOMER: Call = Call {
    info: &operations::GET_DEFAULT_CUSTOMER,
    start: |client, inputs| Ok(Box::new(start_get_default_customer(client, inputs)?)),
    page: None,
    mock: mock_get_default_customer,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_get_default_customer(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetDefaultCustomer, Misfit> {
    let mut request = client.get_default_customer();
    if let Some(value) = inputs.parameter::<String>("query", "patient_id")? {
        request = request.patient_id(value);
    }
    Ok(request)
}

fn mock_get_default_customer<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("query", "patient_id")?;
    Ok(
        server
            .get_default_customer(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.patient_id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `createInvoice`: `POST /v1/invoicing/invoices`.
pub(super) const CREATE_INVOICE: Call = Call {
    info: &operations::CREATE_INVOICE,
    start: |client, inputs| Ok(Box::new(start_create_invoice(client, inputs)?)),
    page: None,
    mock: mock_create_invoice,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_create_invoice(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CreateInvoice, Misfit> {
    let mut request = client.create_invoice();
    if let Some(value) = inputs.body::<types::CreateInvoiceBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_create_invoice<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::CreateInvoiceBody>()?;
    Ok(
        server
            .create_invoice(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `updateInvoice`: `PATCH /v1/invoicing/invoices/{id}`.
pub(super) const UPDATE_INVOICE: Call = Call {
    info: &operations::UPDATE_INVOICE,
    start: |client, inputs| Ok(Box::new(start_update_invoice(client, inputs)?)),
    page: None,
    mock: mock_update_invoice,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_update_invoice(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::UpdateInvoice, Misfit> {
    let mut request = client.update_invoice();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs.body::<types::UpdateInvoiceBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_update_invoice<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    let given_1 = inputs.body::<types::UpdateInvoiceBody>()?;
    Ok(
        server
            .update_invoice(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                if let Some(value) = &given_1 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `linkInvoice`: `POST /v1/invoicing/invoices/link`.
pub(super) const LINK_INVOICE: Call = Call {
    info: &operations::LINK_INVOICE,
    start: |client, inputs| Ok(Box::new(start_link_invoice(client, inputs)?)),
    page: None,
    mock: mock_link_invoice,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_link_invoice(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::LinkInvoice, Misfit> {
    let mut request = client.link_invoice();
    if let Some(value) = inputs.body::<types::LinkInvoiceBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_link_invoice<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::LinkInvoiceBody>()?;
    Ok(
        server
            .link_invoice(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}
