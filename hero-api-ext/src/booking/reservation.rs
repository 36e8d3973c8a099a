use std::{error, fmt, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;

use super::{Appointment, Booked, slots::minutes};
use crate::{Call, Error, Hero, Id, call::send_when_awaited, id::id_text, shown, view, view::ViewAs};

/// A slot that is held for a patient until it is [confirmed](Self::confirm), [released](Self::release) or runs out.
///
/// It is made by [`Booking::reserve`](super::Booking::reserve) or taken up by
/// [`Booking::reservation`](super::Booking::reservation). Dropping it does nothing: the server lets go of the slot when
/// the time is up.
#[derive(Clone)]
#[must_use = "a reservation runs out unless it is confirmed"]
pub struct Reservation {
    hero: Hero,
    id: String,
    reserved_until: Option<DateTime<Utc>>,
    plan: AppointmentPlan,
}

/// What an edit must repeat, since it states the whole.
#[derive(Clone)]
pub(super) struct AppointmentPlan {
    pub(super) start: Option<DateTime<Utc>>,
    pub(super) duration: Option<TimeDelta>,
    pub(super) practitioner_id: Option<String>,
}

/// What `getAppointment` says of a reservation.
#[derive(Deserialize)]
pub(super) struct HeldAppointment {
    #[serde(default, deserialize_with = "view::time")]
    reserved_until: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "view::time")]
    booking_confirmed_at: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "view::time")]
    start_time: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "view::number")]
    duration: Option<f64>,
    #[serde(default, deserialize_with = "view::id")]
    practitioner_id: Option<String>,
}

impl Reservation {
    pub(super) fn new(hero: Hero, id: String, reserved_until: Option<DateTime<Utc>>, plan: AppointmentPlan) -> Self {
        Self { hero, id, reserved_until, plan }
    }

    pub(super) fn taken_up(hero: Hero, id: String, held: HeldAppointment) -> Result<Self, Error> {
        if held.booking_confirmed_at.is_some() {
            return Err(Error::invalid_input("the appointment", "is confirmed already, so it is no reservation"));
        }
        let plan = AppointmentPlan {
            start: held.start_time,
            duration: held.duration.and_then(view::minutes),
            practitioner_id: held.practitioner_id,
        };
        Ok(Self::new(hero, id, held.reserved_until, plan))
    }

    /// The id of the appointment; it stays the same when it is confirmed.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Until when the slot is held; `None` when the server does not say.
    #[must_use]
    pub fn reserved_until(&self) -> Option<DateTime<Utc>> {
        self.reserved_until
    }

    /// How much time is left to confirm, by the client's clock: zero when it ran out, `None` when the server does not
    /// say until when it holds the slot.
    #[must_use]
    pub fn time_left(&self) -> Option<Duration> {
        let left = self.reserved_until? - self.hero.clock().utc_now();
        Some(left.to_std().unwrap_or_default())
    }

    /// Whether the time ran out, by the client's clock.
    #[must_use]
    pub fn has_run_out(&self) -> bool {
        self.time_left() == Some(Duration::ZERO)
    }

    /// Books the appointment.
    ///
    /// # Errors
    ///
    /// [`Unconfirmed`] has the error and gives the reservation back; `?` turns it into the error alone. Nothing is sent
    /// when the reservation [ran out](Self::has_run_out). When [`Error::effect`] is unknown, the response was lost: ask
    /// for the [`appointment`](Self::appointment), which has `booking_confirmed_at` if it was booked.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use hero_api_ext::{Error, booking::{Booked, Reservation}};
    ///
    /// async fn confirmed(reservation: Reservation) -> Result<Booked, Error> {
    ///     match reservation.confirm().send().await {
    ///         Err(failure) if failure.error().is_retryable() => Ok(failure.into_reservation().confirm().send().await?),
    ///         other => Ok(other?),
    ///     }
    /// }
    /// ```
    #[doc(alias = "bookAppointment")]
    pub fn confirm(self) -> Call<Booked, Unconfirmed> {
        Call::new(async move {
            match self.book().await {
                Ok(()) => Ok(Booked::new(self.hero.clone(), self.id)),
                Err(error) => Err(Unconfirmed(Box::new((error, self)))),
            }
        })
    }

    async fn book(&self) -> Result<(), Error> {
        self.check()?;
        self.hero.api().book_appointment().id(self.id.clone()).view().send().await
    }

    fn check(&self) -> Result<(), Error> {
        if self.has_run_out() {
            return Err(Error::invalid_input("the reservation", "ran out; reserve the slot again"));
        }
        Ok(())
    }

