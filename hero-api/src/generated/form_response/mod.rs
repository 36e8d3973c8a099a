//! Form Response
//!
//! Forms that patients have submitted.

mod get_form_response;
pub mod types;

pub use self::get_form_response::{GetFormResponse, GET_FORM_RESPONSE};

/// # Form Response
impl crate::Client {
    /// Get a form response.
    ///
    /// Returns the record of one submitted form. The ids in it are numbers, unlike those of other resources.
    ///
    /// `GET /v1/form_response/{id}` (`getFormResponse`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn get_form_response(&self) -> GetFormResponse {
        GetFormResponse::new(self.clone())
    }
}
