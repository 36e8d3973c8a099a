use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use secrecy::ExposeSecret;

use super::{
    Violations,
    violations::{Report, random},
};
use crate::{
    clock::Clock,
    practice::{AccessToken, TokenCache, TokenCacheError, TokenKey},
};

const LIFE: TimeDelta = TimeDelta::minutes(30);
/// How much earlier than the token a cache may forget it, and how inexact its clock may be.
const MARGIN: TimeDelta = TimeDelta::minutes(1);
const SLACK: TimeDelta = TimeDelta::seconds(1);

/// Checks a [`TokenCache`]: that all replicas find the last token, and no one else's.
///
/// # Errors
///
/// The clauses that are violated, each as a sentence.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use hero_api_ext::{clock::TestClock, practice::MemoryTokenCache, testing};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), testing::Violations> {
/// let cache = Arc::new(MemoryTokenCache::new());
/// testing::token_cache_conformance(&TestClock::default(), async || Ok(Arc::clone(&cache))).await?;
/// # Ok(())
/// # }
/// ```
pub async fn token_cache_conformance<C: TokenCache>(
    clock: &dyn Clock,
    make: impl AsyncFn() -> Result<C, TokenCacheError>,
) -> Result<(), Violations> {
    let mut report = Report::new();
    let Some((one, other)) = report.replicas(make).await else { return report.into_result() };
    let suite = Suite { one, other, clock };
    report.check("there is no token before one is put", suite.nothing_before()).await;
    report.check("a token is found, by all replicas", suite.token_is_found()).await;
    report.check("the last token is found", suite.last_token_is_found()).await;
    report.check("a token never lives longer than it was said to", suite.life_is_kept()).await;
    report.check("a token that has expired is not found", suite.expired_is_gone()).await;
    report.check("the token of one key is not found by another", suite.keys_are_apart()).await;
    report.check("a token is not read without the key that it was sealed with", suite.seal_is_kept()).await;
    report.into_result()
}

struct Suite<'a, C> {
    one: C,
    other: C,
    clock: &'a dyn Clock,
}

impl<C: TokenCache> Suite<'_, C> {
    fn now(&self) -> DateTime<Utc> {
        self.clock.utc_now()
    }

    async fn put(&self, key: &TokenKey, text: &str, life: TimeDelta) -> Result<(), TokenCacheError> {
        self.one.put(key.clone(), AccessToken::new(text, self.now() + life), self.now()).await
    }

    /// Whether both replicas find this token.
    async fn finds(&self, key: &TokenKey, text: Option<&str>) -> Result<bool, TokenCacheError> {
        for cache in [&self.one, &self.other] {
            let found = cache.get(key.clone(), self.now()).await?;
            if found.as_ref().map(|token| token.secret().expose_secret()) != text {
                return Ok(false);
            }
        }
        Ok(true)
    }

    async fn nothing_before(&self) -> Result<bool, TokenCacheError> {
        self.finds(&key()?, None).await
    }

    async fn token_is_found(&self) -> Result<bool, TokenCacheError> {
        let key = key()?;
        self.put(&key, "token", LIFE).await?;
        self.finds(&key, Some("token")).await
    }

    async fn last_token_is_found(&self) -> Result<bool, TokenCacheError> {
        let key = key()?;
        self.put(&key, "first", LIFE).await?;
        self.put(&key, "second", LIFE).await?;
        self.finds(&key, Some("second")).await
    }

    async fn life_is_kept(&self) -> Result<bool, TokenCacheError> {
        let (key, end) = (key()?, self.now() + LIFE);
        self.put(&key, "token", LIFE).await?;
        let found = self.other.get(key, self.now()).await?;
        Ok(found.is_some_and(|token| token.expires_at() <= end + SLACK && token.expires_at() >= end - MARGIN))
    }

    async fn expired_is_gone(&self) -> Result<bool, TokenCacheError> {
        let key = key()?;
        self.put(&key, "token", TimeDelta::seconds(1)).await?;
        self.clock.sleep(Duration::from_millis(1300)).await;
        self.finds(&key, None).await
    }

    async fn keys_are_apart(&self) -> Result<bool, TokenCacheError> {
        let (owner, stranger) = (key()?, key()?);
        self.put(&owner, "token", LIFE).await?;
        self.finds(&stranger, None).await
    }

    async fn seal_is_kept(&self) -> Result<bool, TokenCacheError> {
        let owner = key()?;
        let stranger = TokenKey::new(*owner.name(), seal()?);
        self.put(&owner, "token", LIFE).await?;
        // A cache that cannot read the token may say so.
        Ok(self.other.get(stranger, self.now()).await.unwrap_or_default().is_none())
    }
}

/// A key that no other run has.
fn key() -> Result<TokenKey, TokenCacheError> {
    Ok(TokenKey::new(seal()?, seal()?))
}

fn seal() -> Result<[u8; 32], TokenCacheError> {
    let mut seal = [0; 32];
    seal[..16].copy_from_slice(&random()?);
    Ok(seal)
}
