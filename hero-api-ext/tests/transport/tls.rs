//! Whom the client trusts.

use std::{
    io::{Read, Write},
    net::TcpListener,
    sync::Arc,
    thread,
};

use hero_api_ext::{Credentials, Environment, Hero, HeroBuilder, clock::TestClock};
use rustls::{ServerConfig, ServerConnection, StreamOwned, crypto::aws_lc_rs, pki_types::PrivateKeyDer};

use crate::any::Get;

/// A server over https that responds to each connection once. Nobody but itself vouches for its certificate, which is returned.
fn self_signed() -> (String, String) {
    let own = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(own.signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![own.cert.der().clone()], key)
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base_url = format!("https://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut stream = StreamOwned::new(ServerConnection::new(Arc::clone(&config)).unwrap(), stream);
            // A client that does not trust the certificate ends the connection here.
            if stream.read(&mut [0; 4096]).is_ok_and(|read| read > 0) {
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}");
            }
            stream.conn.send_close_notify();
            let _ = stream.flush();
        }
    });
    (base_url, own.cert.pem())
}

fn client(base_url: String) -> HeroBuilder {
    Hero::builder()
        .environment(Environment::Custom(base_url))
        .credentials(Credentials::new("the-key", "12"))
        .clock(TestClock::default())
}

#[tokio::test]
async fn extra_root_certificate_is_trusted() {
    let (base_url, pem) = self_signed();
    let hero = client(base_url.clone()).build().unwrap();
    let error = Get(&hero).sent().await.unwrap_err();
    assert!(error.is_connect() && !error.is_timeout(), "{error:?}");

    let hero = client(base_url).root_certificates(pem).build().unwrap();
    Get(&hero).sent().await.unwrap();
}
