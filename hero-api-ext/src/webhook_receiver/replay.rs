use std::{
    collections::{BTreeSet, HashMap},
    error, fmt,
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, Utc};
use hero_api::BoxFuture;

use super::DeliveryId;

/// Why a guard could not say whether a delivery is new.
pub type GuardError = Box<dyn error::Error + Send + Sync>;

/// Remembers deliveries, so that none is handled twice.
///
/// A [`Receiver`](super::Receiver) asks [`claim`](Self::claim) before the handler runs, and calls
/// [`confirm`](Self::confirm) after it succeeded or [`release`](Self::release) after it failed. A claim that is neither
/// confirmed nor released, since the program was stopped, runs out at its time: the delivery counts as new then. So an
/// event is handled at least once, and more than once only if a handler failed or did not end.
///
/// [`MemoryGuard`] is for a program that runs once. Where several processes serve one webhook, put a store that they
/// share behind this trait.
///
/// # Redis
///
/// Each method is one command, with [`DeliveryId`] printed as the key:
///
/// | method | command |
/// | --- | --- |
/// | `claim` | `SET hero:<id> claimed NX GET PXAT <until, in milliseconds>` |
/// | `confirm` | `SET hero:<id> confirmed PXAT <until>` |
/// | `release` | `EVAL "if redis.call('GET', KEYS[1]) == 'claimed' then return redis.call('DEL', KEYS[1]) end" 1 hero:<id>` |
///
/// `claim` returns what was there before: nothing for a new delivery, or the word for how far it came. `NX` together
/// with `GET` needs Redis 7. `release` is a script, since it must not delete what was confirmed.
///
/// # A database
///
/// With a table `deliveries (id bytea primary key, confirmed boolean, until timestamptz)`, `claim` is this statement
/// and, if it returns no row, a `select` of `confirmed`. `release` is a `delete` with `where id = $id and not confirmed`. A
/// job deletes what is past its `until`.
///
/// ```sql
/// insert into deliveries values ($id, false, $until)
/// on conflict (id) do update set confirmed = false, until = excluded.until where deliveries.until < $now
/// returning id
/// ```
///
/// # Examples
///
/// A guard in front of any store that can set a key if it is not there:
///
/// ```
/// use chrono::{DateTime, Utc};
/// use hero_api::BoxFuture;
/// use hero_api_ext::webhook_receiver::{Claim, DeliveryId, GuardError, ReplayGuard};
/// # struct Store;
/// # impl Store {
/// #     async fn set_if_absent(&self, _: String, _: &str, _: i64) -> std::io::Result<Option<String>> { Ok(None) }
/// #     async fn set(&self, _: String, _: &str, _: i64) -> std::io::Result<()> { Ok(()) }
/// #     async fn delete_if(&self, _: String, _: &str) -> std::io::Result<()> { Ok(()) }
/// # }
///
/// struct SharedGuard(Store);
///
/// impl ReplayGuard for SharedGuard {
///     fn claim(
///         &self,
///         id: DeliveryId,
///         _: DateTime<Utc>,
///         until: DateTime<Utc>,
///     ) -> BoxFuture<'_, Result<Claim, GuardError>> {
///         Box::pin(async move {
///             let before = self.0.set_if_absent(format!("hero:{id}"), "claimed", until.timestamp_millis()).await?;
///             Ok(match before.as_deref() {
///                 None => Claim::New,
///                 Some("confirmed") => Claim::Handled,
///                 Some(_) => Claim::InProgress,
///             })
///         })
///     }
///
///     fn confirm(&self, id: DeliveryId, until: DateTime<Utc>) -> BoxFuture<'_, Result<(), GuardError>> {
///         Box::pin(async move { Ok(self.0.set(format!("hero:{id}"), "confirmed", until.timestamp_millis()).await?) })
///     }
///
///     fn release(&self, id: DeliveryId) -> BoxFuture<'_, Result<(), GuardError>> {
///         Box::pin(async move { Ok(self.0.delete_if(format!("hero:{id}"), "claimed").await?) })
///     }
/// }
/// ```
pub trait ReplayGuard: Send + Sync {
    /// Says whether a delivery is new and, if it is, keeps it from being claimed again up to and including `until`.
    ///
    /// Of several calls at once for the same delivery, one may return [`Claim::New`].
    ///
    /// # Errors
    ///
    /// Any error makes the receiver refuse the delivery with 503, so that Hero can repeat it later.
    fn claim(
        &self,
        id: DeliveryId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<Claim, GuardError>>;

    /// Keeps a delivery, which was handled, from being claimed again up to and including `until`.
    ///
    /// # Errors
    ///
    /// An error is counted; the sender gets the response of the handler, since the event was handled.
    fn confirm(&self, id: DeliveryId, until: DateTime<Utc>) -> BoxFuture<'_, Result<(), GuardError>>;

    /// Forgets the claim to a delivery, which was not handled. A delivery that was confirmed stays confirmed.
    ///
    /// The two can come together: when a handler outlasts its lease, the repeated delivery is handled by another, which
    /// confirms it, and then the first one fails.
    ///
    /// # Errors
    ///
    /// An error is counted; the claim runs out by itself.
    fn release(&self, id: DeliveryId) -> BoxFuture<'_, Result<(), GuardError>>;
}

/// What a [`ReplayGuard`] knows of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It was not there before, and is claimed now.
    New,
    /// It is being handled.
    InProgress,
    /// It was handled.
    Handled,
}

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
    until: DateTime<Utc>,
    claim: Claim,
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
            match held.entries.get(&id) {
                Some(entry) => Ok(entry.claim),
                None if held.entries.len() >= self.capacity => Err(GuardFull.into()),
                None => {
                    held.insert(id, Entry { until, claim: Claim::InProgress });
                    Ok(Claim::New)
                }
            }
        })
    }
}

impl Held {
    fn forget_before(&mut self, now: DateTime<Utc>) {
        while let Some(&(until, id)) = self.by_end.first()
            && until < now
        {
            self.by_end.pop_first();
            self.entries.remove(&id);
        }
    }

    fn insert(&mut self, id: DeliveryId, entry: Entry) {
        self.by_end.insert((entry.until, id));
        if let Some(before) = self.entries.insert(id, entry)
            && self.entries.get(&id).is_some_and(|entry| entry.until != before.until)
        {
            self.by_end.remove(&(before.until, id));
        }
    }

    fn release(&mut self, id: DeliveryId) {
        if self.entries.get(&id).is_some_and(|entry| entry.claim == Claim::InProgress)
            && let Some(entry) = self.entries.remove(&id)
        {
            self.by_end.remove(&(entry.until, id));
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

    fn confirm(&self, id: DeliveryId, until: DateTime<Utc>) -> BoxFuture<'_, Result<(), GuardError>> {
        // A claim that ran out meanwhile leaves no room of its own, and the event was handled: it is kept all the same.
        self.with_held(|held| held.insert(id, Entry { until, claim: Claim::Handled }));
        Box::pin(async { Ok(()) })
    }

    fn release(&self, id: DeliveryId) -> BoxFuture<'_, Result<(), GuardError>> {
        self.with_held(|held| held.release(id));
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
