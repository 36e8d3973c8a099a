//! Calls of the tag Booking.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `getAppointment`: `GET /v1/appointments/{id}`.
pub(super) const GET_APPOINTMENT: Call = Call {
    info: &operations::GET_APPOINTMENT,
    start: |client, inputs| Ok(Box::new(start_get_appointment(client, inputs)?)),
    page: None,
    mock: mock_get_appointment,
    errors: &[],
};

fn start_get_appointment(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetAppointment, Misfit> {
    let mut request = client.get_appointment();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_appointment<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_appointment(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `editAppointment`: `PUT /v1/appointments/{id}`.
pub(super) const EDIT_APPOINTMENT: Call = Call {
    info: &operations::EDIT_APPOINTMENT,
    start: |client, inputs| Ok(Box::new(start_edit_appointment(client, inputs)?)),
    page: None,
    mock: mock_edit_appointment,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_edit_appointment(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::EditAppointment, Misfit> {
    let mut request = client.edit_appointment();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs.body::<types::EditAppointmentBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_edit_appointment<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    let given_1 = inputs.body::<types::EditAppointmentBody>()?;
    Ok(
        server
            .edit_appointment(|mut when, then| {
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

/// `getAppointmentStatus`: `GET /v1/appointments/{id}/status`.
pub(super) const GET_APPOINTMENT_STATUS: Call = Call {
    info: &operations::GET_APPOINTMENT_STATUS,
    start: |client, inputs| Ok(Box::new(start_get_appointment_status(client, inputs)?)),
    page: None,
    mock: mock_get_appointment_status,
    errors: &[],
};

fn start_get_appointment_status(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetAppointmentStatus, Misfit> {
    let mut request = client.get_appointment_status();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_appointment_status<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_appointment_status(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `listAppointments`: `GET /v1/appointments`.
pub(super) const LIST_APPOINTMENTS: Call = Call {
    info: &operations::LIST_APPOINTMENTS,
    start: |client, inputs| Ok(Box::new(start_list_appointments(client, inputs)?)),
    page: None,
    mock: mock_list_appointments,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_appointments(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListAppointments, Misfit> {
    let _ = inputs;
    let request = client.list_appointments();
    Ok(request)
}

fn mock_list_appointments<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let _ = inputs;
    Ok(
        server
            .list_appointments(|when, then| {
                plan.finish(when, then);
            }),
    )
}

/// `createAppointment`: `POST /v1/appointments`.
pub(super) const CREATE_APPOINTMENT: Call = Call {
    info: &operations::CREATE_APPOINTMENT,
    start: |client, inputs| Ok(Box::new(start_create_appointment(client, inputs)?)),
    page: None,
    mock: mock_create_appointment,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_create_appointment(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CreateAppointment, Misfit> {
    let mut request = client.create_appointment();
    if let Some(value) = inputs.body::<types::CreateAppointmentBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_create_appointment<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::CreateAppointmentBody>()?;
    Ok(
        server
            .create_appointment(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `bookAppointment`: `PATCH /v1/appointments/{id}/book`.
pub(super) const BOOK_APPOINTMENT: Call = Call {
    info: &operations::BOOK_APPOINTMENT,
    start: |client, inputs| Ok(Box::new(start_book_appointment(client, inputs)?)),
    page: None,
    mock: mock_book_appointment,
    errors: &[],
};

fn start_book_appointment(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::BookAppointment, Misfit> {
    let mut request = client.book_appointment();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_book_appointment<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .book_appointment(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `cancelAppointment`: `PATCH /v1/appointments/{id}/cancel`.
pub(super) const CANCEL_APPOINTMENT: Call = Call {
    info: &operations::CANCEL_APPOINTMENT,
    start: |client, inputs| Ok(Box::new(start_cancel_appointment(client, inputs)?)),
    page: None,
    mock: mock_cancel_appointment,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_cancel_appointment(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CancelAppointment, Misfit> {
    let mut request = client.cancel_appointment();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs.body::<types::CancelAppointmentBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_cancel_appointment<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    let given_1 = inputs.body::<types::CancelAppointmentBody>()?;
    Ok(
        server
            .cancel_appointment(|mut when, then| {
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

/// `rescheduleAppointment`: `PATCH /v1/appointments/{id}/reschedule`.
pub(super) const RESCHEDULE_APPOINTMENT: Call = Call {
    info: &operations::RESCHEDULE_APPOINTMENT,
    start: |client, inputs| Ok(Box::new(start_reschedule_appointment(client, inputs)?)),
    page: None,
    mock: mock_reschedule_appointment,
    errors: &[],
};

fn start_reschedule_appointment(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::RescheduleAppointment, Misfit> {
    let mut request = client.reschedule_appointment();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_reschedule_appointment<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .reschedule_appointment(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `listSlots`: `GET /v1/slots`.
pub(super) const LIST_SLOTS: Call = Call {
    info: &operations::LIST_SLOTS,
    start: |client, inputs| Ok(Box::new(start_list_slots(client, inputs)?)),
    page: Some(|client, inputs| Ok(Box::new(start_list_slots(client, inputs)?))),
    mock: mock_list_slots,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_slots(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListSlots, Misfit> {
    let mut request = client.list_slots();
    if let Some(value) = inputs.parameter::<String>("query", "appointment_type_ids")? {
        request = request.appointment_type_ids(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "end_date")? {
        request = request.end_date(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "location_ids")? {
        request = request.location_ids(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "page_index")? {
        request = request.page_index(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "page_size")? {
        request = request.page_size(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "practitioner_ids")? {
        request = request.practitioner_ids(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "start_date")? {
        request = request.start_date(value);
    }
    Ok(request)
}

fn mock_list_slots<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("query", "appointment_type_ids")?;
    let given_1 = inputs.parameter::<String>("query", "end_date")?;
    let given_2 = inputs.parameter::<String>("query", "location_ids")?;
    let given_3 = inputs.parameter::<String>("query", "page_index")?;
    let given_4 = inputs.parameter::<String>("query", "page_size")?;
    let given_5 = inputs.parameter::<String>("query", "practitioner_ids")?;
    let given_6 = inputs.parameter::<String>("query", "start_date")?;
    Ok(
        server
            .list_slots(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.appointment_type_ids(value);
                }
                if let Some(value) = &given_1 {
                    when = when.end_date(value);
                }
                if let Some(value) = &given_2 {
                    when = when.location_ids(value);
                }
                if let Some(value) = &given_3 {
                    when = when.page_index(value);
                }
                if let Some(value) = &given_4 {
                    when = when.page_size(value);
                }
                if let Some(value) = &given_5 {
                    when = when.practitioner_ids(value);
                }
                if let Some(value) = &given_6 {
                    when = when.start_date(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `getSlot`: `GET /v1/slots/{id}`.
pub(super) const GET_SLOT: Call = Call {
    info: &operations::GET_SLOT,
    start: |client, inputs| Ok(Box::new(start_get_slot(client, inputs)?)),
    page: None,
    mock: mock_get_slot,
    errors: &[],
};

fn start_get_slot(client: &Client, inputs: &Inputs) -> Result<builder::GetSlot, Misfit> {
    let mut request = client.get_slot();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_slot<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_slot(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `countSlots`: `GET /v1/slots/count`.
pub(super) const COUNT_SLOTS: Call = Call {
    info: &operations::COUNT_SLOTS,
    start: |client, inputs| Ok(Box::new(start_count_slots(client, inputs)?)),
    page: None,
    mock: mock_count_slots,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_count_slots(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CountSlots, Misfit> {
    let mut request = client.count_slots();
    if let Some(value) = inputs.parameter::<String>("query", "appointment_type_id")? {
        request = request.appointment_type_id(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "end_date")? {
        request = request.end_date(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "location_id")? {
        request = request.location_id(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "practitioner_id")? {
        request = request.practitioner_id(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "start_date")? {
        request = request.start_date(value);
    }
    Ok(request)
}

fn mock_count_slots<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("query", "appointment_type_id")?;
    let given_1 = inputs.parameter::<String>("query", "end_date")?;
    let given_2 = inputs.parameter::<String>("query", "location_id")?;
    let given_3 = inputs.parameter::<String>("query", "practitioner_id")?;
    let given_4 = inputs.parameter::<String>("query", "start_date")?;
    Ok(
        server
            .count_slots(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.appointment_type_id(value);
                }
                if let Some(value) = &given_1 {
                    when = when.end_date(value);
                }
                if let Some(value) = &given_2 {
                    when = when.location_id(value);
                }
                if let Some(value) = &given_3 {
                    when = when.practitioner_id(value);
                }
                if let Some(value) = &given_4 {
                    when = when.start_date(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `checkSlotAvailability`: `POST /v1/slots/availability`.
pub(super) const CHECK_SLOT_AVAILABILITY: Call = Call {
    info: &operations::CHECK_SLOT_AVAILABILITY,
    start: |client, inputs| Ok(Box::new(start_check_slot_availability(client, inputs)?)),
    page: None,
    mock: mock_check_slot_availability,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_check_slot_availability(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CheckSlotAvailability, Misfit> {
    let mut request = client.check_slot_availability();
    if let Some(value) = inputs.body::<types::CheckSlotAvailabilityBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_check_slot_availability<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::CheckSlotAvailabilityBody>()?;
    Ok(
        server
            .check_slot_availability(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `listBookingLinks`: `GET /v2/bookinglinks`.
pub(super) const LIST_BOOKING_LINKS: Call = Call {
    info: &operations::LIST_BOOKING_LINKS,
    start: |client, inputs| Ok(Box::new(start_list_booking_links(client, inputs)?)),
    page: None,
    mock: mock_list_booking_links,
    errors: &[],
};

fn start_list_booking_links(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListBookingLinks, Misfit> {
    let _ = inputs;
    let request = client.list_booking_links();
    Ok(request)
}

fn mock_list_booking_links<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let _ = inputs;
    Ok(
        server
            .list_booking_links(|when, then| {
                plan.finish(when, then);
            }),
    )
}

/// `getBookingLink`: `GET /v1/booking_links/{id}`.
pub(super) const GET_BOOKING_LINK: Call = Call {
    info: &operations::GET_BOOKING_LINK,
    start: |client, inputs| Ok(Box::new(start_get_booking_link(client, inputs)?)),
    page: None,
    mock: mock_get_booking_link,
    errors: &[],
};

fn start_get_booking_link(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetBookingLink, Misfit> {
    let mut request = client.get_booking_link();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_booking_link<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_booking_link(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `listAutomatedMessages`: `GET /v2/automated_messages`.
pub(super) const LIST_AUTOMATED_MESSAGES: Call = Call {
    info: &operations::LIST_AUTOMATED_MESSAGES,
    start: |client, inputs| Ok(Box::new(start_list_automated_messages(client, inputs)?)),
    page: Some(|client, inputs| Ok(
        Box::new(start_list_automated_messages(client, inputs)?),
    )),
    mock: mock_list_automated_messages,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_automated_messages(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListAutomatedMessages, Misfit> {
    let mut request = client.list_automated_messages();
    if let Some(value) = inputs.parameter::<String>("query", "notification_type")? {
        request = request.notification_type(value);
    }
    if let Some(value) = inputs
        .parameter::<types::ListAutomatedMessagesOrderBy>("query", "orderBy")?
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
    if let Some(value) = inputs.parameter::<String>("query", "recipient_id")? {
        request = request.recipient_id(value);
    }
    if let Some(value) = inputs
        .parameter::<types::ListAutomatedMessagesStatus>("query", "status")?
    {
        request = request.status(value);
    }
    Ok(request)
}

fn mock_list_automated_messages<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("query", "notification_type")?;
    let given_1 = inputs
        .parameter::<types::ListAutomatedMessagesOrderBy>("query", "orderBy")?;
    let given_2 = inputs.parameter::<bool>("query", "order_descending")?;
    let given_3 = inputs.parameter::<String>("query", "page_index")?;
    let given_4 = inputs.parameter::<String>("query", "page_size")?;
    let given_5 = inputs.parameter::<String>("query", "recipient_id")?;
    let given_6 = inputs
        .parameter::<types::ListAutomatedMessagesStatus>("query", "status")?;
    Ok(
        server
            .list_automated_messages(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.notification_type(value);
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
                    when = when.recipient_id(value);
                }
                if let Some(value) = &given_6 {
                    when = when.status(value);
                }
                plan.finish(when, then);
            }),
    )
}
