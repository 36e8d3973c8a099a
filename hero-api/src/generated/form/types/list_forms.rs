//! What `listForms` sends and returns.

use crate::types::FormType;

/// Item of `data` in `ListFormsResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListFormsItem {
    pub description: String,
    pub form_type: FormType,
    pub id: String,
    pub patient_description: Option<String>,
    pub patient_title: Option<String>,
    pub reply_form: bool,
    pub snomed_code: Option<String>,
    pub title: String,
}

impl ::std::fmt::Debug for ListFormsItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListFormsItem")
            .field("description", &crate::runtime::redacted::of(&self.description))
            .field("form_type", &self.form_type)
            .field("id", &self.id)
            .field(
                "patient_description",
                &crate::runtime::redacted::of(&self.patient_description),
            )
            .field("patient_title", &crate::runtime::redacted::of(&self.patient_title))
            .field("reply_form", &self.reply_form)
            .field("snomed_code", &crate::runtime::redacted::of(&self.snomed_code))
            .field("title", &crate::runtime::redacted::of(&self.title))
            .finish()
    }
}

/// Response of `listForms`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListFormsResponse {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(deserialize_with = "crate::runtime::lenient::integer")]
    pub count: i64,
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<ListFormsItem>,
}

impl ::std::fmt::Debug for ListFormsResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListFormsResponse")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}
