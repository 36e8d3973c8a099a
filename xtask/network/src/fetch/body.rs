//! Reads the body of a response: whole, decoded, and no further than allowed.

use std::io::{self, Read};

use flate2::read::MultiGzDecoder;
use ureq::http::{HeaderMap, header};

use document::error::{Error, Result};
use xtask_changes::download::{FetchRequest, Progress};

use super::{address::Address, failure};

/// How a body is written on the wire.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Encoding {
    Identity,
    Gzip,
}

/// The whole body, decoded.
pub(super) fn read(
    headers: &HeaderMap,
    body: ureq::Body,
    request: &FetchRequest,
    address: &Address,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<u8>> {
    let encoding = encoding(headers, address)?;
    let total = length(headers);
    if total.is_some_and(|total| total > request.max_bytes) {
        return Err(too_large(request, address));
    }
    let chunked = headers.contains_key(header::TRANSFER_ENCODING);
    if total.is_none() && !chunked && encoding == Encoding::Identity {
        // Such a body ends where the connection does, so one that was cut looks like one that is whole.
        return Err(Error::new("the server does not say how long the file is, so a cut could not be seen")
            .file(address.to_string())
            .remedy("download the file by other means, and give it with --from (drift: --revision)"));
    }
    let mut wire = Wire { body: body.into_reader(), received: 0, total, progress };
    // One byte more than allowed tells a body that fits from one that does not, without reading on.
    let limit = request.max_bytes.saturating_add(1);
    let mut bytes = Vec::new();
    let outcome = match encoding {
        Encoding::Identity => (&mut wire).take(limit).read_to_end(&mut bytes),
        Encoding::Gzip => MultiGzDecoder::new((&mut wire).take(limit)).take(limit).read_to_end(&mut bytes),
    };
    let received = wire.received;
    if bytes.len() as u64 > request.max_bytes || received > request.max_bytes {
        return Err(too_large(request, address));
    }
    match outcome {
        Ok(_) => Ok(bytes),
        Err(error) => Err(failure::reading(error, received, address, request)),
    }
}

fn encoding(headers: &HeaderMap, address: &Address) -> Result<Encoding> {
    let named: Vec<String> = headers
        .get_all(header::CONTENT_ENCODING)
        .iter()
        .flat_map(|value| {
            String::from_utf8_lossy(value.as_bytes()).to_lowercase().split(',').map(str::to_owned).collect::<Vec<_>>()
        })
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty() && name != "identity")
        .collect();
    match named.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Ok(Encoding::Identity),
        ["gzip" | "x-gzip"] => Ok(Encoding::Gzip),
        _ => Err(Error::new(format!("the server sent the file as `{}`, which was not asked for", named.join(", ")))
            .file(address.to_string())
            .remedy("download the file by other means, and give it with --from (drift: --revision)")),
    }
}

fn length(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.trim().parse().ok()
}

fn too_large(request: &FetchRequest, address: &Address) -> Error {
    Error::new(format!("the file is larger than {} bytes", request.max_bytes))
        .file(address.to_string())
        .remedy("check the address: no description is as large as that")
}

/// The bytes on the wire, counted.
struct Wire<'a, R> {
    body: R,
    received: u64,
    total: Option<u64>,
    progress: &'a mut dyn FnMut(Progress),
}

impl<R: Read> Read for Wire<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.body.read(buffer)?;
        self.received += count as u64;
        (self.progress)(Progress { received: self.received, total: self.total });
        Ok(count)
    }
}
