//! The types that only operations of the tag Form use.

mod form_type;
mod get_form;
mod list_forms;

pub use self::form_type::FormType;
pub use self::get_form::{GetFormResponse, GetFormResponseFieldsItem};
pub use self::list_forms::{ListFormsItem, ListFormsResponse};
