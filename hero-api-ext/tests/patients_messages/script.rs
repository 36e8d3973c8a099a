//! A server that does what a mock cannot: lose a response, hold it back, or respond with something else.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use hero_api_ext::{Credentials, Environment, Hero, HeroBuilder, hero_api::builder::SendMessage};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::{Barrier, watch},
};

use crate::support::completed;

/// A practice that takes messages. What it does with one depends on its text.
pub(crate) struct Practice {
    pub(crate) hero: Hero,
    url: String,
    desk: Arc<Desk>,
}

/// What all connections share.
struct Desk {
    seen: Mutex<Vec<Value>>,
    /// How many messages were seen.
    count: watch::Sender<usize>,
    barrier: Barrier,
    waiting: AtomicUsize,
    busiest: AtomicUsize,
}

impl Practice {
    /// Responds at once.
    pub(crate) async fn open() -> Self {
        Self::with_groups_of(1).await
    }

    /// Holds responses back until so many requests wait for one.
    pub(crate) async fn with_groups_of(size: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let desk = Arc::new(Desk {
            seen: Mutex::default(),
            count: watch::Sender::new(0),
            barrier: Barrier::new(size),
            waiting: AtomicUsize::new(0),
            busiest: AtomicUsize::new(0),
        });
        let shared = Arc::clone(&desk);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let desk = Arc::clone(&shared);
                tokio::spawn(async move { desk.serve(&mut stream).await });
            }
        });
        let hero = builder(&url).credentials(Credentials::new("the-key", "12")).build().unwrap();
        Self { hero, url, desk }
    }

    /// Starts another client for this practice.
    pub(crate) fn builder(&self) -> HeroBuilder {
        builder(&self.url)
    }

    /// The patients to whom a message was sent, in the order in which the requests came.
    pub(crate) fn messaged(&self) -> Vec<String> {
        let seen = self.desk.seen.lock().unwrap();
        seen.iter().map(|message| message["patient_id"].as_str().unwrap().to_owned()).collect()
    }

    /// The most requests that were there at the same time.
    pub(crate) fn busiest(&self) -> usize {
        self.desk.busiest.load(Ordering::SeqCst)
    }
}

fn builder(url: &str) -> HeroBuilder {
    Hero::builder().environment(Environment::Custom(url.to_owned()))
}

impl Desk {
    async fn serve(&self, stream: &mut TcpStream) {
        let Some(message) = read(stream).await else { return };
        self.busiest.fetch_max(self.waiting.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        let number = {
            let mut seen = self.seen.lock().unwrap();
            seen.push(message.clone());
            seen.len()
        };
        self.count.send_replace(number);
        let text = message["message_string"].as_str().unwrap();
        if let Some(messages) = text.strip_prefix("hold until ") {
            let messages: usize = messages.parse().unwrap();
            self.count.subscribe().wait_for(|count| *count >= messages).await.unwrap();
        }
        self.barrier.wait().await;
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        respond(stream, text, number).await;
    }
}

async fn read(stream: &mut TcpStream) -> Option<Value> {
    let mut request = Vec::new();
    loop {
        let mut part = [0; 4096];
        let length = stream.read(&mut part).await.ok().filter(|length| *length > 0)?;
        request.extend_from_slice(&part[..length]);
        let text = String::from_utf8_lossy(&request);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let expected = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
        });
        if body.len() >= expected.unwrap_or(0) {
            return serde_json::from_str(body).ok();
        }
    }
}

async fn respond(stream: &mut TcpStream, text: &str, number: usize) {
    let named = json!({ "message_id": format!("m{number}"), "content": text, "created_at": "now" });
    let named = completed::<SendMessage>(named).to_string();
    let (status, headers, body) = match text {
        "lose" => return,
        "refuse" => ("403 Forbidden", "", "{}".to_owned()),
        "garble" => ("200 OK", "", json!({ "content": text }).to_string()),
        "html" => ("200 OK", "content-type: text/html\r\n", "<html>We are down for maintenance.</html>".to_owned()),
        "empty" => ("204 No Content", "", String::new()),
        "error" => ("200 OK", "", json!({ "error": "nope" }).to_string()),
        "gzip" => ("200 OK", "content-encoding: gzip\r\n", named),
        _ => ("200 OK", "content-type: application/json\r\n", named),
    };
    let head = format!("HTTP/1.1 {status}\r\n{headers}connection: close\r\ncontent-length: {}\r\n\r\n", body.len());
    stream.write_all((head + &body).as_bytes()).await.unwrap();
}
