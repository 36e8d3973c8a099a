//! Forms that patients fill in, and what they answered. Start with [`Hero::forms`].
//!
//! To send a form to a patient, make a link to it: [`links`](crate::links).

use hero_api::{Operation, builder};

use crate::{Error, Hero, SendWith};

/// The forms of a practice group: the response of `listForms`.
pub type FormList = <builder::ListForms<'static> as Operation>::Output;

/// A form with its questions: the response of `getForm`.
pub type Form = <builder::GetForm<'static> as Operation>::Output;

/// What was sent in: the response of `getFormResponse`.
pub type FormResponse = <builder::GetFormResponse<'static> as Operation>::Output;

impl Hero {
    /// Forms and their responses.
    #[must_use]
    pub fn forms(&self) -> Forms<'_> {
        Forms { hero: self }
    }
}

/// What can be done with forms. Made by [`Hero::forms`].
#[derive(Clone, Copy, Debug)]
pub struct Forms<'a> {
    hero: &'a Hero,
}

impl Forms<'_> {
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
    /// for form in hero.forms().list().await?.data {
    ///     println!("{} {}", form.id, form.title);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn list(&self) -> Result<FormList, Error> {
        self.hero.api().list_forms().send_with(self.hero).await
    }

    /// The forms in which this text is found.
    ///
    /// # Errors
    ///
    /// As every call.
    pub async fn search(&self, text: &str) -> Result<FormList, Error> {
        self.hero.api().list_forms().search(text).send_with(self.hero).await
    }

    /// One form, with its questions.
    ///
    /// # Errors
    ///
    /// As every call; [`is_not_found`](Error::is_not_found) when there is no such form.
    pub async fn get(&self, form: &str) -> Result<Form, Error> {
        self.hero.api().get_form().id(form).send_with(self.hero).await
    }

    /// What a patient sent in: the webhook `form-submission.created` names it.
    ///
    /// # Errors
    ///
    /// As every call; [`is_not_found`](Error::is_not_found) when there is no such response.
    pub async fn response(&self, response: &str) -> Result<FormResponse, Error> {
        self.hero.api().get_form_response().id(response).send_with(self.hero).await
    }
}
