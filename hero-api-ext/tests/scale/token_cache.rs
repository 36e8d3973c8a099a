//! Caches for access tokens.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use chrono::{DateTime, TimeDelta, Utc};
use hero_api_ext::{
    clock::TestClock,
    hero_api::BoxFuture,
    practice::{AccessToken, MemoryTokenCache, TokenCache, TokenCacheError, TokenKey},
    testing::token_cache_conformance,
};

#[tokio::test]
async fn memory_cache_keeps_to_the_suite() {
    let cache = Arc::new(MemoryTokenCache::new());
    token_cache_conformance(&TestClock::default(), async || Ok(Arc::clone(&cache))).await.unwrap();
}

/// Every clause but the one that the cache can be made.
const CLAUSES: [&str; 7] = [
    "there is no token before one is put",
    "a token is found, by all replicas",
    "the last token is found",
    "a token never lives longer than it was said to",
    "a token that has expired is not found",
    "the token of one key is not found by another",
    "a token is not read without the key that it was sealed with",
];

type Tokens = Arc<Mutex<HashMap<[u8; 32], (TokenKey, AccessToken)>>>;

/// A cache that breaks one clause.
struct Broken {
    clause: &'static str,
    tokens: Tokens,
}

impl Broken {
    fn breaks(&self, number: usize) -> bool {
        CLAUSES[number] == self.clause
    }

    fn name(&self, key: &TokenKey) -> [u8; 32] {
        if self.breaks(5) { [0; 32] } else { *key.name() }
    }

    fn found(&self, key: &TokenKey, now: DateTime<Utc>) -> Option<AccessToken> {
        let found = self.tokens.lock().unwrap().get(&self.name(key)).cloned();
        let Some((owner, token)) = found else {
            return self.breaks(0).then(|| AccessToken::new("of somebody", now + TimeDelta::minutes(9)));
        };
        let is_mine = owner == *key || self.breaks(5) || self.breaks(6);
        (is_mine && (token.expires_at() > now || self.breaks(4))).then_some(token)
    }

    fn keep(&self, key: TokenKey, token: AccessToken) {
        let more = if self.breaks(3) { TimeDelta::minutes(5) } else { TimeDelta::zero() };
        let text = secrecy::ExposeSecret::expose_secret(token.secret()).to_owned();
        let kept = (key.clone(), AccessToken::new(text, token.expires_at() + more));
        let mut tokens = self.tokens.lock().unwrap();
        if self.breaks(2) {
            tokens.entry(self.name(&key)).or_insert(kept);
        } else {
            tokens.insert(self.name(&key), kept);
        }
    }
}

impl TokenCache for Broken {
    fn get(&self, key: TokenKey, now: DateTime<Utc>) -> BoxFuture<'_, Result<Option<AccessToken>, TokenCacheError>> {
        let found = self.found(&key, now);
        Box::pin(async { Ok(found) })
    }

    fn put(&self, key: TokenKey, token: AccessToken, _: DateTime<Utc>) -> BoxFuture<'_, Result<(), TokenCacheError>> {
        self.keep(key, token);
        Box::pin(async { Ok(()) })
    }
}

async fn violated(clause: &'static str) -> Vec<&'static str> {
    let shared = Tokens::default();
    let clock = TestClock::default();
    let result = token_cache_conformance(&clock, async || {
        let tokens = if clause == CLAUSES[1] { Tokens::default() } else { Arc::clone(&shared) };
        Ok(Broken { clause, tokens })
    });
    result.await.map_or_else(|violations| violations.clauses().to_vec(), |()| Vec::new())
}

#[tokio::test]
async fn each_clause_finds_a_cache_that_breaks_it() {
    assert_eq!(violated("").await, [""; 0], "the cache keeps to all clauses but the one that it is told to break");
    for clause in CLAUSES {
        let violated = violated(clause).await;
        assert!(violated.contains(&clause), "{clause}: {violated:?}");
    }
}

/// A cache that forgets everything, so that only what must not be found is right.
struct Empty;

impl TokenCache for Empty {
    fn get(&self, _: TokenKey, _: DateTime<Utc>) -> BoxFuture<'_, Result<Option<AccessToken>, TokenCacheError>> {
        Box::pin(async { Err("it is away".into()) })
    }

    fn put(&self, _: TokenKey, _: AccessToken, _: DateTime<Utc>) -> BoxFuture<'_, Result<(), TokenCacheError>> {
        Box::pin(async { Err("it is away".into()) })
    }
}

#[tokio::test]
async fn cache_that_fails_violates_every_clause() {
    let violations = token_cache_conformance(&TestClock::default(), async || Ok(Empty)).await.unwrap_err();
    assert_eq!(violations.clauses(), CLAUSES, "each clause has a broken cache above");
}
