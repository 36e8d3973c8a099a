use std::time::Duration;

use hero_api_ext::{
    Assignee, Effect, Error, Hero,
    clock::Clock,
    hero_api::{
        builder::{GetMessage, SendMessage},
        mock::MockServerExt,
    },
    messages::{MessageId, RecordOutcome, WriteToRecord},
};
use httpmock::MockServer;
use serde_json::{Value, json};

use crate::{
    patients_messages::script::Practice,
    support::{PERSONAL, ThenCompleted as _, fails_as_documented, hero, hero_and_clock, time},
};

/// What Hero is sent, by a flow that must send one message.
async fn sent(flow: impl AsyncFn(&Hero) -> Result<(), Error>) -> Value {
    let server = MockServer::start();
    let seen = std::sync::Arc::new(std::sync::Mutex::new(None));
    let body = std::sync::Arc::clone(&seen);
    let mock = server.send_message(|when, then| {
        when.into_inner().is_true(move |request| {
            *body.lock().unwrap() = serde_json::from_slice(request.body_ref()).ok();
            true
        });
        then.completed(json!({ "message_id": "m1", "content": PERSONAL, "created_at": "now" }));
    });
    flow(&hero(&server)).await.unwrap();
    mock.assert_calls(1);
    seen.lock().unwrap().take().unwrap()
}

#[tokio::test]
async fn a_message_says_what_was_set_and_nothing_else() {
    let text = sent(async |hero| {
        let sent = hero.messages().sms(7, "Hello").send().await?;
        assert_eq!(sent.id(), &MessageId::from("m1"));
        assert!(!format!("{sent:?}").contains(PERSONAL));
        Ok(())
    });
    assert_eq!(text.await, json!({ "patient_id": "7", "message_type": "sms", "message_string": "Hello" }));

    let email = sent(async |hero| {
        let message =
            hero.messages().email(7, "Hello").to("ann@example.com".parse()?).attachment("a1").short_link("s1");
        message.task("t1").assignee(Assignee::AdminTeam(3)).send_at(time("2026-03-16T08:00:00Z")).send().await?;
        Ok(())
    });
    let expected = json!({
        "patient_id": "7", "message_type": "email", "message_string": "Hello",
        "recipient_contact_detail": "ann@example.com", "attachment_uuid": "a1", "short_link_id": "s1", "task_id": "t1",
        "assignee_type": "AdminTeam", "assignee_id": 3.0, "send_at": "2026-03-16T08:00:00Z",
    });
    assert_eq!(email.await, expected);

    let record = sent(async |hero| hero.messages().record_only(7, "Told by phone").send().await.map(drop));
    assert_eq!(record.await, json!({ "patient_id": "7", "message_type": "hero", "message_string": "Told by phone" }));
}

#[tokio::test]
async fn an_app_message_can_fall_back() {
    for (kind, expected) in [
        ("sms", json!({ "fallback_message_type": "sms" })),
        ("sms to", json!({ "fallback_message_type": "sms", "fallback_contact_detail": "07700 900123" })),
        ("email", json!({ "fallback_message_type": "email" })),
        ("email to", json!({ "fallback_message_type": "email", "fallback_contact_detail": "ann@example.com" })),
    ] {
        let body = sent(async |hero| {
            let message = hero.messages().nhs_app(7, "Hello");
            let message = match kind {
                "sms" => message.fallback_sms(),
                "sms to" => message.fallback_sms_to("07700 900123".parse()?),
                "email" => message.fallback_email(),
                _ => message.fallback_email_to("ann@example.com".parse()?),
            };
            message.send().await.map(drop)
        });
        let body = body.await;
        assert_eq!(body["message_type"], "nhs_app");
        assert_eq!(body["fallback_message_type"], expected["fallback_message_type"], "{kind}");
        assert_eq!(body["fallback_contact_detail"], expected["fallback_contact_detail"], "{kind}");
    }
}

#[tokio::test]
async fn a_message_gets_into_the_record_as_was_said() {
    let approved = sent(async |hero| {
        let how = WriteToRecord::after_approval().snomed("401271004".parse()?).snomed_term("Email sent to patient");
        hero.messages().email(7, "Hello").write_to_record(how).send().await.map(drop)
    });
    let approved = approved.await;
    assert_eq!((&approved["write_to_record"], &approved["auto_write_to_record"]), (&json!(true), &json!(null)));
    assert_eq!(
        (&approved["snomed_code"], &approved["snomed_term"]),
        (&json!("401271004"), &json!("Email sent to patient"))
    );

    let at_once = sent(async |hero| {
        hero.messages().sms(7, "Hello").write_to_record(WriteToRecord::without_approval()).send().await.map(drop)
    });
    let at_once = at_once.await;
    assert_eq!((&at_once["write_to_record"], &at_once["auto_write_to_record"]), (&json!(true), &json!(true)));
    assert_eq!(at_once["snomed_code"], json!(null));
}

#[tokio::test]
async fn what_cannot_be_right_is_not_sent() {
    let server = MockServer::start();
    let mock = server.send_message(|_when, then| {
        then.completed(json!({ "message_id": "m1" }));
    });
    let hero = hero(&server);
    let message = || hero.messages().sms(7, PERSONAL);
    for message in [
        hero.messages().sms(7, " \n"),
        message().send_at(time("2026-03-15T08:59:59Z")),
        message().attachment(""),
        message().short_link(" "),
        message().task(""),
    ] {
        assert!(!format!("{message:?}").contains(PERSONAL));
        let error = message.send().await.err().unwrap();
        assert!(error.is_invalid_input() && error.effect() == Effect::None, "{error:?}");
    }
    mock.assert_calls(0);
}

