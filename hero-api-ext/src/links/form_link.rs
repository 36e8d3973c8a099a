use hero_api::Json;

use super::{
    Link,
    limits::{Limits, awaited, limit_setters, patient_setter},
};
use crate::{Error, Hero, PatientId, view::ViewAs};

/// A link to a form that is to be made, from [`Links::form`](super::Links::form). Send it to get the [`Link`].
///
/// # Errors
///
/// `is_invalid_input` when the link could not be used at all; else as `createFormLink`.
#[must_use = "no link is made until this is sent"]
pub struct CreateFormLink {
    hero: Hero,
    form_id: String,
    patient_id: Option<PatientId>,
    limits: Limits,
}

impl CreateFormLink {
    pub(super) fn new(hero: Hero, form_id: String) -> Self {
        Self { hero, form_id, patient_id: None, limits: Limits::default() }
    }

    patient_setter!();
    limit_setters!();

    /// Sends it.
    pub async fn send(self) -> Result<Link, Error> {
        let (expires, maximum_uses) = self.limits.fields()?;
        let operation = self.hero.api().create_form_link().body_map(|body| {
            body.form_id(self.form_id)
                .maybe_patient_id(self.patient_id.as_ref().map(PatientId::as_str))
                .maybe_expiry_date(expires)
                .maybe_maximum_use_count(maximum_uses)
        });
        let response: Json = operation.view().send().await?;
        Ok(Link::from_response(response, "form_link"))
    }
}

awaited!(CreateFormLink, Link);
