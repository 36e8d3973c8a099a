//! Calls of the tag Prescription.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `getPrescriberPharmacies`: `GET /v1/prescriber/{id}/pharmacies`.
pub(super) const GET_PRESCRIBER_PHARMACIES: Call = Call {
    info: &operations::GET_PRESCRIBER_PHARMACIES,
    start: |client, inputs| Ok(
        Box::new(start_get_prescriber_pharmacies(client, inputs)?),
    ),
    page: None,
    mock: mock_get_prescriber_pharmacies,
    errors: &[],
};

fn start_get_prescriber_pharmacies(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetPrescriberPharmacies, Misfit> {
    let mut request = client.get_prescriber_pharmacies();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_prescriber_pharmacies<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_prescriber_pharmacies(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `createPharmacy`: `POST /v1/pharmacies`.
pub(super) const CREATE_PHARMACY: Call = Call {
    info: &operations::CREATE_PHARMACY,
    start: |client, inputs| Ok(Box::new(start_create_pharmacy(client, inputs)?)),
    page: None,
    mock: mock_create_pharmacy,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_create_pharmacy(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CreatePharmacy, Misfit> {
    let mut request = client.create_pharmacy();
    if let Some(value) = inputs.body::<types::CreatePharmacyBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_create_pharmacy<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::CreatePharmacyBody>()?;
    Ok(
        server
            .create_pharmacy(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}
