//! The engines on a real Redis. `HERO_TEST_REDIS` is its URL, on loopback, and `HERO_TEST_REDIS_CLUSTER` that of a node of a
//! cluster. Without them these tests say so and pass.

use std::{env, sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use hero_api_ext::{
    Credentials, Environment, Hero, RateLimit,
    clock::{Clock, SystemClock},
    limit::{Limiter, Turn},
    redis::{Redis, RedisLimiter, RedisReplayGuard, RedisTokenCache, client},
    sandbox::completed_response,
    testing::{limiter_conformance, replay_guard_conformance, token_cache_conformance},
    webhook_receiver::{
        Event, Outcome, Receiver, SignatureHeaders, Verifier,
        testing::{SignedRequest, signed_request},
    },
};
use http::StatusCode;
use httpmock::{Method::POST, MockServer};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// Nothing listens there.
const AWAY: &str = "redis://user:marker@127.0.0.1:1/";
const KEY: &str = "the key that the webhook was created with";

/// The URL of the server, unless there is none.
fn url() -> Option<String> {
    let url = env::var("HERO_TEST_REDIS").ok();
    if url.is_none() {
        println!("skipped: no Redis (set HERO_TEST_REDIS to its URL)");
    }
    url
}

/// A connection with keys of its own.
async fn redis(url: &str, test: &str) -> Redis {
    let now = SystemClock::new().utc_now().timestamp_micros();
    Redis::connect(url).await.unwrap().with_prefix(format!("test:{test}:{now}"))
}

/// All keys of a test with their values.
async fn stored(url: &str, test: &str) -> Vec<(String, Vec<u8>, i64)> {
    let mut connection = client::Client::open(url).unwrap().get_multiplexed_async_connection().await.unwrap();
    let pattern = format!("test:{test}:*");
    let keys: Vec<String> = client::cmd("KEYS").arg(pattern).query_async(&mut connection).await.unwrap();
    let mut stored = Vec::new();
    for key in keys {
        let value = client::cmd("GET").arg(&key).query_async(&mut connection).await.unwrap();
        let left = client::cmd("PTTL").arg(&key).query_async(&mut connection).await.unwrap();
        stored.push((key, value, left));
    }
    stored
}

fn delivery(id: &str) -> SignedRequest {
    signed_request(KEY, &Event::new("appointment.confirmed", id, "12"), SystemClock::new().utc_now()).unwrap()
}

fn receiver(guard: RedisReplayGuard) -> Receiver {
    Receiver::new(Verifier::new(KEY).unwrap()).with_guard(guard)
}

async fn post(receiver: &Receiver, request: &SignedRequest, status: StatusCode) -> StatusCode {
    receiver.handle(&SignatureHeaders::from(&request.headers), &request.body, async |_| status).await
}

#[tokio::test]
async fn guard_keeps_to_the_suite() {
    let Some(url) = url() else { return };
    let redis = redis(&url, "guard").await;
    replay_guard_conformance(&SystemClock::new(), async || Ok(RedisReplayGuard::new(&redis))).await.unwrap();
}

#[tokio::test]
async fn guard_with_a_secret_keeps_to_the_suite() {
    let Some(url) = url() else { return };
    let redis = redis(&url, "secret").await;
    let guard = || RedisReplayGuard::new(&redis).with_secret(KEY);
    replay_guard_conformance(&SystemClock::new(), async || Ok(guard())).await.unwrap();
}

#[tokio::test]
async fn limiter_keeps_to_the_suite() {
    let Some(url) = url() else { return };
    let redis = redis(&url, "limiter").await;
    let clock = SystemClock::new();
    let checked =
        limiter_conformance(&clock, async |limit, name| Ok(RedisLimiter::new(&redis, name, limit)?.without_fallback()));
    checked.await.unwrap();
}

#[tokio::test]
async fn token_cache_keeps_to_the_suite() {
    let Some(url) = url() else { return };
    let redis = redis(&url, "cache").await;
    token_cache_conformance(&SystemClock::new(), async || Ok(RedisTokenCache::new(&redis))).await.unwrap();
}

/// Keys of several nodes, with a client that finds them.
#[tokio::test]
async fn engines_keep_to_the_suites_on_a_cluster() {
    let Ok(url) = env::var("HERO_TEST_REDIS_CLUSTER") else {
        println!("skipped: no cluster of Redis (set HERO_TEST_REDIS_CLUSTER to the URL of a node)");
        return;
    };
    let connection = client::cluster::ClusterClient::new([url]).unwrap().get_async_connection().await.unwrap();
    let redis = Redis::from_connection(connection).with_prefix("test:cluster");
    let clock = SystemClock::new();
    replay_guard_conformance(&clock, async || Ok(RedisReplayGuard::new(&redis))).await.unwrap();
    token_cache_conformance(&clock, async || Ok(RedisTokenCache::new(&redis))).await.unwrap();
    let limiters =
        limiter_conformance(&clock, async |limit, name| Ok(RedisLimiter::new(&redis, name, limit)?.without_fallback()));
    limiters.await.unwrap();
}

#[tokio::test]
async fn receivers_on_one_redis_handle_once() {
    let Some(url) = url() else { return };
    let redis = redis(&url, "receivers").await;
    let replicas = [0, 1].map(|_| receiver(RedisReplayGuard::new(&redis)));
    let (handled, failed) = (delivery("7"), delivery("8"));
    assert_eq!(post(&replicas[0], &handled, StatusCode::NO_CONTENT).await, StatusCode::NO_CONTENT);
    assert_eq!(post(&replicas[1], &handled, StatusCode::NO_CONTENT).await, StatusCode::OK);
    assert_eq!(post(&replicas[0], &failed, StatusCode::BAD_GATEWAY).await, StatusCode::BAD_GATEWAY);
    assert_eq!(post(&replicas[1], &failed, StatusCode::NO_CONTENT).await, StatusCode::NO_CONTENT);
    assert_eq!(replicas[1].counts().of(Outcome::Repeated), 1);
}

#[tokio::test]
async fn redis_holds_hashes_and_forgets_them() {
    let Some(url) = url() else { return };
    let guard = RedisReplayGuard::new(&redis(&url, "forgets").await);
    let request = delivery("7");
    post(&receiver(guard), &request, StatusCode::NO_CONTENT).await;
    let stored = stored(&url, "forgets").await;
    let [(key, value, left)] = stored.as_slice() else { panic!("{stored:?}") };
    assert_eq!(value, b"confirmed");
    let hash = key.rsplit(':').next().unwrap();
    assert!(hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{key}");
    // The tolerance of five minutes and the margin of ten.
    assert!((895_000..=905_000).contains(left), "{left}");
}

#[tokio::test]
async fn redis_holds_no_token_that_can_be_read() {
    let Some(url) = url() else { return };
    let server = MockServer::start();
    let made = server.mock(|when, then| {
        when.method(POST);
        let token = serde_json::json!({ "access_token": "a-token-to-find" });
        then.status(201).json_body(completed_response("createAccessToken", token).unwrap());
    });
    let redis = redis(&url, "token").await;
    for _ in 0..3 {
        let hero = Hero::builder()
            .environment(Environment::Custom(server.base_url()))
            .credentials(Credentials::new("the-key-to-find", "12"))
            .build()
            .unwrap();
        hero.practice().access_tokens().with_cache(RedisTokenCache::new(&redis)).get().send().await.unwrap();
    }
    assert_eq!(made.calls(), 1);
    let stored = stored(&url, "token").await;
    let [(key, value, left)] = stored.as_slice() else { panic!("{stored:?}") };
    let text = format!("{key} {}", String::from_utf8_lossy(value));
    assert!(!text.contains("to-find"), "{text}");
    // The token lives 30 minutes.
    assert!((1_760_000..=1_770_000).contains(left), "{left}");
}

#[tokio::test]
async fn guard_without_redis_refuses_deliveries() {
    let redis = Redis::connect(AWAY).await.unwrap();
    let receiver =
        receiver(RedisReplayGuard::new(&redis).with_patience(Duration::from_millis(50))).with_observer(|rejection| {
            let cause = std::error::Error::source(rejection).map(ToString::to_string);
            let text = format!("{rejection} {rejection:?} {cause:?}");
            assert!(text.contains("Redis failed: ") && !text.contains("marker"), "{text}");
        });
    assert_eq!(post(&receiver, &delivery("7"), StatusCode::NO_CONTENT).await, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(receiver.counts().of(Outcome::GuardFailed), 1);
}

#[tokio::test]
async fn limiter_without_redis_falls_back_or_fails() {
    let redis = Redis::connect(AWAY).await.unwrap();
    let limiter = RedisLimiter::new(&redis, "partner", RateLimit::new(1, Duration::from_secs(60))).unwrap();
    let turns =
        [limiter.take(Duration::from_secs(1)).await.unwrap(), limiter.take(Duration::from_secs(1)).await.unwrap()];
    assert_eq!(turns, [Turn::NOW, Turn::TooLate], "the limit of this process holds");
    assert_eq!(limiter.fallbacks(), 2);

    let server = MockServer::start();
    let hero = Hero::builder()
        .environment(Environment::Custom(server.base_url()))
        .credentials(Credentials::new("key", "12"))
        .limiter(limiter.without_fallback())
        .build()
        .unwrap();
    let error = hero.api().get_practice_group_by_id().send().await.map_err(hero_api_ext::Error::from).unwrap_err();
    assert!(error.is_limiter() && error.attempts() == 0, "{error:?}");
    assert!(!format!("{error:?}").contains("marker"), "{error:?}");
}

#[tokio::test]
async fn limiter_refuses_what_cannot_be_shared() {
    let redis = Redis::connect(AWAY).await.unwrap();
    for limit in [RateLimit::new(0, Duration::from_secs(1)), RateLimit::new(1, Duration::from_secs(90_000))] {
        assert!(RedisLimiter::new(&redis, "partner", limit).unwrap_err().is_configuration(), "{limit:?}");
    }
    let error = Redis::connect("http://user:marker@host").await.unwrap_err();
    assert!(error.is_configuration() && !format!("{error} {error:?}").contains("marker"), "{error:?}");
}

/// Passes bytes between a client and Redis, and breaks the connection instead of the response to the first script.
async fn lossy(url: &str) -> String {
    let server = url.trim_start_matches("redis://").trim_end_matches('/').to_owned();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let proxied = format!("redis://{}/", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let mut has_lost = false;
        while let Ok((mut client, _)) = listener.accept().await {
            let mut redis = TcpStream::connect(&server).await.unwrap();
            let (mut sent, mut received) = ([0; 8192], [0; 8192]);
            let mut is_lost = false;
            loop {
                tokio::select! {
                    count = client.read(&mut sent) => {
                        let bytes = &sent[..count.unwrap_or(0)];
                        if bytes.is_empty() || redis.write_all(bytes).await.is_err() {
                            break;
                        }
                        is_lost = !has_lost && bytes.windows(4).any(|word| word == b"EVAL");
                    }
                    count = redis.read(&mut received) => {
                        let bytes = &received[..count.unwrap_or(0)];
                        has_lost |= is_lost;
                        if bytes.is_empty() || is_lost || client.write_all(bytes).await.is_err() {
                            break;
                        }
                    }
                }
            }
        }
    });
    proxied
}

#[tokio::test]
async fn claim_whose_response_was_lost_is_new() {
    let Some(url) = url() else { return };
    let redis = redis(&lossy(&url).await, "lost").await;
    let receiver = receiver(RedisReplayGuard::new(&redis));
    let request = delivery("7");
    assert_eq!(post(&receiver, &request, StatusCode::NO_CONTENT).await, StatusCode::NO_CONTENT);
    assert_eq!(receiver.counts().of(Outcome::TakenOver), 0);
    assert_eq!(post(&receiver, &request, StatusCode::NO_CONTENT).await, StatusCode::OK);
}

#[tokio::test]
async fn limiter_whose_response_was_lost_falls_back() {
    let Some(url) = url() else { return };
    let redis = redis(&lossy(&url).await, "lost-place").await;
    let limiter = RedisLimiter::new(&redis, "partner", RateLimit::new(1, Duration::from_secs(60))).unwrap();
    assert_eq!(limiter.take(Duration::from_secs(1)).await.unwrap(), Turn::NOW);
    assert_eq!(limiter.fallbacks(), 1);
}

/// A lease is the time between two dates of the caller, so a caller whose clock is wrong holds it no longer.
#[tokio::test]
async fn lease_does_not_depend_on_the_callers_clock() {
    #[derive(Debug)]
    struct Wrong(SystemClock, TimeDelta);

    impl Clock for Wrong {
        fn now(&self) -> Duration {
            self.0.now()
        }

        fn utc_now(&self) -> DateTime<Utc> {
            self.0.utc_now() + self.1
        }

        fn sleep(&self, duration: Duration) -> hero_api_ext::hero_api::BoxFuture<'static, ()> {
            self.0.sleep(duration)
        }
    }

    let Some(url) = url() else { return };
    let redis = redis(&url, "clocks").await;
    let slow = Arc::new(Wrong(SystemClock::new(), TimeDelta::minutes(-4)));
    let fast = Arc::new(Wrong(SystemClock::new(), TimeDelta::minutes(4)));
    let [slow, fast] = [slow, fast].map(|clock| receiver(RedisReplayGuard::new(&redis)).with_clock(clock));
    let request = delivery("7");
    let headers = SignatureHeaders::from(&request.headers);
    assert!(slow.receive(&headers, &request.body).await.is_ok());
    assert_eq!(post(&fast, &request, StatusCode::NO_CONTENT).await, StatusCode::CONFLICT);
}
