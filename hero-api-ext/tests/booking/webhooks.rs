use std::io;

use hero_api_ext::{
    Effect, Error, ErrorKind, Hero,
    hero_api::{
        builder::{CreateWebhook, DeleteWebhook, ListWebhooks},
        mock::MockServerExt,
    },
    webhooks::{NewWebhook, Webhook, Webhooks},
};
use httpmock::{Mock, MockServer};
use secrecy::ExposeSecret;
use serde_json::{Value, json};

use crate::support::{ThenCompleted as _, fails_as_documented, hero};

const URL: &str = "https://example.org/webhooks/hero";
const CONFIRMED: &str = "appointment.confirmed";
const CANCELLED: &str = "appointment.cancelled";
/// What the entropy of these tests makes of it.
const KEY: &str = "abababababababababababababababababababababababababababababababab";

fn webhooks(hero: &Hero) -> Webhooks {
    hero.webhooks().with_entropy(|bytes: &mut [u8]| {
        bytes.fill(0xab);
        Ok(())
    })
}

fn there(id: &str, event: &str, url: &str) -> Value {
    json!({ "id": id, "event_type": event, "url": url, "created_at": "2026-03-01T00:00:00Z", "updated_at": "" })
}

fn lists(server: &MockServer, webhooks: Value) {
    server.list_webhooks(|_when, then| {
        then.completed(webhooks);
    });
}

fn creates<'a>(server: &'a MockServer, id: &str, event: &str) -> Mock<'a> {
    server.create_webhook(|when, then| {
        when.into_inner().json_body(json!({ "event_type": event, "url": URL, "signing_key": KEY }));
        then.completed(there(id, event, URL));
    })
}

fn deletes<'a>(server: &'a MockServer, id: &str) -> Mock<'a> {
    server.delete_webhook(|when, then| {
        when.id(id);
        then.into_inner().status(204);
    })
}

fn ids(webhooks: &[Webhook]) -> Vec<&str> {
    webhooks.iter().map(Webhook::id).collect()
}

#[tokio::test]
async fn a_webhook_is_created_with_a_key_made_for_it() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.create_webhook(|when, then| {
        when.into_inner().json_body(json!({
            "event_type": CONFIRMED,
            "url": URL,
            "signing_key": KEY,
            "description": "Our bookings",
            "headers": { "x-tenant": "12" },
        }));
        then.completed(there("1", CONFIRMED, URL));
    });
    let hero = hero(&server);
    let webhook = NewWebhook::new(CONFIRMED, URL).description("Our bookings").header("x-tenant", "12");
    let created = webhooks(&hero).create(webhook).await?;
    mock.assert();
    assert_eq!((created.webhook().id(), created.signing_key().expose_secret()), ("1", KEY));
    assert!(created.webhook().created_at().is_some());
    assert!(!format!("{created:?}").contains(KEY));
    Ok(())
}

#[tokio::test]
async fn a_key_that_it_brings_is_taken() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.create_webhook(|when, then| {
        when.into_inner().json_body(json!({ "event_type": CONFIRMED, "url": URL, "signing_key": "ours" }));
        then.completed(there("1", CONFIRMED, URL));
    });
    let created = webhooks(&hero(&server)).create(NewWebhook::new(CONFIRMED, URL).signing_key("ours")).await?;
    assert_eq!(created.signing_key().expose_secret(), "ours");
    mock.assert();
    Ok(())
}

#[tokio::test]
async fn invalid_webhook_is_not_sent() {
    let server = MockServer::start();
    let hero = hero(&server);
    let broken = hero.webhooks().with_entropy(|_: &mut [u8]| Err(io::Error::other("no randomness")));
    let error = broken.create(NewWebhook::new(CONFIRMED, URL)).await.err();
    assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::Configuration));
    for webhook in [NewWebhook::new(CONFIRMED, "http://example.org"), NewWebhook::new("appointment.created", URL)] {
        let error = webhooks(&hero).create(webhook).await.err();
        assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::InvalidInput));
    }
}

#[tokio::test]
async fn webhooks_are_listed_in_every_shape() -> Result<(), Error> {
    for list in [json!({ "data": [there("1", CONFIRMED, URL)], "count": 1 }), json!([there("1", CONFIRMED, URL)])] {
        let server = MockServer::start();
        lists(&server, list);
        let delete = deletes(&server, "1");
        let hero = hero(&server);
        let found = hero.webhooks().list().await?;
        assert_eq!((found[0].event_type(), found[0].url()), (Some(CONFIRMED), Some(URL)));
        hero.webhooks().delete(found[0].id()).await?;
        delete.assert();
    }
    Ok(())
}

#[tokio::test]
async fn the_webhooks_of_an_event_are_listed() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.list_webhooks(|when, then| {
        when.event_type(CONFIRMED);
        then.completed(json!([]));
    });
    assert!(hero(&server).webhooks().list_of(CONFIRMED).await?.is_empty());
    mock.assert();
    Ok(())
}

#[tokio::test]
async fn ensure_creates_missing_and_deletes_the_rest() -> Result<(), Error> {
    let server = MockServer::start();
    lists(
        &server,
        json!([
            there("1", CONFIRMED, URL),
            there("2", CONFIRMED, URL),
            there("3", "prescription.issued", URL),
            there("4", CANCELLED, "https://elsewhere.example/"),
        ]),
    );
    let create = creates(&server, "5", CANCELLED);
    let deleted = ["2", "3", "4"].map(|id| deletes(&server, id));
    let hero = hero(&server);
    let declared = || [NewWebhook::new(CONFIRMED, URL), NewWebhook::new(CANCELLED, URL)];

    let plan = webhooks(&hero).ensure(declared()).plan().await?;
    assert_eq!((plan.create().len(), ids(plan.delete()), ids(plan.keep())), (1, vec!["2", "3", "4"], vec!["1"]));
    create.assert_calls(0);

    let changes = webhooks(&hero).ensure(declared()).await?;
    assert_eq!((ids(changes.deleted()), ids(changes.kept())), (vec!["2", "3", "4"], vec!["1"]));
    let [created] = changes.created() else { panic!("one was created") };
    assert_eq!((created.webhook().id(), created.signing_key().expose_secret()), ("5", KEY));
    create.assert();
    for mock in deleted {
        mock.assert();
    }
    Ok(())
}

