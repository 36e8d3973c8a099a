//! Bodies as they arrive, compressed too. reqwest reads one of the forms of gzip that HTTP allows, and none that has another case.

#[cfg(feature = "gzip")]
mod gzip;

use std::io;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header::ACCEPT_ENCODING};

use super::body::Pieces;

/// Asks for the encoding that [`BodyReader`] reads.
pub(super) fn accept(headers: &mut HeaderMap) {
    let encoding = if cfg!(feature = "gzip") { "gzip" } else { "identity" };
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(encoding));
}

/// Reads a body piece by piece, decompresses it and limits its size.
pub(super) enum BodyReader {
    Plain {
        pieces: Pieces,
        cap: usize,
    },
    #[cfg(feature = "gzip")]
    Gzip(gzip::Decoder),
}

/// Why a body cannot be read.
#[derive(Debug)]
#[cfg_attr(not(feature = "gzip"), expect(dead_code, reason = "a plain body is only ever too large"))]
pub(super) enum BodyError {
    /// It is larger than the cap.
    TooLarge,
    /// The time ran out.
    Late,
    /// It is not what its header says.
    Broken(io::Error),
}

impl BodyReader {
    /// Takes from the headers what is no longer true of the body once it is decompressed.
    pub(super) fn new(headers: &mut HeaderMap, cap: usize) -> Self {
        #[cfg(feature = "gzip")]
        if let Some(decoder) = gzip::Decoder::new(headers, cap) {
            return Self::Gzip(decoder);
        }
        #[cfg(not(feature = "gzip"))]
        let _ = headers;
        Self::Plain { pieces: Pieces::default(), cap }
    }

    /// Reads on, until `is_late` says that the time is up.
    pub(super) fn push(&mut self, piece: Bytes, is_late: impl Fn() -> bool) -> Result<(), BodyError> {
        #[cfg(not(feature = "gzip"))]
        let _ = is_late;
        match self {
            Self::Plain { pieces, cap } => {
                if piece.len() > *cap - pieces.len() {
                    return Err(BodyError::TooLarge);
                }
                pieces.push(piece);
                Ok(())
            }
            #[cfg(feature = "gzip")]
            Self::Gzip(decoder) => decoder.push(&piece, is_late),
        }
    }

    /// The whole body.
    #[cfg_attr(not(feature = "gzip"), expect(clippy::unnecessary_wraps, reason = "what is compressed may be broken"))]
    pub(super) fn finish(self) -> Result<Bytes, BodyError> {
        match self {
            Self::Plain { pieces, .. } => Ok(pieces.join()),
            #[cfg(feature = "gzip")]
            Self::Gzip(decoder) => decoder.finish(),
        }
    }
}

#[cfg(test)]
mod tests {
    use http::header::CONTENT_ENCODING;

    use super::*;

    #[test]
    fn no_encoding_is_asked_for_that_is_not_read() {
        let mut asked = HeaderMap::new();
        accept(&mut asked);
        let mut compressed = HeaderMap::from_iter([(CONTENT_ENCODING, HeaderValue::from_static("gzip"))]);
        let is_read = !matches!(BodyReader::new(&mut compressed, 1), BodyReader::Plain { .. });
        assert_eq!(asked[ACCEPT_ENCODING], if is_read { "gzip" } else { "identity" });
    }
}
