use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::{join_all, try_join_all};

use super::{
    Violations,
    violations::{Report, random},
};
use crate::{
    clock::Clock,
    webhook_receiver::{Claim, DeliveryId, GuardError, ReplayGuard},
};

/// A lease that does not end during a check.
const LONG: TimeDelta = TimeDelta::minutes(1);
/// A lease that ends, and when it certainly has.
const SHORT: TimeDelta = TimeDelta::seconds(1);
const AFTER_SHORT: Duration = Duration::from_millis(1300);
/// How many claim at once.
const CROWD: usize = 32;

/// Checks a [`ReplayGuard`]: that each delivery is claimed once, and what was confirmed stays.
///
/// # Errors
///
/// The clauses that are violated, each as a sentence.
///
/// # Examples
///
/// See [the module](crate::testing).
pub async fn replay_guard_conformance<G: ReplayGuard>(
    clock: &dyn Clock,
    make: impl AsyncFn() -> Result<G, GuardError>,
) -> Result<(), Violations> {
    let mut report = Report::new();
    let Some((one, other)) = report.replicas(make).await else { return report.into_result() };
    let suite = Suite { one, other, clock };
    report.check("the first claim is new", suite.first_claim_is_new()).await;
    report.check("a claimed delivery is in progress, for all replicas", suite.claim_holds()).await;
    report.check("of many claims at once, one is new", suite.one_of_many_wins()).await;
    report.check("what is done to one delivery does nothing to another", suite.deliveries_are_apart()).await;
    report.check("a confirmed delivery is handled, for all replicas", suite.confirmed_is_handled()).await;
    report.check("a delivery is confirmed without a claim too", suite.confirm_needs_no_claim()).await;
    report.check("a confirmed delivery is kept beyond its lease", suite.confirmed_outlives_lease()).await;
    report.check("a delivery is confirmed after its lease too", suite.late_confirm_is_kept()).await;
    report.check("a released delivery is new", suite.released_is_new()).await;
    report.check("a release keeps a confirmed delivery", suite.release_keeps_confirmed()).await;
    report.check("a claim that ran out is taken over, by one", suite.ended_lease_is_taken_over()).await;
    report.check("a refused claim does not make the lease longer", suite.refused_claim_changes_nothing()).await;
    report.check("a late release keeps the claim of another", suite.late_release_keeps_successor()).await;
    report.check("a release does not hide that a handler did not end", suite.release_keeps_the_doubt()).await;
    report.into_result()
}

/// Two replicas, and the time.
struct Suite<'a, G> {
    one: G,
    other: G,
    clock: &'a dyn Clock,
}