#[tokio::test]
async fn ensure_leaves_alone_what_is_as_declared() -> Result<(), Error> {
    let server = MockServer::start();
    lists(&server, json!({ "data": [there("1", CONFIRMED, "https://EXAMPLE.org/webhooks/hero")], "count": 1 }));
    let hero = hero(&server);
    let changes = webhooks(&hero).ensure([NewWebhook::new(CONFIRMED, URL)]).await?;
    assert!(changes.is_empty() && ids(changes.kept()) == ["1"]);
    Ok(())
}

#[tokio::test]
async fn ensure_replaces_and_can_keep_other_urls() -> Result<(), Error> {
    let server = MockServer::start();
    let mut held = there("1", CONFIRMED, URL);
    held["description"] = json!("old");
    lists(&server, json!([held, there("2", CANCELLED, "https://elsewhere.example/")]));
    let create = creates(&server, "3", CONFIRMED);
    let delete = deletes(&server, "1");
    let hero = hero(&server);
    let changes = webhooks(&hero).ensure([NewWebhook::new(CONFIRMED, URL)]).keep_other_urls().await?;
    assert_eq!((changes.created().len(), ids(changes.deleted()), ids(changes.kept())), (1, vec!["1"], vec!["2"]));
    create.assert();
    delete.assert();
    Ok(())
}

#[tokio::test]
async fn ensure_changes_nothing_when_unsure() {
    let server = MockServer::start();
    lists(&server, json!({ "data": [there("1", CONFIRMED, URL)], "count": 2 }));
    let hero = hero(&server);
    let halted = webhooks(&hero).ensure([NewWebhook::new(CONFIRMED, URL)]).await.err().unwrap();
    assert_eq!(halted.error().kind(), ErrorKind::Protocol);
    let halted = webhooks(&hero).ensure([NewWebhook::new(CONFIRMED, URL), NewWebhook::new(CONFIRMED, URL)]).await.err();
    assert_eq!(halted.map(|halted| halted.error().kind()), Some(ErrorKind::InvalidInput));
}

#[tokio::test]
async fn an_ensure_that_was_interrupted_loses_no_key() {
    for (status, is_unknown) in [(500, true), (400, false)] {
        let server = MockServer::start();
        lists(&server, json!([]));
        creates(&server, "1", CONFIRMED);
        server.create_webhook(|when, then| {
            when.into_inner().json_body(json!({ "event_type": CANCELLED, "url": URL, "signing_key": KEY }));
            then.error(status, json!({}));
        });
        let hero = hero(&server);
        let declared = [NewWebhook::new(CONFIRMED, URL), NewWebhook::new(CANCELLED, URL)];
        let halted = webhooks(&hero).ensure(declared).await.err().unwrap();
        assert_eq!(halted.error().effect() == Effect::Unknown, is_unknown);
        assert_eq!(halted.changes().created()[0].signing_key().expose_secret(), KEY);
        assert_eq!(halted.unknown().map(|(_, key)| key.expose_secret()), is_unknown.then_some(KEY));
        assert!(!format!("{halted:?} {halted}").contains(KEY));
        assert_eq!(Error::from(halted).status().map(|held| held.as_u16()), Some(status));
    }
}

#[tokio::test]
async fn ensure_takes_a_gone_webhook_for_deleted() -> Result<(), Error> {
    let server = MockServer::start();
    lists(&server, json!([there("1", CONFIRMED, URL)]));
    server.delete_webhook(|_when, then| {
        then.error(404, json!({}));
    });
    let hero = hero(&server);
    assert_eq!(ids(webhooks(&hero).ensure([]).await?.deleted()), ["1"]);
    assert!(hero.webhooks().delete("1").await.is_err_and(|error| error.kind() == ErrorKind::NotFound));
    Ok(())
}

#[tokio::test]
async fn webhooks_tell_documented_errors_apart() {
    let nothing = |_: &MockServer| {};
    let one = |server: &MockServer| lists(server, json!([there("1", CONFIRMED, URL)]));
    let none = |server: &MockServer| lists(server, json!([]));
    fails_as_documented::<CreateWebhook, _, _>(nothing, async |hero| {
        hero.webhooks().create(NewWebhook::new(CONFIRMED, URL)).await
    })
    .await;
    fails_as_documented::<CreateWebhook, _, _>(none, async |hero| {
        hero.webhooks().ensure([NewWebhook::new(CONFIRMED, URL)]).await
    })
    .await;
    fails_as_documented::<ListWebhooks, _, _>(nothing, async |hero| hero.webhooks().list().await).await;
    fails_as_documented::<ListWebhooks, _, _>(nothing, async |hero| hero.webhooks().ensure([]).await).await;
    fails_as_documented::<DeleteWebhook, _, _>(nothing, async |hero| hero.webhooks().delete("1").await).await;
    fails_as_documented::<DeleteWebhook, _, _>(one, async |hero| {
        // A webhook that is gone is as good as deleted, so this one failure is none.
        match hero.webhooks().ensure([]).await {
            Ok(_) => hero.webhooks().delete("1").await,
            Err(halted) => Err(halted.into()),
        }
    })
    .await;
}
