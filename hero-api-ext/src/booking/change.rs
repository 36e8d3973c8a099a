use std::fmt;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use super::slots::{Slot, minutes};
use crate::{Error, Hero, Id, call::send_when_awaited, id::id_text, shown, view::ViewAs};

/// A time as the API takes it.
pub(super) fn time(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A cancellation, from [`Booking::cancel`](super::Booking::cancel).
#[must_use = "nothing is cancelled until this is sent"]
pub struct Cancel {
    hero: Hero,
    id: String,
    suppress_mail: Option<bool>,
    suppress_cancellation_policy: Option<bool>,
}

impl Cancel {
    pub(super) fn new(hero: Hero, id: String) -> Self {
        Self { hero, id, suppress_mail: None, suppress_cancellation_policy: None }
    }

    /// Whether the patient gets no e-mail about it.
    pub fn suppress_mail(mut self, yes: bool) -> Self {
        self.suppress_mail = Some(yes);
        self
    }

    /// Whether it is cancelled although the practice's policy has it too late for that.
    pub fn suppress_cancellation_policy(mut self, yes: bool) -> Self {
        self.suppress_cancellation_policy = Some(yes);
        self
    }

    /// Cancels the appointment.
    pub async fn send(self) -> Result<(), Error> {
        let operation = self.hero.api().cancel_appointment().id(self.id).body_map(|body| {
            body.maybe_suppress_mail(self.suppress_mail)
                .maybe_suppress_cancellation_policy(self.suppress_cancellation_policy)
        });
        operation.view().send().await
    }
}

send_when_awaited!(Cancel => ());

impl fmt::Debug for Cancel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cancel").field("id", &shown::id(self.id.as_str())).finish_non_exhaustive()
    }
}

/// Another time for a confirmed appointment, from [`Booking::reschedule`](super::Booking::reschedule).
///
/// **The body is inferred.** The reference does not show what `rescheduleAppointment` takes, so the fields are named as
/// in `editAppointment`, which does the same before confirmation. [`field`](Self::field) sets what it takes besides.
#[must_use = "nothing is moved until this is sent"]
pub struct Reschedule {
    hero: Hero,
    id: String,
    body: Map<String, Value>,
}

impl Reschedule {
    pub(super) fn new(hero: Hero, id: String) -> Self {
        Self { hero, id, body: Map::new() }
    }

    /// To a slot: its start, length and practitioner, as far as they are known.
    pub fn to_slot(mut self, slot: &Slot) -> Self {
        if let Some(start) = slot.start() {
            self = self.start(start);
        }
        if let Some(duration) = slot.duration() {
            self = self.duration(duration);
        }
        match slot.practitioner_id() {
            Some(practitioner) => self.practitioner(practitioner),
            None => self,
        }
    }

    /// To this start.
    pub fn start(self, start: DateTime<Utc>) -> Self {
        self.field("start_time", time(start))
    }

    /// With this length, sent in minutes.
    pub fn duration(self, duration: TimeDelta) -> Self {
        self.field("duration", number(duration))
    }

    /// With this practitioner.
    pub fn practitioner(self, id: impl Into<Id>) -> Self {
        self.field("practitioner_id", id_text(id))
    }

    /// Whether the patient gets no e-mail about it.
    pub fn suppress_mail(self, yes: bool) -> Self {
        self.field("suppress_mail", yes)
    }

    /// Whether it is moved although the new time is not free.
    pub fn suppress_availability_check(self, yes: bool) -> Self {
        self.field("suppress_availability_check", yes)
    }

    /// Any field of the body.
    pub fn field(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.body.insert(name.into(), value.into());
        self
    }

    /// Moves the appointment.
    pub async fn send(self) -> Result<(), Error> {
        if self.body.is_empty() {
            return Err(Error::invalid_input("the rescheduling", "does not say to when"));
        }
        let operation = self.hero.api().reschedule_appointment().id(self.id);
        operation.view().with_body(Value::Object(self.body)).send().await
    }
}

/// A length in minutes, without a decimal point where it needs none: samples show whole numbers.
fn number(duration: TimeDelta) -> Value {
    if duration.num_seconds() % 60 == 0 { json!(duration.num_minutes()) } else { json!(minutes(duration)) }
}

send_when_awaited!(Reschedule => ());

impl fmt::Debug for Reschedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reschedule").field("id", &shown::id(self.id.as_str())).finish_non_exhaustive()
    }
}
