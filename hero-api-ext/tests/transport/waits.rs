//! How long a call waits, and when it stops.

use std::{sync::Arc, time::Duration};

use chrono::DateTime;
use hero_api_ext::{
    Effect, Error, ErrorKind, RateLimit, ResponseExt, TimeoutKind,
    clock::TestClock,
    hero_api::Json,
    random::Random,
    retry::{Backoff, Never, RetryReason, Standard, TokenBucket},
};

use crate::transport::{
    any::{GET, Get, Post, builder, hero, request, seconds},
    server::{Server, Step, response, run},
};

/// A server that responds so many times with an error, and then with success.
async fn recovers_after(failures: usize, status: u16, headers: &str) -> Server {
    let mut scripts = vec![vec![Step::Read, response(status, headers, "")]; failures];
    scripts.push(vec![Step::Read, response(200, "", "{}")]);
    Server::start(scripts).await
}

async fn sleeps(failures: usize, status: u16, headers: &str) -> Vec<Duration> {
    let clock = TestClock::at(DateTime::from_timestamp(1_735_689_600, 0).unwrap());
    let server = recovers_after(failures, status, headers).await;
    let hero = hero(&server, &clock);
    Get(&hero).sent().await.unwrap();
    assert_eq!(server.requests().len(), failures + 1);
    clock.sleeps()
}

#[tokio::test]
async fn backoff_doubles_from_50_ms_or_1_s() {
    // Half of the longest: the jitter of the tests.
    assert_eq!(sleeps(2, 503, "").await, [Duration::from_millis(25), Duration::from_millis(50)]);
    assert_eq!(sleeps(2, 429, "").await, [Duration::from_millis(500), seconds(1)]);
}

#[tokio::test]
async fn retry_after_takes_seconds_and_dates() {
    assert_eq!(sleeps(1, 429, "retry-after: 7\r\n").await, [seconds(7)]);
    assert_eq!(sleeps(1, 503, "retry-after: Wed, 01 Jan 2025 00:00:09 GMT\r\n").await, [seconds(9)]);
    // In the past, or no time at all: the client's own wait.
    assert_eq!(sleeps(1, 503, "retry-after: Tue, 31 Dec 2024 00:00:00 GMT\r\n").await, [Duration::from_millis(25)]);
    assert_eq!(sleeps(1, 503, "retry-after: soon\r\n").await, [Duration::from_millis(25)]);
    // Shorter than what the client would wait by itself.
    assert_eq!(sleeps(1, 429, "retry-after: 0\r\n").await, [Duration::from_millis(500)]);
}

#[tokio::test]
async fn retry_after_over_120_s_ends_the_call() {
    let clock = TestClock::default();
    for (asked, attempts) in [("120", 2), ("121", 1), ("99999999999999999999999", 1)] {
        let server = recovers_after(1, 429, &format!("retry-after: {asked}\r\n")).await;
        let hero = builder(&server, &clock).timeout(seconds(200)).build().unwrap();
        let error = Get(&hero).sent().await.err();
        assert_eq!(server.requests().len(), attempts, "{asked}");
        assert_eq!(error.is_none(), attempts == 2);
        assert!(error.is_none_or(|error| error.is_rate_limited() && error.retry_after() > Some(seconds(120))));
    }
}

#[tokio::test]
async fn retry_after_120_needs_a_longer_deadline() {
    let clock = TestClock::default();
    let server = recovers_after(1, 429, "retry-after: 120\r\n").await;
    let hero = hero(&server, &clock);
    let error = Post(&hero).sent().await.unwrap_err();
    assert!(error.is_rate_limited() && error.is_retryable() && error.retry_after() == Some(seconds(120)));
    assert_eq!((error.attempts(), error.elapsed(), clock.sleeps().len()), (1, Duration::ZERO, 0));

    let server = recovers_after(1, 429, "retry-after: 120\r\n").await;
    let hero = builder(&server, &clock).timeout(seconds(150)).build().unwrap();
    assert_eq!(Post(&hero).sent().await.unwrap().attempts(), 2);
    assert_eq!(clock.sleeps(), [seconds(120)]);
}

