//! The types that only operations of the tag Partners use.

mod get_heidi_token;

pub use self::get_heidi_token::GetHeidiTokenResponse;
