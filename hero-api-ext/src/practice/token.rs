use std::{fmt, pin::pin, sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use futures_util::future::{Either, select};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use tokio::sync::Mutex;

use super::{TokenCache, TokenCacheError, TokenKey};
use crate::{Call, Error, Hero, trace, view::ViewAs};

/// How long a token lives, by the guide. It is taken for tokens that do not say.
const LIFE: TimeDelta = TimeDelta::minutes(30);
/// How long a cache may take, after which it is passed over.
const CACHE_PATIENCE: Duration = Duration::from_secs(1);

/// A token for Hero Elements. It is no credential for this API, and opens the practice's pages: keep it out of logs.
#[derive(Clone, Debug)]
pub struct AccessToken {
    token: SecretString,
    expires_at: DateTime<Utc>,
}

impl AccessToken {
    /// A token as a [`TokenCache`](super::TokenCache) stored it.
    #[must_use]
    pub fn new(token: impl Into<SecretString>, expires_at: DateTime<Utc>) -> Self {
        Self { token: token.into(), expires_at }
    }

    /// The JWT, for the attribute `jwt-token` of an Element.
    #[must_use]
    pub fn secret(&self) -> &SecretString {
        &self.token
    }

    /// When it stops working, by the client's clock: 30 minutes after it was asked for, or what the token says.
    #[must_use]
    pub fn expires_at(&self) -> DateTime<Utc> {
        self.expires_at
    }
}

#[derive(Deserialize)]
struct CreatedToken {
    access_token: String,
}

pub(super) async fn create(hero: Hero) -> Result<AccessToken, Error> {
    // Before it is sent, so that the token never lives shorter than it is said to.
    let asked_at = hero.clock().utc_now();
    let created: CreatedToken = hero.api().create_access_token().view().send().await?;
    let life = stated_life(&created.access_token).unwrap_or(LIFE);
    Ok(AccessToken { token: created.access_token.into(), expires_at: asked_at + life })
}

/// How long a token says that it lives. Its two times are compared with each other only: the clock of the server may be
/// wrong.
fn stated_life(token: &str) -> Option<TimeDelta> {
    #[derive(Deserialize)]
    struct Claims {
        iat: i64,
        exp: i64,
    }
    let claims = BASE64URL_NOPAD.decode(token.split('.').nth(1)?.trim_end_matches('=').as_bytes()).ok()?;
    let Claims { iat, exp } = serde_json::from_slice(&claims).ok()?;
    let seconds = exp.checked_sub(iat).filter(|seconds| (1..=86_400).contains(seconds))?;
    TimeDelta::try_seconds(seconds)
}

/// Access tokens that are kept while they live, from [`Practice::access_tokens`](super::Practice::access_tokens).
///
/// A clone hands out the same tokens. However many ask at once, one token is made. Several processes share one token if they
/// share a [cache](Self::with_cache).
#[derive(Clone)]
pub struct AccessTokens {
    hero: Hero,
    spare: TimeDelta,
    held: Arc<Mutex<Option<AccessToken>>>,
    cache: Option<Arc<dyn TokenCache>>,
}

impl AccessTokens {
    pub(super) fn new(hero: Hero) -> Self {
        Self { hero, spare: TimeDelta::minutes(5), held: Arc::default(), cache: None }
    }

    /// How much of its life a token must have left to be handed out: 5 minutes unless set.
    #[must_use]
    pub fn with_spare_time(mut self, spare: Duration) -> Self {
        self.spare = TimeDelta::from_std(spare).unwrap_or(TimeDelta::MAX);
        self
    }

    /// Looks for a token in this cache before one is made, and puts there what is made. So the processes that share the cache
    /// use one token for each practice group, and make a few only when several find none at the same moment.
    ///
    /// A cache that fails, or takes more than a second, is passed over.
    #[must_use]
    pub fn with_cache(mut self, cache: impl TokenCache + 'static) -> Self {
        self.cache = Some(Arc::new(cache));
        self
    }

    /// The token at hand, or one from the cache, or a new one.
    ///
    /// When no new one can be had, the one at hand is handed out for as long as it lives.
    ///
    /// # Errors
    ///
    /// As `createAccessToken`, when there is no token that lives.
    pub fn get(&self) -> Call<AccessToken> {
        let tokens = self.clone();
        Call::new(async move { tokens.held_or_new().await })
    }

    async fn held_or_new(&self) -> Result<AccessToken, Error> {
        let mut held = self.held.lock().await;
        let now = self.hero.clock().utc_now();
        let left = held.as_ref().map(|token| token.expires_at - now);
        if let (Some(token), Some(left)) = (&*held, left)
            && left > self.spare
        {
            return Ok(token.clone());
        }
        if let Some(token) = self.cached().await {
            return Ok(held.insert(token).clone());
        }
        match self.made().await {
            Ok(token) => Ok(held.insert(token).clone()),
            Err(error) => {
                let now = self.hero.clock().utc_now();
                held.clone().filter(|token| token.expires_at > now).ok_or(error)
            }
        }
    }

    /// A new token, which the cache has too.
    async fn made(&self) -> Result<AccessToken, Error> {
        let token = create(self.hero.clone()).await?;
        if let Some(cache) = &self.cache {
            let now = self.hero.clock().utc_now();
            self.in_time(async { cache.put(self.key().await?, token.clone(), now).await }).await;
        }
        Ok(token)
    }

    /// The token of the cache, if it lives long enough.
    async fn cached(&self) -> Option<AccessToken> {
        let cache = self.cache.as_ref()?;
        let now = self.hero.clock().utc_now();
        let token = self.in_time(async { cache.get(self.key().await?, now).await }).await??;
        (token.expires_at - now > self.spare).then_some(token)
    }

    async fn key(&self) -> Result<TokenKey, Error> {
        let [name, sealing_key] =
            self.hero.derived_keys(["name of an access token", "seal of an access token"]).await?;
        Ok(TokenKey::new(name, sealing_key))
    }

    /// What the cache says; nothing if it fails or takes too long.
    async fn in_time<T>(&self, work: impl Future<Output = Result<T, TokenCacheError>>) -> Option<T> {
        match select(pin!(work), self.hero.clock().timer(CACHE_PATIENCE)).await {
            Either::Left((Ok(done), _)) => Some(done),
            Either::Left((Err(_), _)) | Either::Right(_) => {
                trace::engine_failed("token cache");
                None
            }
        }
    }

    /// A new token, whatever is at hand: when a page says that its token no longer works.
    ///
    /// # Errors
    ///
    /// As `createAccessToken`.
    pub fn refresh(&self) -> Call<AccessToken> {
        let tokens = self.clone();
        Call::new(async move {
            let mut held = tokens.held.lock().await;
            Ok(held.insert(tokens.made().await?).clone())
        })
    }
}

impl fmt::Debug for AccessTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessTokens").field("spare", &self.spare).finish_non_exhaustive()
    }
}

impl PartialEq for AccessToken {
    fn eq(&self, other: &Self) -> bool {
        self.token.expose_secret() == other.token.expose_secret() && self.expires_at == other.expires_at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(claims: &str) -> String {
        format!("e30.{}.sig", BASE64URL_NOPAD.encode(claims.as_bytes()))
    }

    #[test]
    fn a_token_lives_as_long_as_it_says() {
        let life = |claims| stated_life(&token(claims)).map(|life| life.num_seconds());
        assert_eq!(life(r#"{"iat": 1000, "exp": 2800}"#), Some(1800));
        assert_eq!(life(r#"{"iat": 1000, "exp": 1000}"#), None);
        assert_eq!(life(r#"{"iat": -9223372036854775808, "exp": 9223372036854775807}"#), None);
        assert_eq!(life(r#"{"exp": 2800}"#), None);
    }

    #[test]
    fn what_is_no_jwt_is_not_read() {
        for other in ["", "opaque", "a.b.c", "..", "a.%%%.c"] {
            assert_eq!(stated_life(other), None, "{other}");
        }
    }
}