#[tokio::test]
async fn decoding_a_large_body_counts_in_the_deadline() {
    let clock = TestClock::default();
    let list = format!("[{}1]", "1,".repeat(50_000));
    let server = Server::start(vec![vec![Step::Read, response(200, "", &list)]]).await;
    let hero = hero(&server, &clock);
    for (pass, is_late) in [(seconds(89), false), (seconds(90), true)] {
        let response = hero.api().execute(request(&hero, GET), GET).await.unwrap();
        clock.advance(pass);
        let result = GET.read::<Json>(response).await.map_err(Error::from);
        let Err(error) = result else {
            assert!(!is_late);
            continue;
        };
        assert!(is_late && error.is_deadline_exceeded(), "{error:?}");
        assert_eq!((error.timeout_kind(), error.attempts()), (Some(TimeoutKind::Total), 1));
        assert_eq!((error.elapsed(), error.effect()), (seconds(90), Effect::Done));
        assert_eq!(error.to_string(), "getPracticeGroupById (GET /v1/me): the deadline of the call ran out");
    }
}

#[tokio::test]
async fn no_wait_beyond_the_deadline() {
    let clock = TestClock::default();
    let server = recovers_after(1, 503, "retry-after: 90\r\n").await;
    let hero = hero(&server, &clock);
    let error = Get(&hero).sent().await.unwrap_err();
    assert!(error.is_server() && error.is_retryable() && error.retry_after() == Some(seconds(90)));
    assert_eq!((error.attempts(), clock.sleeps().len()), (1, 0));

    assert!(Get(&hero.with_timeout(seconds(91))).sent().await.is_ok());
}

/// A server that lets `seconds` pass for each request and does not respond.
async fn silent(clock: &TestClock, pass: Duration) -> Server {
    let clock = clock.clone();
    Server::start(vec![vec![Step::Read, run(move || clock.advance(pass)), Step::Hang]]).await
}

#[tokio::test]
async fn attempt_ends_after_30_s_and_call_after_90() {
    let clock = TestClock::default();
    let server = silent(&clock, seconds(30)).await;
    let hero = hero(&server, &clock);

    let error = Post(&hero).sent().await.unwrap_err();
    assert_eq!((error.kind(), error.timeout_kind()), (ErrorKind::Timeout, Some(TimeoutKind::Attempt)));
    assert_eq!((error.attempts(), error.elapsed(), error.effect()), (1, seconds(30), Effect::Unknown));

    // 30 s, a wait, 30 s, a wait, and what is left.
    let error = Get(&hero).sent().await.unwrap_err();
    assert!(error.is_deadline_exceeded() && error.is_timeout());
    assert_eq!((error.timeout_kind(), error.attempts()), (Some(TimeoutKind::Total), 3));
    assert_eq!(
        error.to_string(),
        "getPracticeGroupById (GET /v1/me): the deadline of the call ran out, after 3 attempts"
    );
}

#[tokio::test]
async fn limits_are_set_per_client_or_handle() {
    let clock = TestClock::default();
    let server = silent(&clock, seconds(1)).await;
    let limited = builder(&server, &clock).attempt_timeout(seconds(1)).retry_policy(Never).build().unwrap();
    let error = Get(&limited).sent().await.unwrap_err();
    assert_eq!(error.timeout_kind(), Some(TimeoutKind::Attempt));

    let limited = builder(&server, &clock).timeout(seconds(1)).build().unwrap();
    let error = Get(&limited).sent().await.unwrap_err();
    assert_eq!(error.timeout_kind(), Some(TimeoutKind::Total));

    let hero = hero(&server, &clock);
    for (handle, limit) in [
        (hero.with_attempt_timeout(seconds(1)).with_retry_policy(Never), TimeoutKind::Attempt),
        (hero.with_timeout(seconds(1)), TimeoutKind::Total),
    ] {
        let error = Get(&handle).sent().await.unwrap_err();
        assert_eq!(error.timeout_kind(), Some(limit));
        let error = handle.practice().configuration().send().await.unwrap_err();
        assert_eq!(error.timeout_kind(), Some(limit));
    }
}

/// A server that takes connections, lets time pass at the hello of TLS, and says nothing.
async fn without_tls(clock: &TestClock, pass: Duration) -> Server {
    let clock = clock.clone();
    Server::start(vec![vec![Step::ReadAny, run(move || clock.advance(pass)), Step::Hang]]).await
}

#[tokio::test]
async fn connect_timeout_includes_tls() {
    let clock = TestClock::default();
    let slow = without_tls(&clock, Duration::from_millis(3_100)).await;
    let fast = without_tls(&clock, seconds(1)).await;
    let secure = |server: &Server| {
        let url = format!("https://127.0.0.1:{}", server.port());
        builder(server, &clock).environment(hero_api_ext::Environment::Custom(url))
    };
    let by_default = secure(&slow).build().unwrap();
    let by_client = secure(&fast).connect_timeout(seconds(1)).build().unwrap();
    let by_handle = secure(&fast).build().unwrap().with_connect_timeout(seconds(1));
    for (server, hero) in [(&slow, &by_default), (&fast, &by_client), (&fast, &by_handle)] {
        let before = server.connections();
        let error = Post(hero).sent().await.unwrap_err();
        // The request never left, so it is tried again although it is a POST.
        assert!(error.is_connect() && error.is_timeout() && error.is_retryable(), "{error:?}");
        assert_eq!((error.timeout_kind(), error.attempts()), (Some(TimeoutKind::Connect), 3));
        assert_eq!((error.effect(), server.connections() - before), (Effect::None, 3));
    }
    let error = by_handle.warm_up().await.unwrap_err();
    assert_eq!(error.timeout_kind(), Some(TimeoutKind::Connect));
}

