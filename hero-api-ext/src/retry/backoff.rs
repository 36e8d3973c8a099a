use std::{fmt, sync::Arc, time::Duration};

use super::RetryReason;
use crate::random::Random;

/// Says how long to wait before the next attempt.
pub trait Backoff: fmt::Debug + Send + Sync {
    /// The wait before retry number `retry`, 1 being the first. A server that names a longer one is obeyed.
    fn delay(&self, retry: u32, reason: RetryReason, random: &dyn Random) -> Duration;
}

impl<B: Backoff + ?Sized> Backoff for Arc<B> {
    fn delay(&self, retry: u32, reason: RetryReason, random: &dyn Random) -> Duration {
        B::delay(self, retry, reason, random)
    }
}

/// The default: a random part of a span that doubles with each retry, so that clients that failed together do not come back
/// together.
#[derive(Clone, Debug)]
pub struct FullJitter {
    transient: Duration,
    throttled: Duration,
    cap: Duration,
}

impl FullJitter {
    /// Spans that begin with `transient` or `throttled`, depending on the reason, and never exceed `cap`.
    #[must_use]
    pub fn new(transient: Duration, throttled: Duration, cap: Duration) -> Self {
        Self { transient, throttled, cap }
    }
}

/// From 50 ms for what passes, from 1 s when the server asks for fewer requests, up to 20 s.
impl Default for FullJitter {
    fn default() -> Self {
        Self::new(Duration::from_millis(50), Duration::from_secs(1), Duration::from_secs(20))
    }
}

impl Backoff for FullJitter {
    fn delay(&self, retry: u32, reason: RetryReason, random: &dyn Random) -> Duration {
        let base = match reason {
            RetryReason::Transient => self.transient,
            RetryReason::Throttling => self.throttled,
        };
        let factor = 2_u32.saturating_pow(retry.saturating_sub(1));
        let span = base.saturating_mul(factor).min(self.cap);
        span.mul_f64(random.fraction().clamp(0.0, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::FixedRandom;

    fn delays(fraction: f64, reason: RetryReason) -> Vec<u128> {
        let backoff = FullJitter::default();
        (1..=11).map(|retry| backoff.delay(retry, reason, &FixedRandom(fraction)).as_millis()).collect()
    }

    #[test]
    fn spans_double_up_to_the_cap() {
        let transient = delays(1.0, RetryReason::Transient);
        assert_eq!(transient, [50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 20_000, 20_000]);
        assert_eq!(delays(1.0, RetryReason::Throttling)[..6], [1_000, 2_000, 4_000, 8_000, 16_000, 20_000]);
        let far = FullJitter::default().delay(u32::MAX, RetryReason::Transient, &FixedRandom(1.0));
        assert_eq!(far, Duration::from_secs(20));
    }

    #[test]
    fn jitter_never_exceeds_the_span() {
        assert!(delays(0.0, RetryReason::Throttling).iter().all(|delay| *delay == 0));
        assert_eq!(delays(0.25, RetryReason::Throttling)[..3], [250, 500, 1_000]);
        assert_eq!(delays(7.0, RetryReason::Transient), delays(1.0, RetryReason::Transient));
    }
}
