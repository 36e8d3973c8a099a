use std::{
    future::poll_fn,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Poll, Waker},
    time::Duration,
};

use chrono::{DateTime, Utc};
use hero_api::BoxFuture;

use super::Clock;

/// A clock for tests: it stands still until it is moved.
///
/// A [`sleep`](Clock::sleep) moves it and is over at once, and is remembered. A [`timer`](Clock::timer), which limits an
/// attempt or a call, ends when the clock has been moved far enough, by [`advance`](Self::advance) or by a sleep; so a test
/// decides when something takes too long. Clones are the same clock.
///
/// # Examples
///
/// ```
/// use std::{sync::Arc, time::Duration};
///
/// use hero_api_ext::{Credentials, Environment, Hero, clock::TestClock};
///
/// let clock = TestClock::default();
/// let hero = Hero::builder()
///     .environment(Environment::Staging)
///     .credentials(Credentials::new("key", "practice-group-id"))
///     .clock(clock.clone())
///     .build()?;
/// // … calls whose response is 429 with `retry-after: 5`, then
/// assert!(clock.sleeps().iter().all(|slept| *slept >= Duration::from_secs(5)));
/// # Ok::<(), hero_api_ext::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct TestClock {
    state: Arc<Mutex<ClockState>>,
}

#[derive(Debug, Default)]
struct ClockState {
    now: Duration,
    start: DateTime<Utc>,
    sleeps: Vec<Duration>,
    waiting: Vec<Waker>,
}

impl TestClock {
    /// A clock that shows this date and time. The default one shows 1970.
    #[must_use]
    pub fn at(start: DateTime<Utc>) -> Self {
        let clock = Self::default();
        clock.state().start = start;
        clock
    }

    /// Moves the clock, which ends the timers that are due.
    pub fn advance(&self, by: Duration) {
        let mut state = self.state();
        state.now += by;
        // Each looks for itself whether it is due.
        state.waiting.drain(..).for_each(Waker::wake);
    }

    /// How long each sleep was, in the order in which they began.
    #[must_use]
    pub fn sleeps(&self) -> Vec<Duration> {
        self.state().sleeps.clone()
    }

    fn state(&self) -> MutexGuard<'_, ClockState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for TestClock {
    fn now(&self) -> Duration {
        self.state().now
    }

    fn utc_now(&self) -> DateTime<Utc> {
        let state = self.state();
        state.start + state.now
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let clock = self.clone();
        Box::pin(async move {
            clock.state().sleeps.push(duration);
            clock.advance(duration);
        })
    }

    fn timer(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let clock = self.clone();
        let end = clock.now().saturating_add(duration);
        Box::pin(poll_fn(move |context| {
            let mut state = clock.state();
            if state.now >= end {
                return Poll::Ready(());
            }
            state.waiting.push(context.waker().clone());
            Poll::Pending
        }))
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    #[tokio::test]
    async fn timer_ends_when_the_clock_is_moved() {
        let clock = TestClock::default();
        let mut timer = clock.timer(Duration::from_secs(10));
        assert!((&mut timer).now_or_never().is_none());
        clock.advance(Duration::from_secs(4));
        assert!((&mut timer).now_or_never().is_none());
        clock.sleep(Duration::from_secs(6)).await;
        assert!(timer.now_or_never().is_some());
        assert_eq!(clock.sleeps(), [Duration::from_secs(6)]);
        assert_eq!(clock.now(), Duration::from_secs(10));
        assert_eq!(clock.utc_now().timestamp(), 10);
    }
}
