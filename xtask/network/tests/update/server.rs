//! A server on this machine that does what a list of turns says, one connection each.

use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

use flate2::{Compression, write::GzEncoder};
use rustls::{ServerConfig, ServerConnection, StreamOwned, pki_types::PrivateKeyDer};

/// What happens on one connection.
#[derive(Clone, Debug)]
pub(crate) struct Turn {
    send: Vec<u8>,
    reads_request: bool,
    hangs: bool,
}

impl Turn {
    /// Reads the request, sends these bytes, and closes.
    pub(crate) fn raw(send: impl Into<Vec<u8>>) -> Self {
        Self { send: send.into(), reads_request: true, hangs: false }
    }

    /// Closes without a look at the request.
    pub(crate) fn hang_up() -> Self {
        Self { send: Vec::new(), reads_request: false, hangs: false }
    }

    /// Sends a response with its length.
    pub(crate) fn response(status: u16, headers: &[&str], body: &[u8]) -> Self {
        let mut send = format!("HTTP/1.1 {status} X\r\ncontent-length: {}\r\n", body.len());
        for header in headers {
            send += header;
            send += "\r\n";
        }
        Self::raw([format!("{send}\r\n").as_bytes(), body].concat())
    }

    pub(crate) fn ok(body: &[u8]) -> Self {
        Self::response(200, &[], body)
    }

    pub(crate) fn redirect(status: u16, location: &str) -> Self {
        Self::response(status, &[&format!("location: {location}")], b"moved")
    }

    /// Sends all but the last `count` bytes.
    pub(crate) fn cut(mut self, count: usize) -> Self {
        self.send.truncate(self.send.len() - count);
        self
    }

    /// Sends what there is, and then nothing until the client gives up.
    pub(crate) fn hang(mut self) -> Self {
        self.hangs = true;
        self
    }

    fn play(&self, stream: &mut (impl Read + Write)) -> String {
        let mut request = Vec::new();
        let mut byte = [0];
        while self.reads_request && !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|n| n == 1) {
            request.push(byte[0]);
        }
        // A client that has seen enough may be gone by now.
        let _ = stream.write_all(&self.send).and_then(|()| stream.flush());
        if self.hangs {
            let _ = stream.read(&mut byte);
        }
        String::from_utf8(request).unwrap()
    }
}

/// A running server.
#[derive(Debug)]
pub(crate) struct Server {
    /// Its root, without a slash at the end.
    pub(crate) url: String,
    /// The certificate to trust, when it speaks TLS.
    pub(crate) roots: Vec<Vec<u8>>,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Over http.
    pub(crate) fn http(turns: impl IntoIterator<Item = Turn>) -> Self {
        Self::start("http", Vec::new(), turns, |turn, mut stream| turn.play(&mut stream))
    }

    /// Over https, with a certificate of its own.
    pub(crate) fn https(turns: impl IntoIterator<Item = Turn>) -> Self {
        let own = rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()]).unwrap();
        let certificate = own.cert.der().clone();
        let key = PrivateKeyDer::try_from(own.signing_key.serialize_der()).unwrap();
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.clone()], key)
            .unwrap();
        let config = Arc::new(config);
        Self::start("https", vec![certificate.to_vec()], turns, move |turn, stream| {
            if !turn.reads_request {
                // Not even a handshake.
                return String::new();
            }
            let mut stream = StreamOwned::new(ServerConnection::new(Arc::clone(&config)).unwrap(), stream);
            // No farewell of TLS: an end without one is the harder case.
            turn.play(&mut stream)
        })
    }

    fn start(
        scheme: &str,
        roots: Vec<Vec<u8>>,
        turns: impl IntoIterator<Item = Turn>,
        play: impl Fn(&Turn, TcpStream) -> String + Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let url = format!("{scheme}://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        let turns: Vec<Turn> = turns.into_iter().collect();
        // Not joined: a client that refuses early leaves turns that nobody takes.
        thread::spawn(move || {
            for turn in turns {
                let (stream, _) = listener.accept().unwrap();
                let mine = stream.try_clone().unwrap();
                let request = play(&turn, stream);
                seen.lock().unwrap().push(request);
                let _ = mine.shutdown(Shutdown::Both);
            }
        });
        Self { url, roots, requests }
    }

    /// The heads of the requests that got a whole response.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A body in chunks of the size given, with the end of the last chunk.
pub(crate) fn chunked(body: &[u8], size: usize) -> Vec<u8> {
    let mut out = Vec::new();
    for chunk in body.chunks(size) {
        out.extend(format!("{:x}\r\n", chunk.len()).bytes());
        out.extend(chunk);
        out.extend(b"\r\n");
    }
    out.extend(b"0\r\n\r\n");
    out
}
