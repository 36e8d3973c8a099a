//! Calls of the tag Task.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `updateTask`: `PATCH /v1/tasks/{id}`.
pub(super) const UPDATE_TASK: Call = Call {
    info: &operations::UPDATE_TASK,
    start: |client, inputs| Ok(Box::new(start_update_task(client, inputs)?)),
    page: None,
    mock: mock_update_task,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_update_task(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::UpdateTask, Misfit> {
    let mut request = client.update_task();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs.body::<types::UpdateTaskBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_update_task<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    let given_1 = inputs.body::<types::UpdateTaskBody>()?;
    Ok(
        server
            .update_task(|mut when, then| {
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

/// `getTask`: `GET /v2/tasks/{id}`.
pub(super) const GET_TASK: Call = Call {
    info: &operations::GET_TASK,
    start: |client, inputs| Ok(Box::new(start_get_task(client, inputs)?)),
    page: None,
    mock: mock_get_task,
    errors: &[],
};

fn start_get_task(client: &Client, inputs: &Inputs) -> Result<builder::GetTask, Misfit> {
    let mut request = client.get_task();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_task<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_task(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}
