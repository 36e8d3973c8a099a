//! What the benchmarks of calls share: a server, the calls that are compared, and how they are.
#![allow(dead_code, reason = "each benchmark needs a part of it")]

pub(crate) mod calls;
pub(crate) mod patients;
pub(crate) mod row;
pub(crate) mod server;
pub(crate) mod slow_server;

use std::{
    error::Error,
    io::{self, Read, Write},
    net::TcpListener,
    thread,
    time::{Duration, Instant},
};

use tokio::runtime::{Builder, Runtime};

pub(crate) type Failure = Box<dyn Error>;

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
) -> Result<[Duration; 2], Failure>
where
    One: Future<Output = Result<(), Failure>>,
    Other: Future<Output = Result<(), Failure>>,
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

fn time<F: Future<Output = Result<(), Failure>>>(runtime: &Runtime, call: impl Fn() -> F) -> Result<Duration, Failure> {
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
                let (mut buffer, mut filled) = ([0; 4096], 0);
                while let Some(free) = buffer.get_mut(filled..)
                    && let Ok(read @ 1..) = stream.read(free)
                {
                    filled += read;
                    if request_len(&buffer[..filled]).is_none_or(|length| length > filled) {
                        continue;
                    }
                    filled = 0;
                    if stream.write_all(response.as_bytes()).is_err() {
                        return;
                    }
                }
            });
        }
    });
    Ok(base_url)
}

/// How long the request is that begins here; `None` when its head is not complete.
pub(crate) fn request_len(bytes: &[u8]) -> Option<usize> {
    let head = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(&bytes[..head]).ok()?;
    let length = text.lines().find_map(|line| line.strip_prefix("content-length: "));
    Some(head + length.and_then(|length| length.parse::<usize>().ok()).unwrap_or_default())
}
