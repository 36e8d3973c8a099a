//! Partners
//!
//! Tokens for the services of other partners. Listed for partners only.

mod get_heidi_token;
pub mod types;

pub use self::get_heidi_token::{GetHeidiToken, GET_HEIDI_TOKEN};

/// # Partners
impl crate::Client {
    /// Get a token for Heidi.
    ///
    /// Returns a token for the Heidi scribe service, for the admin and the practice group of the call. It is
    /// listed for partners only.
    ///
    /// `GET /v1/partners/heidi/token` (`getHeidiToken`)
    ///
    /// Read from the public reference.
    pub fn get_heidi_token(&self) -> GetHeidiToken {
        GetHeidiToken::new(self.clone())
    }
}
