//! A queue behind a webhook: the receiver puts deliveries on a stream of Redis and responds, and workers in other processes
//! handle them. A worker that dies leaves its deliveries to the others.
//!
//! ```text
//! HERO_TEST_REDIS=redis://127.0.0.1/ cargo run --example webhook_queue
//! ```
//!
//! It starts a server and two workers, posts twelve deliveries, and kills a worker while it is at work on one.
//!
//! Each delivery is handled at least once: a worker can die after it has acted and before it says so. So what a worker does has to
//! be harmless when it is done twice, or it looks first whether it was done.

use std::{
    collections::HashMap,
    env,
    error::Error,
    io::{BufRead, BufReader, Lines, Write},
    process::{Child, ChildStdout, Command, Stdio},
    time::Duration,
};

use axum::{Router, extract::State};
use hero_api_ext::{
    clock::{Clock, SystemClock},
    redis::{
        Redis, RedisReplayGuard,
        client::{self, aio::ConnectionManager},
    },
    webhook_receiver::{
        Delivery, Event, Receiver, Verifier,
        axum::webhook,
        testing::{SignedRequest, signed_request},
    },
};
use http::StatusCode;
use tokio::net::TcpListener;

const SIGNING_KEY: &str = "the key that the webhook was created with";
const DELIVERIES: usize = 12;
/// The workers, of which each entry goes to one.
const GROUP: &str = "workers";
/// How long a worker may be at work on an entry, in milliseconds, before another takes it over.
const LONGEST_WORK: usize = 1500;

type Failure = Box<dyn Error + Send + Sync>;
/// The entries of a stream: each has an id, and fields.
type Entries = Vec<(String, HashMap<String, String>)>;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let Ok(url) = env::var("HERO_TEST_REDIS") else {
        println!("skipped: no Redis (set HERO_TEST_REDIS to its URL)");
        return Ok(());
    };
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.as_slice() {
        [command, stream, name] if command == "work" => Worker::new(&url, stream, name).await?.work().await,
        [] => show(&url).await,
        _ => Err("the arguments are none, or: work STREAM NAME".into()),
    }
}

/// The receiving side: an entry on the stream, and a 2xx when it is there.
#[derive(Clone)]
struct Queue {
    connection: ConnectionManager,
    stream: String,
}

