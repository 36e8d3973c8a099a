use std::time::Duration;

use crate::Hero;

/// Paces a flow that asks again and again until something has happened: each pause is half as long again as the one
/// before, up to the longest, and none goes beyond the limit.
pub(crate) struct Poller {
    hero: Hero,
    began: Duration,
    within: Duration,
    first: Duration,
    longest: Duration,
    next: Duration,
}

impl Poller {
    pub(crate) fn new(hero: &Hero, schedule: Schedule) -> Self {
        let Schedule { within, first, longest } = schedule;
        Self { hero: hero.clone(), began: hero.clock().now(), within, first, longest, next: first }
    }

    /// How long it has been going on.
    pub(crate) fn elapsed(&self) -> Duration {
        self.hero.clock().now().saturating_sub(self.began)
    }

    /// Pauses before the next question. `false` without a pause when the time is up.
    pub(crate) async fn pause(&mut self) -> bool {
        let left = self.within.saturating_sub(self.elapsed());
        if left.is_zero() {
            return false;
        }
        let pause = self.next.min(left);
        self.next = (self.next + self.next / 2).min(self.longest);
        self.hero.clock().sleep(pause).await;
        true
    }

    /// Asks often again, since something has happened.
    pub(crate) fn reset_interval(&mut self) {
        self.next = self.first;
    }
}

/// How often a flow asks, and how long it goes on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schedule {
    pub(crate) within: Duration,
    pub(crate) first: Duration,
    pub(crate) longest: Duration,
}

impl Schedule {
    pub(crate) const fn within(within: Duration) -> Self {
        Self { within, first: Duration::from_secs(1), longest: Duration::from_secs(30) }
    }
}
