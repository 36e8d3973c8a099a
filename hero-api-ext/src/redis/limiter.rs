use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use ::redis::Value;
use hero_api::BoxFuture;
use sha2::{Digest, Sha256};

use super::{Redis, RedisError, connection::Argument};
use crate::{
    Error, RateLimit,
    limit::{Limiter, LimiterError, LocalLimiter, Turn},
    trace,
};

/// The generic cell rate algorithm, by the clock of Redis in microseconds: the key holds the time at which the next place is
/// free if none is taken before. The arguments are the distance between places, how much earlier a burst may pass, and the
/// longest wait. The result is how long to wait, or -1.
const TAKE: &str = "
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local free = tonumber(redis.call('GET', KEYS[1]) or '0')
if free < now then free = now end
local wait = free - now - tonumber(ARGV[2])
if wait < 0 then wait = 0 end
if wait > tonumber(ARGV[3]) then return -1 end
free = free + tonumber(ARGV[1])
redis.call('SET', KEYS[1], string.format('%.0f', free), 'PX', math.ceil((free - now) / 1000) + 1000)
return wait
";

/// How long the local limit is used after Redis failed, before it is tried again.
const TIME_OUT_OF_USE: Duration = Duration::from_secs(1);
/// Longer waits are cut to it, so that every number in the script is exact.
const LONGEST_WAIT: Duration = Duration::from_secs(86_400);

/// One rate limit for all processes, in Redis.
///
/// Each request takes the next free place by one command, and waits for it here. A call that is dropped while it waits leaves its
/// place unused. Places are spread to the microsecond, by the clock of Redis alone.
///
/// While Redis is away, each process keeps to the fallback by itself: the whole limit, unless
/// [`with_fallback`](Self::with_fallback) says otherwise. With `n` processes these are up to `n` times as many requests, so give
/// each its share, or choose [`without_fallback`](Self::without_fallback).
///
/// # Examples
///
/// ```no_run
/// use std::time::Duration;
///
/// use hero_api_ext::{Hero, RateLimit, redis::{Redis, RedisLimiter}};
///
/// # async fn start(redis: &Redis) -> Result<(), hero_api_ext::Error> {
/// let limit = RateLimit::new(600, Duration::from_secs(60));
/// // Four replicas.
/// let share = RateLimit::new(150, Duration::from_secs(60));
/// let hero = Hero::builder().limiter(RedisLimiter::new(redis, "partner", limit)?.with_fallback(share)?);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct RedisLimiter {
    redis: Redis,
    key: Arc<str>,
    /// In microseconds.
    spacing: i64,
    burst_tolerance: i64,
    fallback: Option<Arc<LocalLimiter>>,
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    /// Until when Redis is not asked, in milliseconds of the clock.
    out_of_use_until: AtomicU64,
    fallbacks: AtomicU64,
}

impl RedisLimiter {
    /// A limit that is shared by all who give it the same name on the same Redis. They have to give it the same limit too.
    ///
    /// # Errors
    ///
    /// [`is_configuration`](Error::is_configuration): the limit lets nothing pass.
    pub fn new(redis: &Redis, name: &str, limit: RateLimit) -> Result<Self, Error> {
        let wrong = |problem: &'static str| Error::configurations(vec![problem.into()]);
        let (spacing, burst) = limit.spacing_and_burst().map_err(wrong)?;
        // Rounded up: never more requests than the limit allows.
        let spacing =
            i64::try_from(spacing.as_nanos().div_ceil(1000)).ok().filter(|spacing| *spacing <= micros(LONGEST_WAIT));
        let spacing = spacing.ok_or_else(|| wrong("a shared rate limit must allow at least one request a day"))?;
        let limiter = Self {
            redis: redis.clone(),
            key: redis.key("limit", &Sha256::digest(name.as_bytes())).into(),
            spacing,
            burst_tolerance: spacing.saturating_mul(i64::from(burst.get()) - 1).min(micros(LONGEST_WAIT)),
            fallback: None,
            state: Arc::default(),
        };
        limiter.with_fallback(limit)
    }

    /// Keeps to this limit in each process while Redis is away.
    ///
    /// # Errors
    ///
    /// [`is_configuration`](Error::is_configuration): the limit lets nothing pass.
    pub fn with_fallback(mut self, limit: RateLimit) -> Result<Self, Error> {
        let local = LocalLimiter::build(limit, Arc::clone(self.redis.clock()));
        self.fallback = Some(Arc::new(local.map_err(|problem| Error::configurations(vec![problem.into()]))?));
        Ok(self)
    }

    /// Fails while Redis is away: calls end with [`is_limiter`](Error::is_limiter), and nothing is sent.
    #[must_use]
    pub fn without_fallback(mut self) -> Self {
        self.fallback = None;
        self
    }

    /// How many requests were left to the fallback, by this limiter and its clones: for metrics.
    #[must_use]
    pub fn fallbacks(&self) -> u64 {
        self.state.fallbacks.load(Ordering::Relaxed)
    }

    async fn take_shared(&self, longest: Duration) -> Result<Turn, RedisError> {
        let now = self.redis.clock().now();
        if self.fallback.is_some() && millis(now) < self.state.out_of_use_until.load(Ordering::Relaxed) {
            return Err(RedisError::new("it failed a moment ago"));
        }
        let arguments = [self.spacing, self.burst_tolerance, micros(longest.min(LONGEST_WAIT))].map(Argument::Number);
        // A second attempt could take a second place, and the call would wait for it.
        match self.redis.run(TAKE, &self.key, &arguments, Duration::ZERO).await? {
            Value::Int(-1) => Ok(Turn::TooLate),
            Value::Int(wait) => {
                Ok(Turn::After(Duration::from_micros(u64::try_from(wait).map_err(|_| RedisError::UNEXPECTED)?)))
            }
            _ => Err(RedisError::UNEXPECTED),
        }
    }
}

impl Limiter for RedisLimiter {
    fn take(&self, longest: Duration) -> BoxFuture<'_, Result<Turn, LimiterError>> {
        Box::pin(async move {
            let clock = self.redis.clock();
            let asked_at = clock.now();
            let error = match self.take_shared(longest).await {
                Ok(turn) => return Ok(turn),
                Err(error) => error,
            };
            let Some(fallback) = &self.fallback else { return Err(error.into()) };
            let now = clock.now();
            // One failure keeps all away for a moment, so that not every call waits for a server that does not respond.
            if self.state.out_of_use_until.load(Ordering::Relaxed) <= millis(now) {
                self.state.out_of_use_until.store(millis(now.saturating_add(TIME_OUT_OF_USE)), Ordering::Relaxed);
                trace::engine_failed("rate limit");
            }
            self.state.fallbacks.fetch_add(1, Ordering::Relaxed);
            fallback.take(longest.saturating_sub(now.saturating_sub(asked_at))).await
        })
    }
}

impl fmt::Debug for RedisLimiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisLimiter").field("fallbacks", &self.fallbacks()).finish_non_exhaustive()
    }
}

fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
