use std::{error, sync::Arc};

use chrono::{DateTime, Utc};
use hero_api::BoxFuture;

use super::DeliveryId;

/// Why a guard could not say whether a delivery is new.
pub type GuardError = Box<dyn error::Error + Send + Sync>;

/// Remembers deliveries, so that none is handled twice.
///
/// A [`Receiver`](super::Receiver) asks [`claim`](Self::claim) before the handler runs, and calls
/// [`confirm`](Self::confirm) after it succeeded or [`release`](Self::release) after it failed. A claim that is neither
/// confirmed nor released, since the program was stopped, runs out at its time: the delivery may be claimed again then, as
/// [`Claim::TakenOver`]. So an event is handled at least once, and more than once only if a handler failed or did not end.
///
/// [`MemoryGuard`](super::MemoryGuard) is for a program that runs once. Where several processes serve one webhook, use
/// `RedisReplayGuard` (feature `redis`), or put a store that they share behind this trait. `testing::replay_guard_conformance`
/// (feature `test-util`) checks such a guard.
///
/// # A database
///
/// With a table `deliveries (id bytea primary key, confirmed boolean, taken_over boolean, until timestamptz)`, `claim` is
/// this statement. If it returns no row, a `select` of `confirmed` tells [`Claim::Handled`] from [`Claim::InProgress`]:
///
/// ```sql
/// insert into deliveries values ($id, false, false, $until)
/// on conflict (id) do update set taken_over = true, until = excluded.until
///     where not deliveries.confirmed and deliveries.until < $now
/// returning taken_over
/// ```
///
/// `confirm` is an upsert of `(true, false, $until)`. `release` is the first statement, and the second one if that finds no
/// row:
///
/// ```sql
/// delete from deliveries where id = $id and not confirmed and until = $claimed_until and not taken_over;
/// update deliveries set until = '-infinity' where id = $id and not confirmed and until = $claimed_until;
/// ```
///
/// A job deletes what is long past its `until`.
///
/// # Examples
///
/// A guard that counts what it is asked, and asks another:
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
///
/// use chrono::{DateTime, Utc};
/// use hero_api_ext::hero_api::BoxFuture;
/// use hero_api_ext::webhook_receiver::{Claim, DeliveryId, GuardError, ReplayGuard};
///
/// struct Counted<G> {
///     guard: G,
///     claims: AtomicU64,
/// }
///
/// impl<G: ReplayGuard> ReplayGuard for Counted<G> {
///     fn claim(
///         &self,
///         id: DeliveryId,
///         now: DateTime<Utc>,
///         until: DateTime<Utc>,
///     ) -> BoxFuture<'_, Result<Claim, GuardError>> {
///         self.claims.fetch_add(1, Ordering::Relaxed);
///         Box::pin(async move { self.guard.claim(id, now, until).await })
///     }
///
///     fn confirm(
///         &self,
///         id: DeliveryId,
///         now: DateTime<Utc>,
///         until: DateTime<Utc>,
///     ) -> BoxFuture<'_, Result<(), GuardError>> {
///         self.guard.confirm(id, now, until)
///     }
///
///     fn release(&self, id: DeliveryId, claimed_until: DateTime<Utc>) -> BoxFuture<'_, Result<(), GuardError>> {
///         self.guard.release(id, claimed_until)
///     }
/// }
/// ```
pub trait ReplayGuard: Send + Sync {
    /// Says whether a delivery is new and, if it is, keeps it from being claimed again up to and including `until`.
    ///
    /// Of several calls at once for the same delivery, one may return [`Claim::New`] or [`Claim::TakenOver`]. A claim that
    /// is refused changes nothing: it does not make the lease of the other longer.
    ///
    /// `now` and `until` are of the clock of the caller. A store with a clock of its own uses only the time between them.
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

    /// Keeps a delivery, which was handled, from being claimed again up to and including `until`, whether it is claimed or
    /// not.
    ///
    /// # Errors
    ///
    /// An error is counted; the sender gets the response of the handler, since the event was handled.
    fn confirm(
        &self,
        id: DeliveryId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<(), GuardError>>;

    /// Forgets the claim that was made with `claimed_until`, of a delivery that was not handled. A delivery that was
    /// confirmed stays confirmed, and one that another has taken over stays claimed.
    ///
    /// When a handler outlasts its lease, the repeated delivery is handled by another, which may have confirmed it or be at
    /// work on it, and then the first one fails. A claim that was [`Claim::TakenOver`] leaves the delivery to be taken over
    /// again, since the handler that did not end may have acted.
    ///
    /// # Errors
    ///
    /// An error is counted; the claim runs out by itself.
    fn release(&self, id: DeliveryId, claimed_until: DateTime<Utc>) -> BoxFuture<'_, Result<(), GuardError>>;
}

impl<G: ReplayGuard + ?Sized> ReplayGuard for Arc<G> {
    fn claim(
        &self,
        id: DeliveryId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<Claim, GuardError>> {
        G::claim(self, id, now, until)
    }

    fn confirm(
        &self,
        id: DeliveryId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<(), GuardError>> {
        G::confirm(self, id, now, until)
    }

    fn release(&self, id: DeliveryId, claimed_until: DateTime<Utc>) -> BoxFuture<'_, Result<(), GuardError>> {
        G::release(self, id, claimed_until)
    }
}

/// What a [`ReplayGuard`] knows of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It was not there before, and is claimed now.
    New,
    /// It was claimed before, the lease ran out, and it is claimed now. The handler before may have acted.
    TakenOver,
    /// It is being handled.
    InProgress,
    /// It was handled.
    Handled,
}
