use std::{
    collections::BTreeMap,
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::{Difference, Observation, Observer};

/// How many messages differed, by operation and difference.
pub type Counts = BTreeMap<(&'static str, &'static str), u64>;

/// Called with an operation, a difference and how many more messages had it.
type Told = dyn Fn(&'static str, Difference, u64) + Send + Sync;

/// Counts the messages that differ from the description, for metrics.
///
/// Counts grow in steps: see [when observers are told](super#when-observers-are-told).
///
/// # Examples
///
/// ```
/// use hero_api_ext::observe::CountingObserver;
///
/// let observer = CountingObserver::telling(|operation, difference, more| {
///     println!("{operation} {}: {more} more", difference.as_str()); // or the counter of your metrics library
/// });
/// # let _ = hero_api_ext::Hero::builder().observe(observer);
/// ```
#[derive(Default)]
pub struct CountingObserver {
    counts: Mutex<Counts>,
    told: Option<Box<Told>>,
}

impl CountingObserver {
    /// Counts, for [`counts`](Self::counts).
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts, and calls `told` with the operation, the difference and how many more messages had it.
    pub fn telling(told: impl Fn(&'static str, Difference, u64) + Send + Sync + 'static) -> Self {
        Self { told: Some(Box::new(told)), ..Self::default() }
    }

    /// How many messages differed so far, by `operationId` and the word of the difference.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Observer for CountingObserver {
    fn observed(&self, observation: &Observation) {
        if observation.more == 0 {
            return;
        }
        *self.lock().entry((observation.operation, observation.kind.as_str())).or_default() += observation.more;
        if let Some(told) = &self.told {
            told(observation.operation, observation.kind, observation.more);
        }
    }
}

impl fmt::Debug for CountingObserver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CountingObserver").field("counts", &*self.lock()).finish_non_exhaustive()
    }
}
