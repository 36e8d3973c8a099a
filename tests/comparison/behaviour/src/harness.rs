//! What the programs of the comparison share: each makes the same calls on loopback with the client of one generator, and
//! prints one line per row. A line has the row and the verdict, with a tab between them.

use serde::Serialize;
use std::{
    fmt::Debug,
    io::{Read, Write},
    net::TcpListener,
    process::exit,
    sync::{Arc, Mutex},
    thread,
};

/// A patient's name: no log may have it.
const MARKER: &str = "MARKER-Lovelace";
/// What the API takes as `x-api-key`.
pub const KEY: &str = "key-of-a-practice";

/// What came of a call, as a log would have it.
pub struct Outcome {
    is_success: bool,
    /// The value, written back.
    json: String,
    debug: String,
    display: String,
}

impl Outcome {
    /// `json` writes the patient of a response, `display` is what a report prints of an error: with its sources.
    pub fn new<T: Debug, E: Debug>(
        result: Result<T, E>,
        json: impl Fn(&T) -> String,
        display: impl Fn(&E) -> String,
    ) -> Self {
        match result {
            Ok(value) => {
                let (json, debug) = (json(&value), format!("{value:?}"));
                Self { is_success: true, json, debug, display: String::new() }
            }
            Err(error) => {
                let (debug, display) = (format!("{error:?}"), display(&error));
                Self { is_success: false, json: String::new(), debug, display }
            }
        }
    }

    /// Where a text can be read.
    fn shows(&self, text: &str) -> &'static str {
        match (self.debug.contains(text), self.display.contains(text)) {
            (false, false) => "no",
            (true, false) => "in `Debug`",
            (false, true) => "in `Display`",
            (true, true) => "in `Debug` and `Display`",
        }
    }
}

/// A value as JSON.
#[allow(dead_code, reason = "a program whose client has types of another kind uses neither")]
pub fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("JSON")
}

/// An error and its sources, as `anyhow` and others print them.
#[allow(dead_code, reason = "a program whose client has types of another kind uses neither")]
pub fn with_sources(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text.push_str(&format!(": {error}"));
        source = error.source();
    }
    text
}

/// The client of a generator, made as its documentation says, with `KEY` as the header `x-api-key`.
pub trait Client {
    /// Calls `getPatient` with the id 7.
    async fn get_patient(base: &str) -> Outcome;
    /// Calls `findPatients`.
    async fn find_patients(base: &str, name: &str) -> Outcome;
}

/// A server that gives every request the same response.
struct Server {
    base: String,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn new(host: &str, response: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let base = format!("http://{host}:{}", listener.local_addr().expect("an address").port());
        let heads = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&heads);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.expect("a connection");
                let mut head = Vec::new();
                let mut byte = [0];
                while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
                    head.push(byte[0]);
                }
                seen.lock().expect("heads").push(String::from_utf8_lossy(&head).to_lowercase());
                // A client that has gone away has its response.
                let _ = stream.write_all(response.as_bytes());
            }
        });
        Self { base, heads }
    }

    fn json(status: &str, body: &str) -> Self {
        let head = "Content-Type: application/json\r\nConnection: close";
        Self::new("127.0.0.1", format!("HTTP/1.1 {status}\r\n{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len()))
    }

    fn requests(&self) -> usize {
        self.heads.lock().expect("heads").len()
    }

    fn has_key(&self) -> bool {
        self.heads.lock().expect("heads").iter().any(|head| head.contains(&format!("x-api-key: {KEY}")))
    }
}

/// Makes the calls, and prints the rows.
pub async fn run<C: Client>() {
    let patient = |status: &str| format!(r#"{{"id": "7", "name": "{MARKER}", "status": "{status}"}}"#);

    // Without this, all else would show nothing.
    let plain = Server::json("200 OK", &patient("registered"));
    let outcome = C::get_patient(&plain.base).await;
    if !outcome.is_success || !plain.has_key() {
        eprintln!("a plain call fails, or has no key: {}\n{:?}", outcome.debug, plain.heads);
        exit(1);
    }
    println!("patient printed\t{}", outcome.shows(MARKER));

    let unknown = Server::json("200 OK", &patient("deceased"));
    let outcome = C::get_patient(&unknown.base).await;
    let is_kept = outcome.json.contains("deceased");
    println!(
        "unknown enum value\t{}",
        match (outcome.is_success, is_kept) {
            (true, true) => "read, and kept",
            (true, false) => "read, and lost",
            (false, _) => "the call fails",
        }
    );

    let other = Server::json("200 OK", &patient("registered"));
    let location = format!("{}/patients/7", other.base.replace("127.0.0.1", "localhost"));
    let first = Server::new(
        "127.0.0.1",
        format!("HTTP/1.1 302 Found\r\nLocation: {location}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
    );
    C::get_patient(&first.base).await;
    println!(
        "redirect to another host\t{}",
        match (other.requests(), other.has_key()) {
            (0, _) => "not followed",
            (_, true) => "**the key goes there**",
            (_, false) => "followed without the key",
        }
    );

    let errors = [
        ("documented 404", "404 Not Found", format!(r#"{{"message": "{MARKER} has moved away"}}"#)),
        ("undocumented 500", "500 Internal Server Error", format!(r#"{{"trace": "{MARKER}"}}"#)),
        ("success that cannot be read", "200 OK", format!(r#"{{"id": "7", "name": "{MARKER}", "age": "{MARKER}"}}"#)),
    ];
    for (row, status, body) in errors {
        let outcome = C::get_patient(&Server::json(status, &body).base).await;
        let kind = if outcome.is_success { ", of a value that is `Ok`" } else { "" };
        println!("{row}\t{}{kind}", outcome.shows(MARKER));
    }

    // Nothing listens on the port of a listener that is gone.
    let gone = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
    let outcome = C::find_patients(&format!("http://{gone}"), MARKER).await;
    println!("refused connection\t{}", outcome.shows(MARKER));
}
