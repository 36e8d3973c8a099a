use std::fmt;

use hero_api::Json;

use super::{
    Appointment,
    change::{Cancel, Reschedule},
};
use crate::{Error, Hero, SendWith, view::ViewAs};

/// A confirmed appointment: what [`Reservation::confirm`](super::Reservation::confirm) makes of a reservation.
///
/// It can be moved and cancelled, and no longer be edited.
#[derive(Clone, Debug)]
pub struct Booked {
    hero: Hero,
    id: String,
}

impl Booked {
    pub(super) fn new(hero: Hero, id: String) -> Self {
        Self { hero, id }
    }

    /// The id of the appointment; what a webhook about it carries.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What is known about it.
    ///
    /// # Errors
    ///
    /// As `getAppointment`.
    pub async fn appointment(&self) -> Result<Appointment, Error> {
        self.hero.booking().appointment(&self.id).await
    }

    /// Its status.
    ///
    /// # Errors
    ///
    /// As `getAppointmentStatus`.
    pub async fn status(&self) -> Result<AppointmentStatus, Error> {
        status(&self.hero, self.id.clone()).await
    }

    /// Moves it to another time.
    pub fn reschedule(&self) -> Reschedule<'_> {
        Reschedule::new(&self.hero, self.id.clone())
    }

    /// Cancels it.
    pub fn cancel(&self) -> Cancel<'_> {
        Cancel::new(&self.hero, self.id.clone())
    }
}

/// The response of `getAppointmentStatus`. The reference shows neither its fields nor the values.
#[derive(Clone, PartialEq)]
pub struct AppointmentStatus(Json);

impl AppointmentStatus {
    /// The status, if the response is a text, or an object with one in `status`.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        self.0.as_str().or_else(|| self.0.get("status")?.as_str())
    }

    /// The whole response.
    #[must_use]
    pub fn json(&self) -> &Json {
        &self.0
    }
}

impl fmt::Debug for AppointmentStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

pub(super) async fn status(hero: &Hero, id: String) -> Result<AppointmentStatus, Error> {
    let operation = hero.api().get_appointment_status().id(id);
    Ok(AppointmentStatus(operation.view().send_with(hero).await?))
}
