//! What an error tells, and what it keeps to itself.

use std::{error::Error as _, time::Duration};

use hero_api_ext::{Credentials, Effect, Error, ErrorKind, Hero, ResponseExt, clock::TestClock, hero_api::Json};
use serde_json::json;

use crate::transport::{
    any::{Get, Post, builder},
    server::{Server, Step, body, response, write},
};

/// The error of a call with this response, without retries.
async fn error(status: u16, headers: &str, body: &str) -> Error {
    let server = Server::start(vec![vec![Step::Read, response(status, headers, body)]]).await;
    let hero = builder(&server, &TestClock::default()).retry_policy(hero_api_ext::retry::Never).build().unwrap();
    Post(&hero).sent().await.unwrap_err()
}

#[test]
fn an_error_is_one_pointer() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Option<Error>>(), size_of::<usize>());
}

#[test]
fn clients_and_errors_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<Hero>();
    crosses::<Error>();
}

#[test]
fn a_call_can_be_spawned() {
    fn spawnable<T: Send>(_: impl FnOnce(&'static Hero) -> T) {}
    spawnable(|hero| Get(hero).sent());
    spawnable(|hero| hero.with_idempotency(true).api().get_patient_by_id().id("7").send());
}

#[tokio::test]
async fn status_has_one_kind_and_one_effect() {
    use ErrorKind::{Conflict, Forbidden, NotFound, RateLimited, Redirect, Rejected, Server, Unauthorized, Validation};
    for (status, kind, effect) in [
        (302, Redirect, Effect::Unknown),
        (400, Validation, Effect::None),
        (401, Unauthorized, Effect::None),
        (402, Rejected, Effect::None),
        (403, Forbidden, Effect::None),
        (404, NotFound, Effect::None),
        (409, Conflict, Effect::None),
        (410, NotFound, Effect::None),
        (422, Validation, Effect::None),
        (429, RateLimited, Effect::None),
        (500, Server, Effect::Unknown),
        (503, Server, Effect::Unknown),
    ] {
        let error = error(status, "", "").await;
        assert_eq!((error.kind(), error.effect()), (kind, effect), "{status}");
        let responses = [
            (error.is_redirect(), Redirect),
            (error.is_validation(), Validation),
            (error.is_unauthorized(), Unauthorized),
            (error.is_forbidden(), Forbidden),
            (error.is_not_found(), NotFound),
            (error.is_conflict(), Conflict),
            (error.is_rate_limited(), RateLimited),
            (error.is_server(), Server),
        ];
        assert!(responses.iter().all(|(is, of)| *is == (*of == kind)), "{status}");
        assert!(error.is_status() && error.status().is_some_and(|known| known.as_u16() == status));
        assert!(!error.is_timeout() && !error.is_connect() && !error.is_decode() && !error.is_configuration());
        // The server may have acted on a POST that it failed, so only a refusal is worth another try.
        assert_eq!(error.is_retryable(), status == 429, "{status}");
    }
}

#[tokio::test]
async fn validation_issues_are_told_not_printed() {
    let body = r#"{"error": true, "statusCode": 400, "message": [
        {"code": "invalid_type", "expected": "string", "path": ["patient", "marker"]},
        {"code": "too_small", "expected": "x", "path": [0], "message": "marker is too short"}]}"#;
    let error = error(400, "x-request-id: marker\r\n", body).await;
    let issues = error.validation_issues();
    assert_eq!((issues.len(), issues[0].path.as_str(), issues[1].path.as_str()), (2, "patient.marker", "[0]"));
    assert_eq!((issues[0].message.as_str(), issues[1].message.as_str()), ("expected string", "marker is too short"));
    assert_eq!(error.request_id(), Some("marker"));
    assert_eq!(
        error.to_string(),
        "sendMessage (POST /v1/messages/send): not a success, status 400, 2 validation issues"
    );
    assert!(!format!("{error} {error:?}").contains("marker"));
    assert!(error.sensitive_body().is_some_and(|kept| kept == body));
    let decoded = error.api_error().map(hero_api_ext::hero_api::Error::decode_body::<Json>);
    let issues = decoded.and_then(|decoded| Some(decoded.ok()?["message"].as_array()?.len()));
    assert_eq!(issues, Some(2));
}

