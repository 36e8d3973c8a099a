//! Calls of the tag Subscriptions.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `listSubscriptions`: `GET /v1/subscriptions`.
pub(super) const LIST_SUBSCRIPTIONS: Call = Call {
    info: &operations::LIST_SUBSCRIPTIONS,
    start: |client, inputs| Ok(Box::new(start_list_subscriptions(client, inputs)?)),
    page: Some(|client, inputs| Ok(Box::new(start_list_subscriptions(client, inputs)?))),
    mock: mock_list_subscriptions,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_subscriptions(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListSubscriptions, Misfit> {
    let mut request = client.list_subscriptions();
    if let Some(value) = inputs
        .parameter::<Vec<types::ListSubscriptionsOrderByItem>>("query", "order_by[]")?
    {
        request = request.order_by(value);
    }
    if let Some(value) = inputs.parameter::<Vec<String>>("query", "order_descending[]")?
    {
        request = request.order_descending(value);
    }
    if let Some(value) = inputs.parameter::<i64>("query", "page_index")? {
        request = request.page_index(value);
    }
    if let Some(value) = inputs.parameter::<i64>("query", "page_size")? {
        request = request.page_size(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "patient_id")? {
        request = request.patient_id(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "scheme_id")? {
        request = request.scheme_id(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "scheme_name")? {
        request = request.scheme_name(value);
    }
    if let Some(value) = inputs
        .parameter::<types::ListSubscriptionsStatus>("query", "status")?
    {
        request = request.status(value);
    }
    Ok(request)
}

fn mock_list_subscriptions<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs
        .parameter::<Vec<types::ListSubscriptionsOrderByItem>>("query", "order_by[]")?;
    let given_1 = inputs.parameter::<Vec<String>>("query", "order_descending[]")?;
    let given_2 = inputs.parameter::<i64>("query", "page_index")?;
    let given_3 = inputs.parameter::<i64>("query", "page_size")?;
    let given_4 = inputs.parameter::<String>("query", "patient_id")?;
    let given_5 = inputs.parameter::<String>("query", "scheme_id")?;
    let given_6 = inputs.parameter::<String>("query", "scheme_name")?;
    let given_7 = inputs.parameter::<types::ListSubscriptionsStatus>("query", "status")?;
    Ok(
        server
            .list_subscriptions(|mut when, then| {
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
                if let Some(value) = &given_4 {
                    when = when.patient_id(value);
                }
                if let Some(value) = &given_5 {
                    when = when.scheme_id(value);
                }
                if let Some(value) = &given_6 {
                    when = when.scheme_name(value);
                }
                if let Some(value) = &given_7 {
                    when = when.status(value);
                }
                plan.finish(when, then);
            }),
    )
}
