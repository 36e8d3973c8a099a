//! Calls of the tag Episode.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `listEpisodes`: `GET /v1/episodes`.
pub(super) const LIST_EPISODES: Call = Call {
    info: &operations::LIST_EPISODES,
    start: |client, inputs| Ok(Box::new(start_list_episodes(client, inputs)?)),
    page: Some(|client, inputs| Ok(Box::new(start_list_episodes(client, inputs)?))),
    mock: mock_list_episodes,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_episodes(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListEpisodes, Misfit> {
    let mut request = client.list_episodes();
    if let Some(value) = inputs.parameter::<Vec<String>>("query", "assignee_id[]")? {
        request = request.assignee_id(value);
    }
    if let Some(value) = inputs
        .parameter::<Vec<types::AssigneeType>>("query", "assignee_type[]")?
    {
        request = request.assignee_type(value);
    }
    if let Some(value) = inputs
        .parameter::<Vec<types::ListEpisodesOrderByItem>>("query", "order_by[]")?
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
    if let Some(value) = inputs.parameter::<Vec<types::Priority>>("query", "priority[]")?
    {
        request = request.priority(value);
    }
    if let Some(value) = inputs
        .parameter::<Vec<types::EpisodeStatus>>("query", "status[]")?
    {
        request = request.status(value);
    }
    Ok(request)
}

fn mock_list_episodes<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<Vec<String>>("query", "assignee_id[]")?;
    let given_1 = inputs
        .parameter::<Vec<types::AssigneeType>>("query", "assignee_type[]")?;
    let given_2 = inputs
        .parameter::<Vec<types::ListEpisodesOrderByItem>>("query", "order_by[]")?;
    let given_3 = inputs.parameter::<Vec<String>>("query", "order_descending[]")?;
    let given_4 = inputs.parameter::<i64>("query", "page_index")?;
    let given_5 = inputs.parameter::<i64>("query", "page_size")?;
    let given_6 = inputs.parameter::<Vec<types::Priority>>("query", "priority[]")?;
    let given_7 = inputs.parameter::<Vec<types::EpisodeStatus>>("query", "status[]")?;
    Ok(
        server
            .list_episodes(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.assignee_id(value);
                }
                if let Some(value) = &given_1 {
                    when = when.assignee_type(value);
                }
                if let Some(value) = &given_2 {
                    when = when.order_by(value);
                }
                if let Some(value) = &given_3 {
                    when = when.order_descending(value);
                }
                if let Some(value) = &given_4 {
                    when = when.page_index(value);
                }
                if let Some(value) = &given_5 {
                    when = when.page_size(value);
                }
                if let Some(value) = &given_6 {
                    when = when.priority(value);
                }
                if let Some(value) = &given_7 {
                    when = when.status(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `getEpisode`: `GET /v1/episodes/{id}`.
pub(super) const GET_EPISODE: Call = Call {
    info: &operations::GET_EPISODE,
    start: |client, inputs| Ok(Box::new(start_get_episode(client, inputs)?)),
    page: None,
    mock: mock_get_episode,
    errors: &[],
};

fn start_get_episode(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetEpisode, Misfit> {
    let mut request = client.get_episode();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_episode<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_episode(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `updateEpisode`: `PATCH /v1/episodes/{id}`.
pub(super) const UPDATE_EPISODE: Call = Call {
    info: &operations::UPDATE_EPISODE,
    start: |client, inputs| Ok(Box::new(start_update_episode(client, inputs)?)),
    page: None,
    mock: mock_update_episode,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_update_episode(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::UpdateEpisode, Misfit> {
    let mut request = client.update_episode();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs.body::<types::UpdateEpisodeBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_update_episode<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    let given_1 = inputs.body::<types::UpdateEpisodeBody>()?;
    Ok(
        server
            .update_episode(|mut when, then| {
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

/// `createEpisodeNote`: `POST /v1/notes`.
pub(super) const CREATE_EPISODE_NOTE: Call = Call {
    info: &operations::CREATE_EPISODE_NOTE,
    start: |client, inputs| Ok(Box::new(start_create_episode_note(client, inputs)?)),
    page: None,
    mock: mock_create_episode_note,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_create_episode_note(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::CreateEpisodeNote, Misfit> {
    let mut request = client.create_episode_note();
    if let Some(value) = inputs.body::<types::CreateEpisodeNoteBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_create_episode_note<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::CreateEpisodeNoteBody>()?;
    Ok(
        server
            .create_episode_note(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}
