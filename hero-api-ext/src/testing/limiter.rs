use std::time::Duration;

use data_encoding::HEXLOWER;
use futures_util::future::try_join_all;

use super::{
    Violations,
    violations::{Report, random},
};
use crate::{
    RateLimit,
    clock::Clock,
    limit::{Limiter, LimiterError, Turn},
};

/// The distance between two places in most checks.
const SPACING: Duration = Duration::from_millis(50);
/// How inexact the times are that a check measures.
const SLACK: Duration = Duration::from_millis(10);
const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);

/// Checks a [`Limiter`]: that all replicas together keep to one limit, and get all of it.
///
/// `make` is given the limit and a name. Limiters of the same name share their limit, and those of different names do not.
///
/// # Errors
///
/// The clauses that are violated, each as a sentence.
///
/// # Examples
///
/// ```
/// use std::{cell::RefCell, collections::HashMap, sync::Arc};
///
/// use hero_api_ext::{clock::TestClock, limit::LocalLimiter, testing};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), testing::Violations> {
/// // A limiter that goes by the clock of a server is checked with `SystemClock`, which takes five seconds.
/// let clock = TestClock::default();
/// let limiters = RefCell::new(HashMap::new());
/// testing::limiter_conformance(&clock, async |limit, name| {
///     if !limiters.borrow().contains_key(name) {
///         let limiter = LocalLimiter::with_clock(limit, Arc::new(clock.clone()))?;
///         limiters.borrow_mut().insert(name.to_owned(), Arc::new(limiter));
///     }
///     Ok(Arc::clone(&limiters.borrow()[name]))
/// })
/// .await?;
/// # Ok(())
/// # }
/// ```
pub async fn limiter_conformance<L: Limiter>(
    clock: &dyn Clock,
    make: impl AsyncFn(RateLimit, &str) -> Result<L, LimiterError>,
) -> Result<(), Violations> {
    let suite = Suite { make, clock };
    let mut report = Report::new();
    report.check("the first request is sent at once", suite.first_is_sent_at_once()).await;
    report.check("requests are as far apart as the limit says", suite.requests_are_apart()).await;
    report.check("replicas share one limit", suite.replicas_share()).await;
    report.check("limits of other names are apart", suite.names_are_apart()).await;
    report.check("of many requests at once, each has a place of its own", suite.places_are_taken_once()).await;
    report.check("a burst is sent at once, and no more", suite.burst_is_sent_at_once()).await;
    report.check("a pause saves up no more than the burst", suite.pause_saves_up_the_burst()).await;
    report.check("a request that would be too late takes no place", suite.too_late_takes_nothing()).await;
    report.check("no wait is longer than allowed", suite.waits_are_allowed()).await;
    report.into_result()
}

struct Suite<'a, M> {
    make: M,
    clock: &'a dyn Clock,
}

/// The replicas of a program.
type Replicas<L> = [L; 2];

