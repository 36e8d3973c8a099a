use chrono::{DateTime, Utc};
use hero_api_ext::{
    hero_api::BoxFuture,
    redis::{RedisReplayGuard, client},
    webhook_receiver::{Claim, DeliveryId, GuardError, ReplayGuard},
};

/// A defect that is planted to show that a check finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Defect {
    /// The guard looks, and then claims.
    ClaimInTwoSteps,
    /// The guard does not tell that a claim was taken over.
    SilentTakeover,
    /// The guard confirms nothing.
    NothingConfirmed,
    /// Redis keeps nothing on disk.
    RedisInMemory,
    /// Each process has the whole limit.
    LimitOfEachProcess,
}

impl Defect {
    pub(crate) const ALL: [Self; 5] = [
        Self::ClaimInTwoSteps,
        Self::SilentTakeover,
        Self::NothingConfirmed,
        Self::RedisInMemory,
        Self::LimitOfEachProcess,
    ];

    pub(crate) fn name(self) -> String {
        format!("{self:?}")
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|defect| defect.name() == name)
    }
}

/// The guard with a defect.
pub(crate) struct Defective {
    pub(crate) guard: RedisReplayGuard,
    pub(crate) connection: client::aio::ConnectionManager,
    pub(crate) defect: Defect,
}

impl Defective {
    /// Claims without a script: two processes may find nothing at the same time.
    async fn claim_in_two_steps(&self, id: DeliveryId) -> Result<Claim, GuardError> {
        let mut connection = self.connection.clone();
        let key = format!("two-steps:{id}");
        let held: Option<String> = client::cmd("GET").arg(&key).query_async(&mut connection).await?;
        match held.as_deref() {
            Some("confirmed") => Ok(Claim::Handled),
            Some(_) => Ok(Claim::InProgress),
            None => {
                let mut set = client::cmd("SET");
                set.arg(&key).arg("claimed").arg("PX").arg(2000).exec_async(&mut connection).await?;
                Ok(Claim::New)
            }
        }
    }

    async fn confirm_in_two_steps(&self, id: DeliveryId) -> Result<(), GuardError> {
        let mut connection = self.connection.clone();
        let key = format!("two-steps:{id}");
        Ok(client::cmd("SET").arg(&key).arg("confirmed").arg("PX").arg(600_000).query_async(&mut connection).await?)
    }
}

impl ReplayGuard for Defective {
    fn claim(
        &self,
        id: DeliveryId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<Claim, GuardError>> {
        Box::pin(async move {
            if self.defect == Defect::ClaimInTwoSteps {
                return self.claim_in_two_steps(id).await;
            }
            match self.guard.claim(id, now, until).await? {
                Claim::TakenOver if self.defect == Defect::SilentTakeover => Ok(Claim::New),
                claim => Ok(claim),
            }
        })
    }

    fn confirm(
        &self,
        id: DeliveryId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(async move {
            match self.defect {
                Defect::ClaimInTwoSteps => self.confirm_in_two_steps(id).await,
                Defect::NothingConfirmed => self.guard.release(id, until).await,
                _ => self.guard.confirm(id, now, until).await,
            }
        })
    }

    fn release(&self, id: DeliveryId, claimed_until: DateTime<Utc>) -> BoxFuture<'_, Result<(), GuardError>> {
        self.guard.release(id, claimed_until)
    }
}
