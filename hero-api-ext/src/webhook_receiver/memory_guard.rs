use std::{
    collections::{BTreeSet, HashMap},
    error, fmt,
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use hero_api::BoxFuture;

use super::{Claim, DeliveryId, GuardError, ReplayGuard};

/// How long a claim is known after its lease ran out, so that the next one takes it over.
const MEMORY_OF_CLAIMS: TimeDelta = TimeDelta::minutes(10);

/// Remembers deliveries in the memory of this process, up to a number of them.
///
/// It never forgets one early to make room, since that one could then be repeated. When it is full, it refuses new
/// deliveries until the first one runs out: the sender gets 503, and the refusal is counted as
/// [`Outcome::GuardFull`](super::Outcome::GuardFull). A delivery is remembered for five to ten minutes with the default
/// tolerance, so the default of 100,000 is enough for 160 deliveries a second. Each takes about 150 bytes.
pub struct MemoryGuard {
    capacity: usize,
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    entries: HashMap<DeliveryId, Entry>,
    by_end: BTreeSet<(DateTime<Utc>, DeliveryId)>,
}

struct Entry {
    state: State,
    forget_at: DateTime<Utc>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Claimed { until: DateTime<Utc>, is_taken_over: bool },
    Handled,
}

impl MemoryGuard {
    /// How many deliveries are remembered, unless [`with_capacity`](Self::with_capacity) says otherwise.
    pub const DEFAULT_CAPACITY: usize = 100_000;

    /// A guard for [`DEFAULT_CAPACITY`](Self::DEFAULT_CAPACITY) deliveries.
    #[must_use]
    pub fn new() -> Self {
        Self::with_capacity(Self::DEFAULT_CAPACITY)
    }

    /// A guard for so many deliveries. Memory is taken as they come.
    #[must_use]
    pub fn with_capacity(deliveries: usize) -> Self {
        Self { capacity: deliveries, held: Mutex::default() }
    }

    /// How many deliveries it holds, among them some that have run out.
    #[must_use]
    pub fn len(&self) -> usize {
        self.with_held(|held| held.entries.len())
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn with_held<T>(&self, act: impl FnOnce(&mut Held) -> T) -> T {
        // Nothing in here panics between two changes that belong together.
        act(&mut self.held.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn claim_now(&self, id: DeliveryId, now: DateTime<Utc>, until: DateTime<Utc>) -> Result<Claim, GuardError> {
        self.with_held(|held| {
            held.forget_before(now);
            let is_taken_over = match held.entries.get(&id).map(|entry| entry.state) {
                Some(State::Handled) => return Ok(Claim::Handled),
                Some(State::Claimed { until, .. }) if until >= now => return Ok(Claim::InProgress),
                Some(State::Claimed { .. }) => true,
                None if held.entries.len() >= self.capacity => return Err(GuardFull.into()),
                None => false,
            };
            let forget_at = until.checked_add_signed(MEMORY_OF_CLAIMS).unwrap_or(DateTime::<Utc>::MAX_UTC);
            held.insert(id, Entry { state: State::Claimed { until, is_taken_over }, forget_at });
            Ok(if is_taken_over { Claim::TakenOver } else { Claim::New })
        })
    }
}

impl Held {
    fn forget_before(&mut self, now: DateTime<Utc>) {
        while let Some(&(forget_at, id)) = self.by_end.first()
            && forget_at < now
        {
            self.by_end.pop_first();
            self.entries.remove(&id);
        }
    }

    fn insert(&mut self, id: DeliveryId, entry: Entry) {
        let forget_at = entry.forget_at;
        if let Some(before) = self.entries.insert(id, entry) {
            self.by_end.remove(&(before.forget_at, id));
        }
        self.by_end.insert((forget_at, id));
    }

    fn release(&mut self, id: DeliveryId, claimed_until: DateTime<Utc>) {
        let Some(entry) = self.entries.get_mut(&id) else { return };
        match entry.state {
            State::Claimed { until, is_taken_over: true } if until == claimed_until => {
                entry.state = State::Claimed { until: DateTime::<Utc>::MIN_UTC, is_taken_over: true };
            }
            State::Claimed { until, is_taken_over: false } if until == claimed_until => {
                self.by_end.remove(&(entry.forget_at, id));
                self.entries.remove(&id);
            }
            State::Claimed { .. } | State::Handled => {}
        }
    }
}

impl ReplayGuard for MemoryGuard {
    fn claim(
        &self,
        id: DeliveryId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<Claim, GuardError>> {
        let claim = self.claim_now(id, now, until);
        Box::pin(async { claim })
    }

    fn confirm(
        &self,
        id: DeliveryId,
        _now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<(), GuardError>> {
        // A claim that was forgotten meanwhile leaves no room of its own, and the event was handled: it is kept all the same.
        self.with_held(|held| held.insert(id, Entry { state: State::Handled, forget_at: until }));
        Box::pin(async { Ok(()) })
    }

    fn release(&self, id: DeliveryId, claimed_until: DateTime<Utc>) -> BoxFuture<'_, Result<(), GuardError>> {
        self.with_held(|held| held.release(id, claimed_until));
        Box::pin(async { Ok(()) })
    }
}

impl Default for MemoryGuard {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for MemoryGuard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryGuard")
            .field("capacity", &self.capacity)
            .field("len", &self.len())
            .finish_non_exhaustive()
    }
}

/// A [`MemoryGuard`] has no room for another delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuardFull;

impl fmt::Display for GuardFull {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the guard against repeated deliveries is full; give it more capacity")
    }
}

impl error::Error for GuardFull {}
