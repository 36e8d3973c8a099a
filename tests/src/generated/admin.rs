//! Calls of the tag Admin.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `listAdmins`: `GET /v1/admins`.
pub(super) const LIST_ADMINS: Call = Call {
    info: &operations::LIST_ADMINS,
    start: |client, inputs| Ok(Box::new(start_list_admins(client, inputs)?)),
    page: Some(|client, inputs| Ok(Box::new(start_list_admins(client, inputs)?))),
    mock: mock_list_admins,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_admins(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListAdmins, Misfit> {
    let mut request = client.list_admins();
    if let Some(value) = inputs
        .parameter::<types::ListAdminsOrderBy>("query", "order_by")?
    {
        request = request.order_by(value);
    }
    if let Some(value) = inputs.parameter::<bool>("query", "order_descending")? {
        request = request.order_descending(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "page_index")? {
        request = request.page_index(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "page_size")? {
        request = request.page_size(value);
    }
    Ok(request)
}

fn mock_list_admins<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<types::ListAdminsOrderBy>("query", "order_by")?;
    let given_1 = inputs.parameter::<bool>("query", "order_descending")?;
    let given_2 = inputs.parameter::<String>("query", "page_index")?;
    let given_3 = inputs.parameter::<String>("query", "page_size")?;
    Ok(
        server
            .list_admins(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.order_by(value);
                }
                if let Some(value) = &given_1 {
                    when = when.order_descending(value);
                }
                if let Some(value) = &given_2 {
                    when = when.page_index(value);
                }
                if let Some(value) = &given_3 {
                    when = when.page_size(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `updateAdmin`: `PATCH /v1/admins/{id}`.
pub(super) const UPDATE_ADMIN: Call = Call {
    info: &operations::UPDATE_ADMIN,
    start: |client, inputs| Ok(Box::new(start_update_admin(client, inputs)?)),
    page: None,
    mock: mock_update_admin,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_update_admin(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::UpdateAdmin, Misfit> {
    let mut request = client.update_admin();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs.body::<types::UpdateAdminBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_update_admin<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    let given_1 = inputs.body::<types::UpdateAdminBody>()?;
    Ok(
        server
            .update_admin(|mut when, then| {
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
