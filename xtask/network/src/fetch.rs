//! Downloads a description, for `update` and for whoever else needs the published bytes.
//!
//! What comes from the network is untrusted. It has to come over https (or from this machine), within a time, a size and
//! a number of redirects, and whole; otherwise nothing of it is handed on.

mod address;
mod body;
mod failure;

use std::{sync::Arc, time::Duration};

use ureq::{
    Agent,
    http::{HeaderMap, StatusCode, header},
    tls::{Certificate, RootCerts, TlsConfig},
};

use document::error::{Error, Result};
use xtask_changes::download::{FetchRequest, Fetched, Progress};

use address::Address;

/// Redirects that are followed.
const REDIRECTS: usize = 3;

/// Longest `ETag` or `Last-Modified` that is kept for the next request.
const LONGEST_VALIDATOR: usize = 512;

/// Downloads what `request` asks for. `elapsed` tells the time since the caller started to wait.
///
/// # Errors
///
/// Says which address did what, and what to do. Nothing that arrived incomplete is ever returned.
pub fn fetch(
    request: &FetchRequest,
    elapsed: &dyn Fn() -> Duration,
    progress: &mut dyn FnMut(Progress),
) -> Result<Fetched> {
    let mut address = Address::parse(&request.url)?;
    for _ in 0..=REDIRECTS {
        let response = send(request, &address, elapsed).map_err(|error| failure::explain(error, &address, request))?;
        let (head, body) = response.into_parts();
        match head.status {
            StatusCode::OK => {
                let bytes = body::read(&head.headers, body, request, &address, progress)?;
                return Ok(Fetched::Body {
                    bytes,
                    etag: validator(&head.headers, header::ETAG),
                    last_modified: validator(&head.headers, header::LAST_MODIFIED),
                    final_url: address.to_string(),
                });
            }
            StatusCode::NOT_MODIFIED if request.etag.is_some() || request.last_modified.is_some() => {
                return Ok(Fetched::NotModified);
            }
            StatusCode::MOVED_PERMANENTLY
            | StatusCode::FOUND
            | StatusCode::SEE_OTHER
            | StatusCode::TEMPORARY_REDIRECT
            | StatusCode::PERMANENT_REDIRECT => address = address.redirect(location(&head.headers, &address)?)?,
            status => return Err(failure::status(status, &address)),
        }
    }
    Err(Error::new(format!("the server redirects more than {REDIRECTS} times"))
        .file(&request.url)
        .remedy("open the address in a browser, and give the one where it ends with --url (drift: --revision)"))
}

fn send(
    request: &FetchRequest,
    address: &Address,
    elapsed: &dyn Fn() -> Duration,
) -> std::result::Result<ureq::http::Response<ureq::Body>, ureq::Error> {
    let left = request
        .deadline
        .checked_sub(elapsed())
        .filter(|left| !left.is_zero())
        .ok_or(ureq::Error::Timeout(ureq::Timeout::Global))?;
    let roots = if request.roots.is_empty() {
        RootCerts::PlatformVerifier
    } else {
        RootCerts::from(request.roots.iter().map(|der| Certificate::from_der(der).to_owned()))
    };
    let tls = TlsConfig::builder()
        .root_certs(roots)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
        .build();
    let mut config = Agent::config_builder()
        .http_status_as_error(false)
        // Followed in `fetch`, which looks at each address first.
        .max_redirects(0)
        .https_only(!address.is_loopback())
        .timeout_global(Some(left))
        .tls_config(tls)
        .user_agent(concat!("hero-api-xtask/", env!("CARGO_PKG_VERSION")));
    if address.is_loopback() {
        // A proxy cannot reach this machine.
        config = config.proxy(None);
    }
    let agent: Agent = config.build().into();
    let mut call = agent
        .get(address.uri())
        .header(header::ACCEPT, "application/yaml, application/json;q=0.9, */*;q=0.5")
        .header(header::ACCEPT_ENCODING, "gzip");
    if let Some(etag) = &request.etag {
        call = call.header(header::IF_NONE_MATCH, etag);
    }
    if let Some(date) = &request.last_modified {
        call = call.header(header::IF_MODIFIED_SINCE, date);
    }
    call.call()
}

fn location<'a>(headers: &'a HeaderMap, address: &Address) -> Result<&'a str> {
    headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).ok_or_else(|| {
        Error::new("the server redirects without saying where to")
            .file(address.to_string())
            .remedy("give another address with --url, or a local copy with --from (drift: --revision for both)")
    })
}

fn validator(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    let text = headers.get(name)?.to_str().ok()?;
    (!text.is_empty() && text.len() <= LONGEST_VALIDATOR).then(|| text.to_owned())
}
