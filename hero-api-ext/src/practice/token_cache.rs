use std::{
    collections::HashMap,
    error, fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};
use hero_api::BoxFuture;
use secrecy::{ExposeSecret, SecretBox};

use super::AccessToken;

/// Why a cache has no token, or did not take one. It ends up in logs and must not hold a secret.
pub type TokenCacheError = Box<dyn error::Error + Send + Sync>;

/// Keeps access tokens where several processes find them: see [`AccessTokens::with_cache`](super::AccessTokens::with_cache).
///
/// A token opens pages of the practice. A cache that stores it outside the process encrypts it with
/// [`TokenKey::sealing_key`], as `RedisTokenCache` (feature `redis`) does. `testing::token_cache_conformance` (feature
/// `test-util`) checks a cache.
///
/// # Examples
///
/// A cache that is never asked twice, since it keeps nothing:
///
/// ```
/// use chrono::{DateTime, Utc};
/// use hero_api_ext::{
///     hero_api::BoxFuture,
///     practice::{AccessToken, TokenCache, TokenCacheError, TokenKey},
/// };
///
/// struct NoCache;
///
/// impl TokenCache for NoCache {
///     fn get(&self, _: TokenKey, _: DateTime<Utc>) -> BoxFuture<'_, Result<Option<AccessToken>, TokenCacheError>> {
///         Box::pin(async { Ok(None) })
///     }
///
///     fn put(&self, _: TokenKey, _: AccessToken, _: DateTime<Utc>) -> BoxFuture<'_, Result<(), TokenCacheError>> {
///         Box::pin(async { Ok(()) })
///     }
/// }
/// ```
pub trait TokenCache: Send + Sync {
    /// The token that was put last, if it still lives at `now`.
    ///
    /// # Errors
    ///
    /// A cache that fails is passed over: a new token is made.
    fn get(&self, key: TokenKey, now: DateTime<Utc>) -> BoxFuture<'_, Result<Option<AccessToken>, TokenCacheError>>;

    /// Keeps a token in place of the one before, until it [expires](AccessToken::expires_at) or a little less.
    ///
    /// # Errors
    ///
    /// A cache that fails is passed over: the other processes make a token of their own.
    fn put(&self, key: TokenKey, token: AccessToken, now: DateTime<Utc>) -> BoxFuture<'_, Result<(), TokenCacheError>>;
}

impl<C: TokenCache + ?Sized> TokenCache for Arc<C> {
    fn get(&self, key: TokenKey, now: DateTime<Utc>) -> BoxFuture<'_, Result<Option<AccessToken>, TokenCacheError>> {
        C::get(self, key, now)
    }

    fn put(&self, key: TokenKey, token: AccessToken, now: DateTime<Utc>) -> BoxFuture<'_, Result<(), TokenCacheError>> {
        C::put(self, key, token, now)
    }
}

/// Whose token it is: of one base URL, one API key and one practice group.
///
/// Both values are made from the API key by HMAC-SHA256, so they tell nothing of it, and a process with another key finds and
/// reads no token.
#[derive(Clone)]
pub struct TokenKey {
    name: [u8; 32],
    sealing_key: Arc<SecretBox<[u8; 32]>>,
}

impl TokenKey {
    pub(crate) fn new(name: [u8; 32], sealing_key: [u8; 32]) -> Self {
        Self { name, sealing_key: Arc::new(SecretBox::new(Box::new(sealing_key))) }
    }

    /// What the token is stored under. It need not be kept secret.
    #[must_use]
    pub fn name(&self) -> &[u8; 32] {
        &self.name
    }

    /// The key to encrypt the token with, before it leaves the process.
    #[must_use]
    pub fn sealing_key(&self) -> &SecretBox<[u8; 32]> {
        &self.sealing_key
    }
}

impl PartialEq for TokenKey {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.sealing_key.expose_secret() == other.sealing_key.expose_secret()
    }
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenKey").finish_non_exhaustive()
    }
}

/// Keeps access tokens in the memory of this process, for all handles that are given a clone of the same `Arc`.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use hero_api_ext::practice::{AccessTokens, MemoryTokenCache};
///
/// # fn pages(hero: &hero_api_ext::Hero, cache: &Arc<MemoryTokenCache>) -> AccessTokens {
/// hero.practice().access_tokens().with_cache(Arc::clone(cache))
/// # }
/// ```
#[derive(Default)]
pub struct MemoryTokenCache {
    tokens: Mutex<HashMap<[u8; 32], (TokenKey, AccessToken)>>,
}

impl MemoryTokenCache {
    /// A cache without a token.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn tokens(&self) -> MutexGuard<'_, HashMap<[u8; 32], (TokenKey, AccessToken)>> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TokenCache for MemoryTokenCache {
    fn get(&self, key: TokenKey, now: DateTime<Utc>) -> BoxFuture<'_, Result<Option<AccessToken>, TokenCacheError>> {
        let mut tokens = self.tokens();
        tokens.retain(|_, (_, token)| token.expires_at() > now);
        let token = tokens.get(key.name()).filter(|(owner, _)| *owner == key).map(|(_, token)| token.clone());
        Box::pin(async { Ok(token) })
    }

    fn put(
        &self,
        key: TokenKey,
        token: AccessToken,
        _now: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<(), TokenCacheError>> {
        self.tokens().insert(*key.name(), (key, token));
        Box::pin(async { Ok(()) })
    }
}

impl fmt::Debug for MemoryTokenCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryTokenCache").finish_non_exhaustive()
    }
}