impl<G: ReplayGuard> Suite<'_, G> {
    fn until(&self, lease: TimeDelta) -> DateTime<Utc> {
        self.clock.utc_now() + lease
    }

    async fn claim(&self, guard: &G, id: DeliveryId, lease: TimeDelta) -> Result<Claim, GuardError> {
        guard.claim(id, self.clock.utc_now(), self.until(lease)).await
    }

    async fn confirm(&self, guard: &G, id: DeliveryId) -> Result<(), GuardError> {
        guard.confirm(id, self.clock.utc_now(), self.until(LONG)).await
    }

    /// Whether both replicas say the same of a delivery.
    async fn is(&self, id: DeliveryId, expected: Claim) -> Result<bool, GuardError> {
        Ok(self.claim(&self.one, id, LONG).await? == expected && self.claim(&self.other, id, LONG).await? == expected)
    }

    async fn first_claim_is_new(&self) -> Result<bool, GuardError> {
        Ok(self.claim(&self.one, delivery()?, LONG).await? == Claim::New)
    }

    async fn claim_holds(&self) -> Result<bool, GuardError> {
        let id = delivery()?;
        self.claim(&self.one, id, LONG).await?;
        self.is(id, Claim::InProgress).await
    }

    async fn one_of_many_wins(&self) -> Result<bool, GuardError> {
        // Several rounds, since a race is not lost each time.
        for _ in 0..8 {
            let id = delivery()?;
            let guards = [&self.one, &self.other].into_iter().cycle().take(CROWD);
            let claims = try_join_all(guards.map(|guard| self.claim(guard, id, LONG))).await?;
            let count = |claim| claims.iter().filter(|other| **other == claim).count();
            if (count(Claim::New), count(Claim::InProgress)) != (1, CROWD - 1) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    async fn deliveries_are_apart(&self) -> Result<bool, GuardError> {
        let (confirmed, released, fresh) = (delivery()?, delivery()?, delivery()?);
        let until = self.until(LONG);
        for id in [confirmed, released] {
            self.one.claim(id, self.clock.utc_now(), until).await?;
        }
        self.confirm(&self.one, confirmed).await?;
        self.one.release(released, until).await?;
        Ok(self.claim(&self.one, fresh, LONG).await? == Claim::New && self.is(confirmed, Claim::Handled).await?)
    }

    async fn confirmed_is_handled(&self) -> Result<bool, GuardError> {
        let id = delivery()?;
        self.claim(&self.one, id, LONG).await?;
        self.confirm(&self.one, id).await?;
        // Twice: a claim must not take the place of what was confirmed.
        Ok(self.is(id, Claim::Handled).await? && self.is(id, Claim::Handled).await?)
    }

    async fn confirm_needs_no_claim(&self) -> Result<bool, GuardError> {
        let id = delivery()?;
        self.confirm(&self.one, id).await?;
        self.is(id, Claim::Handled).await
    }

    async fn confirmed_outlives_lease(&self) -> Result<bool, GuardError> {
        let id = delivery()?;
        self.claim(&self.one, id, SHORT).await?;
        self.confirm(&self.one, id).await?;
        self.clock.sleep(AFTER_SHORT).await;
        self.is(id, Claim::Handled).await
    }

    async fn late_confirm_is_kept(&self) -> Result<bool, GuardError> {
        let id = delivery()?;
        self.claim(&self.one, id, SHORT).await?;
        self.clock.sleep(AFTER_SHORT).await;
        self.confirm(&self.one, id).await?;
        self.is(id, Claim::Handled).await
    }

    async fn released_is_new(&self) -> Result<bool, GuardError> {
        let (id, until) = (delivery()?, self.until(LONG));
        self.one.claim(id, self.clock.utc_now(), until).await?;
        self.one.release(id, until).await?;
        Ok(self.claim(&self.other, id, LONG).await? == Claim::New)
    }

    async fn release_keeps_confirmed(&self) -> Result<bool, GuardError> {
        let (id, until) = (delivery()?, self.until(LONG));
        self.one.claim(id, self.clock.utc_now(), until).await?;
        self.confirm(&self.one, id).await?;
        self.other.release(id, until).await?;
        self.is(id, Claim::Handled).await
    }

    async fn ended_lease_is_taken_over(&self) -> Result<bool, GuardError> {
        let id = delivery()?;
        self.claim(&self.one, id, SHORT).await?;
        self.clock.sleep(AFTER_SHORT).await;
        let guards = [&self.one, &self.other].into_iter().cycle().take(CROWD);
        let claims = join_all(guards.map(|guard| self.claim(guard, id, LONG))).await;
        let claims = claims.into_iter().collect::<Result<Vec<_>, _>>()?;
        let count = |claim| claims.iter().filter(|other| **other == claim).count();
        Ok((count(Claim::TakenOver), count(Claim::InProgress)) == (1, CROWD - 1))
    }

    async fn refused_claim_changes_nothing(&self) -> Result<bool, GuardError> {
        let id = delivery()?;
        self.claim(&self.one, id, SHORT).await?;
        self.claim(&self.other, id, LONG).await?;
        self.clock.sleep(AFTER_SHORT).await;
        Ok(self.claim(&self.other, id, LONG).await? == Claim::TakenOver)
    }

    async fn late_release_keeps_successor(&self) -> Result<bool, GuardError> {
        let (id, until) = (delivery()?, self.until(SHORT));
        self.one.claim(id, self.clock.utc_now(), until).await?;
        self.clock.sleep(AFTER_SHORT).await;
        self.claim(&self.other, id, LONG).await?;
        self.one.release(id, until).await?;
        self.is(id, Claim::InProgress).await
    }

    async fn release_keeps_the_doubt(&self) -> Result<bool, GuardError> {
        let id = delivery()?;
        self.claim(&self.one, id, SHORT).await?;
        self.clock.sleep(AFTER_SHORT).await;
        let until = self.until(LONG);
        self.other.claim(id, self.clock.utc_now(), until).await?;
        self.other.release(id, until).await?;
        Ok(self.claim(&self.one, id, LONG).await? == Claim::TakenOver)
    }
}

/// A delivery that no other run has.
fn delivery() -> Result<DeliveryId, GuardError> {
    Ok(DeliveryId::of(b"conformance", &random()?))
}
