//! What went wrong on the network, in words that say what to do.

use std::io;

use ureq::http::StatusCode;

use document::error::Error;
use xtask_changes::download::FetchRequest;

use super::address::Address;

const BY_HAND: &str = "try again; or download the file by other means, and give it with --from (drift: --revision)";

/// Why a request got no response.
pub(super) fn explain(error: ureq::Error, address: &Address, request: &FetchRequest) -> Error {
    let (message, remedy) = match &error {
        ureq::Error::Timeout(_) => return late(address, request),
        ureq::Error::HostNotFound => (
            "the host is not known".to_owned(),
            "check the address and the network, or give a local copy with --from (drift: --revision)",
        ),
        ureq::Error::Rustls(_) | ureq::Error::Tls(_) | ureq::Error::TlsRequired => untrusted(),
        ureq::Error::Io(cause) if is_tls(cause) => untrusted(),
        ureq::Error::Io(cause) if is_cut(cause) => ("the connection was cut before the response".to_owned(), BY_HAND),
        ureq::Error::Io(cause) if cause.kind() == io::ErrorKind::ConnectionRefused => (
            "nothing listens there".to_owned(),
            "check the address, or give a local copy with --from (drift: --revision)",
        ),
        ureq::Error::ConnectProxyFailed(_) | ureq::Error::InvalidProxyUrl => (
            "the proxy does not let us through".to_owned(),
            "check HTTPS_PROXY and NO_PROXY, or give a local copy with --from (drift: --revision)",
        ),
        ureq::Error::Protocol(_) | ureq::Error::LargeResponseHeader(..) => {
            ("the server does not speak HTTP as it should".to_owned(), BY_HAND)
        }
        ureq::Error::Http(_) => (
            "the request cannot be written".to_owned(),
            "check `etag` and `last_modified` in openapi.lock: restore the committed file",
        ),
        _ => (
            "the download failed".to_owned(),
            "check the address and the network, and try again; or give a local copy with --from (drift: --revision)",
        ),
    };
    Error::new(message).file(address.to_string()).remedy(remedy).because(error)
}

/// Why a body could not be read to its end.
pub(super) fn reading(error: io::Error, received: u64, address: &Address, request: &FetchRequest) -> Error {
    // Errors of the client travel through `Read` in an I/O error; those of the decoder are I/O errors themselves.
    match ureq::Error::from(error) {
        ureq::Error::Timeout(_) => late(address, request),
        // "Stalled" is what the client says of a connection that ends inside a chunk.
        cause @ ureq::Error::BodyStalled => cut(received, address).because(cause),
        ureq::Error::Io(cause) if is_cut(&cause) => cut(received, address).because(cause),
        ureq::Error::Io(cause) if matches!(cause.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData) => {
            Error::new("the file arrived damaged").file(address.to_string()).remedy(BY_HAND).because(cause)
        }
        other => explain(other, address, request),
    }
}

/// Why a response is none that we can use.
pub(super) fn status(status: StatusCode, address: &Address) -> Error {
    let remedy = match status.as_u16() {
        401 | 403 | 407 => "the description is public: check the address, and whether a proxy asks for a login",
        404 | 410 => {
            "find where the description is published now, and give that address with --url (drift: --revision)"
        }
        304 => "the request was not conditional: try again",
        429 | 500..=599 => "try again later",
        _ => "check the address, or give a local copy with --from (drift: --revision)",
    };
    Error::new(format!("the server responded with status {}", status.as_u16())).file(address.to_string()).remedy(remedy)
}

fn cut(received: u64, address: &Address) -> Error {
    Error::new(format!("the file was cut off after {received} bytes")).file(address.to_string()).remedy(BY_HAND)
}

fn late(address: &Address, request: &FetchRequest) -> Error {
    Error::new(format!("the download was not done within {} seconds", request.deadline.as_secs_f64()))
        .file(address.to_string())
        .remedy(BY_HAND)
}

fn untrusted() -> (String, &'static str) {
    (
        "no trusted connection could be made".to_owned(),
        "check the address; behind a proxy that opens TLS, add its certificate to those that this machine trusts",
    )
}

fn is_cut(error: &io::Error) -> bool {
    use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
    matches!(error.kind(), UnexpectedEof | ConnectionReset | ConnectionAborted | BrokenPipe)
}

fn is_tls(error: &io::Error) -> bool {
    error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<rustls::Error>)
}
