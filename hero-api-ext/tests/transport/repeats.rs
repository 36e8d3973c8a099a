//! What is sent again, and what never is.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use chrono::{DateTime, Utc};
use hero_api_ext::{
    Effect, Hero,
    clock::{Clock, TestClock},
    hero_api::{BoxFuture, OperationInfo, operations},
    retry,
};
use tokio::net::TcpListener;

use crate::transport::{
    any::{GET, Get, Post, builder, hero, request, seconds},
    server::{Server, Step, response, run, write},
};

/// How often a server that behaves like `script` gets each operation.
async fn received(script: Vec<Step>, clock: &TestClock) -> Vec<(&'static OperationInfo, usize)> {
    let server = Server::start(vec![script]).await;
    let hero = patient(&server, clock);
    let mut received = Vec::new();
    for operation in operations::ALL.iter().copied() {
        let before = server.requests().len();
        // The bindings judge the response; here only the number of requests counts.
        let _ = hero.api().execute(request(&hero, operation), operation).await;
        received.push((operation, server.requests().len() - before));
    }
    assert!(received.len() > 80);
    received
}

/// A client that has time and tokens for every retry.
fn patient(server: &Server, clock: &TestClock) -> Hero {
    let builder = builder(server, clock).timeout(seconds(1_000_000));
    builder.retry_budget(Arc::new(retry::Unlimited)).build().unwrap()
}

/// GET, HEAD, PUT and DELETE may come twice, by HTTP's own definition.
fn is_repeatable(operation: &OperationInfo) -> bool {
    ["GET", "HEAD", "PUT", "DELETE"].contains(&operation.method.as_str())
}

#[test]
fn the_table_calls_idempotent_what_http_does() {
    for operation in operations::ALL {
        assert_eq!(operation.idempotent, is_repeatable(operation), "{operation}");
    }
    assert!(operations::ALL.iter().any(|operation| operation.method == "POST"));
    assert!(operations::ALL.iter().any(|operation| operation.method == "PATCH"));
}

