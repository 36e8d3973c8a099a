//! Guards against repeated deliveries.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use chrono::{DateTime, Utc};
use hero_api_ext::{
    clock::TestClock,
    hero_api::BoxFuture,
    testing::replay_guard_conformance,
    webhook_receiver::{Claim, DeliveryId, GuardError, MemoryGuard, ReplayGuard},
};

#[tokio::test]
async fn memory_guard_keeps_to_the_suite() {
    let guard = Arc::new(MemoryGuard::new());
    replay_guard_conformance(&TestClock::default(), async || Ok(Arc::clone(&guard))).await.unwrap();
}

/// Every clause but the one that the guard can be made.
const CLAUSES: [&str; 14] = [
    "the first claim is new",
    "a claimed delivery is in progress, for all replicas",
    "of many claims at once, one is new",
    "what is done to one delivery does nothing to another",
    "a confirmed delivery is handled, for all replicas",
    "a delivery is confirmed without a claim too",
    "a confirmed delivery is kept beyond its lease",
    "a delivery is confirmed after its lease too",
    "a released delivery is new",
    "a release keeps a confirmed delivery",
    "a claim that ran out is taken over, by one",
    "a refused claim does not make the lease longer",
    "a late release keeps the claim of another",
    "a release does not hide that a handler did not end",
];

/// A guard that breaks one clause.
#[derive(Clone, Default)]
struct Broken {
    clause: &'static str,
    entries: Arc<Mutex<HashMap<DeliveryId, Entry>>>,
}

#[derive(Clone, Copy)]
struct Entry {
    until: DateTime<Utc>,
    is_confirmed: bool,
    is_taken_over: bool,
}

impl Broken {
    fn breaks(&self, number: usize) -> bool {
        CLAUSES[number] == self.clause
    }

    /// The entry that a delivery is kept as.
    fn place(&self, id: DeliveryId) -> DeliveryId {
        let only = self.entries.lock().unwrap().keys().next().copied();
        only.filter(|_| self.breaks(3)).unwrap_or(id)
    }

    async fn claimed(&self, id: DeliveryId, now: DateTime<Utc>, until: DateTime<Utc>) -> Claim {
        let id = self.place(id);
        let before = self.entries.lock().unwrap().get(&id).copied();
        if self.breaks(2) {
            tokio::task::yield_now().await;
        }
        let mut entry = Entry { until, is_confirmed: false, is_taken_over: false };
        let claim = match before {
            Some(Entry { is_confirmed: true, .. }) if self.breaks(4) => return Claim::InProgress,
            Some(Entry { is_confirmed: true, until, .. }) if until >= now => return Claim::Handled,
            Some(Entry { is_confirmed: false, until, .. }) if until >= now && self.breaks(1) => Claim::New,
            Some(Entry { is_confirmed: false, until, is_taken_over }) if until >= now => {
                entry.is_taken_over = is_taken_over;
                Claim::InProgress
            }
            Some(_) => Claim::TakenOver,
            None => Claim::New,
        };
        entry.is_taken_over |= claim == Claim::TakenOver;
        if claim != Claim::InProgress || self.breaks(11) {
            self.entries.lock().unwrap().insert(id, entry);
        }
        match claim {
            Claim::New if self.breaks(0) => Claim::InProgress,
            Claim::TakenOver if self.breaks(10) => Claim::New,
            claim => claim,
        }
    }

    fn confirmed(&self, id: DeliveryId, now: DateTime<Utc>, until: DateTime<Utc>) {
        let id = self.place(id);
        let mut entries = self.entries.lock().unwrap();
        let before = entries.get(&id).copied();
        let is_ignored =
            (self.breaks(5) && before.is_none()) || (self.breaks(7) && before.is_some_and(|before| before.until < now));
        if !is_ignored {
            let until = before.map_or(until, |before| if self.breaks(6) { before.until } else { until });
            entries.insert(id, Entry { until, is_confirmed: true, is_taken_over: false });
        }
    }

    fn released(&self, id: DeliveryId, claimed_until: DateTime<Utc>) {
        let id = self.place(id);
        let mut entries = self.entries.lock().unwrap();
        let Some(entry) = entries.get_mut(&id) else { return };
        if self.breaks(8)
            || (entry.is_confirmed && !self.breaks(9))
            || (entry.until != claimed_until && !self.breaks(9) && !self.breaks(12))
        {
            return;
        }
        if entry.is_taken_over && !self.breaks(12) && !self.breaks(13) {
            entry.until = DateTime::<Utc>::MIN_UTC;
        } else {
            entries.remove(&id);
        }
    }
}

impl ReplayGuard for Broken {
    fn claim(
        &self,
        id: DeliveryId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<Claim, GuardError>> {
        Box::pin(async move { Ok(self.claimed(id, now, until).await) })
    }

    fn confirm(
        &self,
        id: DeliveryId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<(), GuardError>> {
        self.confirmed(id, now, until);
        Box::pin(async { Ok(()) })
    }

    fn release(&self, id: DeliveryId, claimed_until: DateTime<Utc>) -> BoxFuture<'_, Result<(), GuardError>> {
        self.released(id, claimed_until);
        Box::pin(async { Ok(()) })
    }
}

async fn violated(clause: &'static str) -> Vec<&'static str> {
    let guard = Broken { clause, ..Broken::default() };
    let result = replay_guard_conformance(&TestClock::default(), async || Ok(guard.clone())).await;
    result.map_or_else(|violations| violations.clauses().to_vec(), |()| Vec::new())
}

#[tokio::test]
async fn each_clause_finds_a_guard_that_breaks_it() {
    assert_eq!(violated("").await, [""; 0], "the guard keeps to all clauses but the one that it is told to break");
    for clause in CLAUSES {
        let violated = violated(clause).await;
        assert!(violated.contains(&clause), "{clause}: {violated:?}");
    }
}

/// A guard that is away.
struct Away;

impl ReplayGuard for Away {
    fn claim(&self, _: DeliveryId, _: DateTime<Utc>, _: DateTime<Utc>) -> BoxFuture<'_, Result<Claim, GuardError>> {
        Box::pin(async { Err("it is away".into()) })
    }

    fn confirm(&self, _: DeliveryId, _: DateTime<Utc>, _: DateTime<Utc>) -> BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(async { Err("it is away".into()) })
    }

    fn release(&self, _: DeliveryId, _: DateTime<Utc>) -> BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(async { Err("it is away".into()) })
    }
}

#[tokio::test]
async fn guard_that_fails_violates_every_clause() {
    let violations = replay_guard_conformance(&TestClock::default(), async || Ok(Away)).await.unwrap_err();
    assert_eq!(violations.clauses(), CLAUSES, "each clause has a broken guard above");
    let source = std::error::Error::source(&violations).map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("it is away"));
    assert!(
        violations.to_string().starts_with("14 of 15 clauses are violated: the first claim is new; "),
        "{violations}"
    );
}

#[tokio::test]
async fn guard_that_cannot_be_made_is_told() {
    let made = replay_guard_conformance::<Away>(&TestClock::default(), async || Err("no server".into())).await;
    assert_eq!(made.unwrap_err().clauses(), ["it can be made, twice"]);
}
