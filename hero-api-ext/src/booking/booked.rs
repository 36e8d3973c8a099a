use std::fmt;

use hero_api::Json;

use super::{
    Appointment,
    change::{Cancel, Reschedule},
};
use crate::{Call, Hero, shown, view::ViewAs};

/// A confirmed appointment: what [`Reservation::confirm`](super::Reservation::confirm) makes of a reservation.
///
/// It can be moved and cancelled, and no longer be edited.
#[derive(Clone)]
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
    #[doc(alias = "getAppointment")]
    pub fn appointment(&self) -> Call<Appointment> {
        self.hero.booking().appointment(&self.id)
    }

    /// Its status.
    ///
    /// # Errors
    ///
    /// As `getAppointmentStatus`.
    #[doc(alias = "getAppointmentStatus")]
    pub fn status(&self) -> Call<AppointmentStatus> {
        status(&self.hero, self.id.clone())
    }

    /// Moves it to another time.
    #[doc(alias = "rescheduleAppointment")]
    pub fn reschedule(&self) -> Reschedule {
        Reschedule::new(self.hero.clone(), self.id.clone())
    }

    /// Cancels it.
    #[doc(alias = "cancelAppointment")]
    pub fn cancel(&self) -> Cancel {
        Cancel::new(self.hero.clone(), self.id.clone())
    }
}

impl fmt::Debug for Booked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Booked").field("id", &shown::id(self.id.as_str())).finish_non_exhaustive()
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

pub(super) fn status(hero: &Hero, id: String) -> Call<AppointmentStatus> {
    let request = hero.api().get_appointment_status().id(id);
    Call::new(async move { Ok(AppointmentStatus(request.view().send().await?)) })
}
