//! What reaches the wire, and what does not.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use hero_api_ext::{Credentials, Environment, Hero, clock::TestClock};
use serde_json::json;

use crate::transport::{
    alone::{alone, run},
    any::{Get, Post, builder, hero},
    server::{Server, Step, body, response, write},
};

async fn echoing() -> Server {
    Server::start(vec![vec![Step::Read, response(200, "", &body("getPracticeGroupById", json!({})))]]).await
}

fn header<'r>(request: &'r str, name: &str) -> Option<&'r str> {
    request.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

#[tokio::test]
async fn request_has_credentials_and_no_referer() {
    let server = echoing().await;
    let hero = builder(&server, &TestClock::default()).user_agent("surgery-app/2.1").build().unwrap();
    Get(&hero.with_header("x-trace", "7")).sent().await.unwrap();
    let request = &server.requests()[0];
    assert_eq!(header(request, "x-api-key"), Some("the-key"));
    assert_eq!(header(request, "x-practice-group-id"), Some("12"));
    assert_eq!(header(request, "x-trace"), Some("7"));
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(header(request, "user-agent"), Some(format!("surgery-app/2.1 hero-api-ext/{version}").as_str()));
    assert_eq!((header(request, "referer"), header(request, "api-version")), (None, None));
}

#[tokio::test]
async fn call_acts_for_the_practice_of_its_handle() {
    let server = echoing().await;
    let hero = hero(&server, &TestClock::default());
    let other = hero.with_practice_group("34");
    Get(&hero).sent().await.unwrap();
    Get(&other).sent().await.unwrap();
    other.api().get_practice_group_by_id().send().await.unwrap();
    Get(&other.with_practice_group("56")).sent().await.unwrap();
    let groups: Vec<_> = server.requests();
    let groups: Vec<_> = groups.iter().filter_map(|request| header(request, "x-practice-group-id")).collect();
    assert_eq!(groups, ["12", "34", "34", "56"]);
}

#[tokio::test]
async fn handle_options_hold_for_flows() {
    let server = echoing().await;
    let hero = hero(&server, &TestClock::default());
    let traced = hero.with_header("x-trace", "7").with_practice_group("34");
    traced.practice().configuration().await.unwrap();
    traced.api().get_practice_group_by_id().send().await.unwrap();
    Get(&traced.with_header("x-trace", "8")).sent().await.unwrap();
    Get(&traced.with_header("x-other", "9")).sent().await.unwrap();
    hero.practice().configuration().await.unwrap();
    let requests = server.requests();
    let sent = |name| requests.iter().map(|request| header(request, name)).collect::<Vec<_>>();
    assert_eq!(sent("x-trace"), [Some("7"), Some("7"), Some("8"), Some("7"), None]);
    assert_eq!(sent("x-practice-group-id"), [Some("34"), Some("34"), Some("34"), Some("34"), Some("12")]);

    let error = hero.with_max_response_size(1).practice().configuration().await.unwrap_err();
    assert!(error.is_too_large(), "{error:?}");
}

