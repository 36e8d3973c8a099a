use std::{fmt, io, sync::Arc};

use secrecy::{ExposeSecret, SecretBox, SecretString};

use crate::Error;

/// Where signing keys get their randomness from. It must not be predictable.
///
/// A function that fills bytes is one.
pub trait Entropy: Send + Sync {
    /// Fills all of `bytes`.
    ///
    /// # Errors
    ///
    /// There is no randomness. No webhook is created then.
    fn fill(&self, bytes: &mut [u8]) -> io::Result<()>;
}

impl<F: Fn(&mut [u8]) -> io::Result<()> + Send + Sync> Entropy for F {
    fn fill(&self, bytes: &mut [u8]) -> io::Result<()> {
        self(bytes)
    }
}

#[derive(Clone)]
pub(super) struct KeySource(Arc<dyn Entropy>);

impl KeySource {
    pub(super) fn new(entropy: impl Entropy + 'static) -> Self {
        Self(Arc::new(entropy))
    }
}

impl Default for KeySource {
    /// The randomness of the system.
    fn default() -> Self {
        Self::new(|bytes: &mut [u8]| getrandom::fill(bytes).map_err(io::Error::other))
    }
}

impl fmt::Debug for KeySource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeySource")
    }
}

/// A key of 256 bits, as many as the hash has, in hexadecimal: 64 characters that no header, JSON or shell changes.
pub(super) fn signing_key(entropy: &KeySource) -> Result<SecretString, Error> {
    let mut filled = Ok(());
    let bytes = SecretBox::<[u8; 32]>::init_with_mut(|bytes| filled = entropy.0.fill(bytes));
    filled.map_err(|_| Error::configuration("there is no randomness to make a signing key of"))?;
    // As large as it gets from the start, so that no part of it stays behind in memory that was given back.
    let mut text = String::with_capacity(2 * bytes.expose_secret().len());
    for byte in bytes.expose_secret() {
        for digit in [byte >> 4, byte & 0xf] {
            text.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    Ok(text.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_bytes_in_hexadecimal() {
        let counting = KeySource::new(|bytes: &mut [u8]| {
            (0u8..).zip(bytes).for_each(|(number, byte)| *byte = number.wrapping_mul(9));
            Ok(())
        });
        let key = signing_key(&counting).unwrap();
        assert!(key.expose_secret().starts_with("0009121b24"));
        assert_eq!(key.expose_secret().len(), 64);
    }

    #[test]
    fn keys_of_the_system_differ() {
        let key = || signing_key(&KeySource::default()).unwrap();
        assert_ne!(key().expose_secret(), key().expose_secret());
    }

    #[test]
    fn without_randomness_there_is_no_key() {
        let broken = KeySource::new(|_: &mut [u8]| Err(io::Error::other("marker")));
        assert!(
            signing_key(&broken).is_err_and(|error| error.is_configuration() && !error.to_string().contains("marker"))
        );
    }
}
