use std::{fmt, future::IntoFuture};

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use hero_api::BoxFuture;
use serde_json::{Map, Value, json};

use super::slots::{Slot, minutes};
use crate::{Error, Hero, SendWith, view::ViewAs};

/// A time as the API takes it.
pub(super) fn time(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A cancellation, from [`Booking::cancel`](super::Booking::cancel). `await` it.
#[must_use = "nothing is cancelled until this is awaited"]
pub struct Cancel<'a> {
    hero: &'a Hero,
    id: String,
    suppress_mail: Option<bool>,
    suppress_cancellation_policy: Option<bool>,
}

impl<'a> Cancel<'a> {
    pub(super) fn new(hero: &'a Hero, id: String) -> Self {
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

    async fn send(self) -> Result<(), Error> {
        let operation = self.hero.api().cancel_appointment().id(self.id).body_map(|body| {
            body.maybe_suppress_mail(self.suppress_mail)
                .maybe_suppress_cancellation_policy(self.suppress_cancellation_policy)
        });
        operation.view().send_with(self.hero).await
    }
}

impl<'a> IntoFuture for Cancel<'a> {
    type Output = Result<(), Error>;
    type IntoFuture = BoxFuture<'a, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl fmt::Debug for Cancel<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cancel").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Another time for a confirmed appointment, from [`Booking::reschedule`](super::Booking::reschedule). `await` it.
///
/// **The body is inferred.** The reference does not show what `rescheduleAppointment` takes, so the fields are named as
/// in `editAppointment`, which does the same before confirmation. [`field`](Self::field) sets what it takes besides.
#[must_use = "nothing is moved until this is awaited"]
pub struct Reschedule<'a> {
    hero: &'a Hero,
    id: String,
    body: Map<String, Value>,
}

impl<'a> Reschedule<'a> {
    pub(super) fn new(hero: &'a Hero, id: String) -> Self {
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
    pub fn practitioner(self, id: impl Into<String>) -> Self {
        self.field("practitioner_id", id.into())
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

    async fn send(self) -> Result<(), Error> {
        if self.body.is_empty() {
            return Err(Error::invalid_input("the rescheduling", "does not say to when"));
        }
        let operation = self.hero.api().reschedule_appointment().id(self.id);
        operation.view().with_body(Value::Object(self.body)).send_with(self.hero).await
    }
}

/// A length in minutes, without a decimal point where it needs none: samples show whole numbers.
fn number(duration: TimeDelta) -> Value {
    if duration.num_seconds() % 60 == 0 { json!(duration.num_minutes()) } else { json!(minutes(duration)) }
}

impl<'a> IntoFuture for Reschedule<'a> {
    type Output = Result<(), Error>;
    type IntoFuture = BoxFuture<'a, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl fmt::Debug for Reschedule<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reschedule").field("id", &self.id).finish_non_exhaustive()
    }
}