#[tokio::test]
async fn unusable_option_sends_nothing() {
    let server = echoing().await;
    let hero = hero(&server, &TestClock::default());
    for (handle, argument) in [
        (hero.with_practice_group("marker\n"), "practice group id"),
        (hero.with_header("x-a", "marker\n"), "header"),
        (hero.with_header("marker marker", "b"), "header"),
        (hero.with_header("X-Api-Key", "marker"), "header"),
        (hero.with_header("X-Practice-Group-Id", "marker"), "header"),
        (hero.with_header("Host", "marker"), "header"),
        (hero.with_header("connection", "close"), "header"),
        (hero.with_header("Content-Encoding", "gzip"), "header"),
        (hero.with_header("content-length", "7"), "header"),
        (hero.with_header("Content-Type", "text/plain"), "header"),
        (hero.with_header("TE", "trailers"), "header"),
        (hero.with_header("trailer", "x-a"), "header"),
        (hero.with_header("transfer-encoding", "chunked"), "header"),
        (hero.with_header("upgrade", "h2c"), "header"),
    ] {
        for error in [
            Get(&handle).sent().await.unwrap_err(),
            handle.practice().configuration().send().await.unwrap_err(),
            handle.api().get_configuration().send().await.unwrap_err().into(),
        ] {
            assert!(error.is_invalid_input() && error.to_string().contains(argument), "{error:?}");
            assert!(!format!("{handle:?} {error} {error:?}").contains("marker"), "{error:?}");
        }
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_redirect_is_refused_and_gets_no_key() {
    let elsewhere = echoing().await;
    let location = format!("location: {}/v1/me?marker\r\n", elsewhere.base_url());
    for status in [301, 302, 303, 307, 308] {
        let server = Server::start(vec![vec![Step::Read, response(status, &location, "")]]).await;
        let hero = hero(&server, &TestClock::default());
        let error = Get(&hero).sent().await.unwrap_err();
        assert!(error.is_redirect() && error.is_status() && !error.is_retryable(), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("marker"));
    }
    assert_eq!(elsewhere.connections(), 0);
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

async fn compressed(encoding: &str, body: &[u8]) -> Server {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\ncontent-encoding: {encoding}\r\nconnection: close\r\n\r\n"
    );
    Server::start(vec![vec![Step::Read, write([head.as_bytes(), body].concat())]]).await
}

#[tokio::test]
async fn every_form_of_gzip_is_read() {
    let whole = gzip(r#"{"id":"12"}"#);
    let members = [gzip(r#"{"id":"#), gzip(r#""12"}"#)].concat();
    for (encoding, body) in [("gzip", &whole), ("GZIP", &whole), ("x-gzip", &whole), ("gzip", &members)] {
        let server = compressed(encoding, body).await;
        let hero = hero(&server, &TestClock::default());
        assert_eq!(Get(&hero).sent().await.unwrap()["id"], "12", "{encoding}");
        assert_eq!(header(&server.requests()[0], "accept-encoding"), Some("gzip"));
    }
}

#[tokio::test]
async fn size_cap_counts_after_decompression() {
    let clock = TestClock::default();
    let body = format!(r#"{}{{"id":"12"}}"#, " ".repeat(4_000));
    let server = compressed("gzip", &gzip(&body)).await;
    let capped = builder(&server, &clock).max_response_size(4_010).build().unwrap();
    let error = Get(&capped).sent().await.unwrap_err();
    assert!(error.is_too_large() && error.status().is_some_and(|status| status == 200), "{error:?}");
    assert_eq!((error.attempts(), server.requests().len()), (1, 1));
    assert_eq!(Get(&capped.with_max_response_size(4_011)).sent().await.unwrap()["id"], "12");
}

#[tokio::test]
async fn response_over_the_cap_is_not_read_on() {
    let clock = TestClock::default();
    let announced = vec![Step::Read, write("HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n"), Step::Hang];
    let chunked =
        vec![Step::Read, write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n[1,2,\r\n"), Step::Hang];
    for script in [announced, chunked] {
        let server = Server::start(vec![script]).await;
        let hero = builder(&server, &clock).max_response_size(4).build().unwrap();
        let error = Post(&hero).sent().await.unwrap_err();
        assert!(error.is_too_large(), "{error:?}");
        assert_eq!(error.effect(), hero_api_ext::Effect::Done);
    }
}

#[tokio::test]
async fn lost_error_body_keeps_the_status() {
    let clock = TestClock::default();
    for rest in ["content-length: 9\r\n\r\n{", "content-length: 6\r\n\r\n[1, 2]"] {
        let server = Server::start(vec![vec![Step::Read, write(format!("HTTP/1.1 404 x\r\n{rest}"))]]).await;
        let hero = builder(&server, &clock).max_response_size(4).build().unwrap();
        let error = Get(&hero).sent().await.unwrap_err();
        assert!(error.is_not_found() && error.sensitive_body().is_none(), "{error:?}");
    }
}

#[tokio::test]
async fn warm_up_opens_the_connection() {
    let kept = |body: &str| write(format!("HTTP/1.1 404 x\r\ncontent-length: {}\r\n\r\n{body}", body.len()));
    let server = Server::start(vec![vec![Step::Read, kept(""), Step::Read, response(200, "", "{}")]]).await;
    let hero = hero(&server, &TestClock::default());
    hero.warm_up().await.unwrap();
    Get(&hero).sent().await.unwrap();
    let requests = server.requests();
    assert_eq!((server.connections(), requests.len()), (1, 2));
    assert!(requests[0].starts_with("HEAD / ") && !requests[0].contains("the-key"));

    let url = server.base_url();
    drop(server);
    tokio::task::yield_now().await;
    let builder = Hero::builder().environment(Environment::Custom(url));
    let hero = builder.credentials(Credentials::new("k", "g")).build().unwrap();
    assert!(hero.warm_up().await.is_err_and(|error| error.is_connect()));
}

#[tokio::test]
async fn no_proxy_gets_a_request_for_loopback() {
    let Some(mut itself) = alone(concat!(module_path!(), "::no_proxy_gets_a_request_for_loopback")) else {
        let server = echoing().await;
        let hero = hero(&server, &TestClock::default());
        Get(&hero).sent().await.unwrap();
        return;
    };
    let proxy = echoing().await;
    for name in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        itself.env(name, proxy.base_url());
    }
    itself.env_remove("no_proxy").env_remove("NO_PROXY");
    tokio::task::spawn_blocking(|| run(itself)).await.unwrap();
    assert_eq!(proxy.connections(), 0);
}
