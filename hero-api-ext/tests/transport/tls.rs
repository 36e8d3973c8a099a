//! Whom the client trusts.

use std::{
    io::{Read, Write},
    net::TcpListener,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use hero_api_ext::{Credentials, Effect, Environment, Hero, HeroBuilder, clock::TestClock};
use rcgen::{CertificateParams, KeyPair};
use rustls::{ServerConfig, ServerConnection, StreamOwned, crypto::aws_lc_rs, pki_types::PrivateKeyDer};

use crate::transport::any::{Get, Post};

/// A server over https with a certificate that only itself vouches for.
struct SecureServer {
    base_url: String,
    pem: String,
    connections: Arc<AtomicUsize>,
}

type Stream = StreamOwned<ServerConnection, std::net::TcpStream>;

impl SecureServer {
    /// Responds to each connection once.
    fn start(certificate: CertificateParams) -> Self {
        Self::with_response(certificate, |stream| {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}");
        })
    }

    fn with_response(certificate: CertificateParams, respond: impl Fn(&mut Stream) + Send + 'static) -> Self {
        let key = KeyPair::generate().unwrap();
        let certificate = certificate.self_signed(&key).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::try_from(key.serialize_der()).unwrap());
        let config = Arc::new(config.unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base_url = format!("https://{}", listener.local_addr().unwrap());
        let connections = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&connections);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                counted.fetch_add(1, Ordering::SeqCst);
                let mut stream = StreamOwned::new(ServerConnection::new(Arc::clone(&config)).unwrap(), stream);
                // A client that does not trust the certificate ends the connection here.
                if stream.read(&mut [0; 4096]).is_ok_and(|read| read > 0) {
                    respond(&mut stream);
                }
                stream.conn.send_close_notify();
                let _ = stream.flush();
            }
        });
        Self { base_url, pem: certificate.pem(), connections }
    }

    fn client(&self) -> HeroBuilder {
        Hero::builder()
            .environment(Environment::Custom(self.base_url.clone()))
            .credentials(Credentials::new("the-key", "12"))
    }
}

fn certificate(name: &str) -> CertificateParams {
    CertificateParams::new([name.to_owned()]).unwrap()
}

#[tokio::test]
async fn extra_root_certificate_is_trusted() {
    let server = SecureServer::start(certificate("127.0.0.1"));
    let hero = server.client().clock(TestClock::default()).build().unwrap();
    let error = Get(&hero).sent().await.unwrap_err();
    assert!(error.is_connect() && !error.is_timeout(), "{error:?}");

    let hero = server.client().root_certificates(server.pem.clone()).build().unwrap();
    Get(&hero).sent().await.unwrap();
}

/// Certificates that are refused, and whether a client trusts their issuer.
fn refused() -> [(&'static str, CertificateParams, bool); 3] {
    let mut old = certificate("127.0.0.1");
    old.not_before = rcgen::date_time_ymd(2019, 1, 1);
    old.not_after = rcgen::date_time_ymd(2020, 1, 1);
    [
        ("unknown issuer", certificate("127.0.0.1"), false),
        ("another name", certificate("other.example.test"), true),
        ("out of date", old, true),
    ]
}

/// Sends to the server, which is connected to once.
async fn check_refusal(what: &str, server: &SecureServer, builder: HeroBuilder) {
    let clock = TestClock::default();
    let error = Post(&builder.clock(clock.clone()).build().unwrap()).sent().await.unwrap_err();
    assert!(error.is_certificate() && error.is_connect() && !error.is_retryable(), "{what}: {error:?}");
    assert_eq!((error.attempts(), server.connections.load(Ordering::SeqCst)), (1, 1), "{what}");
    assert_eq!((error.effect(), clock.sleeps().len()), (Effect::None, 0), "{what}");
    assert_eq!(
        error.to_string(),
        "sendMessage (POST /v1/messages/send): could not connect: the certificate of the server was refused"
    );
}

#[tokio::test]
async fn refused_certificate_is_not_tried_again() {
    for (what, certificate, is_trusted) in refused() {
        let server = SecureServer::start(certificate);
        let mut builder = server.client();
        if is_trusted {
            builder = builder.root_certificates(server.pem.clone());
        }
        check_refusal(what, &server, builder).await;
    }
}

/// Where native-tls is OpenSSL. With both features, reqwest takes rustls unless it is told.
#[tokio::test]
#[cfg(all(feature = "native-tls", not(any(windows, target_vendor = "apple"))))]
async fn refusal_by_openssl_is_not_tried_again() {
    for (what, certificate, is_trusted) in refused() {
        let server = SecureServer::start(certificate);
        let mut http = reqwest::Client::builder().tls_backend_native();
        if is_trusted {
            http = http.tls_certs_merge([reqwest::Certificate::from_pem(server.pem.as_bytes()).unwrap()]);
        }
        let builder = server.client().http_client_without_guarantees(http.build().unwrap());
        check_refusal(what, &server, builder).await;
    }
}

/// With the clock of the system: the promise is that the time is looked at while responses pour in.
#[tokio::test]
async fn flood_of_1xx_ends_at_the_deadline() {
    let flood = b"HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n".repeat(400);
    let server =
        SecureServer::with_response(certificate("127.0.0.1"), move |stream| while stream.write_all(&flood).is_ok() {});
    let limit = Duration::from_millis(300);
    let hero = server.client().root_certificates(server.pem.clone()).timeout(limit).build().unwrap();
    let error = Get(&hero).sent().await.unwrap_err();
    assert!(error.is_deadline_exceeded(), "{error:?}");
    let late = error.elapsed().saturating_sub(limit);
    // On a busy machine, and unoptimised: over plain http it took 9 s and more.
    assert!(late < Duration::from_secs(5), "{late:?}");
}
