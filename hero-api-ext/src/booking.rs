//! Appointments: find a slot, hold it, confirm it, and what may follow.
//!
//! When to use it: to book for a patient yourself. To let the patient choose, send a link: [`links`](crate::links).
//!
//! A booking has two steps. [`reserve`](Booking::reserve) holds the slot, for 15 minutes as the product does it;
//! [`confirm`](Reservation::confirm) books it. A reservation that is not confirmed runs out by itself.
//!
//! ```no_run
//! use chrono::NaiveDate;
//! use hero_api_ext::{Hero, PatientId};
//!
//! # async fn book(hero: &Hero, patient: PatientId, today: NaiveDate) -> Result<(), hero_api_ext::Error> {
//! let booking = hero.booking();
//! let mut slots = booking.slots().appointment_type("12").from(today).limit(1).items();
//! if let Some(slot) = slots.next().await {
//!     let reservation = booking.reserve(&slot?).for_patient(patient).reason("Annual review").send().await?;
//!     let booked = reservation.confirm().send().await?;
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
mod slot_streams;
mod slots;

use hero_api::{Json, Operation, builder};

pub use self::{
    booked::{AppointmentStatus, Booked},
    change::{Cancel, Reschedule},
    reservation::{Edit, Reservation, Unconfirmed},
    reserve::{Reserve, ReserveFor},
    slot_streams::{SlotPages, Slots},
    slots::{Slot, SlotSearch},
};
use crate::{Call, Error, Hero, Id, id::id_text, view::ViewAs};

/// What the API says about an appointment: the response of `getAppointment`.
pub type Appointment = <builder::GetAppointment as Operation>::Output;

/// Everything about appointments, from [`Hero::booking`]. [The module](self) shows how to book one.
#[derive(Clone, Debug)]
pub struct Booking {
    hero: Hero,
}

impl Hero {
    /// Appointments: slots, reservations, bookings.
    #[must_use]
    pub fn booking(&self) -> Booking {
        Booking { hero: self.clone() }
    }
}

impl Booking {
    /// Searches for free slots.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn slots(hero: &hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let search = hero.booking().slots().location("5");
    /// println!("{} slots", search.count().send().await?);
    ///
    /// let mut slots = search.items();
    /// while let Some(slot) = slots.next().await {
    ///     println!("{:?}", slot?.start());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias("listSlots", "countSlots"))]
    pub fn slots(&self) -> SlotSearch {
        SlotSearch::new(self.hero.clone())
    }

    /// Holds a slot. Say for whom with [`for_patient`](Reserve::for_patient).
    #[doc(alias = "createAppointment")]
    pub fn reserve(&self, slot: &Slot) -> Reserve {
        Reserve::new(self.hero.clone(), slot)
    }

    /// Whether a slot can still be booked.
    ///
    /// # Errors
    ///
    /// `is_invalid_input` when the slot is not known well enough, `is_protocol` when the response does not say; else as
    /// `checkSlotAvailability`.
    #[doc(alias = "checkSlotAvailability")]
    pub fn is_available(&self, slot: &Slot) -> Call<bool> {
        let (request, slot) = (self.hero.api().check_slot_availability(), slot.clone());
        Call::new(async move {
            let slot = slots::ExactSlot::from_slot(&slot)?;
            let request = request.body_map(|body| {
                body.appointment_type_id(slot.appointment_type_id)
                    .location_id(slot.location_id)
                    .practitioner_id(slot.practitioner_id)
                    .start_time(change::time(slot.start))
                    .duration(slot.minutes)
            });
            let response: Json = request.view().send().await?;
            response.get("available").and_then(serde_json::Value::as_bool).ok_or_else(|| {
                Error::protocol(
                    &hero_api::operations::CHECK_SLOT_AVAILABILITY,
                    "the response does not say whether the slot is free",
                )
            })
        })
    }

    /// What is known about an appointment, reserved or confirmed.
    ///
    /// # Errors
    ///
    /// As `getAppointment`; `is_not_found` also for a reservation that ran out, as far as the reference lets one guess.
    #[doc(alias = "getAppointment")]
    pub fn appointment(&self, id: impl Into<Id>) -> Call<Appointment> {
        Call::operation(self.hero.api().get_appointment().id(id_text(id)))
    }

    /// The appointments of the practice group, as open values: the reference shows neither what they hold, nor filters or
    /// pages. Later ones can be set on [`Hero::api`]'s `list_appointments` as soon as the description knows them.
    ///
    /// # Errors
    ///
    /// As `listAppointments`.
    #[doc(alias = "listAppointments")]
    pub fn appointments(&self) -> Call<Vec<Json>> {
        let request = self.hero.api().list_appointments();
        Call::new(async move { Ok(Json::items(request.view::<Json>().send().await?)) })
    }

    /// Takes up a reservation that was made before, for example by another process.
    ///
    /// # Errors
    ///
    /// `is_invalid_input` when the appointment is confirmed already; else as `getAppointment`.
    #[doc(alias = "getAppointment")]
    pub fn reservation(&self, id: impl Into<Id>) -> Call<Reservation> {
        let (hero, id) = (self.hero.clone(), id_text(id));
        Call::new(async move {
            let request = hero.api().get_appointment().id(id.clone());
            let held = request.view::<reservation::HeldAppointment>().send().await?;
            Reservation::taken_up(hero, id, held)
        })
    }

    /// The status of an appointment.
    ///
    /// # Errors
    ///
    /// As `getAppointmentStatus`.
    #[doc(alias = "getAppointmentStatus")]
    pub fn status(&self, id: impl Into<Id>) -> Call<AppointmentStatus> {
        booked::status(&self.hero, id_text(id))
    }

    /// Moves a confirmed appointment to another time.
    #[doc(alias = "rescheduleAppointment")]
    pub fn reschedule(&self, id: impl Into<Id>) -> Reschedule {
        Reschedule::new(self.hero.clone(), id_text(id))
    }

    /// Cancels an appointment.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn cancel(hero: &hero_api_ext::Hero, appointment: &str) -> Result<(), hero_api_ext::Error> {
    /// hero.booking().cancel(appointment).suppress_mail(true).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "cancelAppointment")]
    pub fn cancel(&self, id: impl Into<Id>) -> Cancel {
        Cancel::new(self.hero.clone(), id_text(id))
    }
}
