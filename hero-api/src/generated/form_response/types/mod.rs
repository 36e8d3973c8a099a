//! The types that only operations of the tag Form Response use.
mod r#get_form_response;
pub use self::r#get_form_response::GetFormResponseResponse;
