//! Calls of the tag Practice Group.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `createAccessToken`: `POST /v1/access_token`.
pub(super) const CREATE_ACCESS_TOKEN: Call = Call {
    info: &operations::CREATE_ACCESS_TOKEN,
    start: |client, inputs| Ok(Box::new(start_create_access_token(client, inputs)?)),
    page: None,
    mock: mock_create_access_token,
    errors: &[],
};

fn start_create_access_token(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CreateAccessToken, Misfit> {
    let _ = inputs;
    let request = client.create_access_token();
    Ok(request)
}

fn mock_create_access_token<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let _ = inputs;
    Ok(
        server
            .create_access_token(|when, then| {
                plan.finish(when, then);
            }),
    )
}

/// `listAppointmentTypes`: `GET /v1/appointment_types`.
pub(super) const LIST_APPOINTMENT_TYPES: Call = Call {
    info: &operations::LIST_APPOINTMENT_TYPES,
    start: |client, inputs| Ok(Box::new(start_list_appointment_types(client, inputs)?)),
    page: None,
    mock: mock_list_appointment_types,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_appointment_types(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListAppointmentTypes, Misfit> {
    let mut request = client.list_appointment_types();
    if let Some(value) = inputs.parameter::<bool>("query", "has_availability")? {
        request = request.has_availability(value);
    }
    if let Some(value) = inputs.parameter::<Vec<String>>("query", "location_ids")? {
        request = request.location_ids(value);
    }
    Ok(request)
}

fn mock_list_appointment_types<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<bool>("query", "has_availability")?;
    let given_1 = inputs.parameter::<Vec<String>>("query", "location_ids")?;
    Ok(
        server
            .list_appointment_types(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.has_availability(value);
                }
                if let Some(value) = &given_1 {
                    when = when.location_ids(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `listLocations`: `GET /v1/locations`.
pub(super) const LIST_LOCATIONS: Call = Call {
    info: &operations::LIST_LOCATIONS,
    start: |client, inputs| Ok(Box::new(start_list_locations(client, inputs)?)),
    page: None,
    mock: mock_list_locations,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_locations(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListLocations, Misfit> {
    let mut request = client.list_locations();
    if let Some(value) = inputs
        .parameter::<Vec<String>>("query", "appointment_type_ids")?
    {
        request = request.appointment_type_ids(value);
    }
    if let Some(value) = inputs.parameter::<bool>("query", "has_availability")? {
        request = request.has_availability(value);
    }
    Ok(request)
}

fn mock_list_locations<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<Vec<String>>("query", "appointment_type_ids")?;
    let given_1 = inputs.parameter::<bool>("query", "has_availability")?;
    Ok(
        server
            .list_locations(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.appointment_type_ids(value);
                }
                if let Some(value) = &given_1 {
                    when = when.has_availability(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `listPracticeGroupElements`: `GET /v1/me/elements`.
pub(super) const LIST_PRACTICE_GROUP_ELEMENTS: Call = Call {
    info: &operations::LIST_PRACTICE_GROUP_ELEMENTS,
    start: |client, inputs| Ok(
        Box::new(start_list_practice_group_elements(client, inputs)?),
    ),
    page: None,
    mock: mock_list_practice_group_elements,
    errors: &[],
};

fn start_list_practice_group_elements(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListPracticeGroupElements, Misfit> {
    let _ = inputs;
    let request = client.list_practice_group_elements();
    Ok(request)
}

fn mock_list_practice_group_elements<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let _ = inputs;
    Ok(
        server
            .list_practice_group_elements(|when, then| {
                plan.finish(when, then);
            }),
    )
}

/// `getPracticeGroupById`: `GET /v1/me`.
pub(super) const GET_PRACTICE_GROUP_BY_ID: Call = Call {
    info: &operations::GET_PRACTICE_GROUP_BY_ID,
    start: |client, inputs| Ok(
        Box::new(start_get_practice_group_by_id(client, inputs)?),
    ),
    page: None,
    mock: mock_get_practice_group_by_id,
    errors: &[],
};

fn start_get_practice_group_by_id(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetPracticeGroupById, Misfit> {
    let _ = inputs;
    let request = client.get_practice_group_by_id();
    Ok(request)
}

fn mock_get_practice_group_by_id<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let _ = inputs;
    Ok(
        server
            .get_practice_group_by_id(|when, then| {
                plan.finish(when, then);
            }),
    )
}

/// `updatePracticeGroup`: `PATCH /v1/me`.
pub(super) const UPDATE_PRACTICE_GROUP: Call = Call {
    info: &operations::UPDATE_PRACTICE_GROUP,
    start: |client, inputs| Ok(Box::new(start_update_practice_group(client, inputs)?)),
    page: None,
    mock: mock_update_practice_group,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_update_practice_group(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::UpdatePracticeGroup, Misfit> {
    let mut request = client.update_practice_group();
    if let Some(value) = inputs.body::<types::UpdatePracticeGroupBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_update_practice_group<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::UpdatePracticeGroupBody>()?;
    Ok(
        server
            .update_practice_group(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `getCapabilities`: `GET /v1/me/capabilities`.
pub(super) const GET_CAPABILITIES: Call = Call {
    info: &operations::GET_CAPABILITIES,
    start: |client, inputs| Ok(Box::new(start_get_capabilities(client, inputs)?)),
    page: None,
    mock: mock_get_capabilities,
    errors: &[],
};

fn start_get_capabilities(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetCapabilities, Misfit> {
    let _ = inputs;
    let request = client.get_capabilities();
    Ok(request)
}

fn mock_get_capabilities<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let _ = inputs;
    Ok(
        server
            .get_capabilities(|when, then| {
                plan.finish(when, then);
            }),
    )
}

/// `getConfiguration`: `GET /v1/me/configuration`.
pub(super) const GET_CONFIGURATION: Call = Call {
    info: &operations::GET_CONFIGURATION,
    start: |client, inputs| Ok(Box::new(start_get_configuration(client, inputs)?)),
    page: None,
    mock: mock_get_configuration,
    errors: &[],
};

fn start_get_configuration(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetConfiguration, Misfit> {
    let _ = inputs;
    let request = client.get_configuration();
    Ok(request)
}

fn mock_get_configuration<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let _ = inputs;
    Ok(
        server
            .get_configuration(|when, then| {
                plan.finish(when, then);
            }),
    )
}

/// `listPractitioners`: `GET /v1/practitioners`.
pub(super) const LIST_PRACTITIONERS: Call = Call {
    info: &operations::LIST_PRACTITIONERS,
    start: |client, inputs| Ok(Box::new(start_list_practitioners(client, inputs)?)),
    page: None,
    mock: mock_list_practitioners,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_practitioners(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListPractitioners, Misfit> {
    let mut request = client.list_practitioners();
    if let Some(value) = inputs
        .parameter::<Vec<String>>("query", "appointment_type_ids")?
    {
        request = request.appointment_type_ids(value);
    }
    if let Some(value) = inputs.parameter::<bool>("query", "has_availability")? {
        request = request.has_availability(value);
    }
    if let Some(value) = inputs.parameter::<Vec<String>>("query", "location_ids")? {
        request = request.location_ids(value);
    }
    Ok(request)
}

fn mock_list_practitioners<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<Vec<String>>("query", "appointment_type_ids")?;
    let given_1 = inputs.parameter::<bool>("query", "has_availability")?;
    let given_2 = inputs.parameter::<Vec<String>>("query", "location_ids")?;
    Ok(
        server
            .list_practitioners(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.appointment_type_ids(value);
                }
                if let Some(value) = &given_1 {
                    when = when.has_availability(value);
                }
                if let Some(value) = &given_2 {
                    when = when.location_ids(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `getPractitioner`: `GET /v1/practitioners/{id}`.
pub(super) const GET_PRACTITIONER: Call = Call {
    info: &operations::GET_PRACTITIONER,
    start: |client, inputs| Ok(Box::new(start_get_practitioner(client, inputs)?)),
    page: None,
    mock: mock_get_practitioner,
    errors: &[],
};

fn start_get_practitioner(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetPractitioner, Misfit> {
    let mut request = client.get_practitioner();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_practitioner<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_practitioner(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}
