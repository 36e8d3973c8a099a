use std::fmt;

use hmac::{
    Hmac, KeyInit, Mac,
    digest::{CtOutput, array::Array},
};
use sha2::Sha256;

use super::KeyError;

/// How many bytes an HMAC-SHA256 has.
pub(crate) const LENGTH: usize = 32;

/// A signing key, as the state that HMAC makes of it: the text itself is not kept.
///
/// The state is wiped when it is dropped, by the feature `zeroize` of the crates that it is from.
#[derive(Clone)]
pub(crate) struct SigningKey(Hmac<Sha256>);

impl SigningKey {
    pub(crate) fn new(key: &[u8]) -> Result<Self, KeyError> {
        // HMAC fills a key up with zero bytes, so a key of nothing else is the empty key.
        if key.iter().all(|byte| *byte == 0) {
            return Err(KeyError::Empty);
        }
        // HTTP and JSON carry white space faithfully, so it would never verify: mostly a line break pasted along.
        if key.trim_ascii().len() != key.len() {
            return Err(KeyError::Padded);
        }
        Hmac::new_from_slice(key).map(Self).map_err(|_| KeyError::Empty)
    }

    /// The signature of `<timestamp>.<body>`. Comparing two takes the same time wherever they differ.
    pub(crate) fn sign(&self, timestamp: &[u8], body: &[u8]) -> Mac256 {
        let mut mac = self.0.clone();
        mac.update(timestamp);
        mac.update(b".");
        mac.update(body);
        Mac256(mac.finalize())
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey")
    }
}

/// An HMAC-SHA256.
#[derive(Clone)]
pub(crate) struct Mac256(CtOutput<Hmac<Sha256>>);

impl Mac256 {
    pub(crate) fn is(&self, candidate: [u8; LENGTH]) -> bool {
        self.0 == CtOutput::new(Array(candidate))
    }

    #[cfg(any(test, feature = "test-util"))]
    pub(crate) fn into_bytes(self) -> [u8; LENGTH] {
        self.0.into_bytes().0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_or_padded_key_is_refused() {
        for empty in [&b""[..], b"\0", &[0; 64], &[0; 65]] {
            assert_eq!(SigningKey::new(empty).err(), Some(KeyError::Empty), "{empty:?}");
        }
        for padded in ["key\n", " key", "\tkey", "key\r\n", " "] {
            assert_eq!(SigningKey::new(padded.as_bytes()).err(), Some(KeyError::Padded), "{padded:?}");
        }
    }

    #[test]
    fn a_key_is_wiped_from_memory() {
        fn is_wiped<T: hmac::digest::zeroize::ZeroizeOnDrop>() {}
        // What HMAC makes of a key is two states of the hash.
        is_wiped::<<Sha256 as hmac::digest::block_api::CoreProxy>::Core>();
    }

    #[test]
    fn key_of_any_length_is_taken_and_not_printed() -> Result<(), KeyError> {
        for key in [vec![b'k'; 1], vec![0xff; 64], vec![b'm'; 65], vec![b'n'; 100_000]] {
            let key = SigningKey::new(&key)?;
            assert_eq!(format!("{key:?}"), "SigningKey");
            assert!(key.sign(b"1", b"2").is(key.sign(b"1", b"2").into_bytes()));
        }
        Ok(())
    }
}
