//! Calls of the tag Form.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `listForms`: `GET /v1/forms`.
pub(super) const LIST_FORMS: Call = Call {
    info: &operations::LIST_FORMS,
    start: |client, inputs| Ok(Box::new(start_list_forms(client, inputs)?)),
    page: None,
    mock: mock_list_forms,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_forms(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListForms, Misfit> {
    let mut request = client.list_forms();
    if let Some(value) = inputs.parameter::<types::FormType>("query", "form_type")? {
        request = request.form_type(value);
    }
    if let Some(value) = inputs.parameter::<bool>("query", "reply_form")? {
        request = request.reply_form(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "search")? {
        request = request.search(value);
    }
    Ok(request)
}

fn mock_list_forms<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<types::FormType>("query", "form_type")?;
    let given_1 = inputs.parameter::<bool>("query", "reply_form")?;
    let given_2 = inputs.parameter::<String>("query", "search")?;
    Ok(
        server
            .list_forms(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.form_type(value);
                }
                if let Some(value) = &given_1 {
                    when = when.reply_form(value);
                }
                if let Some(value) = &given_2 {
                    when = when.search(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `getForm`: `GET /v1/forms/{id}`.
pub(super) const GET_FORM: Call = Call {
    info: &operations::GET_FORM,
    start: |client, inputs| Ok(Box::new(start_get_form(client, inputs)?)),
    page: None,
    mock: mock_get_form,
    errors: &[],
};

fn start_get_form(client: &Client, inputs: &Inputs) -> Result<builder::GetForm, Misfit> {
    let mut request = client.get_form();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_form<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_form(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}
