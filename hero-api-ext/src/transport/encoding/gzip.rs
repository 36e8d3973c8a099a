use std::io::{self, Write};

use bytes::Bytes;
use flate2::write::MultiGzDecoder;
use http::{
    HeaderMap,
    header::{CONTENT_ENCODING, CONTENT_LENGTH},
};

use super::BodyError;

/// How much is decompressed between two looks at the clock: at most a thousand times as much comes out.
const SLICE: usize = 1_024;

/// Decompresses a body piece by piece, and limits its size.
pub(in crate::transport) struct Decoder {
    decoder: MultiGzDecoder<Capped>,
    is_empty: bool,
}

impl Decoder {
    /// A decoder, if the headers say that the body is compressed. They lose what is then no longer true of it.
    pub(super) fn new(headers: &mut HeaderMap, cap: usize) -> Option<Self> {
        if !is_gzip(headers) {
            return None;
        }
        headers.remove(CONTENT_ENCODING);
        headers.remove(CONTENT_LENGTH);
        let decoder = MultiGzDecoder::new(Capped { bytes: Vec::new(), cap, is_full: false });
        Some(Self { decoder, is_empty: true })
    }

    pub(super) fn push(&mut self, piece: &[u8], is_late: impl Fn() -> bool) -> Result<(), BodyError> {
        for slice in piece.chunks(SLICE) {
            self.is_empty = false;
            if let Err(error) = self.decoder.write_all(slice) {
                return Err(self.decoder.get_ref().why(error));
            }
            if is_late() {
                return Err(BodyError::Late);
            }
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<Bytes, BodyError> {
        // A response to HEAD, or one without content.
        if self.is_empty {
            return Ok(Bytes::new());
        }
        match self.decoder.try_finish() {
            Ok(()) => Ok(std::mem::take(&mut self.decoder.get_mut().bytes).into()),
            Err(error) => Err(self.decoder.get_ref().why(error)),
        }
    }
}

/// Whether the body was compressed once, with gzip. `x-gzip` is another name of it, and names have no case (RFC 9110).
fn is_gzip(headers: &HeaderMap) -> bool {
    let values = headers.get_all(CONTENT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let mut names = values.flat_map(|value| value.split(',')).map(str::trim);
    let is_gzip =
        names.next().is_some_and(|name| ["gzip", "x-gzip"].iter().any(|gzip| name.eq_ignore_ascii_case(gzip)));
    is_gzip && names.next().is_none()
}

/// What has come out of the decoder.
#[derive(Debug)]
struct Capped {
    bytes: Vec<u8>,
    cap: usize,
    is_full: bool,
}

impl Capped {
    fn why(&self, error: io::Error) -> BodyError {
        if self.is_full { BodyError::TooLarge } else { BodyError::Broken(error) }
    }
}

impl Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.cap - self.bytes.len() {
            self.is_full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use flate2::{Compression, write::GzEncoder};

    use super::*;
    use crate::transport::encoding::BodyReader;

    fn gzip(text: &str) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    }

    fn headers(encodings: &[&str]) -> HeaderMap {
        let names = encodings.iter().map(|encoding| (CONTENT_ENCODING, encoding.parse().unwrap()));
        names.chain([(CONTENT_LENGTH, 7.into())]).collect()
    }

    fn read(encodings: &[&str], body: &[u8], cap: usize) -> Result<Bytes, BodyError> {
        let mut reader = BodyReader::new(&mut headers(encodings), cap);
        for piece in body.chunks(7) {
            reader.push(Bytes::copy_from_slice(piece), || false)?;
        }
        reader.finish()
    }

    #[test]
    fn every_name_of_gzip_is_read() {
        for name in ["gzip", "GZIP", "x-gzip", "X-GZip", " gzip "] {
            assert_eq!(read(&[name], &gzip("text"), 4).unwrap(), "text", "{name}");
        }
        for names in [&[][..], &["identity"], &["br"], &["gzip, gzip"], &["gzip", "br"]] {
            assert_eq!(read(names, b"text", 4).unwrap(), "text", "{names:?}");
        }
    }

    #[test]
    fn all_members_are_read() {
        let members = [gzip("one "), gzip(""), gzip("two")].concat();
        assert_eq!(read(&["gzip"], &members, 7).unwrap(), "one two");
        assert!(matches!(read(&["gzip"], &members, 6), Err(BodyError::TooLarge)));
    }

    #[test]
    fn broken_gzip_is_an_error() {
        let whole = gzip("some text that is long enough");
        assert_eq!(read(&["gzip"], b"", 0).unwrap(), "");
        for broken in [&b"text"[..], &whole[..1], &whole[..whole.len() - 1], &[&whole[..], b"text"].concat()] {
            assert!(matches!(read(&["gzip"], broken, 100), Err(BodyError::Broken(_))), "{broken:?}");
        }
    }

    #[test]
    fn decompressing_ends_in_time() {
        let mut reader = BodyReader::new(&mut headers(&["gzip"]), usize::MAX);
        let body = gzip(&"text".repeat(100_000));
        assert!(matches!(reader.push(body.into(), || true), Err(BodyError::Late)));
    }

    #[test]
    fn headers_are_those_of_the_body() {
        let mut compressed = headers(&["gzip"]);
        BodyReader::new(&mut compressed, 1);
        assert!(compressed.is_empty());
        let mut plain = headers(&[]);
        BodyReader::new(&mut plain, 1);
        assert_eq!(plain.len(), 1);
    }
}
