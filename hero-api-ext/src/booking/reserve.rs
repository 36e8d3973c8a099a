use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;

use super::{
    change::time,
    reservation::{AppointmentPlan, Reservation},
    slots::{ExactSlot, Slot},
};
use crate::{Error, Hero, Id, PatientId, call::send_when_awaited, id::id_text, shown, view, view::ViewAs};

/// A slot that is to be held, from [`Booking::reserve`](super::Booking::reserve), and not yet for whom.
#[must_use = "nothing is reserved until the patient is said and this is sent"]
pub struct Reserve {
    hero: Hero,
    slot: Slot,
}

impl Reserve {
    pub(super) fn new(hero: Hero, slot: &Slot) -> Self {
        Self { hero, slot: slot.clone() }
    }

    /// For this patient.
    pub fn for_patient(self, id: impl Into<PatientId>) -> ReserveFor {
        ReserveFor {
            hero: self.hero,
            slot: self.slot,
            patient_id: id.into(),
            duration: None,
            reason: None,
            billpayer_id: None,
            suppress_mail: None,
            suppress_availability_check: None,
        }
    }
}

impl fmt::Debug for Reserve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reserve").field("slot", &self.slot).finish_non_exhaustive()
    }
}

/// A slot that is to be held for a patient. Send it to get a [`Reservation`].
///
/// # Errors
///
/// `is_invalid_input` when the slot is not known well enough; else as `createAppointment`, for example `is_conflict` or
/// a validation issue when somebody else was faster.
#[must_use = "nothing is reserved until this is sent"]
pub struct ReserveFor {
    hero: Hero,
    slot: Slot,
    patient_id: PatientId,
    duration: Option<TimeDelta>,
    reason: Option<String>,
    billpayer_id: Option<String>,
    suppress_mail: Option<bool>,
    suppress_availability_check: Option<bool>,
}

impl ReserveFor {
    /// How long the appointment is to be: as long as the slot unless set.
    pub fn duration(mut self, duration: TimeDelta) -> Self {
        self.duration = Some(duration);
        self
    }

    /// Why the patient comes.
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Who pays for a private appointment.
    pub fn billpayer(mut self, id: impl Into<Id>) -> Self {
        self.billpayer_id = Some(id_text(id));
        self
    }

    /// Whether the patient gets no e-mail about it.
    pub fn suppress_mail(mut self, yes: bool) -> Self {
        self.suppress_mail = Some(yes);
        self
    }

    /// Whether it is reserved although the time is not free.
    pub fn suppress_availability_check(mut self, yes: bool) -> Self {
        self.suppress_availability_check = Some(yes);
        self
    }

    /// Reserves the slot.
    pub async fn send(self) -> Result<Reservation, Error> {
        let slot = match self.duration {
            Some(duration) => ExactSlot::with_duration(&self.slot, duration)?,
            None => ExactSlot::from_slot(&self.slot)?,
        };
        let plan = AppointmentPlan {
            start: Some(slot.start),
            duration: self.duration.or_else(|| self.slot.duration()),
            practitioner_id: Some(slot.practitioner_id.clone()),
        };
        let operation = self.hero.api().create_appointment().body_map(|body| {
            body.appointment_type_id(slot.appointment_type_id)
                .location_id(slot.location_id)
                .practitioner_id(slot.practitioner_id)
                .start_time(time(slot.start))
                .duration(slot.minutes)
                .patient_id(self.patient_id.as_str())
                .maybe_reason(self.reason)
                .maybe_billpayer_id(self.billpayer_id)
                .maybe_suppress_mail(self.suppress_mail)
                .maybe_suppress_availability_check(self.suppress_availability_check)
        });
        let made: Made = operation.view().send().await?;
        Ok(Reservation::new(self.hero.clone(), made.id, made.reserved_until, plan))
    }
}

/// The response of `createAppointment`.
#[derive(Deserialize)]
struct Made {
    #[serde(deserialize_with = "view::required_id")]
    id: String,
    #[serde(default, deserialize_with = "view::time")]
    reserved_until: Option<DateTime<Utc>>,
}

send_when_awaited!(ReserveFor => Reservation);

impl fmt::Debug for ReserveFor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReserveFor").field("slot", &shown::id(self.slot.id())).finish_non_exhaustive()
    }
}
