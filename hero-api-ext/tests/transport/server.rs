//! A server whose connections follow a script, for what no well-behaved server does.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use hero_api_ext::sandbox::completed_response;
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// What a connection does next. When its script ends, it closes.
#[derive(Clone)]
pub(crate) enum Step {
    /// Reads one request and remembers it.
    Read,
    /// Reads whatever comes first, such as the hello of TLS.
    ReadAny,
    /// Sends this.
    Write(Vec<u8>),
    /// Does this.
    Do(Arc<dyn Fn() + Send + Sync>),
    /// Says nothing more until the client closes.
    Hang,
}

/// Sends this text.
pub(crate) fn write(text: impl Into<Vec<u8>>) -> Step {
    Step::Write(text.into())
}

/// A response after which the connection closes.
pub(crate) fn response(status: u16, headers: &str, body: &str) -> Step {
    let length = body.len();
    write(format!("HTTP/1.1 {status} x\r\ncontent-length: {length}\r\nconnection: close\r\n{headers}\r\n{body}"))
}

/// The body of a response of an operation, with what the description requires.
pub(crate) fn body(operation_id: &str, given: Value) -> String {
    completed_response(operation_id, given).unwrap().to_string()
}

/// What is run on a connection.
pub(crate) fn run(action: impl Fn() + Send + Sync + 'static) -> Step {
    Step::Do(Arc::new(action))
}

#[derive(Default)]
struct Seen {
    connections: AtomicUsize,
    requests: Mutex<Vec<String>>,
}

/// The server. It is gone when it is dropped.
pub(crate) struct Server {
    address: std::net::SocketAddr,
    seen: Arc<Seen>,
    task: tokio::task::JoinHandle<()>,
}

impl Server {
    /// The first connection follows the first script, and so on; when they run out, the last one counts for all.
    pub(crate) async fn start(scripts: Vec<Vec<Step>>) -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").await.unwrap(), scripts)
    }

    pub(crate) fn on(listener: TcpListener, scripts: Vec<Vec<Step>>) -> Self {
        let address = listener.local_addr().unwrap();
        let seen = Arc::new(Seen::default());
        let task = tokio::spawn({
            let seen = Arc::clone(&seen);
            async move {
                loop {
                    let Ok((stream, _)) = listener.accept().await else { return };
                    let number = seen.connections.fetch_add(1, Ordering::SeqCst);
                    let script = scripts.get(number).or(scripts.last()).cloned().unwrap_or_default();
                    tokio::spawn(follow(script, stream, Arc::clone(&seen)));
                }
            }
        });
        Self { address, seen, task }
    }

    pub(crate) fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    pub(crate) fn connections(&self) -> usize {
        self.seen.connections.load(Ordering::SeqCst)
    }

    /// The heads and bodies of the requests that arrived whole.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.seen.requests.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn follow(script: Vec<Step>, mut stream: TcpStream, seen: Arc<Seen>) {
    let mut unread = Vec::new();
    for step in script {
        match step {
            Step::Read => match request(&mut stream, &mut unread).await {
                Some(request) => seen.requests.lock().unwrap().push(request),
                None => return,
            },
            Step::ReadAny => {
                let _ = stream.read(&mut [0; 1024]).await;
            }
            Step::Write(bytes) => {
                if stream.write_all(&bytes).await.is_err() {
                    return;
                }
            }
            Step::Do(action) => action(),
            Step::Hang => while stream.read(&mut [0; 1024]).await.is_ok_and(|read| read > 0) {},
        }
    }
}

/// Reads up to the end of a request; `None` when the client closes before.
async fn request(stream: &mut TcpStream, unread: &mut Vec<u8>) -> Option<String> {
    loop {
        if let Some(end) = end(unread) {
            return String::from_utf8(unread.drain(..end).collect()).ok();
        }
        if stream.read_buf(unread).await.ok()? == 0 {
            return None;
        }
    }
}

fn end(bytes: &[u8]) -> Option<usize> {
    let text = String::from_utf8_lossy(bytes);
    let head = text.find("\r\n\r\n")? + 4;
    let length = text[..head].lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
    (bytes.len() >= head + length).then_some(head + length)
}

#[tokio::test]
async fn script_is_followed_and_recorded() {
    let server = Server::start(vec![vec![Step::Read, write("a"), Step::Read, write("b")]]).await;
    let mut client = TcpStream::connect(("127.0.0.1", server.port())).await.unwrap();
    client.write_all(b"POST / HTTP/1.1\r\ncontent-length: 2\r\n\r\nhiGET / HTTP/1.1\r\n\r\n").await.unwrap();
    let mut said = String::new();
    client.read_to_string(&mut said).await.unwrap();
    assert_eq!(said, "ab");
    assert_eq!(server.requests(), ["POST / HTTP/1.1\r\ncontent-length: 2\r\n\r\nhi", "GET / HTTP/1.1\r\n\r\n"]);
    assert_eq!(server.connections(), 1);
}