#[tokio::test]
async fn odd_error_bodies_do_no_harm() {
    let text = error(400, "", r#"{"message": "no such template"}"#).await;
    assert_eq!(text.validation_issues().len(), 1);
    assert_eq!(text.validation_issues()[0].message, "no such template");
    for body in ["<html>marker</html>", "", "null"] {
        let error = error(400, "", body).await;
        assert!(error.is_validation() && error.validation_issues().is_empty());
    }
    assert!(error(500, "", r#"{"message": "x"}"#).await.validation_issues().is_empty());
}

#[tokio::test]
async fn only_validation_errors_have_issues() {
    for (status, issues) in [(400, 1), (422, 1), (404, 0), (409, 0), (429, 0), (500, 0)] {
        let error = error(status, "", r#"{"message": "slow down"}"#).await;
        assert_eq!(error.validation_issues().len(), issues, "{status}");
        assert_eq!(error.to_string().contains("validation issue"), issues > 0, "{error}");
    }
}

#[tokio::test]
async fn decode_error_tells_place_and_type() {
    let body = body("getPracticeGroupById", json!({ "id": { "marker": 1 } }));
    let server = Server::start(vec![vec![Step::Read, response(200, "", &body)]]).await;
    let hero = builder(&server, &TestClock::default()).build().unwrap();
    let error = Error::from(hero.api().get_practice_group_by_id().send().await.unwrap_err());
    assert!(error.is_decode() && error.attempts() == 1 && error.effect() == Effect::Done);
    assert_eq!((error.json_path(), error.json_problem()), (Some("$.id"), Some("found map, expected a string")));
    let text = format!("{error} {error:?}");
    assert!(text.contains("$.id") && text.contains("expected a string") && !text.contains("marker"), "{text}");
    assert!(error.source().is_none(), "the error of serde_json quotes the body");
}

#[tokio::test]
async fn errors_and_causes_show_no_secret() {
    let whole = |status, headers, body| vec![Step::Read, response(status, headers, body)];
    let raw = |text: &str| vec![Step::Read, write(text)];
    for script in [
        vec![],
        vec![Step::Read],
        raw("marker marker marker\r\n\r\n"),
        raw("HTTP/1.1 200 OK\r\nmarker\u{0}: marker\r\n\r\n"),
        raw("HTTP/1.1 200 OK\r\ncontent-length: marker\r\n\r\n"),
        raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nmarker\r\n"),
        whole(200, "content-encoding: gzip\r\n", "marker"),
        whole(200, "", "marker"),
        whole(200, "", r#"{"id": "marker", "hero_id": {"marker": "marker"}}"#),
        whole(200, "", &"marker".repeat(100)),
        whole(302, "location: https://marker.example/marker\r\n", "marker"),
        whole(400, "set-cookie: marker\r\n", r#"{"message": [{"path": ["marker"], "message": "marker"}]}"#),
        whole(503, "x-request-id: marker\r\nretry-after: marker\r\n", "marker"),
    ] {
        let server = Server::start(vec![script]).await;
        let builder = builder(&server, &TestClock::default()).max_response_size(500);
        let hero = builder.credentials(Credentials::new("marker", "marker")).build().unwrap();
        let call = hero.with_header("x-a", "marker").api().get_patient_by_id().id("marker");
        let error = Error::from(call.send().await.unwrap_err());
        let causes = std::iter::successors(error.source(), |&cause| cause.source());
        let causes: Vec<String> = causes.map(|cause| format!("{cause} {cause:?}")).collect();
        let text = format!("{error} {error:?} {error:#?} {causes:?} {hero:?}");
        assert!(!text.contains("marker"), "{text}");
    }
}

#[tokio::test]
async fn send_and_question_mark_keep_the_effect() {
    async fn delete(hero: &Hero) -> Result<(), Error> {
        hero.api().delete_webhook().id("7").send().await?;
        Ok(())
    }
    let server = Server::start(vec![
        vec![Step::Read, response(500, "", "")],
        vec![Step::Read, response(404, "", r#"{"message": "gone"}"#)],
    ])
    .await;
    let hero = builder(&server, &TestClock::default()).build().unwrap();
    let error = delete(&hero).await.unwrap_err();
    assert_eq!((error.kind(), error.effect(), error.attempts()), (ErrorKind::NotFound, Effect::Unknown, 2));
    assert!(error.elapsed() > Duration::ZERO && error.to_string().ends_with("after 2 attempts"), "{error}");
}

#[tokio::test]
async fn response_tells_its_attempts() {
    let server = Server::start(vec![
        vec![Step::Read, response(503, "", "")],
        vec![Step::Read, response(200, "", &body("getPracticeGroupById", json!({ "id": "12" })))],
    ])
    .await;
    let hero = builder(&server, &TestClock::default()).build().unwrap();
    let practice = hero.api().get_practice_group_by_id().send().await.unwrap();
    assert_eq!((practice.attempts(), practice.elapsed()), (2, Duration::from_millis(25)));
}

#[tokio::test]
async fn plain_send_keeps_the_error() {
    let server = Server::start(vec![vec![Step::Read]]).await;
    let hero = builder(&server, &TestClock::default()).build().unwrap();
    let ours = Error::from(hero.api().get_practice_group_by_id().send().await.unwrap_err());
    assert!(ours.is_interrupted(), "{ours:?}");
    assert_eq!((ours.attempts(), server.requests().len()), (3, 3));

    let unset = Error::from(hero.api().get_patient_by_id().send().await.unwrap_err());
    assert!(unset.is_invalid_input() && unset.to_string().contains("id was not initialized"), "{unset}");
    assert_eq!((unset.attempts(), unset.effect()), (0, Effect::None));
}
