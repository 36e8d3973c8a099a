//! What a command asks of the network, and what comes back; `xtask-network` does it.

use std::time::Duration;

use document::error::Result;

/// What to download, and how much of it to put up with.
#[derive(Clone, Debug)]
pub struct FetchRequest {
    /// https, or http on this machine.
    pub url: String,
    /// `ETag` of the bytes at hand.
    pub etag: Option<String>,
    /// `Last-Modified` of the bytes at hand.
    pub last_modified: Option<String>,
    /// How long all of it may take, from the first look-up to the last byte.
    pub deadline: Duration,
    /// How many bytes there may be, on the wire and after decoding.
    pub max_bytes: u64,
    /// Certificates (DER) to trust in place of those that the system trusts; none for the system's. For tests.
    pub roots: Vec<Vec<u8>>,
}

impl FetchRequest {
    /// An unconditional request with the limits of `update`: 60 seconds in all, 32 MiB.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            etag: None,
            last_modified: None,
            deadline: Duration::from_secs(60),
            max_bytes: 32 << 20,
            roots: Vec::new(),
        }
    }
}

/// What the server had to say.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Fetched {
    /// The bytes at hand are still those that are published.
    NotModified,
    /// The whole published file.
    Body {
        /// Decoded content.
        bytes: Vec<u8>,
        /// `ETag`, for the next request.
        etag: Option<String>,
        /// `Last-Modified`, for the next request.
        last_modified: Option<String>,
        /// Where the bytes came from in the end.
        final_url: String,
    },
}

/// How far a download is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Progress {
    /// Bytes that came over the wire.
    pub received: u64,
    /// Bytes that are to come over the wire in all, when the server says so.
    pub total: Option<u64>,
}

/// How to download.
pub type Fetch<'a> = dyn FnMut(&FetchRequest) -> Result<Fetched> + 'a;
