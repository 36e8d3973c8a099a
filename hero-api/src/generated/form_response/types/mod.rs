//! The types that only operations of the tag Form Response use.

mod get_form_response;

pub use self::get_form_response::GetFormResponseResponse;
