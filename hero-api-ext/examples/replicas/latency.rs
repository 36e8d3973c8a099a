use std::{env, fs, time::Duration};

use hero_api_ext::{
    RateLimit,
    clock::{Clock, SystemClock},
    limit::{Limiter, LocalLimiter},
    redis::{Redis, RedisLimiter, RedisReplayGuard},
    webhook_receiver::{Event, Receiver, SignatureHeaders, Verifier, testing::signed_request},
};
use http::StatusCode;

use crate::{
    Failure,
    redis_server::{Durability, RedisServer},
    worker::SIGNING_KEY,
};

const SAMPLES: usize = 3000;

/// Measures one delivery and one limited call at a time, in memory and on Redis.
pub(crate) async fn measure() -> Result<(), Failure> {
    let limit = RateLimit::new(1_000_000, Duration::from_secs(1)).burst(1000);
    println!("{:<40} {:>9} {:>9} {:>9}", "one at a time, in microseconds", "median", "p99", "most");
    report("delivery, guard in memory", deliveries(Receiver::new(Verifier::new(SIGNING_KEY)?)).await?);
    report("place, limit of the process", places(&LocalLimiter::new(limit)?).await?);
    for (durability, name) in [
        (Durability::Memory, "nothing on disk"),
        (Durability::EverySecond, "appendfsync everysec"),
        (Durability::Always, "appendfsync always"),
    ] {
        let folder = env::temp_dir().join(format!("hero-latency-{}-{:x}", std::process::id(), fastrand::u64(..)));
        let server = RedisServer::start(&folder, durability).await?;
        let redis = Redis::connect(&server.url()).await?;
        let receiver = Receiver::new(Verifier::new(SIGNING_KEY)?).with_guard(RedisReplayGuard::new(&redis));
        report(&format!("delivery, Redis, {name}"), deliveries(receiver).await?);
        let before = server.info("used_memory").await?;
        if durability == Durability::Memory {
            let receiver = Receiver::new(Verifier::new(SIGNING_KEY)?).with_guard(RedisReplayGuard::new(&redis));
            deliveries(receiver).await?;
            let each = (server.info("used_memory").await? - before) / u64::try_from(SAMPLES)?;
            println!("{:<40} {each} bytes of Redis", "a delivery that was confirmed");
        }
        report(&format!("place, Redis, {name}"), places(&RedisLimiter::new(&redis, "partner", limit)?).await?);
        drop(server);
        fs::remove_dir_all(&folder)?;
    }
    Ok(())
}

async fn deliveries(receiver: Receiver) -> Result<Vec<Duration>, Failure> {
    let clock = SystemClock::new();
    let mut times = Vec::new();
    for _ in 0..SAMPLES {
        let event = Event::new("appointment.confirmed", fastrand::u64(..).to_string(), "12");
        let request = signed_request(SIGNING_KEY, &event, clock.utc_now())?;
        let headers = SignatureHeaders::from(&request.headers);
        let start = clock.now();
        let status = receiver.handle(&headers, &request.body, async |_| StatusCode::NO_CONTENT).await;
        times.push(clock.now().saturating_sub(start));
        if status != StatusCode::NO_CONTENT {
            return Err(format!("a delivery got {status}").into());
        }
    }
    Ok(times)
}

async fn places(limiter: &impl Limiter) -> Result<Vec<Duration>, Failure> {
    let clock = SystemClock::new();
    let mut times = Vec::new();
    for _ in 0..SAMPLES {
        let start = clock.now();
        limiter.take(Duration::from_secs(1)).await?;
        times.push(clock.now().saturating_sub(start));
    }
    Ok(times)
}

fn report(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times.get((times.len() - 1) * share / 100).map_or(0, Duration::as_micros);
    println!("{name:<40} {:>9} {:>9} {:>9}", at(50), at(99), at(100));
}
