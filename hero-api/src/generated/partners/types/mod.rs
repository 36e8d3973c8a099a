//! The types that only operations of the tag Partners use.
mod r#get_heidi_token;
pub use self::r#get_heidi_token::GetHeidiTokenResponse;
