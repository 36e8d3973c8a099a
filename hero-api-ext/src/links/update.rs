use hero_api::Json;

use super::{
    Link,
    limits::{Limits, Window, awaited, limit_setters, window_setters},
};
use crate::{Error, Hero, Id, id::id_text, view::ViewAs};

/// A change to a booking link, from [`Links::update`](super::Links::update). Send it. What is not set stays as it
/// is.
///
/// # Errors
///
/// `is_invalid_input` when nothing is set, the link could not be used at all, or its window ends before it begins; else
/// as `updateBookingLink`.
#[must_use = "nothing is changed until this is sent"]
pub struct UpdateBookingLink {
    hero: Hero,
    id: String,
    active: Option<bool>,
    appointment_type_id: Option<String>,
    location_id: Option<String>,
    practitioner_id: Option<String>,
    name: Option<String>,
    window: Window,
    limits: Limits,
}

impl UpdateBookingLink {
    pub(super) fn new(hero: Hero, id: String) -> Self {
        Self {
            hero,
            id,
            active: None,
            appointment_type_id: None,
            location_id: None,
            practitioner_id: None,
            name: None,
            window: Window::default(),
            limits: Limits::default(),
        }
    }

    /// Whether the link works.
    pub fn active(mut self, yes: bool) -> Self {
        self.active = Some(yes);
        self
    }

    /// Offers appointments of this type.
    pub fn appointment_type(mut self, id: impl Into<Id>) -> Self {
        self.appointment_type_id = Some(id_text(id));
        self
    }

    /// Offers appointments at this location.
    pub fn location(mut self, id: impl Into<Id>) -> Self {
        self.location_id = Some(id_text(id));
        self
    }

    window_setters!();
    limit_setters!();

    /// Sends it.
    pub async fn send(self) -> Result<Link, Error> {
        let (from, to) = self.window.fields()?;
        let (expires, maximum_uses) = self.limits.fields()?;
        let texts =
            [&self.appointment_type_id, &self.location_id, &self.practitioner_id, &self.name, &from, &to, &expires];
        if self.active.is_none() && maximum_uses.is_none() && texts.iter().all(|text| text.is_none()) {
            return Err(Error::invalid_input("the update", "changes nothing"));
        }
        let operation = self.hero.api().update_booking_link().id(self.id).body_map(|body| {
            body.maybe_active(self.active)
                .maybe_appointment_type_id(self.appointment_type_id)
                .maybe_location_id(self.location_id)
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

awaited!(UpdateBookingLink, Link);
