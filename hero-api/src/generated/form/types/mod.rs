//! The types that only operations of the tag Form use.
mod r#form_type;
mod r#get_form;
mod r#list_forms;
pub use self::r#form_type::FormType;

pub use self::r#get_form::{GetFormResponse, GetFormResponseFieldsItem};

pub use self::r#list_forms::{ListFormsItem, ListFormsResponse};
