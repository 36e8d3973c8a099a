//! Appointments: find a slot, hold it, confirm it, and what may follow.
//!
//! When to use it: to book for a patient yourself. To let the patient choose, send a link: [`links`](crate::links).
//!
//! A booking has two steps. [`reserve`](Booking::reserve) holds the slot, for 15 minutes as the product does it;
//! [`confirm`](Reservation::confirm) books it. A reservation that is not confirmed runs out by itself.
//!
//! ```no_run
//! use chrono::NaiveDate;
//! use hero_api_ext::Hero;
//!
//! # async fn book(hero: &Hero) -> Result<(), hero_api_ext::Error> {
//! let booking = hero.booking();
//! let mut slots = booking.slots().appointment_type("12").from(NaiveDate::MIN).limit(1).find()?;
//! if let Some(slot) = slots.next().await {
//!     let reservation = booking.reserve(&slot?).for_patient(156).reason("Annual review").await?;
//!     let booked = reservation.confirm().await?;
//!     println!("booked as {}", booked.id());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # What is not sent twice
//!
//! Reserving is a POST, confirming and cancelling are calls of PATCH: when a response is lost, the call fails and is not
//! repeated, since the server may have acted. [`Error::effect`](crate::Error::effect) tells which;
//! [`Booking::appointment`] shows what became of it.

mod booked;
mod change;
mod reservation;
mod reserve;
mod slots;

use hero_api::{Json, Operation, builder};

pub use self::{
    booked::{AppointmentStatus, Booked},
    change::{Cancel, Reschedule},
    reservation::{Edit, Reservation, Unconfirmed},
    reserve::{Reserve, ReserveFor},
    slots::{Slot, SlotSearch, Slots},
};
use crate::{Error, Hero, SendWith, view::ViewAs};

/// What the API says about an appointment: the response of `getAppointment`.
pub type Appointment = <builder::GetAppointment<'static> as Operation>::Output;

/// Everything about appointments, from [`Hero::booking`]. [The module](self) shows how to book one.
#[derive(Clone, Copy, Debug)]
pub struct Booking<'a> {
    hero: &'a Hero,
}

impl Hero {
    /// Appointments: slots, reservations, bookings.
    #[must_use]
    pub fn booking(&self) -> Booking<'_> {
        Booking { hero: self }
    }
}

impl<'a> Booking<'a> {
    /// Searches for free slots.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn slots(hero: &hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let search = hero.booking().slots().location("5");
    /// println!("{} slots", search.count().await?);
    ///
    /// let mut slots = search.find()?;
    /// while let Some(slot) = slots.next().await {
    ///     println!("{:?}", slot?.start());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn slots(&self) -> SlotSearch<'a> {
        SlotSearch::new(self.hero)
    }

    /// Holds a slot. Say for whom with [`for_patient`](Reserve::for_patient).
    pub fn reserve(&self, slot: &Slot) -> Reserve<'a> {
        Reserve::new(self.hero, slot)
    }

    /// Whether a slot can still be booked.
    ///
    /// # Errors
    ///
    /// `is_invalid_input` when the slot is not known well enough, `is_protocol` when the response does not say; else as
    /// `checkSlotAvailability`.
    pub async fn is_available(&self, slot: &Slot) -> Result<bool, Error> {
        let slot = slots::ExactSlot::from_slot(slot)?;
        let operation = self.hero.api().check_slot_availability().body_map(|body| {
            body.appointment_type_id(slot.appointment_type_id)
                .location_id(slot.location_id)
                .practitioner_id(slot.practitioner_id)
                .start_time(change::time(slot.start))
                .duration(slot.minutes)
        });
        let response: Json = operation.view().send_with(self.hero).await?;
        response.get("available").and_then(serde_json::Value::as_bool).ok_or_else(|| {
            Error::protocol(
                &hero_api::operations::CHECK_SLOT_AVAILABILITY,
                "the response does not say whether the slot is free",
            )
        })
    }

    /// What is known about an appointment, reserved or confirmed.
    ///
    /// # Errors
    ///
    /// As `getAppointment`; `is_not_found` also for a reservation that ran out, as far as the reference lets one guess.
    pub async fn appointment(&self, id: impl Into<String>) -> Result<Appointment, Error> {
        self.hero.api().get_appointment().id(id.into()).send_with(self.hero).await
    }

    /// The appointments of the practice group, as open values: the reference shows neither what they hold, nor filters or
    /// pages. Later ones can be set on [`Hero::api`]'s `list_appointments` as soon as the description knows them.
    ///
    /// # Errors
    ///
    /// As `listAppointments`.
    pub async fn appointments(&self) -> Result<Vec<Json>, Error> {
        let response: Json = self.hero.api().list_appointments().view().send_with(self.hero).await?;
        Ok(response.items())
    }

    /// Takes up a reservation that was made before, for example by another process.
    ///
    /// # Errors
    ///
    /// `is_invalid_input` when the appointment is confirmed already; else as `getAppointment`.
    pub async fn reservation(&self, id: impl Into<String>) -> Result<Reservation, Error> {
        let id = id.into();
        let operation = self.hero.api().get_appointment().id(id.clone());
        let held = operation.view::<reservation::HeldAppointment>().send_with(self.hero).await?;
        Reservation::taken_up(self.hero.clone(), id, held)
    }

    /// The status of an appointment.
    ///
    /// # Errors
    ///
    /// As `getAppointmentStatus`.
    pub async fn status(&self, id: impl Into<String>) -> Result<AppointmentStatus, Error> {
        booked::status(self.hero, id.into()).await
    }

    /// Moves a confirmed appointment to another time.
    pub fn reschedule(&self, id: impl Into<String>) -> Reschedule<'a> {
        Reschedule::new(self.hero, id.into())
    }

    /// Cancels an appointment.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn cancel(hero: &hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// hero.booking().cancel("77").suppress_mail(true).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn cancel(&self, id: impl Into<String>) -> Cancel<'a> {
        Cancel::new(self.hero, id.into())
    }
}
