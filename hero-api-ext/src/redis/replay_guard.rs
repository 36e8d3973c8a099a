use std::{fmt, time::Duration};

use ::redis::Value;
use chrono::{DateTime, Utc};
use hero_api::BoxFuture;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::{Redis, RedisError, connection::Argument};
use crate::webhook_receiver::{Claim, DeliveryId, GuardError, ReplayGuard};

/// Claims a delivery. The value is `confirmed`, or what is known of the claim: when it ends by the clock of Redis in
/// milliseconds, the `until` of the caller, whether it was taken over, and the mark of this call. The arguments are the lease,
/// how long the key is kept, the `until` and the mark. The result is 0 new, 1 taken over, 2 in progress, 3 handled.
///
/// A command that is sent again, since its response was lost, finds its own mark.
const CLAIM: &str = "
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local held = redis.call('GET', KEYS[1])
local taken = 0
if held then
  if held == 'confirmed' then return 3 end
  local ends, was_taken, mark = string.match(held, '^(%d+) %-?%d+ (%d) (%x+)$')
  if mark == ARGV[4] then return tonumber(was_taken) end
  if ends and tonumber(ends) >= now then return 2 end
  taken = 1
end
local ends = string.format('%.0f', now + tonumber(ARGV[1]))
redis.call('SET', KEYS[1], ends .. ' ' .. ARGV[3] .. ' ' .. taken .. ' ' .. ARGV[4], 'PX', ARGV[2])
return taken
";

/// Confirms a delivery, whatever is known of it. A longer memory of it stays.
const CONFIRM: &str = "
if redis.call('GET', KEYS[1]) == 'confirmed' and redis.call('PTTL', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
redis.call('SET', KEYS[1], 'confirmed', 'PX', ARGV[1])
return 0
";

/// Forgets the claim that ends at the `until` of the caller. One that was taken over ends at once and is not forgotten.
const RELEASE: &str = "
local held = redis.call('GET', KEYS[1])
if not held then return 0 end
local until_, taken, mark = string.match(held, '^%d+ (%-?%d+) (%d) (%x+)$')
if until_ ~= ARGV[1] then return 0 end
if taken == '0' then redis.call('DEL', KEYS[1]) return 0 end
redis.call('SET', KEYS[1], '0 0 1 00', 'KEEPTTL')
return 0
";

/// Remembers deliveries in Redis, for all processes that serve a webhook.
///
/// Of several processes that get the same delivery, one handles it. If that one is killed, another takes the delivery over when
/// the lease has run out and Hero repeats it: see [`Delivery::is_taken_over`](crate::webhook_receiver::Delivery::is_taken_over).
///
/// Clocks of the processes need not agree: a lease runs by the clock of Redis.
///
/// # Examples
///
/// ```no_run
/// use hero_api_ext::{
///     redis::{Redis, RedisReplayGuard},
///     webhook_receiver::{Receiver, Verifier},
/// };
///
/// # async fn start() -> Result<(), Box<dyn std::error::Error>> {
/// let redis = Redis::connect("redis://127.0.0.1/").await?;
/// let verifier = Verifier::new(std::env::var("HERO_SIGNING_KEY")?)?;
/// let receiver = Receiver::new(verifier).with_guard(RedisReplayGuard::new(&redis));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct RedisReplayGuard {
    redis: Redis,
    secret: Option<Hmac<Sha256>>,
    margin: Duration,
    patience: Duration,
}

impl RedisReplayGuard {
    /// How much longer than asked a delivery is kept, unless [`with_margin`](Self::with_margin) says otherwise: ten minutes.
    pub const DEFAULT_MARGIN: Duration = Duration::from_secs(600);
    /// For how long a step is tried while Redis is away, unless [`with_patience`](Self::with_patience) says otherwise: five
    /// seconds.
    pub const DEFAULT_PATIENCE: Duration = Duration::from_secs(5);

