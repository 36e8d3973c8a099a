//! Forms that patients fill in, and what they filled in. Start with [`Hero::forms`].
//!
//! To send a form to a patient, make a link to it: [`links`](crate::links).

use hero_api::{Operation, builder};

use crate::{Call, Hero, Id, id::id_text};

/// The forms of a practice group: the response of `listForms`.
pub type FormList = <builder::ListForms as Operation>::Output;

/// A form with its questions: the response of `getForm`.
pub type Form = <builder::GetForm as Operation>::Output;

/// What was sent in: the response of `getFormResponse`.
pub type FormResponse = <builder::GetFormResponse as Operation>::Output;

impl Hero {
    /// Forms and their responses.
    #[must_use]
    pub fn forms(&self) -> Forms {
        Forms { hero: self.clone() }
    }
}

/// What can be done with forms. Made by [`Hero::forms`].
#[derive(Clone, Debug)]
pub struct Forms {
    hero: Hero,
}

impl Forms {
    /// All forms of the practice group.
    ///
    /// # Errors
    ///
    /// As every call.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// for form in hero.forms().list().send().await?.data {
    ///     println!("{} {}", form.id, form.title);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "listForms")]
    pub fn list(&self) -> Call<FormList> {
        Call::operation(self.hero.api().list_forms())
    }

    /// The forms in which this text is found.
    ///
    /// # Errors
    ///
    /// As every call.
    #[doc(alias = "listForms")]
    pub fn search(&self, text: &str) -> Call<FormList> {
        Call::operation(self.hero.api().list_forms().search(text))
    }

    /// One form, with its questions.
    ///
    /// # Errors
    ///
    /// As every call; [`is_not_found`](crate::Error::is_not_found) when there is no such form.
    #[doc(alias = "getForm")]
    pub fn get(&self, form: impl Into<Id>) -> Call<Form> {
        Call::operation(self.hero.api().get_form().id(id_text(form)))
    }

    /// What a patient sent in: the webhook `form-submission.created` names it.
    ///
    /// # Errors
    ///
    /// As every call; [`is_not_found`](crate::Error::is_not_found) when there is no such response.
    #[doc(alias = "getFormResponse")]
    pub fn response(&self, response: impl Into<Id>) -> Call<FormResponse> {
        Call::operation(self.hero.api().get_form_response().id(id_text(response)))
    }
}