#[tokio::test]
async fn retries_stop_at_an_empty_budget() {
    let clock = TestClock::default();
    let server = Server::start(vec![vec![Step::Read, response(503, "", "")]]).await;
    let budget = Arc::new(TokenBucket::new(30, 14, 5));
    let hero = builder(&server, &clock).retry_budget(Arc::clone(&budget)).build().unwrap();
    let other = hero.with_practice_group("34");
    for (hero, attempts) in [(&hero, 3), (&other, 1), (&hero.clone(), 1)] {
        assert_eq!(Get(hero).sent().await.unwrap_err().attempts(), attempts);
    }
    assert_eq!(budget.tokens(), 2);

    let server = recovers_after(1, 429, "").await;
    let budget = Arc::new(TokenBucket::new(30, 14, 5));
    let hero = builder(&server, &clock).retry_budget(Arc::clone(&budget)).build().unwrap();
    Get(&hero).sent().await.unwrap();
    assert_eq!(budget.tokens(), 30);
}

#[tokio::test]
async fn a_policy_counts_for_the_client_or_for_a_call() {
    let clock = TestClock::default();
    let server = Server::start(vec![vec![Step::Read, response(503, "", "")]]).await;
    let hero = builder(&server, &clock).retry_policy(Standard::attempts(5)).build().unwrap();
    assert_eq!(Get(&hero).sent().await.unwrap_err().attempts(), 5);
    assert_eq!(Get(&hero.with_retry_policy(Never)).sent().await.unwrap_err().attempts(), 1);
    let never = hero.with_retry_policy(Never);
    assert_eq!(Get(&never).sent().await.unwrap_err().attempts(), 1);
    assert_eq!(Get(&never.with_retry_policy(Standard::attempts(2))).sent().await.unwrap_err().attempts(), 2);
}

#[tokio::test]
async fn handle_has_its_own_backoff_and_budget() {
    #[derive(Debug)]
    struct Minutes;
    impl Backoff for Minutes {
        fn delay(&self, _retry: u32, _reason: RetryReason, _random: &dyn Random) -> Duration {
            seconds(20)
        }
    }
    let clock = TestClock::default();
    let server = Server::start(vec![vec![Step::Read, response(503, "", "")]]).await;
    let own = Arc::new(TokenBucket::new(1_000, 14, 5));
    let hero = builder(&server, &clock).retry_budget(Arc::clone(&own)).build().unwrap();
    let other = Arc::new(TokenBucket::new(30, 14, 5));
    let handle = hero.with_backoff(Minutes).with_retry_budget(Arc::clone(&other));
    assert_eq!(Get(&handle).sent().await.unwrap_err().attempts(), 3);
    assert_eq!((clock.sleeps(), own.tokens(), other.tokens()), (vec![seconds(20); 2], 1_000, 2));
}

#[tokio::test]
async fn rate_limit_counts_attempts_of_all_clones() {
    let clock = TestClock::default();
    let server = recovers_after(1, 503, "").await;
    let hero = builder(&server, &clock).rate_limit(RateLimit::new(1, seconds(10))).build().unwrap();
    let other = hero.with_practice_group("34");
    Get(&hero).sent().await.unwrap();
    Get(&other).sent().await.unwrap();
    // The wait before the retry counts towards the next free place.
    assert_eq!(clock.sleeps(), [Duration::from_millis(25), Duration::from_millis(9_975), seconds(10)]);
}

#[tokio::test]
async fn rate_limit_wait_ends_at_the_deadline() {
    let clock = TestClock::default();
    let server = Server::start(vec![vec![Step::Read, response(200, "", "{}")]]).await;
    let hero = builder(&server, &clock).rate_limit(RateLimit::new(1, seconds(1_000))).build().unwrap();
    Post(&hero).sent().await.unwrap();
    let error = Post(&hero).sent().await.unwrap_err();
    assert!(error.is_deadline_exceeded() && error.is_retryable(), "{error:?}");
    assert_eq!((error.attempts(), error.effect(), server.requests().len()), (0, Effect::None, 1));
}
