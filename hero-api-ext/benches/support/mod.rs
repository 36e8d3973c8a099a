//! What the benchmarks of calls share: a server, and how two kinds of call are compared.

use std::{
    error::Error,
    io::{self, Read, Write},
    net::TcpListener,
    thread,
    time::{Duration, Instant},
};

use tokio::runtime::{Builder, Runtime};

const CALLS: usize = 5_000;

/// What one call takes.
#[derive(Clone, Copy)]
pub struct Cost {
    pub time: Duration,
    pub allocations: u64,
}

/// A runtime of this thread, so that what a call does is done here.
pub fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}

/// The medians of both, over calls that are made in turn and in changing order: what else the machine does falls on both.
pub fn compare<One, Other>(
    runtime: &Runtime,
    one: impl Fn() -> One,
    other: impl Fn() -> Other,
) -> Result<[Cost; 2], Box<dyn Error>>
where
    One: Future<Output = Result<(), Box<dyn Error>>>,
    Other: Future<Output = Result<(), Box<dyn Error>>>,
{
    let (mut times, mut others) = (Vec::new(), Vec::new());
    for round in 0..CALLS {
        if round % 2 == 0 {
            times.push(time(runtime, &one)?);
            others.push(time(runtime, &other)?);
        } else {
            others.push(time(runtime, &other)?);
            times.push(time(runtime, &one)?);
        }
    }
    Ok([
        Cost { time: median(times), allocations: allocations(runtime, one) },
        Cost { time: median(others), allocations: allocations(runtime, other) },
    ])
}

impl Cost {
    /// How many times the time of another call it takes.
    pub fn ratio(self, other: Self) -> f64 {
        self.time.as_secs_f64() / other.time.as_secs_f64()
    }
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
fn allocations<F: Future<Output = Result<(), Box<dyn Error>>>>(runtime: &Runtime, call: impl Fn() -> F) -> u64 {
    let counts = (0..100).map(|_| {
        allocation_counter::measure(|| {
            let _ = runtime.block_on(call());
        })
    });
    counts.map(|info| info.count_total).min().unwrap_or_default()
}

/// A server that gives every request on a kept connection this body.
pub fn serve(body: &str) -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let base_url = format!("http://{}", listener.local_addr()?);
    let head = format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", body.len());
    let response = head + body;
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
