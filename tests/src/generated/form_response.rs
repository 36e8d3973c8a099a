//! Calls of the tag Form Response.

use hero_api::{Client, builder, mock::MockServerExt, operations};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Inputs, Misfit, Plan};

/// `getFormResponse`: `GET /v1/form_response/{id}`.
pub(super) const GET_FORM_RESPONSE: Call = Call {
    info: &operations::GET_FORM_RESPONSE,
    start: |client, inputs| Ok(Box::new(start_get_form_response(client, inputs)?)),
    page: None,
    mock: mock_get_form_response,
    errors: &[],
};

fn start_get_form_response(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetFormResponse, Misfit> {
    let mut request = client.get_form_response();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_form_response<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_form_response(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}
