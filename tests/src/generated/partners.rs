//! Calls of the tag Partners.

use hero_api::{Client, builder, mock::MockServerExt, operations};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Inputs, Misfit, Plan};

/// `getHeidiToken`: `GET /v1/partners/heidi/token`.
pub(super) const GET_HEIDI_TOKEN: Call = Call {
    info: &operations::GET_HEIDI_TOKEN,
    start: |client, inputs| Ok(Box::new(start_get_heidi_token(client, inputs)?)),
    page: None,
    mock: mock_get_heidi_token,
    errors: &[],
};

fn start_get_heidi_token(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetHeidiToken, Misfit> {
    let _ = inputs;
    let request = client.get_heidi_token();
    Ok(request)
}

fn mock_get_heidi_token<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let _ = inputs;
    Ok(
        server
            .get_heidi_token(|when, then| {
                plan.finish(when, then);
            }),
    )
}