#[tokio::test]
async fn non_idempotent_call_is_not_sent_twice() {
    let clock = TestClock::default();
    let runs_out = run({
        let clock = clock.clone();
        move || clock.advance(seconds(30))
    });
    for (what, script) in [
        ("an error", vec![Step::Read, response(503, "", "")]),
        ("a connection that closes", vec![Step::Read]),
        ("half a head", vec![Step::Read, write("HTTP/1.1 200 OK\r\ncontent-")]),
        ("half a body", vec![Step::Read, write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{")]),
        ("silence", vec![Step::Read, runs_out, Step::Hang]),
    ] {
        for (operation, times) in received(script, &clock).await {
            assert_eq!(times, if is_repeatable(operation) { 3 } else { 1 }, "{operation} and {what}");
        }
    }
}

#[tokio::test]
async fn rate_limited_call_is_sent_again() {
    let clock = TestClock::default();
    let script = vec![Step::Read, response(429, "", "")];
    for (operation, times) in received(script, &clock).await {
        assert_eq!(times, 3, "{operation}");
    }
}

#[tokio::test]
async fn post_is_retried_with_idempotency() {
    let clock = TestClock::default();
    let server = Server::start(vec![vec![Step::Read], vec![Step::Read, response(200, "", "{}")]]).await;
    let hero = hero(&server, &clock);
    Post(&hero.with_idempotency(true)).sent().await.unwrap();
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn no_policy_makes_a_post_go_twice() {
    /// Would try again for ever.
    #[derive(Debug)]
    struct Stubborn;
    impl retry::RetryPolicy for Stubborn {
        fn decide(&self, _state: &retry::RetryState) -> retry::Decision {
            retry::Decision::Retry(retry::RetryReason::Transient)
        }
    }

    let clock = TestClock::default();
    let server = Server::start(vec![vec![Step::Read]]).await;
    let hero = builder(&server, &clock).retry_policy(Stubborn).build().unwrap();
    let error = Post(&hero.with_retry_policy(Stubborn)).sent().await.unwrap_err();
    assert!(error.is_interrupted() && !error.is_retryable());
    assert_eq!((error.effect(), error.attempts(), server.requests().len()), (Effect::Unknown, 1, 1));
}

#[tokio::test]
async fn post_on_closing_connection_is_not_retried() {
    let clock = TestClock::default();
    // Closed before a byte was read: nobody can say what the server saw.
    let server = Server::start(vec![vec![]]).await;
    let hero = hero(&server, &clock);
    let error = Post(&hero).sent().await.unwrap_err();
    assert!(error.is_interrupted(), "{error:?}");
    assert_eq!((error.effect(), server.connections()), (Effect::Unknown, 1));
}

#[tokio::test]
async fn broken_success_has_effect_done() {
    let clock = TestClock::default();
    let server = Server::start(vec![vec![Step::Read, write("HTTP/1.1 201 x\r\ncontent-length: 9\r\n\r\n{")]]).await;
    let hero = hero(&server, &clock);
    let error = Post(&hero).sent().await.unwrap_err();
    assert!(error.is_interrupted() && error.status().is_some_and(|status| status == 201), "{error:?}");
    assert_eq!((error.effect(), server.requests().len()), (Effect::Done, 1));
}

#[tokio::test]
async fn post_on_stale_connection_arrives_once() {
    let clock = TestClock::default();
    for _ in 0..20 {
        // The first response promises to keep the connection, and then it closes.
        let kept = vec![Step::Read, write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}")];
        let server = Server::start(vec![kept, vec![Step::Read, response(200, "", "{}")]]).await;
        let hero = hero(&server, &clock);
        Get(&hero).sent().await.unwrap();
        let result = Post(&hero).sent().await;
        let arrived = server.requests().iter().filter(|request| request.starts_with("POST")).count();
        match result {
            Ok(_) => assert_eq!(arrived, 1),
            Err(error) => assert!(arrived <= 1 && error.effect() == Effect::Unknown, "{error:?}"),
        }
    }
}

#[tokio::test]
async fn refused_connection_is_retried_for_any_method() {
    /// A clock whose first sleep opens a port.
    #[derive(Debug)]
    struct Opening(TestClock, u16, Mutex<Option<std::net::TcpListener>>);
    impl Clock for Opening {
        fn now(&self) -> Duration {
            self.0.now()
        }
        fn utc_now(&self) -> DateTime<Utc> {
            self.0.utc_now()
        }
        fn timer(&self, duration: Duration) -> BoxFuture<'static, ()> {
            self.0.timer(duration)
        }
        fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
            let listener = std::net::TcpListener::bind(("127.0.0.1", self.1)).unwrap();
            listener.set_nonblocking(true).unwrap();
            *self.2.lock().unwrap() = Some(listener);
            self.0.sleep(duration)
        }
    }

    // Nobody listens on a port that was just given back.
    let closed = Server::start(vec![vec![]]).await;
    let clock = TestClock::default();
    let hero = builder(&closed, &clock).build().unwrap();
    let port = closed.port();
    drop(closed);
    tokio::task::yield_now().await;
    let error = Post(&hero).sent().await.unwrap_err();
    assert!(error.is_connect() && error.is_retryable(), "{error:?}");
    assert_eq!((error.attempts(), error.effect(), clock.sleeps().len()), (3, Effect::None, 2));
    assert!(std::error::Error::source(&error).is_some());

    let opening = Arc::new(Opening(TestClock::default(), port, Mutex::default()));
    let opened = Arc::clone(&opening);
    let hero = Hero::builder()
        .environment(hero_api_ext::Environment::Custom(format!("http://127.0.0.1:{port}")))
        .credentials(hero_api_ext::Credentials::new("the-key", "12"))
        .clock(opening)
        .build()
        .unwrap();
    let call = tokio::spawn(async move { Post(&hero).sent().await });
    let listener = loop {
        if let Some(listener) = opened.2.lock().unwrap().take() {
            break listener;
        }
        tokio::task::yield_now().await;
    };
    let server = Server::on(TcpListener::from_std(listener).unwrap(), vec![vec![Step::Read, response(200, "", "{}")]]);
    call.await.unwrap().unwrap();
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn permanent_status_is_not_retried() {
    let clock = TestClock::default();
    for status in [301, 400, 401, 403, 404, 409, 410, 422, 501] {
        let server = Server::start(vec![vec![Step::Read, response(status, "", "")]]).await;
        let hero = hero(&server, &clock);
        let error = Get(&hero).sent().await.unwrap_err();
        assert_eq!((error.attempts(), server.requests().len()), (1, 1), "{status}");
        assert_eq!(error.operation(), Some(GET));
    }
}
