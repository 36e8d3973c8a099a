use std::fmt;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use hero_api::Json;
use serde::Deserialize;

use super::slot_streams::{Filters, Query, SlotPages, Slots};
use crate::{
    Call, Error, Hero, Id, Items, PagedExt, Pages,
    id::id_text,
    shown,
    view::{self, ViewAs},
};

/// A free slot: who, where, what for, and when.
///
/// Slots come from [`Booking::slots`](super::Booking::slots). Every field may be missing there, since the reference
/// shows them in a sample only; to reserve a slot, all but its id must be known.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct Slot {
    #[serde(default, deserialize_with = "view::id")]
    id: Option<String>,
    #[serde(default, deserialize_with = "view::id")]
    appointment_type_id: Option<String>,
    #[serde(default, deserialize_with = "view::id")]
    location_id: Option<String>,
    #[serde(default, deserialize_with = "view::id")]
    practitioner_id: Option<String>,
    #[serde(default, deserialize_with = "view::time")]
    start_time: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "view::time")]
    finish_time: Option<DateTime<Utc>>,
}

impl Slot {
    /// A slot that is known from elsewhere, for example from a page on which the patient chose it.
    #[must_use]
    pub fn new(
        appointment_type_id: impl Into<Id>,
        location_id: impl Into<Id>,
        practitioner_id: impl Into<Id>,
        start: DateTime<Utc>,
        duration: TimeDelta,
    ) -> Self {
        Self {
            id: None,
            appointment_type_id: Some(id_text(appointment_type_id)),
            location_id: Some(id_text(location_id)),
            practitioner_id: Some(id_text(practitioner_id)),
            start_time: Some(start),
            finish_time: start.checked_add_signed(duration),
        }
    }

    /// The id of the slot.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The id of the appointment type.
    #[must_use]
    pub fn appointment_type_id(&self) -> Option<&str> {
        self.appointment_type_id.as_deref()
    }

    /// The id of the location.
    #[must_use]
    pub fn location_id(&self) -> Option<&str> {
        self.location_id.as_deref()
    }

    /// The id of the practitioner.
    #[must_use]
    pub fn practitioner_id(&self) -> Option<&str> {
        self.practitioner_id.as_deref()
    }

    /// When it begins. Show it in Europe/London.
    #[must_use]
    pub fn start(&self) -> Option<DateTime<Utc>> {
        self.start_time
    }

    /// When it ends.
    #[must_use]
    pub fn end(&self) -> Option<DateTime<Utc>> {
        self.finish_time
    }

    /// How long it is.
    #[must_use]
    pub fn duration(&self) -> Option<TimeDelta> {
        Some(self.finish_time? - self.start_time?).filter(|duration| *duration > TimeDelta::zero())
    }
}

impl fmt::Debug for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slot")
            .field("id", &shown::id(self.id()))
            .field("appointment_type_id", &shown::id(self.appointment_type_id()))
            .field("location_id", &shown::id(self.location_id()))
            .field("practitioner_id", &shown::id(self.practitioner_id()))
            .field("start", &self.start_time)
            .field("end", &self.finish_time)
            .finish()
    }
}

/// A slot of which everything is known that a reservation needs.
pub(super) struct ExactSlot {
    pub(super) appointment_type_id: String,
    pub(super) location_id: String,
    pub(super) practitioner_id: String,
    pub(super) start: DateTime<Utc>,
    pub(super) minutes: f64,
}

impl ExactSlot {
    pub(super) fn from_slot(slot: &Slot) -> Result<Self, Error> {
        let duration = slot.duration();
        Self::with_duration(
            slot,
            duration.ok_or_else(|| Error::invalid_input("the slot", "has no end after its start"))?,
        )
    }

    pub(super) fn with_duration(slot: &Slot, duration: TimeDelta) -> Result<Self, Error> {
        if duration <= TimeDelta::zero() {
            return Err(Error::invalid_input("the duration", "is not above zero"));
        }
        let known = |what: Option<&str>, missing: &'static str| {
            what.map(ToOwned::to_owned).ok_or_else(|| Error::invalid_input("the slot", missing))
        };
        Ok(Self {
            appointment_type_id: known(slot.appointment_type_id(), "has no appointment type")?,
            location_id: known(slot.location_id(), "has no location")?,
            practitioner_id: known(slot.practitioner_id(), "has no practitioner")?,
            start: slot.start().ok_or_else(|| Error::invalid_input("the slot", "has no start"))?,
            minutes: minutes(duration),
        })
    }
}

/// What the API calls the duration of an appointment.
#[expect(clippy::cast_precision_loss, reason = "no appointment lasts 2^52 seconds")]
pub(super) fn minutes(duration: TimeDelta) -> f64 {
    duration.num_seconds() as f64 / 60.0
}

