//! Calls of the tag Messages.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `listBatchMessages`: `GET /v1/batch_message`.
pub(super) const LIST_BATCH_MESSAGES: Call = Call {
    info: &operations::LIST_BATCH_MESSAGES,
    start: |client, inputs| Ok(Box::new(start_list_batch_messages(client, inputs)?)),
    page: Some(|client, inputs| Ok(
        Box::new(start_list_batch_messages(client, inputs)?),
    )),
    mock: mock_list_batch_messages,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_batch_messages(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListBatchMessages, Misfit> {
    let mut request = client.list_batch_messages();
    if let Some(value) = inputs.parameter::<i64>("query", "page_index")? {
        request = request.page_index(value);
    }
    if let Some(value) = inputs.parameter::<i64>("query", "page_size")? {
        request = request.page_size(value);
    }
    if let Some(value) = inputs
        .parameter::<types::ListBatchMessagesStatus>("query", "status")?
    {
        request = request.status(value);
    }
    Ok(request)
}

fn mock_list_batch_messages<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<i64>("query", "page_index")?;
    let given_1 = inputs.parameter::<i64>("query", "page_size")?;
    let given_2 = inputs.parameter::<types::ListBatchMessagesStatus>("query", "status")?;
    Ok(
        server
            .list_batch_messages(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.page_index(value);
                }
                if let Some(value) = &given_1 {
                    when = when.page_size(value);
                }
                if let Some(value) = &given_2 {
                    when = when.status(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `createBatchMessage`: `POST /v1/batch_message`.
pub(super) const CREATE_BATCH_MESSAGE: Call = Call {
    info: &operations::CREATE_BATCH_MESSAGE,
    start: |client, inputs| Ok(Box::new(start_create_batch_message(client, inputs)?)),
    page: None,
    mock: mock_create_batch_message,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_create_batch_message(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CreateBatchMessage, Misfit> {
    let mut request = client.create_batch_message();
    if let Some(value) = inputs.body::<types::CreateBatchMessageBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_create_batch_message<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::CreateBatchMessageBody>()?;
    Ok(
        server
            .create_batch_message(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `sendBatchMessage`: `PATCH /v1/batch_message/{id}/send`.
pub(super) const SEND_BATCH_MESSAGE: Call = Call {
    info: &operations::SEND_BATCH_MESSAGE,
    start: |client, inputs| Ok(Box::new(start_send_batch_message(client, inputs)?)),
    page: None,
    mock: mock_send_batch_message,
    errors: &[],
};

fn start_send_batch_message(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::SendBatchMessage, Misfit> {
    let mut request = client.send_batch_message();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_send_batch_message<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .send_batch_message(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `getBatchMessage`: `GET /v1/batch_message/{id}`.
pub(super) const GET_BATCH_MESSAGE: Call = Call {
    info: &operations::GET_BATCH_MESSAGE,
    start: |client, inputs| Ok(Box::new(start_get_batch_message(client, inputs)?)),
    page: None,
    mock: mock_get_batch_message,
    errors: &[],
};

fn start_get_batch_message(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetBatchMessage, Misfit> {
    let mut request = client.get_batch_message();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_batch_message<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_batch_message(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `listBatchMessageRecipients`: `GET /v1/batch_message/{id}/recipients`.
pub(super) const LIST_BATCH_MESSAGE_RECIPIENTS: Call = Call {
    info: &operations::LIST_BATCH_MESSAGE_RECIPIENTS,
    start: |client, inputs| Ok(
        Box::new(start_list_batch_message_recipients(client, inputs)?),
    ),
    page: Some(|client, inputs| Ok(
        Box::new(start_list_batch_message_recipients(client, inputs)?),
    )),
    mock: mock_list_batch_message_recipients,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_batch_message_recipients(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListBatchMessageRecipients, Misfit> {
    let mut request = client.list_batch_message_recipients();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs.parameter::<i64>("query", "page_index")? {
        request = request.page_index(value);
    }
    if let Some(value) = inputs.parameter::<i64>("query", "page_size")? {
        request = request.page_size(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "status")? {
        request = request.status(value);
    }
    Ok(request)
}

fn mock_list_batch_message_recipients<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    let given_1 = inputs.parameter::<i64>("query", "page_index")?;
    let given_2 = inputs.parameter::<i64>("query", "page_size")?;
    let given_3 = inputs.parameter::<String>("query", "status")?;
    Ok(
        server
            .list_batch_message_recipients(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                if let Some(value) = &given_1 {
                    when = when.page_index(value);
                }
                if let Some(value) = &given_2 {
                    when = when.page_size(value);
                }
                if let Some(value) = &given_3 {
                    when = when.status(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `listBatchMessageSends`: `GET /v1/batch_message/{id}/messages`.
pub(super) const LIST_BATCH_MESSAGE_SENDS: Call = Call {
    info: &operations::LIST_BATCH_MESSAGE_SENDS,
    start: |client, inputs| Ok(
        Box::new(start_list_batch_message_sends(client, inputs)?),
    ),
    page: Some(|client, inputs| Ok(
        Box::new(start_list_batch_message_sends(client, inputs)?),
    )),
    mock: mock_list_batch_message_sends,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_batch_message_sends(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListBatchMessageSends, Misfit> {
    let mut request = client.list_batch_message_sends();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs.parameter::<i64>("query", "page_index")? {
        request = request.page_index(value);
    }
    if let Some(value) = inputs.parameter::<i64>("query", "page_size")? {
        request = request.page_size(value);
    }
    if let Some(value) = inputs
        .parameter::<types::ListBatchMessageSendsStatus>("query", "status")?
    {
        request = request.status(value);
    }
    Ok(request)
}

fn mock_list_batch_message_sends<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    let given_1 = inputs.parameter::<i64>("query", "page_index")?;
    let given_2 = inputs.parameter::<i64>("query", "page_size")?;
    let given_3 = inputs
        .parameter::<types::ListBatchMessageSendsStatus>("query", "status")?;
    Ok(
        server
            .list_batch_message_sends(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                if let Some(value) = &given_1 {
                    when = when.page_index(value);
                }
                if let Some(value) = &given_2 {
                    when = when.page_size(value);
                }
                if let Some(value) = &given_3 {
                    when = when.status(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `getMessage`: `GET /v1/messages/{id}`.
pub(super) const GET_MESSAGE: Call = Call {
    info: &operations::GET_MESSAGE,
    start: |client, inputs| Ok(Box::new(start_get_message(client, inputs)?)),
    page: None,
    mock: mock_get_message,
    errors: &[],
};

fn start_get_message(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetMessage, Misfit> {
    let mut request = client.get_message();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_message<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_message(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `sendMessage`: `POST /v1/messages/send`.
pub(super) const SEND_MESSAGE: Call = Call {
    info: &operations::SEND_MESSAGE,
    start: |client, inputs| Ok(Box::new(start_send_message(client, inputs)?)),
    page: None,
    mock: mock_send_message,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_send_message(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::SendMessage, Misfit> {
    let mut request = client.send_message();
    if let Some(value) = inputs.body::<types::SendMessageBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_send_message<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::SendMessageBody>()?;
    Ok(
        server
            .send_message(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `validateSnomedCode`: `POST /v1/snomed/validate`.
pub(super) const VALIDATE_SNOMED_CODE: Call = Call {
    info: &operations::VALIDATE_SNOMED_CODE,
    start: |client, inputs| Ok(Box::new(start_validate_snomed_code(client, inputs)?)),
    page: None,
    mock: mock_validate_snomed_code,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_validate_snomed_code(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ValidateSnomedCode, Misfit> {
    let mut request = client.validate_snomed_code();
    if let Some(value) = inputs.body::<types::ValidateSnomedCodeBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_validate_snomed_code<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::ValidateSnomedCodeBody>()?;
    Ok(
        server
            .validate_snomed_code(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `listTemplates`: `GET /v1/templates`.
pub(super) const LIST_TEMPLATES: Call = Call {
    info: &operations::LIST_TEMPLATES,
    start: |client, inputs| Ok(Box::new(start_list_templates(client, inputs)?)),
    page: None,
    mock: mock_list_templates,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_templates(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListTemplates, Misfit> {
    let mut request = client.list_templates();
    if let Some(value) = inputs.parameter::<bool>("query", "has_follow_up")? {
        request = request.has_follow_up(value);
    }
    Ok(request)
}

fn mock_list_templates<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<bool>("query", "has_follow_up")?;
    Ok(
        server
            .list_templates(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.has_follow_up(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `getAutomatedMessage`: `GET /v2/automated_messages/{id}`.
pub(super) const GET_AUTOMATED_MESSAGE: Call = Call {
    info: &operations::GET_AUTOMATED_MESSAGE,
    start: |client, inputs| Ok(Box::new(start_get_automated_message(client, inputs)?)),
    page: None,
    mock: mock_get_automated_message,
    errors: &[],
};

fn start_get_automated_message(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetAutomatedMessage, Misfit> {
    let mut request = client.get_automated_message();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_automated_message<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_automated_message(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}
