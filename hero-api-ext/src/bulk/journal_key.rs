use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::Error;

/// The secret behind the fingerprints of a [`Journal`](super::Journal).
///
/// A patient id has few digits, so a plain hash of a message is undone by trying all of them. With a key that is not in
/// the journal, whoever reads the journal alone learns nothing.
///
/// All runs of one journal need the same key. [`FileJournal::open`](super::FileJournal::open) makes one and keeps it in
/// a file of its own.
#[derive(Clone)]
pub struct JournalKey(Hmac<Sha256>);

impl JournalKey {
    /// How many bytes a key has at least.
    pub const MIN_LENGTH: usize = 16;

    /// A key from a secret store. The bytes must be random.
    ///
    /// # Errors
    ///
    /// [`is_invalid_input`](Error::is_invalid_input) when there are fewer than [`MIN_LENGTH`](Self::MIN_LENGTH) bytes.
    pub fn new(secret: &[u8]) -> Result<Self, Error> {
        let too_short = || Error::invalid_input("journal key", "has fewer than 16 bytes");
        if secret.len() < Self::MIN_LENGTH {
            return Err(too_short());
        }
        Hmac::new_from_slice(secret).map(Self).map_err(|_| too_short())
    }

    /// The first eight bytes of the HMAC-SHA256 of `content`.
    pub(crate) fn fingerprint(&self, content: &[u8]) -> u64 {
        let mac = self.0.clone().chain_update(content).finalize().into_bytes();
        mac.iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte))
    }
}

impl fmt::Debug for JournalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JournalKey")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprint_is_hmac_sha256() {
        // Test case 2 of RFC 4231 needs a key of four bytes; this is test case 1, with a key of 20.
        let key = JournalKey::new(&[0x0b; 20]).unwrap();
        assert_eq!(key.fingerprint(b"Hi There"), 0xb034_4c61_d8db_3853);
    }

    #[test]
    fn fingerprints_differ_by_key_and_by_content() {
        let keys = [[1; 16], [2; 16]].map(|secret| JournalKey::new(&secret).unwrap());
        assert_ne!(keys[0].fingerprint(b"a"), keys[1].fingerprint(b"a"));
        assert_ne!(keys[0].fingerprint(b"a"), keys[0].fingerprint(b"b"));
    }

    #[test]
    fn short_key_is_refused_and_no_key_is_printed() {
        assert!(JournalKey::new(&[7; 15]).is_err_and(|error| error.is_invalid_input()));
        assert_eq!(format!("{:?}", JournalKey::new(b"marker marker marker").unwrap()), "JournalKey");
    }
}
