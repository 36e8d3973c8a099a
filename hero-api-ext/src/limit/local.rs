use std::{fmt, num::NonZeroU32, sync::Arc, time::Duration};

use governor::{Quota, RateLimiter, clock, middleware::NoOpMiddleware, state::InMemoryState, state::direct::NotKeyed};
use hero_api::BoxFuture;
use tokio::sync::Mutex;

use super::{Limiter, LimiterError, RateLimit, Turn};
use crate::{
    Error,
    clock::{Clock, SystemClock},
};

/// Keeps to a [`RateLimit`] in this process.
///
/// [`HeroBuilder::rate_limit`](crate::HeroBuilder::rate_limit) makes one for a client. Make one yourself for several clients
/// that share a limit: give each a clone of the same `Arc`.
///
/// # Examples
///
/// ```
/// use std::{sync::Arc, time::Duration};
///
/// use hero_api_ext::{Credentials, Environment, Hero, RateLimit, limit::LocalLimiter};
///
/// let limiter = Arc::new(LocalLimiter::new(RateLimit::new(600, Duration::from_secs(60)))?);
/// for practice_group in ["12", "13"] {
///     let hero = Hero::builder()
///         .environment(Environment::Staging)
///         .credentials(Credentials::new("key", practice_group))
///         .limiter(Arc::clone(&limiter))
///         .build()?;
/// }
/// # Ok::<(), hero_api_ext::Error>(())
/// ```
pub struct LocalLimiter {
    places: RateLimiter<NotKeyed, InMemoryState, Time, NoOpMiddleware<Duration>>,
    clock: Arc<dyn Clock>,
    /// Held by the request that waits for the next free place, so that none overtakes it.
    queue: Mutex<()>,
}

impl LocalLimiter {
    /// Keeps to this limit from now on.
    ///
    /// # Errors
    ///
    /// [`is_configuration`](Error::is_configuration): the limit lets nothing pass.
    pub fn new(limit: RateLimit) -> Result<Self, Error> {
        Self::with_clock(limit, Arc::new(SystemClock::new()))
    }

    /// Keeps to this limit by the time of this clock.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn with_clock(limit: RateLimit, clock: Arc<dyn Clock>) -> Result<Self, Error> {
        Self::build(limit, clock).map_err(|problem| Error::configurations(vec![problem.into()]))
    }

    /// The error is for those who report several problems at once, or as another error.
    pub(crate) fn build(limit: RateLimit, clock: Arc<dyn Clock>) -> Result<Self, &'static str> {
        let places = RateLimiter::direct_with_clock(limit.quota()?, Time(Arc::clone(&clock)));
        Ok(Self { places, clock, queue: Mutex::new(()) })
    }

    /// Takes a place if one is free.
    #[cfg(feature = "sandbox")]
    pub(crate) fn try_pass(&self) -> bool {
        self.places.check().is_ok()
    }

    /// Waits for a free place and takes it; `false` at once when there is none before `deadline`, a time of the clock.
    async fn pass(&self, deadline: Duration) -> bool {
        let _turn = self.queue.lock().await;
        while let Err(until) = self.places.check() {
            let now = self.clock.now();
            let wait = until.wait_time_from(now);
            if now.saturating_add(wait) >= deadline {
                return false;
            }
            self.clock.sleep(wait).await;
        }
        true
    }
}

impl RateLimit {
    /// How far apart two requests are, and how many may pass at once, or what is wrong.
    pub(crate) fn spacing_and_burst(self) -> Result<(Duration, NonZeroU32), &'static str> {
        let spacing = self.period.checked_div(self.requests).filter(|spacing| !spacing.is_zero());
        spacing.zip(NonZeroU32::new(self.burst)).ok_or(
            "the rate limit must allow at least one request, and at most one a nanosecond, with a burst of at least one",
        )
    }

    /// The quota, or why there is none.
    fn quota(self) -> Result<Quota, &'static str> {
        let (spacing, burst) = self.spacing_and_burst()?;
        let quota = Quota::with_period(spacing).ok_or("the rate limit has no period")?;
        Ok(quota.allow_burst(burst))
    }
}

impl Limiter for LocalLimiter {
    /// Waits by itself, so that a call which is dropped while it waits takes no place.
    fn take(&self, longest: Duration) -> BoxFuture<'_, Result<Turn, LimiterError>> {
        let deadline = self.clock.now().saturating_add(longest);
        Box::pin(async move { Ok(if self.pass(deadline).await { Turn::NOW } else { Turn::TooLate }) })
    }
}

impl fmt::Debug for LocalLimiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalLimiter").finish_non_exhaustive()
    }
}

/// The client's clock, as the limiter reads it.
#[derive(Clone, Debug)]
struct Time(Arc<dyn Clock>);

impl clock::Clock for Time {
    type Instant = Duration;

    fn now(&self) -> Duration {
        self.0.now()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::TestClock;

    #[test]
    fn a_limit_that_lets_nothing_pass_is_refused() {
        for limit in [
            RateLimit::new(0, Duration::from_secs(1)),
            RateLimit::new(1, Duration::ZERO),
            RateLimit::new(1, Duration::from_secs(1)).burst(0),
        ] {
            assert!(limit.quota().is_err(), "{limit:?}");
        }
    }

    async fn waits(limit: RateLimit, requests: usize) -> Vec<Duration> {
        let clock = TestClock::default();
        let limiter = LocalLimiter::with_clock(limit, Arc::new(clock.clone())).unwrap();
        for _ in 0..requests {
            assert!(limiter.pass(Duration::MAX).await);
        }
        clock.sleeps()
    }

    #[tokio::test]
    async fn requests_are_spread_evenly() {
        assert_eq!(waits(RateLimit::new(10, Duration::from_secs(1)), 4).await, [Duration::from_millis(100); 3]);
    }

    #[tokio::test]
    async fn a_burst_passes_at_once_and_what_follows_waits() {
        let limit = RateLimit::new(60, Duration::from_secs(60)).burst(3);
        assert_eq!(waits(limit, 5).await, [Duration::from_secs(1); 2]);
    }

    #[tokio::test]
    async fn request_past_its_deadline_does_not_wait() {
        let clock = TestClock::default();
        let limiter =
            LocalLimiter::with_clock(RateLimit::new(1, Duration::from_secs(9)), Arc::new(clock.clone())).unwrap();
        assert!(limiter.pass(Duration::from_secs(9)).await);
        assert!(!limiter.pass(Duration::from_secs(9)).await);
        assert!(clock.sleeps().is_empty());
        assert!(limiter.pass(Duration::from_secs(10)).await);
    }
}
