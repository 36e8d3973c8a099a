//! Calls of the tag Links.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `updateBookingLink`: `PATCH /v1/booking_links/{id}`.
pub(super) const UPDATE_BOOKING_LINK: Call = Call {
    info: &operations::UPDATE_BOOKING_LINK,
    start: |client, inputs| Ok(Box::new(start_update_booking_link(client, inputs)?)),
    page: None,
    mock: mock_update_booking_link,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_update_booking_link(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::UpdateBookingLink, Misfit> {
    let mut request = client.update_booking_link();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs.body::<types::UpdateBookingLinkBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_update_booking_link<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    let given_1 = inputs.body::<types::UpdateBookingLinkBody>()?;
    Ok(
        server
            .update_booking_link(|mut when, then| {
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

/// `createAttachmentLink`: `POST /v1/attachment_links`.
pub(super) const CREATE_ATTACHMENT_LINK: Call = Call {
    info: &operations::CREATE_ATTACHMENT_LINK,
    start: |client, inputs| Ok(Box::new(start_create_attachment_link(client, inputs)?)),
    page: None,
    mock: mock_create_attachment_link,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_create_attachment_link(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CreateAttachmentLink, Misfit> {
    let mut request = client.create_attachment_link();
    if let Some(value) = inputs.body::<types::CreateAttachmentLinkBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_create_attachment_link<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::CreateAttachmentLinkBody>()?;
    Ok(
        server
            .create_attachment_link(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `createBookingLink`: `POST /v1/booking_links`.
pub(super) const CREATE_BOOKING_LINK: Call = Call {
    info: &operations::CREATE_BOOKING_LINK,
    start: |client, inputs| Ok(Box::new(start_create_booking_link(client, inputs)?)),
    page: None,
    mock: mock_create_booking_link,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_create_booking_link(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CreateBookingLink, Misfit> {
    let mut request = client.create_booking_link();
    if let Some(value) = inputs.body::<types::CreateBookingLinkBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_create_booking_link<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::CreateBookingLinkBody>()?;
    Ok(
        server
            .create_booking_link(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `createFormLink`: `POST /v1/form_links`.
pub(super) const CREATE_FORM_LINK: Call = Call {
    info: &operations::CREATE_FORM_LINK,
    start: |client, inputs| Ok(Box::new(start_create_form_link(client, inputs)?)),
    page: None,
    mock: mock_create_form_link,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_create_form_link(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CreateFormLink, Misfit> {
    let mut request = client.create_form_link();
    if let Some(value) = inputs.body::<types::CreateFormLinkBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_create_form_link<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::CreateFormLinkBody>()?;
    Ok(
        server
            .create_form_link(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `getLinkStatus`: `GET /v1/links/status`.
pub(super) const GET_LINK_STATUS: Call = Call {
    info: &operations::GET_LINK_STATUS,
    start: |client, inputs| Ok(Box::new(start_get_link_status(client, inputs)?)),
    page: None,
    mock: mock_get_link_status,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_get_link_status(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetLinkStatus, Misfit> {
    let mut request = client.get_link_status();
    if let Some(value) = inputs.parameter::<String>("query", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "url")? {
        request = request.url(value);
    }
    Ok(request)
}

fn mock_get_link_status<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("query", "id")?;
    let given_1 = inputs.parameter::<String>("query", "url")?;
    Ok(
        server
            .get_link_status(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                if let Some(value) = &given_1 {
                    when = when.url(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `createVideoLink`: `POST /v1/video_links`.
pub(super) const CREATE_VIDEO_LINK: Call = Call {
    info: &operations::CREATE_VIDEO_LINK,
    start: |client, inputs| Ok(Box::new(start_create_video_link(client, inputs)?)),
    page: None,
    mock: mock_create_video_link,
    errors: &[],
};

fn start_create_video_link(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CreateVideoLink, Misfit> {
    let _ = inputs;
    let request = client.create_video_link();
    Ok(request)
}

fn mock_create_video_link<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let _ = inputs;
    Ok(
        server
            .create_video_link(|when, then| {
                plan.finish(when, then);
            }),
    )
}
