//! What the client does on the wire.

use hero_api::mock::MockServerExt;
use hero_api_ext::{Credentials, Environment, Error, Hero, SendWith, hero_api};
use serde_json::json;

fn hero(server: &httpmock::MockServer) -> Result<Hero, Error> {
    Hero::builder()
        .environment(Environment::Custom(server.base_url()))
        .credentials(Credentials::new("the-key", "12"))
        .build()
}

#[tokio::test]
async fn any_operation_is_sent_with_the_credentials() -> Result<(), Error> {
    let server = httpmock::MockServer::start();
    let mock = server.get_practice_group_by_id(|when, then| {
        when.into_inner().header("x-api-key", "the-key").header("x-practice-group-id", "12");
        then.ok_json(json!({ "id": "12" }));
    });
    let hero = hero(&server)?;
    hero.api().get_practice_group_by_id().send_with(&hero).await?;
    hero.api().get_practice_group_by_id().send().await?;
    mock.assert_calls(2);
    Ok(())
}

#[tokio::test]
async fn for_practice_acts_for_another_group_and_an_option_for_one_call() -> Result<(), Error> {
    let server = httpmock::MockServer::start();
    let mock = server.get_practice_group_by_id(|when, then| {
        when.into_inner().header("x-practice-group-id", "34");
        then.ok_json(json!({ "id": "12" }));
    });
    let hero = hero(&server)?;
    let other = hero.for_practice("34")?;
    other.api().get_practice_group_by_id().send_with(&other).await?;
    other.api().get_practice_group_by_id().send().await?;
    hero.api().get_practice_group_by_id().with_practice_group("34").send_with(&hero).await?;
    mock.assert_calls(3);
    Ok(())
}

#[tokio::test]
async fn an_error_status_is_an_error_of_its_kind() -> Result<(), Error> {
    let server = httpmock::MockServer::start();
    server.get_practice_group_by_id(|_when, then| {
        then.error(401, json!({}));
    });
    let hero = hero(&server)?;
    let error = hero.api().get_practice_group_by_id().send_with(&hero).await.err();
    assert!(error.is_some_and(|error| error.is_unauthorized() && error.attempts() == 1));
    Ok(())
}
