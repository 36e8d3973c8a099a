//! Form
//!
//! Forms that patients fill in.

mod list_forms;
mod get_form;
pub mod types;

pub use self::list_forms::{ListForms, LIST_FORMS};
pub use self::get_form::{GetForm, GET_FORM};

/// # Form
impl crate::Client {
    /// List forms.
    ///
    /// Lists the forms that the practice group has set up. The response has a `count`, but no parameters for
    /// paging are shown.
    ///
    /// `GET /v1/forms` (`listForms`)
    ///
    /// Read from the public reference.
    pub fn list_forms(&self) -> ListForms {
        ListForms::new(self.clone())
    }
    /// Get a form.
    ///
    /// Returns one form with its fields.
    ///
    /// `GET /v1/forms/{id}` (`getForm`)
    ///
    /// Read from the public reference.
    pub fn get_form(&self) -> GetForm {
        GetForm::new(self.clone())
    }
}
