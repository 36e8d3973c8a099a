//! Where the client gets its time from.

#[cfg(any(test, feature = "test-util"))]
mod test_clock;

use std::{
    fmt,
    sync::Arc,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use chrono::{DateTime, Utc};
use hero_api::BoxFuture;

#[cfg(any(test, feature = "test-util"))]
pub use test_clock::TestClock;

/// Where the client gets its time from, so that tests of retries, deadlines and polling neither sleep nor flake.
///
/// A program has no need for it: [`SystemClock`] is the default. A test sets its own with
/// [`HeroBuilder::clock`](crate::HeroBuilder::clock), mostly a [`TestClock`].
pub trait Clock: fmt::Debug + Send + Sync {
    /// How long this clock has been running. It never goes back; where it began means nothing.
    fn now(&self) -> Duration;

    /// What the calendar says, for dates that a server sends.
    fn utc_now(&self) -> DateTime<Utc>;

    /// Waits: for a retry, for a free place under the rate limit, before the next poll.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// Limits something else, and is dropped when that is done in time. It differs from [`sleep`](Self::sleep) for a test
    /// clock only, which lets a sleep pass at once and a limit when it is told to.
    fn timer(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.sleep(duration)
    }
}

impl<C: Clock + ?Sized> Clock for Arc<C> {
    fn now(&self) -> Duration {
        C::now(self)
    }

    fn utc_now(&self) -> DateTime<Utc> {
        C::utc_now(self)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        C::sleep(self, duration)
    }

    fn timer(&self, duration: Duration) -> BoxFuture<'static, ()> {
        C::timer(self, duration)
    }
}

/// The clock of the system; sleeps with tokio.
#[derive(Debug)]
pub struct SystemClock {
    start: Instant,
}

impl SystemClock {
    /// A clock that begins now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is where the time comes in from outside")]
    pub fn new() -> Self {
        Self { start: Instant::now() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    #[expect(clippy::disallowed_methods, reason = "this is where the time comes in from outside")]
    fn utc_now(&self) -> DateTime<Utc> {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let seconds = i64::try_from(since_1970.as_secs()).unwrap_or_default();
        DateTime::from_timestamp(seconds, since_1970.subsec_nanos()).unwrap_or_default()
    }

    #[expect(clippy::disallowed_methods, reason = "this is where sleeping comes in from outside")]
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn system_clock_is_monotonic_and_dated() {
        let clock = SystemClock::new();
        let before = clock.now();
        clock.sleep(Duration::ZERO).await;
        assert!(clock.now() >= before);
        assert!(clock.utc_now().timestamp() > 1_735_689_600);
    }
}
