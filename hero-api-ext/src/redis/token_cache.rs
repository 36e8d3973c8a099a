use std::{fmt, time::Duration};

use ::redis::Value;
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use chrono::{DateTime, TimeDelta, Utc};
use hero_api::BoxFuture;
use secrecy::ExposeSecret;

use super::{Redis, RedisError, connection::Argument};
use crate::practice::{AccessToken, TokenCache, TokenCacheError, TokenKey};

/// A token, and how long it is kept.
const GET: &str = "return { redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1]) }";
const PUT: &str = "redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[1]) return { ARGV[1] }";

/// How much earlier than the token its key ends.
const MARGIN: TimeDelta = TimeDelta::seconds(30);
const NONCE_LENGTH: usize = 24;

/// Keeps access tokens in Redis, encrypted, for all processes with the same API key.
///
/// A token is sealed with XChaCha20-Poly1305 before it leaves the process, with a key that is made from the API key. It is kept
/// until half a minute before it expires, by the clock of Redis. Redis sees neither the token nor the API key.
///
/// # Examples
///
/// ```
/// use hero_api_ext::{Hero, practice::AccessTokens, redis::{Redis, RedisTokenCache}};
///
/// fn tokens(hero: &Hero, redis: &Redis) -> AccessTokens {
///     hero.practice().access_tokens().with_cache(RedisTokenCache::new(redis))
/// }
/// ```
#[derive(Clone)]
pub struct RedisTokenCache {
    redis: Redis,
}

impl RedisTokenCache {
    /// A cache that shares its tokens with all others on the same Redis with the same prefix.
    #[must_use]
    pub fn new(redis: &Redis) -> Self {
        Self { redis: redis.clone() }
    }

    fn key(&self, key: &TokenKey) -> String {
        self.redis.key("token", key.name())
    }
}

impl TokenCache for RedisTokenCache {
    fn get(&self, key: TokenKey, now: DateTime<Utc>) -> BoxFuture<'_, Result<Option<AccessToken>, TokenCacheError>> {
        Box::pin(async move {
            let value = self.redis.run(GET, &self.key(&key), &[], Duration::ZERO).await?;
            let Value::Array(parts) = value else { return Err(RedisError::UNEXPECTED.into()) };
            match parts.as_slice() {
                [Value::Nil, _] => Ok(None),
                [Value::BulkString(sealed), Value::Int(left)] => {
                    let left = TimeDelta::try_milliseconds(*left).ok_or(RedisError::UNEXPECTED)?;
                    let expires_at = now.checked_add_signed(left + MARGIN).ok_or(RedisError::UNEXPECTED)?;
                    Ok(Some(AccessToken::new(open(&key, sealed)?, expires_at)))
                }
                _ => Err(RedisError::UNEXPECTED.into()),
            }
        })
    }

    fn put(&self, key: TokenKey, token: AccessToken, now: DateTime<Utc>) -> BoxFuture<'_, Result<(), TokenCacheError>> {
        Box::pin(async move {
            let kept = (token.expires_at() - now - MARGIN).num_milliseconds();
            if kept > 0 {
                let sealed = seal(&key, &token)?;
                let arguments = [Argument::Number(kept), Argument::Bytes(&sealed)];
                self.redis.run(PUT, &self.key(&key), &arguments, Duration::ZERO).await?;
            }
            Ok(())
        })
    }
}

/// A random nonce, and the token encrypted. What the token belongs to is authenticated with it.
fn seal(key: &TokenKey, token: &AccessToken) -> Result<Vec<u8>, TokenCacheError> {
    let mut nonce = [0; NONCE_LENGTH];
    getrandom::fill(&mut nonce)?;
    let payload = Payload { msg: token.secret().expose_secret().as_bytes(), aad: key.name() };
    let sealed = cipher(key).encrypt(&XNonce::from(nonce), payload);
    let mut bytes = nonce.to_vec();
    bytes.extend(sealed.map_err(|_| RedisError::new("the token could not be encrypted"))?);
    Ok(bytes)
}

fn open(key: &TokenKey, sealed: &[u8]) -> Result<String, RedisError> {
    const FOREIGN: RedisError = RedisError::new("the token was not sealed with this API key");
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE_LENGTH>().ok_or(FOREIGN)?;
    let opened = cipher(key).decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: key.name() });
    String::from_utf8(opened.map_err(|_| FOREIGN)?).map_err(|_| FOREIGN)
}

fn cipher(key: &TokenKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&(*key.sealing_key().expose_secret()).into())
}

impl fmt::Debug for RedisTokenCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisTokenCache").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn token_is_sealed_and_opens_with_its_key_alone() {
        let key = TokenKey::new([1; 32], [2; 32]);
        let token = AccessToken::new("a-token-to-find", DateTime::UNIX_EPOCH);
        let sealed = seal(&key, &token).unwrap();
        assert!(!sealed.windows(7).any(|part| part == b"a-token"));
        assert_eq!(open(&key, &sealed).unwrap(), "a-token-to-find");
        for other in [TokenKey::new([1; 32], [3; 32]), TokenKey::new([3; 32], [2; 32])] {
            assert!(open(&other, &sealed).is_err());
        }
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert!(open(&key, &changed).is_err(), "byte {place}");
        }
        assert!(open(&key, &sealed[..10]).is_err());
        assert_ne!(seal(&key, &token).unwrap(), sealed, "a nonce is used once");
    }
}
