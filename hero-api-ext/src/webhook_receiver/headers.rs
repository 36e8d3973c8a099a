use std::fmt;

use http::HeaderMap;

use super::VerifyError;

/// The header with the time of signing.
pub const TIMESTAMP: &str = "x-herohealth-timestamp";
/// The header with the signature.
pub const SIGNATURE: &str = "x-herohealth-signature";

const MAX_TIMESTAMP: usize = 64;
/// Room for fifteen signatures in hex.
const MAX_SIGNATURES: usize = 1024;

/// The two headers that Hero signs a delivery with, as raw bytes.
///
/// # Examples
///
/// ```
/// use hero_api_ext::webhook_receiver::SignatureHeaders;
///
/// // From a framework that is built on the crate `http`:
/// let headers = http::HeaderMap::new();
/// let from_map = SignatureHeaders::from(&headers);
///
/// // From any other, which has names in whatever case, and raw values:
/// let pairs: [(&str, &[u8]); 2] = [("X-Herohealth-Timestamp", b"1700000000"), ("X-Herohealth-Signature", b"c2ln")];
/// let from_pairs = SignatureHeaders::from_pairs(pairs);
/// ```
#[derive(Clone, Default)]
pub struct SignatureHeaders<'a> {
    timestamps: Vec<&'a [u8]>,
    signatures: Vec<&'a [u8]>,
}

impl<'a> SignatureHeaders<'a> {
    /// Takes the value of each header, exactly as it came.
    #[must_use]
    pub fn new(timestamp: &'a [u8], signature: &'a [u8]) -> Self {
        Self { timestamps: vec![timestamp], signatures: vec![signature] }
    }

    /// Picks both out of all headers of a request, exactly as they came. A header that came twice has to be there
    /// twice.
    #[must_use]
    pub fn from_pairs<N: AsRef<str>>(headers: impl IntoIterator<Item = (N, &'a [u8])>) -> Self {
        let mut found = Self::default();
        for (name, value) in headers {
            let name = name.as_ref();
            if name.eq_ignore_ascii_case(TIMESTAMP) {
                found.timestamps.push(value);
            } else if name.eq_ignore_ascii_case(SIGNATURE) {
                found.signatures.push(value);
            }
        }
        found
    }

    pub(crate) fn timestamp(&self) -> Result<&'a [u8], VerifyError> {
        match *self.timestamps {
            [] => Err(VerifyError::MissingTimestamp),
            [value] if value.trim_ascii().is_empty() => Err(VerifyError::MissingTimestamp),
            [value] if value.len() > MAX_TIMESTAMP => Err(VerifyError::LongTimestamp),
            [value] => Ok(value),
            _ => Err(VerifyError::RepeatedTimestamp),
        }
    }

    /// The values of all signature headers: as with every header that is a list, several stand for one with commas.
    pub(crate) fn signatures(&self) -> Result<&[&'a [u8]], VerifyError> {
        if self.signatures.iter().all(|value| value.trim_ascii().is_empty()) {
            return Err(VerifyError::MissingSignature);
        }
        if self.signatures.iter().map(|value| value.len()).sum::<usize>() > MAX_SIGNATURES {
            return Err(VerifyError::MalformedSignature);
        }
        Ok(&self.signatures)
    }
}

impl<'a> From<&'a HeaderMap> for SignatureHeaders<'a> {
    fn from(headers: &'a HeaderMap) -> Self {
        let all = |name| headers.get_all(name).iter().map(http::HeaderValue::as_bytes).collect();
        Self { timestamps: all(TIMESTAMP), signatures: all(SIGNATURE) }
    }
}

impl fmt::Debug for SignatureHeaders<'_> {
    /// Says how many there are. A signature would let whoever reads the log repeat the delivery.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignatureHeaders")
            .field("timestamps", &self.timestamps.len())
            .field("signatures", &self.signatures.len())
            .finish()
    }
}
