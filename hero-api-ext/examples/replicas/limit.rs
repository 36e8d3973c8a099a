use std::{
    env, fmt,
    io::{self, Write},
    process::{Command, Stdio},
    time::Duration,
};

use futures_util::future::try_join_all;
use hero_api_ext::{
    RateLimit,
    clock::{Clock, SystemClock},
    limit::{Limiter, LocalLimiter, Turn},
    redis::{Redis, RedisLimiter},
};

use crate::{
    Failure,
    defect::Defect,
    redis_server::{Durability, RedisServer},
};

const PER_SECOND: u32 = 200;
/// How many requests of a process wait at a time.
const WAITING: usize = 8;
/// How far the measured rate may be from the limit.
const TOLERANCE: f64 = 0.05;

/// Processes that send as fast as one limit lets them.
pub(crate) struct Limiting {
    pub(crate) processes: usize,
    pub(crate) seconds: u64,
    pub(crate) defect: Option<Defect>,
}

/// When each request of all processes was sent, in microseconds since 1970.
pub(crate) struct Limited {
    times: Vec<i64>,
    processes: usize,
}

impl Limiting {
    pub(crate) async fn run(&self) -> Result<Limited, Failure> {
        let folder = env::temp_dir().join(format!("hero-limit-{}-{:x}", std::process::id(), fastrand::u64(..)));
        let redis = RedisServer::start(&folder, Durability::EverySecond).await?;
        // All begin together, some time after the last was started.
        let start = SystemClock::new().utc_now().timestamp_micros() + 1_000_000;
        let end = start + i64::try_from(self.seconds)? * 1_000_000;
        let defect = self.defect.map_or_else(|| "none".to_owned(), Defect::name);
        let mut children = Vec::new();
        for _ in 0..self.processes {
            let arguments = ["send".to_owned(), redis.url(), start.to_string(), end.to_string(), defect.clone()];
            children.push(Command::new(env::current_exe()?).args(arguments).stdout(Stdio::piped()).spawn()?);
        }
        let mut times = Vec::new();
        for child in children {
            let output = tokio::task::spawn_blocking(move || child.wait_with_output()).await??;
            if !output.status.success() {
                return Err("a sending process failed".into());
            }
            for line in String::from_utf8(output.stdout)?.lines() {
                times.push(line.parse()?);
            }
        }
        drop(redis);
        std::fs::remove_dir_all(&folder)?;
        times.sort_unstable();
        Ok(Limited { times, processes: self.processes })
    }
}

/// Sends, and prints when each request was sent.
pub(crate) async fn send(arguments: &[String]) -> Result<(), Failure> {
    let [redis_url, start, end, defect] = arguments else { return Err("send takes four arguments".into()) };
    let (start, end): (i64, i64) = (start.parse()?, end.parse()?);
    let limit = RateLimit::new(PER_SECOND, Duration::from_secs(1));
    let limiter: Box<dyn Limiter> = if Defect::from_name(defect) == Some(Defect::LimitOfEachProcess) {
        Box::new(LocalLimiter::new(limit)?)
    } else {
        Box::new(RedisLimiter::new(&Redis::connect(redis_url).await?, "partner", limit)?.without_fallback())
    };
    let clock = SystemClock::new();
    let wait = start - clock.utc_now().timestamp_micros();
    clock.sleep(Duration::from_micros(u64::try_from(wait).unwrap_or_default())).await;
    let sender = async || {
        let mut times = Vec::new();
        loop {
            let Turn::After(wait) = limiter.take(Duration::from_secs(10)).await? else { return Err("no turn".into()) };
            clock.sleep(wait).await;
            let now = clock.utc_now().timestamp_micros();
            if now >= end {
                return Ok::<_, Failure>(times);
            }
            times.push(now);
        }
    };
    let times = try_join_all((0..WAITING).map(|_| sender())).await?.concat();
    let mut output = io::stdout().lock();
    for time in times {
        writeln!(output, "{time}")?;
    }
    Ok(())
}

impl Limited {
    fn seconds(&self) -> f64 {
        let span = self.times.last().zip(self.times.first()).map(|(last, first)| last - first);
        Duration::from_micros(u64::try_from(span.unwrap_or_default()).unwrap_or_default()).as_secs_f64()
    }

    /// Requests in a second, from the first to the last.
    fn rate(&self) -> f64 {
        let requests = u32::try_from(self.times.len().saturating_sub(1)).unwrap_or(u32::MAX);
        f64::from(requests) / self.seconds().max(0.001)
    }

    /// The most requests that fell into five seconds on end, for each second.
    fn busiest(&self) -> f64 {
        let within = |first: &i64| self.times.partition_point(|time| *time < first + 5_000_000);
        let counts = self.times.iter().enumerate().map(|(place, first)| within(first) - place);
        f64::from(u32::try_from(counts.max().unwrap_or_default()).unwrap_or(u32::MAX)) / 5.0
    }

    pub(crate) fn finding(&self) -> Option<String> {
        let limit = f64::from(PER_SECOND);
        let (rate, busiest) = (self.rate(), self.busiest());
        let is_kept = (rate / limit - 1.0).abs() <= TOLERANCE && busiest <= limit * (1.0 + TOLERANCE);
        (!is_kept).then(|| format!("{rate:.1} requests a second, {busiest:.1} in the busiest five, of {limit}"))
    }
}

impl fmt::Display for Limited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "limit of {PER_SECOND} a second for {} processes: {} requests in {:.1} s are {:.1} a second, {:.1} in the busiest five",
            self.processes,
            self.times.len(),
            self.seconds(),
            self.rate(),
            self.busiest(),
        )
    }
}
