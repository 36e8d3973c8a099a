//! What several processes share, in Redis: deliveries seen, the rate limit, access tokens.
//!
//! Use it as soon as more than one replica serves a webhook or sends with one key. One process alone needs none of it.
//!
//! ```no_run
//! use std::time::Duration;
//!
//! use hero_api_ext::{
//!     Hero, RateLimit,
//!     redis::{Redis, RedisLimiter},
//! };
//!
//! # async fn start() -> Result<(), hero_api_ext::Error> {
//! let redis = Redis::connect("redis://127.0.0.1/").await?;
//!
//! // One limit for all replicas.
//! let limit = RateLimit::new(600, Duration::from_secs(60));
//! let hero = Hero::builder().limiter(RedisLimiter::new(&redis, "partner", limit)?);
//! # Ok(())
//! # }
//! ```
//!
//! [`RedisReplayGuard`] goes to `Receiver::with_guard`, and [`RedisTokenCache`] to `AccessTokens::with_cache`.
//!
//! # What is stored
//!
//! | key | value | how long |
//! | --- | --- | --- |
//! | `hero:delivery:<hash of the delivery>` | the word `confirmed`, or when the claim ends | the tolerance of the verifier, or the lease, and a margin of ten minutes |
//! | `hero:limit:<hash of the name>` | the time of the next free place | until that time, and a second |
//! | `hero:token:<hash>` | the access token, encrypted with a key that is made from the API key | until half a minute before it expires |
//!
//! There is no API key, no body of a delivery, and nothing of a patient. The hash of a delivery has no key of its own unless
//! [`RedisReplayGuard::with_secret`] gives it one: whoever reads Redis can then check a guess of a whole delivery, its time and
//! ids.
//!
//! # What Redis has to be
//!
//! Redis 7, which the tests run on; 6.2 has all the commands too. Each step is one script that touches one key, so a cluster works:
//! make the connection with the feature `cluster-async` of the crate `redis`, which is [`client`] here, and give it to
//! [`Redis::from_connection`]. For `rediss://` turn on a TLS feature of that crate, such as `tokio-rustls-comp`.
//!
//! A delivery that was confirmed must survive a restart, or it can be handled once more: set `appendonly yes`, and `appendfsync
//! always` if a second of confirmations is too much to lose. A replica that is promoted may lack the last writes, whatever is
//! set. Keep `maxmemory-policy` at `noeviction`: an evicted key is a delivery forgotten.
//!
//! # When Redis is away
//!
//! * [`RedisReplayGuard`] fails: the receiver responds with 503, and Hero repeats the delivery. It tries again for a while first.
//! * [`RedisLimiter`] falls back to a limit of this process, or fails if it is told to.
//! * [`RedisTokenCache`] is passed over: each process makes a token of its own.

mod connection;
mod error;
mod limiter;
#[cfg(feature = "webhook-receiver")]
mod replay_guard;
#[cfg(feature = "practice-group")]
mod token_cache;

/// The client that the connections are from.
pub use ::redis as client;

pub use connection::Redis;
pub use error::RedisError;
pub use limiter::RedisLimiter;
#[cfg(feature = "webhook-receiver")]
pub use replay_guard::RedisReplayGuard;
#[cfg(feature = "practice-group")]
pub use token_cache::RedisTokenCache;
