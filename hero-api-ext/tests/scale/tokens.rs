//! Access tokens that replicas share by a cache.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use hero_api_ext::{
    Credentials, Environment, Hero,
    clock::TestClock,
    hero_api::BoxFuture,
    practice::{AccessToken, AccessTokens, MemoryTokenCache, TokenCache, TokenCacheError, TokenKey},
    sandbox::completed_response,
};
use httpmock::{Method::POST, MockServer};
use secrecy::ExposeSecret;

/// A response with a token.
fn token() -> serde_json::Value {
    completed_response("createAccessToken", serde_json::json!({ "access_token": "a-token" })).unwrap()
}

/// Makes a token for each request.
fn server() -> MockServer {
    let server = MockServer::start();
    server.mock(|when, then| {
        when.method(POST);
        then.status(201).json_body(token());
    });
    server
}

/// A replica, with a clock that all share.
fn replica(server: &MockServer, clock: &TestClock, key: &str, cache: impl TokenCache + 'static) -> AccessTokens {
    let hero = Hero::builder()
        .environment(Environment::Custom(server.base_url()))
        .credentials(Credentials::new(key, "12"))
        .clock(clock.clone())
        .build()
        .unwrap();
    hero.practice().access_tokens().with_cache(cache)
}

/// Counts the requests for a token.
struct Requests<'a>(httpmock::Mock<'a>);

impl<'a> Requests<'a> {
    fn of(server: &'a MockServer) -> Self {
        Self(server.mock(|when, then| {
            when.method(POST);
            then.status(201).json_body(token());
        }))
    }

    fn count(&self) -> usize {
        self.0.calls()
    }
}

#[tokio::test]
async fn replicas_with_one_cache_make_one_token() {
    let server = MockServer::start();
    let requests = Requests::of(&server);
    let (clock, cache) = (TestClock::default(), Arc::new(MemoryTokenCache::new()));
    for _ in 0..5 {
        let token = replica(&server, &clock, "key", Arc::clone(&cache)).get().send().await.unwrap();
        assert_eq!(token.secret().expose_secret(), "a-token");
    }
    assert_eq!(requests.count(), 1);
    // A token of 30 minutes with less than five left is not handed out.
    clock.advance(Duration::from_secs(26 * 60));
    replica(&server, &clock, "key", Arc::clone(&cache)).get().send().await.unwrap();
    replica(&server, &clock, "key", Arc::clone(&cache)).get().send().await.unwrap();
    assert_eq!(requests.count(), 2);
}

#[tokio::test]
async fn token_of_one_key_is_not_for_another() {
    let server = MockServer::start();
    let requests = Requests::of(&server);
    let (clock, cache) = (TestClock::default(), Arc::new(MemoryTokenCache::new()));
    for key in ["key", "another key"] {
        replica(&server, &clock, key, Arc::clone(&cache)).get().send().await.unwrap();
    }
    assert_eq!(requests.count(), 2);
}

#[tokio::test]
async fn refreshed_token_is_the_one_of_the_cache() {
    let server = MockServer::start();
    let requests = Requests::of(&server);
    let (clock, cache) = (TestClock::default(), Arc::new(MemoryTokenCache::new()));
    replica(&server, &clock, "key", Arc::clone(&cache)).get().send().await.unwrap();
    clock.advance(Duration::from_secs(20 * 60));
    let fresh = replica(&server, &clock, "key", Arc::clone(&cache)).refresh().send().await.unwrap();
    let found = replica(&server, &clock, "key", Arc::clone(&cache)).get().send().await.unwrap();
    assert_eq!(found.expires_at(), fresh.expires_at());
    assert_eq!(requests.count(), 2);
}

/// A cache that fails, or never responds.
struct Broken {
    responds: bool,
    clock: TestClock,
}

impl Broken {
    fn work<T: 'static>(&self) -> BoxFuture<'_, Result<T, TokenCacheError>> {
        Box::pin(async {
            if !self.responds {
                self.clock.advance(Duration::from_secs(2));
                std::future::pending::<()>().await;
            }
            Err("it is away".into())
        })
    }
}

impl TokenCache for Broken {
    fn get(&self, _: TokenKey, _: DateTime<Utc>) -> BoxFuture<'_, Result<Option<AccessToken>, TokenCacheError>> {
        self.work()
    }

    fn put(&self, _: TokenKey, _: AccessToken, _: DateTime<Utc>) -> BoxFuture<'_, Result<(), TokenCacheError>> {
        self.work()
    }
}

#[tokio::test]
async fn cache_that_fails_or_hangs_is_passed_over() {
    let server = server();
    for responds in [true, false] {
        let clock = TestClock::default();
        let tokens = replica(&server, &clock, "key", Broken { responds, clock: clock.clone() });
        assert_eq!(tokens.get().send().await.unwrap().secret().expose_secret(), "a-token", "{responds}");
    }
}