#[tokio::test]
async fn sending_fails_as_documented_and_sends_once() {
    fails_as_documented::<SendMessage, _, _>(|_| {}, async |hero| hero.messages().sms(7, PERSONAL).send().await).await;
    fails_as_documented::<GetMessage, _, _>(|_| {}, async |hero| hero.messages().get(&"m1".into()).await).await;
}

#[tokio::test]
async fn lost_response_is_unknown_and_not_sent_again() {
    let practice = Practice::open().await;
    let error = practice.hero.messages().sms(7, "lose").send().await.err().unwrap();
    assert_eq!(error.effect(), Effect::Unknown, "{error:?}");
    let error = practice.hero.messages().sms(8, "refuse").send().await.err().unwrap();
    assert_eq!(error.effect(), Effect::None, "{error:?}");
    // A success that does not name the message proves nothing.
    for (patient, text) in [(9, "garble"), (10, "html"), (11, "empty"), (12, "error"), (13, "gzip")] {
        let error = practice.hero.messages().sms(patient, text).send().await.err().unwrap();
        assert_eq!(error.effect(), Effect::Unknown, "{text}: {error:?}");
    }
    assert_eq!(practice.messaged(), ["7", "8", "9", "10", "11", "12", "13"]);
}

#[tokio::test]
async fn a_wait_ends_when_the_message_is_in_the_record() -> Result<(), Error> {
    let server = MockServer::start();
    let (hero, clock) = hero_and_clock(&server);
    let pending = clock.clone();
    let asked = server.get_message(|when, then| {
        when.id("m1").into_inner().is_true(move |_| pending.now() < Duration::from_secs(4));
        then.completed(json!({ "id": "m1", "write_to_record": { "status": "pending" } }));
    });
    server.get_message(|when, then| {
        let _ = when.id("m1");
        let write = json!({ "status": "succeeded", "write_to_record_at": "2026-03-15T09:00:03Z" });
        then.completed(json!({ "id": "m1", "write_to_record": write }));
    });
    let outcome = hero.messages().wait_until_recorded(&"m1".into()).await?;
    assert_eq!(outcome, RecordOutcome::Recorded { at: Some(time("2026-03-15T09:00:03Z")) });
    // At 0, 1, 2.5 and 4.75 seconds.
    asked.assert_calls(3);
    assert_eq!(clock.now(), Duration::from_millis(4_750));
    Ok(())
}

#[tokio::test]
async fn a_wait_tells_a_failure_and_hides_its_reason() -> Result<(), Error> {
    let server = MockServer::start();
    server.get_message(|_when, then| {
        let write = json!({ "status": "failed", "failure_reason": PERSONAL });
        then.completed(json!({ "id": "m1", "write_to_record": write }));
    });
    let outcome = hero(&server).messages().wait_until_recorded(&"m1".into()).await?;
    assert!(!format!("{outcome:?}").contains(PERSONAL));
    assert_eq!(outcome, RecordOutcome::Failed(Some(PERSONAL.to_owned())));
    Ok(())
}

#[tokio::test]
async fn a_wait_ends_when_its_time_is_up() -> Result<(), Error> {
    let server = MockServer::start();
    let (hero, clock) = hero_and_clock(&server);
    let asked = server.get_message(|_when, then| {
        then.completed(json!({ "id": "m1" }));
    });
    let outcome = hero.messages().wait_until_recorded(&"m1".into()).within(Duration::from_secs(120)).await?;
    assert_eq!(outcome, RecordOutcome::Pending);
    assert_eq!(clock.now(), Duration::from_secs(120));
    assert!((8..=12).contains(&asked.calls()), "{}", asked.calls());
    Ok(())
}

#[tokio::test]
async fn record_wait_sits_out_transient_errors_only() -> Result<(), Error> {
    let server = MockServer::start();
    let (hero, clock) = hero_and_clock(&server);
    let failing = clock.clone();
    server.get_message(|when, then| {
        when.into_inner().is_true(move |_| failing.now() < Duration::from_secs(20));
        then.error(503, json!({}));
    });
    server.get_message(|when, then| {
        let _ = when.id("m1");
        then.completed(json!({ "id": "m1", "write_to_record": { "status": "succeeded" } }));
    });
    server.get_message(|when, then| {
        let _ = when.id("m2");
        then.error(404, json!({}));
    });
    assert_eq!(hero.messages().wait_until_recorded(&"m1".into()).await?, RecordOutcome::Recorded { at: None });
    let before = clock.now();
    assert!(hero.messages().wait_until_recorded(&"m2".into()).await.is_err_and(|error| error.is_not_found()));
    assert_eq!(clock.now(), before);
    Ok(())
}

#[tokio::test]
async fn templates_codes_and_automated_are_read() -> Result<(), Error> {
    let server = MockServer::start();
    server.list_templates(|_when, then| {
        then.completed(json!({ "data": [{ "id": "1" }] }));
    });
    server.validate_snomed_code(|when, then| {
        when.into_inner().json_body(json!({ "code": "401271004" }));
        then.completed(json!({ "valid": true }));
    });
    server.get_automated_message(|when, then| {
        let _ = when.id("5");
        then.completed(json!({ "id": "5" }));
    });
    let hero = hero(&server);
    assert_eq!(hero.messages().templates().await?["data"][0]["id"], "1");
    assert_eq!(hero.messages().validate_snomed(&"401271004".parse()?).await?["valid"], true);
    assert_eq!(hero.messages().automated("5").await?["id"], "5");
    Ok(())
}
