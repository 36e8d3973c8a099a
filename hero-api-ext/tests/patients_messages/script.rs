//! A server that does what a mock cannot: lose a response, or hold it back.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use hero_api_ext::{Credentials, Environment, Hero};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::Barrier,
};

/// A practice that takes messages. What it does with one depends on its text.
pub(crate) struct Practice {
    pub(crate) hero: Hero,
    seen: Arc<Mutex<Vec<Value>>>,
    busiest: Arc<AtomicUsize>,
}

impl Practice {
    /// Responses at once.
    pub(crate) async fn open() -> Self {
        Self::with_groups_of(1).await
    }

    /// Holds responses back until so many requests wait for one.
    pub(crate) async fn with_groups_of(size: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (seen, busiest) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicUsize::new(0)));
        let (barrier, waiting) = (Arc::new(Barrier::new(size)), Arc::new(AtomicUsize::new(0)));
        let (seen_there, busiest_there) = (Arc::clone(&seen), Arc::clone(&busiest));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (seen, busiest) = (Arc::clone(&seen_there), Arc::clone(&busiest_there));
                let (barrier, waiting) = (Arc::clone(&barrier), Arc::clone(&waiting));
                tokio::spawn(async move {
                    let mut stream = stream;
                    let Some(message) = read(&mut stream).await else { return };
                    busiest.fetch_max(waiting.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    let number = {
                        let mut seen = seen.lock().unwrap();
                        seen.push(message.clone());
                        seen.len()
                    };
                    barrier.wait().await;
                    waiting.fetch_sub(1, Ordering::SeqCst);
                    response(&mut stream, &message, number).await;
                });
            }
        });
        let hero = Hero::builder()
            .environment(Environment::Custom(url))
            .credentials(Credentials::new("the-key", "12"))
            .build()
            .unwrap();
        Self { hero, seen, busiest }
    }

    /// The patients to whom a message was sent, in the order in which the requests came.
    pub(crate) fn messaged(&self) -> Vec<String> {
        let seen = self.seen.lock().unwrap();
        seen.iter().map(|message| message["patient_id"].as_str().unwrap().to_owned()).collect()
    }

    /// The most requests that were there at the same time.
    pub(crate) fn busiest(&self) -> usize {
        self.busiest.load(Ordering::SeqCst)
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

async fn response(stream: &mut TcpStream, message: &Value, number: usize) {
    let text = message["message_string"].as_str().unwrap_or_default();
    let (status, body) = if text.contains("lose") {
        return;
    } else if text.contains("refuse") {
        ("403 Forbidden", json!({}))
    } else if text.contains("garble") {
        ("200 OK", json!({ "content": text }))
    } else {
        ("200 OK", json!({ "message_id": format!("m{number}"), "content": text, "created_at": "now" }))
    };
    let body = body.to_string();
    let head = format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\nconnection: close\r\n");
    let response = format!("{head}content-length: {}\r\n\r\n{body}", body.len());
    stream.write_all(response.as_bytes()).await.unwrap();
}