impl<M> Suite<'_, M> {
    async fn replicas<L>(&self, burst: u32, spacing: Duration) -> Result<Replicas<L>, LimiterError>
    where
        M: AsyncFn(RateLimit, &str) -> Result<L, LimiterError>,
    {
        let limit = RateLimit::new(1, spacing).burst(burst);
        let name = format!("conformance {}", HEXLOWER.encode(&random()?));
        Ok([(self.make)(limit, &name).await?, (self.make)(limit, &name).await?])
    }

    /// Waits for a place, and tells when it was, by the clock.
    async fn sent_at<L: Limiter>(&self, limiter: &L, longest: Duration) -> Result<Option<Duration>, LimiterError> {
        Ok(match limiter.take(longest).await? {
            Turn::TooLate => None,
            Turn::After(wait) => {
                self.clock.sleep(wait).await;
                Some(self.clock.now())
            }
        })
    }

    /// When each of so many requests is sent, one after another, by replicas in turn.
    async fn sent<L: Limiter>(&self, limiters: &[L], requests: usize) -> Result<Vec<Duration>, LimiterError> {
        let mut times = Vec::new();
        for limiter in limiters.iter().cycle().take(requests) {
            times.push(self.sent_at(limiter, MINUTE).await?.ok_or("a place within a minute")?);
        }
        Ok(times)
    }

    /// How long it takes until the last of so many is sent.
    async fn elapsed<L: Limiter>(&self, limiters: &[L], requests: usize) -> Result<Duration, LimiterError> {
        let start = self.clock.now();
        let last = self.sent(limiters, requests).await?.into_iter().max();
        Ok(last.unwrap_or(start).saturating_sub(start))
    }

    async fn first_is_sent_at_once<L: Limiter>(&self) -> Result<bool, LimiterError>
    where
        M: AsyncFn(RateLimit, &str) -> Result<L, LimiterError>,
    {
        let [one, _] = self.replicas(1, MINUTE).await?;
        Ok(one.take(MINUTE).await? == Turn::NOW)
    }

    async fn requests_are_apart<L: Limiter>(&self) -> Result<bool, LimiterError>
    where
        M: AsyncFn(RateLimit, &str) -> Result<L, LimiterError>,
    {
        let replicas = self.replicas(1, SPACING).await?;
        Ok(is_near(self.elapsed(&replicas[..1], 11).await?, SPACING * 10))
    }

    async fn replicas_share<L: Limiter>(&self) -> Result<bool, LimiterError>
    where
        M: AsyncFn(RateLimit, &str) -> Result<L, LimiterError>,
    {
        Ok(is_near(self.elapsed(&self.replicas(1, SPACING).await?, 11).await?, SPACING * 10))
    }

    async fn names_are_apart<L: Limiter>(&self) -> Result<bool, LimiterError>
    where
        M: AsyncFn(RateLimit, &str) -> Result<L, LimiterError>,
    {
        let ([one, _], [other, _]) = (self.replicas(1, MINUTE).await?, self.replicas(1, MINUTE).await?);
        Ok(one.take(SECOND).await? == Turn::NOW && other.take(SECOND).await? == Turn::NOW)
    }

    async fn places_are_taken_once<L: Limiter>(&self) -> Result<bool, LimiterError>
    where
        M: AsyncFn(RateLimit, &str) -> Result<L, LimiterError>,
    {
        let replicas = self.replicas(1, SPACING).await?;
        let start = self.clock.now();
        let requests = replicas.iter().cycle().take(20).map(|limiter| self.sent_at(limiter, MINUTE));
        let last = try_join_all(requests).await?.into_iter().max().flatten();
        Ok(last.is_some_and(|last| is_near(last.saturating_sub(start), SPACING * 19)))
    }

    async fn burst_is_sent_at_once<L: Limiter>(&self) -> Result<bool, LimiterError>
    where
        M: AsyncFn(RateLimit, &str) -> Result<L, LimiterError>,
    {
        let replicas = self.replicas(3, SECOND).await?;
        let mut turns = Vec::new();
        for limiter in replicas.iter().cycle().take(4) {
            turns.push(limiter.take(SPACING).await?);
        }
        Ok(turns == [Turn::NOW, Turn::NOW, Turn::NOW, Turn::TooLate])
    }

    async fn pause_saves_up_the_burst<L: Limiter>(&self) -> Result<bool, LimiterError>
    where
        M: AsyncFn(RateLimit, &str) -> Result<L, LimiterError>,
    {
        let replicas = self.replicas(2, SPACING * 4).await?;
        self.sent(&replicas, 1).await?;
        self.clock.sleep(SPACING * 24).await;
        Ok(is_near(self.elapsed(&replicas, 4).await?, SPACING * 8))
    }

    async fn too_late_takes_nothing<L: Limiter>(&self) -> Result<bool, LimiterError>
    where
        M: AsyncFn(RateLimit, &str) -> Result<L, LimiterError>,
    {
        let replicas = self.replicas(1, SECOND).await?;
        let start = self.clock.now();
        self.sent(&replicas, 1).await?;
        for limiter in replicas.iter().cycle().take(6) {
            if limiter.take(SPACING).await? != Turn::TooLate {
                return Ok(false);
            }
        }
        let [one, _] = &replicas;
        let sent = self.sent_at(one, MINUTE).await?;
        Ok(sent.is_some_and(|sent| is_near(sent.saturating_sub(start), SECOND)))
    }

    async fn waits_are_allowed<L: Limiter>(&self) -> Result<bool, LimiterError>
    where
        M: AsyncFn(RateLimit, &str) -> Result<L, LimiterError>,
    {
        let replicas = self.replicas(1, SPACING).await?;
        let mut is_allowed = true;
        for limiter in replicas.iter().cycle().take(12) {
            let asked_at = self.clock.now();
            if let Turn::After(wait) = limiter.take(SPACING * 4).await? {
                is_allowed &= self.clock.now().saturating_sub(asked_at) + wait <= SPACING * 4 + SLACK;
            }
        }
        Ok(is_allowed)
    }
}

/// Not shorter than the limit says, and not much longer: a busy machine may hold up the last request.
fn is_near(measured: Duration, expected: Duration) -> bool {
    measured + SLACK >= expected && measured <= expected.mul_f64(1.5) + SLACK
}
