//! What this crate costs over plain reqwest, on one GET from loopback that takes no retry.
//!
//! ```text
//! cargo bench -p hero-api-ext --bench overhead
//! ```
//!
//! Both sides are measured in turn in one run, with warm connections, the same headers and the same type to decode. It fails
//! when the budget is exceeded: 20 allocations and 1.1 times the time.

use std::{
    error::Error,
    io::{Read, Write},
    net::TcpListener,
    thread,
    time::{Duration, Instant},
};

use hero_api_ext::{
    Credentials, Environment, Hero,
    hero_api::{Operation, builder::GetPracticeGroupById},
};
use tokio::runtime::{Builder, Runtime};

const CALLS: usize = 5_000;

fn main() -> Result<(), Box<dyn Error>> {
    let base_url = serve()?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let hero = Hero::builder()
        .environment(Environment::Custom(base_url.clone()))
        .credentials(Credentials::new("the-key", "12"))
        .build()?;
    let http = reqwest::Client::builder().no_proxy().user_agent("plain/1").build()?;
    let url = format!("{base_url}/v1/me");

    let ours =
        || async { hero.api().get_practice_group_by_id().send().await.map(drop).map_err(Box::<dyn Error>::from) };
    let plain = || async {
        let request = http.get(&url).header("accept", "application/json").header("x-api-key", "the-key");
        let request = request.header("x-practice-group-id", "12").header("accept-encoding", "gzip");
        let response = request.send().await?;
        response.json::<<GetPracticeGroupById as Operation>::Output>().await.map(drop).map_err(Box::<dyn Error>::from)
    };
    // Call by call in turn, so that what else the machine does falls on both.
    let (mut our_times, mut plain_times) = (Vec::new(), Vec::new());
    for _ in 0..CALLS {
        plain_times.push(time(&runtime, plain)?);
        our_times.push(time(&runtime, ours)?);
    }
    let (our_time, plain_time) = (median(our_times), median(plain_times));
    let (our_count, plain_count) = (count(&runtime, ours), count(&runtime, plain));

    let ratio = our_time.as_secs_f64() / plain_time.as_secs_f64();
    let more = our_count.saturating_sub(plain_count);
    println!("plain reqwest: {plain_count} allocations, {plain_time:.1?}");
    println!("hero-api-ext:  {our_count} allocations, {our_time:.1?}");
    println!("overhead:      {more} allocations (at most 20), {ratio:.3} times (at most 1.1)");
    if more > 20 || ratio > 1.1 { Err("the budget is exceeded".into()) } else { Ok(()) }
}

fn time<F: Future<Output = Result<(), Box<dyn Error>>>>(
    runtime: &Runtime,
    call: impl Fn() -> F,
) -> Result<Duration, Box<dyn Error>> {
    #[expect(clippy::disallowed_methods, reason = "a benchmark measures the time")]
    let start = Instant::now();
    runtime.block_on(call())?;
    Ok(start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// The allocations of one call on this thread, the fewest of several: buffers grow now and then.
fn count<F: Future<Output = Result<(), Box<dyn Error>>>>(runtime: &Runtime, call: impl Fn() -> F) -> u64 {
    let counts = (0..100).map(|_| {
        allocation_counter::measure(|| {
            let _ = runtime.block_on(call());
        })
    });
    counts.map(|info| info.count_total).min().unwrap_or_default()
}

/// A server that responds to every request on a kept connection with a practice group.
fn serve() -> Result<String, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let base_url = format!("http://{}", listener.local_addr()?);
    let body = r#"{"id":"12","name":"Riverside Practice","email":"post@riverside.example","phone":"+441134960000","address":{"line_1":"1 Mill Lane","town":"Leeds","postcode":"LS1 1AA"},"timezone":"Europe/London","locale":"en-GB","created_at":"2024-05-01T09:30:00Z"}"#;
    let response =
        format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let response = response.clone();
            thread::spawn(move || {
                let mut stream = stream;
                let mut buffer = [0; 4096];
                while stream.read(&mut buffer).is_ok_and(|read| read > 0) {
                    if stream.write_all(response.as_bytes()).is_err() {
                        return;
                    }
                }
            });
        }
    });
    Ok(base_url)
}
