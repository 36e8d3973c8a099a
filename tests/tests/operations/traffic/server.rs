//! A server on this machine that gives each request the response that was set last.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

pub(crate) struct Server {
    address: SocketAddr,
    response: Arc<Mutex<Vec<u8>>>,
}

impl Server {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let response = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&response);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let response = Arc::clone(&shared);
                thread::spawn(move || serve(stream, &response));
            }
        });
        Self { address, response }
    }

    pub(crate) fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// From now on, each request gets this. Headers end in a line feed each.
    pub(crate) fn responds(&self, status: u16, headers: &str, body: &str) {
        // A response that cannot have a body must not announce one.
        let body = if status == 204 { "" } else { body };
        let length = if status == 204 { String::new() } else { format!("content-length: {}\r\n", body.len()) };
        *self.response.lock().unwrap() = format!("HTTP/1.1 {status} x\r\n{length}{headers}\r\n{body}").into_bytes();
    }
}

fn serve(mut stream: TcpStream, response: &Mutex<Vec<u8>>) {
    let mut received = Vec::new();
    let mut buffer = [0; 8192];
    loop {
        let Some(end) = received.windows(4).position(|window| window == b"\r\n\r\n") else {
            match stream.read(&mut buffer) {
                Ok(read) if read > 0 => received.extend_from_slice(&buffer[..read]),
                _ => return,
            }
            continue;
        };
        let head = String::from_utf8_lossy(&received[..end]).to_ascii_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
        let is_chunked = head.contains("transfer-encoding: chunked");
        let is_whole = if is_chunked {
            received.ends_with(b"0\r\n\r\n")
        } else {
            received.len() >= end + 4 + length.unwrap_or_default()
        };
        if !is_whole {
            match stream.read(&mut buffer) {
                Ok(read) if read > 0 => received.extend_from_slice(&buffer[..read]),
                _ => return,
            }
            continue;
        }
        received.clear();
        let response = response.lock().unwrap().clone();
        if stream.write_all(&response).is_err() {
            return;
        }
    }
}
