//! Calls of the tag Webhooks.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `listWebhooks`: `GET /v1/webhooks`.
pub(super) const LIST_WEBHOOKS: Call = Call {
    info: &operations::LIST_WEBHOOKS,
    start: |client, inputs| Ok(Box::new(start_list_webhooks(client, inputs)?)),
    page: None,
    mock: mock_list_webhooks,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_webhooks(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListWebhooks, Misfit> {
    let mut request = client.list_webhooks();
    if let Some(value) = inputs.parameter::<String>("query", "event_type")? {
        request = request.event_type(value);
    }
    Ok(request)
}

fn mock_list_webhooks<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("query", "event_type")?;
    Ok(
        server
            .list_webhooks(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.event_type(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `createWebhook`: `POST /v1/webhooks`.
pub(super) const CREATE_WEBHOOK: Call = Call {
    info: &operations::CREATE_WEBHOOK,
    start: |client, inputs| Ok(Box::new(start_create_webhook(client, inputs)?)),
    page: None,
    mock: mock_create_webhook,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_create_webhook(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CreateWebhook, Misfit> {
    let mut request = client.create_webhook();
    if let Some(value) = inputs.body::<types::CreateWebhookBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_create_webhook<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::CreateWebhookBody>()?;
    Ok(
        server
            .create_webhook(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `deleteWebhook`: `DELETE /v1/webhooks/{id}`.
pub(super) const DELETE_WEBHOOK: Call = Call {
    info: &operations::DELETE_WEBHOOK,
    start: |client, inputs| Ok(Box::new(start_delete_webhook(client, inputs)?)),
    page: None,
    mock: mock_delete_webhook,
    errors: &[],
};

fn start_delete_webhook(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::DeleteWebhook, Misfit> {
    let mut request = client.delete_webhook();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_delete_webhook<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .delete_webhook(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}