    /// A guard that shares what it knows with all others on the same Redis with the same prefix and secret.
    #[must_use]
    pub fn new(redis: &Redis) -> Self {
        Self { redis: redis.clone(), secret: None, margin: Self::DEFAULT_MARGIN, patience: Self::DEFAULT_PATIENCE }
    }

    /// Makes the keys of Redis with this secret, so that whoever reads them cannot check a guess of a delivery. All processes
    /// need the same one; the signing key of the webhook will do while it does not change.
    #[must_use]
    pub fn with_secret(mut self, secret: impl AsRef<[u8]>) -> Self {
        self.secret = Hmac::new_from_slice(secret.as_ref()).ok();
        self
    }

    /// Keeps each delivery so much longer than asked. It has to cover the difference between the clocks of the processes and, for
    /// a claim whose process was killed, the time in which Hero repeats the delivery.
    #[must_use]
    pub fn with_margin(mut self, margin: Duration) -> Self {
        self.margin = margin;
        self
    }

    /// Tries each step for so long while Redis is away. Hero waits for the response meanwhile.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    fn key(&self, id: DeliveryId) -> String {
        match &self.secret {
            None => self.redis.key("delivery", id.as_bytes()),
            Some(secret) => {
                let hash = secret.clone().chain_update(id.as_bytes()).finalize();
                self.redis.key("delivery", &hash.into_bytes())
            }
        }
    }

    async fn run(&self, script: &'static str, id: DeliveryId, arguments: &[Argument<'_>]) -> Result<i64, RedisError> {
        match self.redis.run(script, &self.key(id), arguments, self.patience).await? {
            Value::Int(number) => Ok(number),
            _ => Err(RedisError::UNEXPECTED),
        }
    }

    /// How long a key is kept that is needed from `now` to `until`.
    fn kept(&self, now: DateTime<Utc>, until: DateTime<Utc>) -> i64 {
        let margin = i64::try_from(self.margin.as_millis()).unwrap_or(i64::MAX);
        // Redis refuses a time to live that is not positive, or so long that it overflows.
        lease(now, until).saturating_add(margin).clamp(1, LONGEST)
    }
}

/// A hundred years, in milliseconds.
const LONGEST: i64 = 100 * 365 * 86_400_000;

/// The milliseconds from `now` up to and including `until`.
fn lease(now: DateTime<Utc>, until: DateTime<Utc>) -> i64 {
    until.timestamp_millis().saturating_sub(now.timestamp_millis()).saturating_add(1).clamp(0, LONGEST)
}

impl ReplayGuard for RedisReplayGuard {
    fn claim(
        &self,
        id: DeliveryId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<Claim, GuardError>> {
        Box::pin(async move {
            let mut mark = [0; 8];
            getrandom::fill(&mut mark)?;
            let mark = data_encoding::HEXLOWER.encode(&mark);
            let arguments = [
                Argument::Number(lease(now, until)),
                Argument::Number(self.kept(now, until)),
                Argument::Number(until.timestamp_millis()),
                Argument::Bytes(mark.as_bytes()),
            ];
            match self.run(CLAIM, id, &arguments).await? {
                0 => Ok(Claim::New),
                1 => Ok(Claim::TakenOver),
                2 => Ok(Claim::InProgress),
                3 => Ok(Claim::Handled),
                _ => Err(RedisError::UNEXPECTED.into()),
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
            self.run(CONFIRM, id, &[Argument::Number(self.kept(now, until))]).await?;
            Ok(())
        })
    }

    fn release(&self, id: DeliveryId, claimed_until: DateTime<Utc>) -> BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(async move {
            self.run(RELEASE, id, &[Argument::Number(claimed_until.timestamp_millis())]).await?;
            Ok(())
        })
    }
}

impl fmt::Debug for RedisReplayGuard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisReplayGuard")
            .field("margin", &self.margin)
            .field("patience", &self.patience)
            .finish_non_exhaustive()
    }
}
