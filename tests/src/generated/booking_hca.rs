//! Calls of the tag Booking - HCA.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `searchHcaConsultants`: `GET /v1/booking-hca/consultants`.
pub(super) const SEARCH_HCA_CONSULTANTS: Call = Call {
    info: &operations::SEARCH_HCA_CONSULTANTS,
    start: |client, inputs| Ok(Box::new(start_search_hca_consultants(client, inputs)?)),
    page: None,
    mock: mock_search_hca_consultants,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_search_hca_consultants(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::SearchHcaConsultants, Misfit> {
    let mut request = client.search_hca_consultants();
    if let Some(value) = inputs.parameter::<Vec<String>>("query", "fields")? {
        request = request.fields(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "search")? {
        request = request.search(value);
    }
    Ok(request)
}

fn mock_search_hca_consultants<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<Vec<String>>("query", "fields")?;
    let given_1 = inputs.parameter::<String>("query", "search")?;
    Ok(
        server
            .search_hca_consultants(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.fields(value);
                }
                if let Some(value) = &given_1 {
                    when = when.search(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `getHcaConsultant`: `GET /v1/booking-hca/consultants/{gmc_number}`.
pub(super) const GET_HCA_CONSULTANT: Call = Call {
    info: &operations::GET_HCA_CONSULTANT,
    start: |client, inputs| Ok(Box::new(start_get_hca_consultant(client, inputs)?)),
    page: None,
    mock: mock_get_hca_consultant,
    errors: &[],
};

fn start_get_hca_consultant(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetHcaConsultant, Misfit> {
    let mut request = client.get_hca_consultant();
    if let Some(value) = inputs.parameter::<String>("path", "gmc_number")? {
        request = request.gmc_number(value);
    }
    Ok(request)
}

fn mock_get_hca_consultant<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "gmc_number")?;
    Ok(
        server
            .get_hca_consultant(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.gmc_number(value);
                }
                plan.finish(when, then);
            }),
    )
}
