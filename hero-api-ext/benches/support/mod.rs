//! What the benchmarks of calls share: a server, and how two kinds of call are compared.

use std::{
    error::Error,
    io::{self, Read, Write},
    net::TcpListener,
    thread,
    time::{Duration, Instant},
};

use tokio::runtime::{Builder, Runtime};

const ROUNDS: usize = 800;
const CALLS: u32 = 8;

/// A runtime of this thread, so that what a call does is done here.
pub(crate) fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}

/// How long each of two kinds of call takes. Rounds of calls are made in turn and in changing order, so that what else the machine
/// does falls on both; of each kind, a round is told that was disturbed less than nine in ten.
pub(crate) fn compare<One, Other>(
    runtime: &Runtime,
    one: impl Fn() -> One,
    other: impl Fn() -> Other,
) -> Result<[Duration; 2], Box<dyn Error>>
where
    One: Future<Output = Result<(), Box<dyn Error>>>,
    Other: Future<Output = Result<(), Box<dyn Error>>>,
{
    let (mut times, mut others) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        if round % 2 == 0 {
            times.push(time(runtime, &one)?);
            others.push(time(runtime, &other)?);
        } else {
            others.push(time(runtime, &other)?);
            times.push(time(runtime, &one)?);
        }
    }
    Ok([undisturbed(times), undisturbed(others)])
}

fn time<F: Future<Output = Result<(), Box<dyn Error>>>>(
    runtime: &Runtime,
    call: impl Fn() -> F,
) -> Result<Duration, Box<dyn Error>> {
    #[expect(clippy::disallowed_methods, reason = "a benchmark measures the time")]
    let start = Instant::now();
    for _ in 0..CALLS {
        runtime.block_on(call())?;
    }
    Ok(start.elapsed() / CALLS)
}

fn undisturbed(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 10]
}

/// A server that gives every request on a kept connection this body.
pub(crate) fn serve(body: &str) -> io::Result<String> {
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
