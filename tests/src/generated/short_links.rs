//! Calls of the tag ShortLinks.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `listShortLinks`: `GET /v1/short_links`.
pub(super) const LIST_SHORT_LINKS: Call = Call {
    info: &operations::LIST_SHORT_LINKS,
    start: |client, inputs| Ok(Box::new(start_list_short_links(client, inputs)?)),
    page: Some(|client, inputs| Ok(Box::new(start_list_short_links(client, inputs)?))),
    mock: mock_list_short_links,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_short_links(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListShortLinks, Misfit> {
    let mut request = client.list_short_links();
    if let Some(value) = inputs
        .parameter::<bool>("query", "exclude_patient_specific_links")?
    {
        request = request.exclude_patient_specific_links(value);
    }
    if let Some(value) = inputs
        .parameter::<types::ListShortLinksOrderBy>("query", "order_by")?
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
    if let Some(value) = inputs
        .parameter::<types::ListShortLinksStatus>("query", "status")?
    {
        request = request.status(value);
    }
    if let Some(value) = inputs.parameter::<types::ListShortLinksType>("query", "type")?
    {
        request = request.type_(value);
    }
    Ok(request)
}

fn mock_list_short_links<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<bool>("query", "exclude_patient_specific_links")?;
    let given_1 = inputs.parameter::<types::ListShortLinksOrderBy>("query", "order_by")?;
    let given_2 = inputs.parameter::<bool>("query", "order_descending")?;
    let given_3 = inputs.parameter::<String>("query", "page_index")?;
    let given_4 = inputs.parameter::<String>("query", "page_size")?;
    let given_5 = inputs.parameter::<types::ListShortLinksStatus>("query", "status")?;
    let given_6 = inputs.parameter::<types::ListShortLinksType>("query", "type")?;
    Ok(
        server
            .list_short_links(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.exclude_patient_specific_links(value);
                }
                if let Some(value) = &given_1 {
                    when = when.order_by(value);
                }
                if let Some(value) = &given_2 {
                    when = when.order_descending(value);
                }
                if let Some(value) = &given_3 {
                    when = when.page_index(value);
                }
                if let Some(value) = &given_4 {
                    when = when.page_size(value);
                }
                if let Some(value) = &given_5 {
                    when = when.status(value);
                }
                if let Some(value) = &given_6 {
                    when = when.type_(value);
                }
                plan.finish(when, then);
            }),
    )
}
