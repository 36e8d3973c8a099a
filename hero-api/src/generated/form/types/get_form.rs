//! What `getForm` sends and returns.

use crate::types::FormType;

/// Response of `getForm`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetFormResponse {
    pub description: String,
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub fields: Vec<GetFormResponseFieldsItem>,
    pub form_type: FormType,
    pub id: String,
    pub patient_description: Option<String>,
    pub patient_title: Option<String>,
    pub snomed_code: Option<String>,
    pub title: String,
}

impl ::std::fmt::Debug for GetFormResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetFormResponse")
            .field("description", &crate::runtime::redacted::of(&self.description))
            .field("fields", &self.fields)
            .field("form_type", &self.form_type)
            .field("id", &self.id)
            .field(
                "patient_description",
                &crate::runtime::redacted::of(&self.patient_description),
            )
            .field("patient_title", &crate::runtime::redacted::of(&self.patient_title))
            .field("snomed_code", &crate::runtime::redacted::of(&self.snomed_code))
            .field("title", &crate::runtime::redacted::of(&self.title))
            .finish()
    }
}

/// Item of the list `GetFormResponseFields`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct GetFormResponseFieldsItem {
    pub form_question_id: String,
    pub name: String,
}

impl ::std::fmt::Debug for GetFormResponseFieldsItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("GetFormResponseFieldsItem")
            .field("form_question_id", &self.form_question_id)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .finish()
    }
}
