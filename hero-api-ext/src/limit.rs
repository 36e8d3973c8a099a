use std::{num::NonZeroU32, sync::Arc, time::Duration};

use governor::{Quota, RateLimiter, clock, middleware::NoOpMiddleware, state::InMemoryState, state::direct::NotKeyed};
use tokio::sync::Mutex;

use crate::clock::Clock;

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

    /// The quota, or why there is none.
    fn quota(self) -> Result<Quota, &'static str> {
        let spacing = self.period.checked_div(self.requests).filter(|spacing| !spacing.is_zero());
        let quota = spacing.and_then(Quota::with_period).zip(NonZeroU32::new(self.burst));
        let (quota, burst) =
            quota.ok_or("the rate limit must allow at least one request, and at most one a nanosecond, with a burst of at least one")?;
        Ok(quota.allow_burst(burst))
    }
}

/// The limit at work.
pub(crate) struct Limiter {
    places: RateLimiter<NotKeyed, InMemoryState, Time, NoOpMiddleware<Duration>>,
    clock: Arc<dyn Clock>,
    /// Held by the request that waits for the next free place, so that none overtakes it.
    queue: Mutex<()>,
}

impl Limiter {
    pub(crate) fn new(limit: RateLimit, clock: Arc<dyn Clock>) -> Result<Self, &'static str> {
        let places = RateLimiter::direct_with_clock(limit.quota()?, Time(Arc::clone(&clock)));
        Ok(Self { places, clock, queue: Mutex::new(()) })
    }

    /// Takes a place if one is free.
    #[cfg(feature = "sandbox")]
    pub(crate) fn try_pass(&self) -> bool {
        self.places.check().is_ok()
    }

    /// Waits for a free place and takes it; `false` at once when there is none before `deadline`, a time of the clock.
    pub(crate) async fn pass(&self, deadline: Duration) -> bool {
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

    async fn waits(limit: RateLimit, requests: usize) -> Vec<Duration> {
        let clock = TestClock::default();
        let limiter = Limiter::new(limit, Arc::new(clock.clone())).unwrap();
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
        let limiter = Limiter::new(RateLimit::new(1, Duration::from_secs(9)), Arc::new(clock.clone())).unwrap();
        assert!(limiter.pass(Duration::from_secs(9)).await);
        assert!(!limiter.pass(Duration::from_secs(9)).await);
        assert!(clock.sleeps().is_empty());
        assert!(limiter.pass(Duration::from_secs(10)).await);
    }

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
}