/// A search for free slots. Without filters it finds those of the whole practice group.
///
/// Each filter takes one id. The reference names the filters in prose only: the names on the wire are inferred.
#[derive(Clone)]
#[must_use = "a search does nothing until its slots are asked for"]
pub struct SlotSearch {
    hero: Hero,
    appointment_type_id: Option<String>,
    location_id: Option<String>,
    practitioner_id: Option<String>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    page_size: Option<u64>,
    limit: Option<u64>,
}

impl SlotSearch {
    pub(super) fn new(hero: Hero) -> Self {
        Self {
            hero,
            appointment_type_id: None,
            location_id: None,
            practitioner_id: None,
            from: None,
            to: None,
            page_size: None,
            limit: None,
        }
    }

    /// Only slots for this appointment type.
    pub fn appointment_type(mut self, id: impl Into<Id>) -> Self {
        self.appointment_type_id = Some(id_text(id));
        self
    }

    /// Only slots at this location.
    pub fn location(mut self, id: impl Into<Id>) -> Self {
        self.location_id = Some(id_text(id));
        self
    }

    /// Only slots with this practitioner.
    pub fn practitioner(mut self, id: impl Into<Id>) -> Self {
        self.practitioner_id = Some(id_text(id));
        self
    }

    /// Only slots from this day on. Whether the days are those of Europe/London is not documented.
    pub fn from(mut self, day: NaiveDate) -> Self {
        self.from = Some(day);
        self
    }

    /// Only slots up to this day. Whether the day itself counts is not documented.
    pub fn to(mut self, day: NaiveDate) -> Self {
        self.to = Some(day);
        self
    }

    /// How many slots to ask for at a time.
    pub fn page_size(mut self, size: u64) -> Self {
        self.page_size = Some(size);
        self
    }

    /// The most slots to find.
    pub fn limit(mut self, slots: u64) -> Self {
        self.limit = Some(slots);
        self
    }

    /// The slots, as a stream.
    ///
    /// # Errors
    ///
    /// The stream gives them: `is_invalid_input` when the window ends before it begins, `is_protocol` when a slot is of another
    /// appointment type, location or practitioner than was asked for, since the server then ignores the filter; else as
    /// `listSlots`.
    #[doc(alias = "listSlots")]
    pub fn items(&self) -> Slots {
        Slots::new(self.query().map(|query| {
            let items = self.page_size.into_iter().fold(query.items(), Items::page_size);
            (self.limit.into_iter().fold(items, Items::limit), self.filters())
        }))
    }

    /// The slots page by page.
    ///
    /// # Errors
    ///
    /// As [`items`](Self::items).
    #[doc(alias = "listSlots")]
    pub fn pages(&self) -> SlotPages {
        SlotPages::new(self.query().map(|query| {
            let pages = self.page_size.into_iter().fold(query.pages(), Pages::page_size);
            (self.limit.into_iter().fold(pages, Pages::limit), self.filters())
        }))
    }

    fn query(&self) -> Result<Query, Error> {
        let (from, to) = self.window()?;
        let request = self.hero.api().list_slots();
        let request = request
            .maybe_appointment_type_ids(self.appointment_type_id.clone())
            .maybe_location_ids(self.location_id.clone())
            .maybe_practitioner_ids(self.practitioner_id.clone());
        Ok(Query(request.maybe_start_date(from).maybe_end_date(to)))
    }

    /// How many slots there are, without reading them.
    ///
    /// # Errors
    ///
    /// `is_invalid_input` when the window ends before it begins, `is_protocol` when the response holds no number; else as
    /// `countSlots`.
    #[doc(alias = "countSlots")]
    pub fn count(&self) -> Call<u64> {
        let search = self.clone();
        Call::new(async move {
            let (from, to) = search.window()?;
            let request = search.hero.api().count_slots();
            let request = request
                .maybe_appointment_type_id(search.appointment_type_id)
                .maybe_location_id(search.location_id)
                .maybe_practitioner_id(search.practitioner_id)
                .maybe_start_date(from)
                .maybe_end_date(to);
            let response: Json = request.view().send().await?;
            Json::count(&response)
                .ok_or_else(|| Error::protocol(&hero_api::operations::COUNT_SLOTS, "the response holds no count"))
        })
    }

    fn filters(&self) -> Filters {
        Filters {
            appointment_type_id: self.appointment_type_id.clone(),
            location_id: self.location_id.clone(),
            practitioner_id: self.practitioner_id.clone(),
        }
    }

    /// The days as the API takes them: parameters named `…_date` take dates.
    fn window(&self) -> Result<(Option<String>, Option<String>), Error> {
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to < from
        {
            return Err(Error::invalid_input("the window", "ends before it begins"));
        }
        Ok((self.from.map(|day| day.to_string()), self.to.map(|day| day.to_string())))
    }
}

impl fmt::Debug for SlotSearch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SlotSearch")
            .field("appointment_type_id", &shown::id(self.appointment_type_id.as_deref()))
            .field("location_id", &shown::id(self.location_id.as_deref()))
            .field("practitioner_id", &shown::id(self.practitioner_id.as_deref()))
            .field("from", &self.from)
            .field("to", &self.to)
            .finish_non_exhaustive()
    }
}