async fn enqueue(State(mut queue): State<Queue>, delivery: Delivery) -> StatusCode {
    // What Hero posts is thin: a kind of event and ids. The worker fetches the rest.
    let Ok(event) = serde_json::to_string(delivery.event()) else { return StatusCode::UNPROCESSABLE_ENTITY };
    let mut add = client::cmd("XADD");
    // Without MAXLEN, which would drop what is not handled yet: when Redis is full, it refuses the entry.
    add.arg(&queue.stream).arg("*").arg("event").arg(event);
    match add.exec_async(&mut queue.connection).await {
        Ok(()) => StatusCode::ACCEPTED,
        // Hero posts it again.
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

async fn connect(url: &str) -> Result<ConnectionManager, Failure> {
    Ok(ConnectionManager::new(client::Client::open(url)?).await?)
}

/// The handling side.
struct Worker {
    connection: ConnectionManager,
    stream: String,
    name: String,
}

impl Worker {
    async fn new(url: &str, stream: &str, name: &str) -> Result<Self, Failure> {
        Ok(Self { connection: connect(url).await?, stream: stream.to_owned(), name: name.to_owned() })
    }

    async fn work(mut self) -> Result<(), Failure> {
        loop {
            // First what a worker that died has left.
            let mut entries = self.abandoned().await?;
            if entries.is_empty() {
                entries = self.new_entries().await?;
            }
            for (id, fields) in entries {
                self.handle(fields.get("event").ok_or("an entry has no event")?).await?;
                client::cmd("XACK").arg(&self.stream).arg(GROUP).arg(&id).exec_async(&mut self.connection).await?;
                client::cmd("XDEL").arg(&self.stream).arg(&id).exec_async(&mut self.connection).await?;
            }
        }
    }

    /// Takes over one entry that another worker took too long ago.
    async fn abandoned(&mut self) -> Result<Entries, Failure> {
        let mut claim = client::cmd("XAUTOCLAIM");
        claim.arg(&self.stream).arg(GROUP).arg(&self.name).arg(LONGEST_WORK).arg("0").arg("COUNT").arg(1);
        let (_next, entries, _deleted): (String, Entries, Vec<String>) =
            claim.query_async(&mut self.connection).await?;
        Ok(entries)
    }

    /// Takes one entry, or none after a moment.
    async fn new_entries(&mut self) -> Result<Entries, Failure> {
        let mut read = client::cmd("XREADGROUP");
        read.arg("GROUP").arg(GROUP).arg(&self.name).arg("COUNT").arg(1).arg("BLOCK").arg(100);
        read.arg("STREAMS").arg(&self.stream).arg(">");
        let streams: Option<Vec<(String, Entries)>> = read.query_async(&mut self.connection).await?;
        Ok(streams.into_iter().flatten().flat_map(|(_, entries)| entries).collect())
    }

    /// What the program does with an event: here it is one line to print. The worker `slow` never ends with its third.
    async fn handle(&mut self, event: &str) -> Result<(), Failure> {
        let event = Event::parse(event.as_bytes())?;
        let id = event.id().unwrap_or("?");
        println!("{} begins {id}", self.name);
        std::io::stdout().flush()?;
        let clock = SystemClock::new();
        clock.sleep(Duration::from_millis(20)).await;
        let mut count = client::cmd("HINCRBY");
        count.arg(format!("{}:worked", self.stream)).arg(&self.name).arg(1);
        let worked: u64 = count.query_async(&mut self.connection).await?;
        if self.name == "slow" && worked == 3 {
            clock.sleep(Duration::from_secs(3600)).await;
        }
        println!("{} handled {id}", self.name);
        std::io::stdout().flush()?;
        Ok(())
    }
}

/// Starts everything, posts deliveries, kills a worker, and waits until all are handled.
async fn show(url: &str) -> Result<(), Failure> {
    let clock = SystemClock::new();
    let stream = format!("hero:queue:{}", clock.utc_now().timestamp_micros());
    let mut connection = connect(url).await?;
    let mut create = client::cmd("XGROUP");
    create.arg("CREATE").arg(&stream).arg(GROUP).arg("0").arg("MKSTREAM").exec_async(&mut connection).await?;

    let guard = RedisReplayGuard::new(&Redis::connect(url).await?.with_prefix(&*stream));
    let receiver = Receiver::new(Verifier::new(SIGNING_KEY)?).with_guard(guard);
    let queue = Queue { connection: connection.clone(), stream: stream.clone() };
    let app = Router::new().route("/webhooks/hero", webhook(receiver, enqueue)).with_state(queue);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let endpoint = format!("http://{}/webhooks/hero", listener.local_addr()?);
    let server = tokio::spawn(async move { axum::serve(listener, app).await });

    let (mut slow, mut slow_lines) = start(&stream, "slow")?;
    let http = reqwest::Client::builder().no_proxy().build()?;
    for id in 1..=DELIVERIES {
        let request = signed_request(SIGNING_KEY, &appointment(id), clock.utc_now())?;
        let statuses = [post(&http, &endpoint, &request).await?, post(&http, &endpoint, &request).await?];
        println!("Hero posts {id} twice: {} {}", statuses[0].as_u16(), statuses[1].as_u16());
    }

    // The slow worker handles two, and hangs with the third.
    let begun = slow_lines.by_ref().map_while(Result::ok).filter(|line| line.contains(" begins ")).nth(2);
    println!("the worker is killed when it {}", begun.ok_or("the slow worker ended")?.trim_start_matches("slow "));
    slow.kill()?;
    slow.wait()?;

    let (mut other, other_lines) = start(&stream, "other")?;
    let handled = other_lines.map_while(Result::ok).filter(|line| line.contains(" handled "));
    // The two that the slow worker handled are not among them.
    for line in handled.take(DELIVERIES - 2) {
        println!("{line}");
    }
    other.kill()?;
    other.wait()?;
    server.abort();
    println!("all {DELIVERIES} deliveries are handled");
    client::cmd("DEL").arg(&stream).arg(format!("{stream}:worked")).exec_async(&mut connection).await?;
    Ok(())
}

fn appointment(id: usize) -> Event {
    Event::new("appointment.confirmed", id.to_string(), "12")
}

async fn post(http: &reqwest::Client, url: &str, request: &SignedRequest) -> Result<StatusCode, Failure> {
    Ok(http.post(url).headers(request.headers.clone()).body(request.body.clone()).send().await?.status())
}

/// Starts a worker in a process of its own, and reads what it prints.
fn start(stream: &str, name: &str) -> Result<(Child, Lines<BufReader<ChildStdout>>), Failure> {
    let mut child = Command::new(env::current_exe()?).args(["work", stream, name]).stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().ok_or("a worker has no output")?;
    Ok((child, BufReader::new(output).lines()))
}
