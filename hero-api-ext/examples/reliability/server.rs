use std::{
    io,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use futures_util::FutureExt;
use hero_api_ext::clock::{Clock, SystemClock};
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::{defect::Defect, fault::Fault, ledger::Ledger};

/// How long a quick response takes: long enough that a process which is killed has messages under way.
const QUICK: Duration = Duration::from_millis(5);
/// How long a slow response takes.
pub(crate) const SLOW: Duration = Duration::from_millis(200);
/// After so many requests the server is away for a moment, and connections are refused.
const REQUESTS_BETWEEN_ABSENCES: u64 = 2_500;
const ABSENCE: Duration = Duration::from_millis(20);

/// A server with random faults, and the truth about what it did.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) ledger: Arc<Ledger>,
    clock: Arc<SystemClock>,
    seed: u64,
    defect: Option<Defect>,
    must_leave: Arc<AtomicBool>,
}

impl Server {
    /// Starts a server, and returns it with its base URL.
    pub(crate) async fn start(seed: u64, defect: Option<Defect>) -> io::Result<(Self, String)> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let server = Self {
            ledger: Arc::default(),
            clock: Arc::new(SystemClock::new()),
            seed,
            defect,
            must_leave: Arc::default(),
        };
        tokio::spawn(server.clone().serve(listener, address));
        Ok((server, format!("http://{address}")))
    }

    async fn serve(self, mut listener: TcpListener, address: SocketAddr) -> io::Result<()> {
        loop {
            let (stream, _) = listener.accept().await?;
            tokio::spawn(self.clone().converse(stream));
            if self.must_leave.swap(false, Ordering::Relaxed) {
                // Connections that wait would be reset, and the server would not know of it.
                while let Some(waiting) = listener.accept().now_or_never() {
                    tokio::spawn(self.clone().converse(waiting?.0));
                }
                drop(listener);
                self.clock.sleep(ABSENCE).await;
                listener = TcpListener::bind(address).await?;
            }
        }
    }

    async fn converse(self, mut stream: TcpStream) -> io::Result<()> {
        let mut buffer = Vec::new();
        while let Some(patient) = read_patient(&mut stream, &mut buffer).await? {
            let (fault, response) = self.decide(patient);
            match fault {
                Fault::Slow => self.clock.sleep(SLOW).await,
                Fault::Hang => std::future::pending().await,
                Fault::Reset { .. } => {
                    stream.set_zero_linger()?;
                    return Ok(());
                }
                _ => self.clock.sleep(QUICK).await,
            }
            stream.write_all(&response).await?;
            if matches!(fault, Fault::Lost | Fault::HalfHead | Fault::HalfBody) {
                return Ok(());
            }
        }
        Ok(())
    }

    fn decide(&self, patient: u64) -> (Fault, Vec<u8>) {
        let mut ledger = self.ledger.state();
        let fault = ledger.arrive(self.seed, patient);
        if ledger.requests.is_multiple_of(REQUESTS_BETWEEN_ABSENCES) {
            ledger.absences += 1;
            self.must_leave.store(true, Ordering::Relaxed);
        }
        let lies = |defect| self.defect == Some(defect) && patient.is_multiple_of(10);
        let acts = fault.acts() && !lies(Defect::PhantomMessage)
            || fault == Fault::Refused && self.defect == Some(Defect::RefusalThatActs);
        let mut id = if acts { ledger.accept(patient) } else { ledger.new_id() };
        if lies(Defect::WrongMessage) {
            id = ledger.new_id();
        }
        (fault, response(fault, &id))
    }
}

fn response(fault: Fault, id: &str) -> Vec<u8> {
    let named = format!(r#"{{"message_id":"{id}","content":"hello","created_at":"2026-03-15T09:30:00Z"}}"#);
    let json = |status: &str, body: &str| {
        let length = body.len();
        format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}")
            .into_bytes()
    };
    match fault {
        Fault::None | Fault::Slow => json("200 OK", &named),
        Fault::Throttled => json("429 Too Many Requests", r#"{"error":true,"statusCode":429}"#),
        Fault::Refused => json("403 Forbidden", r#"{"error":true,"statusCode":403}"#),
        Fault::ServerError { .. } => json("500 Internal Server Error", "{}"),
        Fault::HalfHead => b"HTTP/1.1 200 OK\r\ncontent-ty".to_vec(),
        Fault::HalfBody => {
            let whole = json("200 OK", &named);
            whole.get(..whole.len() - 20).unwrap_or_default().to_vec()
        }
        Fault::Html { .. } => {
            b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 12\r\n\r\n<p>later</p>".to_vec()
        }
        Fault::Empty { .. } => b"HTTP/1.1 204 No Content\r\n\r\n".to_vec(),
        Fault::ErrorBody { .. } => json("200 OK", r#"{"error":"nope"}"#),
        Fault::FalseGzip { .. } => json("200 OK\r\ncontent-encoding: gzip", &named),
        Fault::Lost | Fault::Hang | Fault::Reset { .. } => Vec::new(),
    }
}

/// Reads a request, and returns the patient that it is for; `None` at the end of the connection.
async fn read_patient(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> io::Result<Option<u64>> {
    loop {
        if let Some((patient, length)) = parse(buffer) {
            buffer.drain(..length);
            return Ok(Some(patient));
        }
        if stream.read_buf(buffer).await? == 0 {
            return Ok(None);
        }
    }
}

/// The patient and the length of the first request, when it is there as a whole.
pub(crate) fn parse(buffer: &[u8]) -> Option<(u64, usize)> {
    let end = buffer.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
    let (head, rest) = buffer.split_at_checked(end)?;
    let head = std::str::from_utf8(head).ok()?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    })?;
    let body: Value = serde_json::from_slice(rest.get(..length)?).ok()?;
    Some((body.get("patient_id")?.as_str()?.parse().ok()?, end + length))
}
