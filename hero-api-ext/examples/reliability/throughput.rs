//! How long a bulk takes when some responses are slow, against the shortest time that is possible.

use std::{error::Error, time::Duration};

use hero_api_ext::{
    Credentials, Environment, Hero,
    clock::{Clock, SystemClock},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::server::SLOW;

const MESSAGES: u32 = 3_000;
const CONCURRENCY: u32 = 64;
/// One in fifty, 2 %.
const ONE_SLOW_IN: u64 = 50;
const QUICK: Duration = Duration::from_millis(40);

/// How results are returned.
#[derive(Clone, Copy, Debug)]
enum Mode {
    InOrder,
    InOrderWithoutBuffer,
    CompletionOrder,
}

/// Measures each mode, and prints a line for it. Every response takes `scale` times as long, so that a slow machine does
/// not become the limit.
pub(crate) async fn measure(scale: u32) -> Result<(), Box<dyn Error + Send + Sync>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(respond(stream, scale));
        }
    });
    let (few, quick, slow) = (MESSAGES / 50, QUICK * scale, SLOW * scale);
    let ideal = (quick * (MESSAGES - few) + slow * few) / CONCURRENCY;
    println!("{MESSAGES} messages, {CONCURRENCY} at a time, {quick:?} each and {slow:?} for 2 %: ideal {ideal:.2?}");
    let clock = SystemClock::new();
    for mode in [Mode::InOrder, Mode::CompletionOrder, Mode::InOrderWithoutBuffer] {
        let hero = Hero::builder()
            .environment(Environment::Custom(url.clone()))
            .credentials(Credentials::new("any-key", "12"))
            .build()?;
        let start = clock.now();
        let bulk =
            hero.messages().bulk(1..=u64::from(MESSAGES), |messages, patient| Ok(messages.sms(*patient, "hello")));
        let bulk = bulk.concurrency(usize::try_from(CONCURRENCY)?);
        let bulk = match mode {
            Mode::InOrder => bulk,
            Mode::InOrderWithoutBuffer => bulk.buffer(0),
            Mode::CompletionOrder => bulk.completion_order(),
        };
        let mut bulk = bulk.send();
        while bulk.next().await.is_some() {}
        let took = clock.now().saturating_sub(start);
        println!("{mode:?}: {took:.2?}, {}", bulk.summary());
    }
    Ok(())
}

async fn respond(mut stream: TcpStream, scale: u32) -> std::io::Result<()> {
    let clock = SystemClock::new();
    let body = r#"{"message_id":"1","content":"hello","created_at":"2026-03-15T09:30:00Z"}"#;
    let response = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    let mut buffer = Vec::new();
    loop {
        if stream.read_buf(&mut buffer).await? == 0 {
            return Ok(());
        }
        if let Some((patient, length)) = super::server::parse(&buffer) {
            buffer.drain(..length);
            clock.sleep(scale * if patient % ONE_SLOW_IN == 0 { SLOW } else { QUICK }).await;
            stream.write_all(response.as_bytes()).await?;
        }
    }
}
