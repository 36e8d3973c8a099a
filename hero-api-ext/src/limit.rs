//! How many requests are sent: the limit of one process, or one that several share.
//!
//! [`RateLimit`] says how many, and [`HeroBuilder::rate_limit`](crate::HeroBuilder::rate_limit) (feature `rate-limit`) keeps to it in
//! one process.
//! Where several processes send with one key, give each the same [`Limiter`] by
//! [`HeroBuilder::limiter`](crate::HeroBuilder::limiter): `RedisLimiter` (feature `redis`), or another engine behind the trait.

#[cfg(feature = "rate-limit")]
mod local;

use std::{error, sync::Arc, time::Duration};

use hero_api::BoxFuture;

#[cfg(feature = "rate-limit")]
pub use local::LocalLimiter;

/// Why a limiter could not say when a request may be sent. It ends up in logs and must not hold a secret.
pub type LimiterError = Box<dyn error::Error + Send + Sync>;

/// Decides when a request may be sent.
///
/// A client asks before each attempt, retries too. `testing::limiter_conformance` (feature `test-util`) checks a limiter.
///
/// # Examples
///
/// A limiter that lets nothing pass while a switch is off:
///
/// ```
/// use std::{sync::atomic::{AtomicBool, Ordering}, time::Duration};
///
/// use hero_api_ext::{hero_api::BoxFuture, limit::{Limiter, LimiterError, Turn}};
///
/// struct Switched<L> {
///     limiter: L,
///     is_on: AtomicBool,
/// }
///
/// impl<L: Limiter> Limiter for Switched<L> {
///     fn take(&self, longest: Duration) -> BoxFuture<'_, Result<Turn, LimiterError>> {
///         if self.is_on.load(Ordering::Relaxed) {
///             self.limiter.take(longest)
///         } else {
///             Box::pin(async { Ok(Turn::TooLate) })
///         }
///     }
/// }
/// ```
pub trait Limiter: Send + Sync {
    /// Takes the next free place, unless it is further away than `longest`.
    ///
    /// The place belongs to the caller, who waits as long as [`Turn::After`] says and then sends. A limiter may also do the
    /// waiting itself, for at most `longest`, and return [`Turn::NOW`].
    ///
    /// # Errors
    ///
    /// Any error fails the call with [`is_limiter`](crate::Error::is_limiter). Nothing is sent.
    fn take(&self, longest: Duration) -> BoxFuture<'_, Result<Turn, LimiterError>>;
}

impl<L: Limiter + ?Sized> Limiter for Arc<L> {
    fn take(&self, longest: Duration) -> BoxFuture<'_, Result<Turn, LimiterError>> {
        L::take(self, longest)
    }
}

/// When a request may be sent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Turn {
    /// A place is taken: send after waiting this long.
    After(Duration),
    /// There is no free place in time, and none is taken.
    TooLate,
}

impl Turn {
    /// A place is taken: send at once.
    pub const NOW: Self = Self::After(Duration::ZERO);
}

/// How many requests a client may send: what a partner's agreement with Hero says, since the API does not tell.
///
/// Clones of a client share it, also those for other practices. Each attempt counts, retries too. Requests over the limit wait
/// in the order in which they came, and the wait counts towards the deadline of the call.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use hero_api_ext::{Credentials, Environment, Hero, RateLimit};
///
/// let hero = Hero::builder()
///     .environment(Environment::Staging)
///     .credentials(Credentials::new("key", "practice-group-id"))
///     .rate_limit(RateLimit::new(600, Duration::from_secs(60)).burst(10))
///     .build()?;
/// # Ok::<(), hero_api_ext::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RateLimit {
    requests: u32,
    period: Duration,
    burst: u32,
}

impl RateLimit {
    /// This many requests in each `period`, evenly spread: a request waits until `period / requests` after the one before.
    #[must_use]
    pub fn new(requests: u32, period: Duration) -> Self {
        Self { requests, period, burst: 1 }
    }

    /// Lets so many requests pass at once after a pause. With a burst of `b`, up to `requests + b` can fall into one period.
    #[must_use]
    pub fn burst(mut self, burst: u32) -> Self {
        self.burst = burst;
        self
    }

    /// How many requests there are in each [`period`](Self::period).
    #[must_use]
    pub fn requests(self) -> u32 {
        self.requests
    }

    /// In which time the [`requests`](Self::requests) are sent.
    #[must_use]
    pub fn period(self) -> Duration {
        self.period
    }

    /// How many requests pass at once after a pause.
    #[must_use]
    pub fn max_burst(self) -> u32 {
        self.burst
    }
}