    /// Lets go of the slot before the time is up.
    ///
    /// The API has no call for that: this cancels the appointment, without a mail to the patient, who never heard of
    /// it. One that [ran out](Self::has_run_out) is released already, and nothing is sent.
    ///
    /// # Errors
    ///
    /// As `cancelAppointment`. The slot is let go of later then, when the time is up.
    #[doc(alias = "cancelAppointment")]
    pub fn release(self) -> Call<()> {
        Call::new(async move {
            if self.has_run_out() {
                return Ok(());
            }
            self.hero.booking().cancel(self.id).suppress_mail(true).send().await
        })
    }

    /// Changes time, length or practitioner, which only a reservation allows; a confirmed appointment is rescheduled.
    ///
    /// Sending the edit gives the reservation as it is afterwards.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use chrono::TimeDelta;
    /// use hero_api_ext::{Error, booking::Reservation};
    ///
    /// async fn lengthen(reservation: Reservation) -> Result<Reservation, Error> {
    ///     reservation.edit().duration(TimeDelta::minutes(30)).send().await
    /// }
    /// ```
    #[doc(alias = "editAppointment")]
    pub fn edit(&self) -> Edit {
        let plan = self.plan.clone();
        Edit { reservation: self.clone(), plan, suppress_mail: None, suppress_availability_check: None }
    }

    /// What the server knows about it.
    ///
    /// # Errors
    ///
    /// As `getAppointment`.
    #[doc(alias = "getAppointment")]
    pub fn appointment(&self) -> Call<Appointment> {
        self.hero.booking().appointment(&self.id)
    }
}

impl fmt::Debug for Reservation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reservation")
            .field("id", &shown::id(self.id.as_str()))
            .field("reserved_until", &self.reserved_until)
            .finish_non_exhaustive()
    }
}

/// A reservation that could not be confirmed, with the reason.
pub struct Unconfirmed(Box<(Error, Reservation)>);

impl Unconfirmed {
    /// Why.
    #[must_use]
    pub fn error(&self) -> &Error {
        &self.0.0
    }

    /// The reservation, to confirm it again, edit it or release it.
    pub fn into_reservation(self) -> Reservation {
        self.0.1
    }
}

impl From<Unconfirmed> for Error {
    fn from(unconfirmed: Unconfirmed) -> Self {
        unconfirmed.0.0
    }
}

impl fmt::Display for Unconfirmed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.0.fmt(f)
    }
}

impl fmt::Debug for Unconfirmed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unconfirmed").field("error", &self.0.0).field("reservation", &self.0.1).finish()
    }
}

impl error::Error for Unconfirmed {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.0.0.source()
    }
}

/// A change to a reservation, from [`Reservation::edit`]. Send it. What is not set stays as it is.
///
/// # Errors
///
/// `is_invalid_input` when the reservation ran out, or when it was [taken up](super::Booking::reservation) without
/// start, length or practitioner and they are not set here; else as `editAppointment`.
#[must_use = "nothing is changed until this is sent"]
pub struct Edit {
    reservation: Reservation,
    plan: AppointmentPlan,
    suppress_mail: Option<bool>,
    suppress_availability_check: Option<bool>,
}

impl Edit {
    /// To this start.
    pub fn start(mut self, start: DateTime<Utc>) -> Self {
        self.plan.start = Some(start);
        self
    }

    /// With this length.
    pub fn duration(mut self, duration: TimeDelta) -> Self {
        self.plan.duration = Some(duration);
        self
    }

    /// With this practitioner.
    pub fn practitioner(mut self, id: impl Into<Id>) -> Self {
        self.plan.practitioner_id = Some(id_text(id));
        self
    }

    /// Whether the patient gets no e-mail about it.
    pub fn suppress_mail(mut self, yes: bool) -> Self {
        self.suppress_mail = Some(yes);
        self
    }

    /// Whether it is changed although the time is not free.
    pub fn suppress_availability_check(mut self, yes: bool) -> Self {
        self.suppress_availability_check = Some(yes);
        self
    }

    /// Changes the reservation and returns it as it is now.
    pub async fn send(mut self) -> Result<Reservation, Error> {
        self.reservation.check()?;
        let missing = |why: &'static str| Error::invalid_input("the edit", why);
        let start = self.plan.start.ok_or_else(|| missing("has no start"))?;
        let duration = self.plan.duration.ok_or_else(|| missing("has no length"))?;
        let practitioner = self.plan.practitioner_id.clone().ok_or_else(|| missing("has no practitioner"))?;
        let hero = &self.reservation.hero;
        let operation = hero.api().edit_appointment().id(self.reservation.id.clone()).body_map(|body| {
            body.start_time(start)
                .duration(minutes(duration))
                .practitioner_id(practitioner)
                .maybe_suppress_mail(self.suppress_mail)
                .maybe_suppress_availability_check(self.suppress_availability_check)
        });
        operation.view::<()>().send().await?;
        self.reservation.plan = self.plan;
        Ok(self.reservation)
    }
}

send_when_awaited!(Edit => Reservation);

impl fmt::Debug for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Edit").field("reservation", &self.reservation).finish_non_exhaustive()
    }
}
