//! A server whose responses take a time.

use std::{io, net::TcpListener, sync::Arc, thread, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    runtime::Builder,
    time::sleep,
};

use super::request_len;

/// What a request gets, and after how long; the request is given as it was sent.
pub(crate) type Respond = dyn Fn(&str) -> (Duration, String) + Send + Sync;

/// Starts a server on a thread of its own.
pub(crate) fn serve(respond: impl Fn(&str) -> (Duration, String) + Send + Sync + 'static) -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let base_url = format!("http://{}", listener.local_addr()?);
    let respond: Arc<Respond> = Arc::new(respond);
    let runtime = Builder::new_current_thread().enable_all().build()?;
    thread::spawn(move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            loop {
                let (stream, _) = listener.accept().await?;
                tokio::spawn(keep(stream, Arc::clone(&respond)));
            }
            #[expect(unreachable_code, reason = "it names the type of the error")]
            Ok::<(), io::Error>(())
        })
    });
    Ok(base_url)
}

/// Serves one connection.
async fn keep(mut stream: TcpStream, respond: Arc<Respond>) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut buffer = Vec::new();
    while stream.read_buf(&mut buffer).await? > 0 {
        let Some(length) = request_len(&buffer).filter(|length| *length <= buffer.len()) else { continue };
        let (delay, body) = respond(&String::from_utf8_lossy(&buffer[..length]));
        buffer.drain(..length);
        wait(delay).await;
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
        stream.write_all(format!("{head}content-length: {}\r\n\r\n{body}", body.len()).as_bytes()).await?;
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the server is what the time is spent in")]
async fn wait(delay: Duration) {
    if !delay.is_zero() {
        sleep(delay).await;
    }
}
