use std::fmt;

use hero_api::Json;

use super::{
    Link,
    limits::{Limits, Window, awaited, limit_setters, window_setters},
};
use crate::{Error, Hero, PatientId, view::ViewAs};

/// A booking link that is to be made, from [`Links::booking`](super::Links::booking), and not yet for whom.
#[must_use = "no link is made until it is said for whom and that is sent"]
pub struct NewBookingLink {
    hero: Hero,
    appointment_type_id: String,
    location_id: String,
}

impl NewBookingLink {
    pub(super) fn new(hero: Hero, appointment_type_id: String, location_id: String) -> Self {
        Self { hero, appointment_type_id, location_id }
    }

    /// For this patient, who gives their date of birth to open it.
    pub fn for_patient(self, id: impl Into<PatientId>) -> CreateBookingLink {
        self.link_for(Some(id.into()))
    }

    /// For whoever has it; they sign in with NHS login.
    ///
    /// The guide knows such links. The newer reference only speaks of links for a patient, so they may have gone.
    pub fn generic(self) -> CreateBookingLink {
        self.link_for(None)
    }

    fn link_for(self, patient_id: Option<PatientId>) -> CreateBookingLink {
        CreateBookingLink {
            hero: self.hero,
            appointment_type_id: self.appointment_type_id,
            location_id: self.location_id,
            patient_id,
            practitioner_id: None,
            name: None,
            window: Window::default(),
            limits: Limits::default(),
        }
    }
}

impl fmt::Debug for NewBookingLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewBookingLink").finish_non_exhaustive()
    }
}

/// A booking link that is to be made. Send it to get the [`Link`].
///
/// # Errors
///
/// `is_invalid_input` when the link could not be used at all, or its window ends before it begins; else as
/// `createBookingLink`.
#[must_use = "no link is made until this is sent"]
pub struct CreateBookingLink {
    hero: Hero,
    appointment_type_id: String,
    location_id: String,
    patient_id: Option<PatientId>,
    practitioner_id: Option<String>,
    name: Option<String>,
    window: Window,
    limits: Limits,
}

impl CreateBookingLink {
    window_setters!();
    limit_setters!();

    /// Sends it.
    pub async fn send(self) -> Result<Link, Error> {
        let (from, to) = self.window.fields()?;
        let (expires, maximum_uses) = self.limits.fields()?;
        let operation = self.hero.api().create_booking_link().body_map(|body| {
            body.appointment_type_id(self.appointment_type_id)
                .location_id(self.location_id)
                .maybe_patient_id(self.patient_id.as_ref().map(PatientId::as_str))
                .maybe_practitioner_id(self.practitioner_id)
                .maybe_link_name(self.name)
                .maybe_from_date(from)
                .maybe_to_date(to)
                .maybe_expiry_date(expires)
                .maybe_maximum_use_count(maximum_uses)
        });
        let response: Json = operation.view().send().await?;
        Ok(Link::from_response(response, "booking_link"))
    }
}

awaited!(CreateBookingLink, Link);
