//! Slots: what can be booked, as long as no appointment takes the time.

use chrono::{DateTime, Datelike, TimeDelta, Utc, Weekday};
use serde_json::{Value, json};

use super::{
    practice::{LOCATIONS, PRACTITIONERS, Practice, TYPES, minutes},
    refusal::Refusal,
    scene::{Request, Scene, written},
};

/// A time at which somebody sees a patient.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Slot {
    pub(super) id: u64,
    pub(super) practitioner_id: String,
    pub(super) appointment_type_id: String,
    pub(super) location_id: String,
    pub(super) start: DateTime<Utc>,
    pub(super) length: TimeDelta,
}

impl Slot {
    /// So many slots on the working days after today, from 9 to 12 and from 14 to 17 o'clock in UTC.
    pub(super) fn plan(practice: &mut Practice, count: usize, now: DateTime<Utc>) -> Vec<Self> {
        let first_id = practice.first_id;
        let mut slots = Vec::with_capacity(count);
        let mut day = now.date_naive();
        while slots.len() < count {
            let Some(next) = day.succ_opt() else { break };
            day = next;
            if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
                continue;
            }
            let times = (9..12).chain(14..17).flat_map(|hour| [0, 15, 30, 45].map(|minute| (hour, minute)));
            for (time, who) in times.flat_map(|time| (0..PRACTITIONERS.len()).map(move |who| (time, who))) {
                let Some(start) = day.and_hms_opt(time.0, time.1, 0).filter(|_| slots.len() < count) else { break };
                let (practitioner, .., kind) = PRACTITIONERS[who];
                let (location, _) = LOCATIONS[who % LOCATIONS.len()];
                let length = TYPES.iter().find(|row| row.0 == kind).map_or(15, |row| row.2);
                slots.push(Self {
                    id: practice.new_id(),
                    practitioner_id: (first_id + practitioner).to_string(),
                    appointment_type_id: (first_id + kind).to_string(),
                    location_id: (first_id + location).to_string(),
                    start: start.and_utc(),
                    length: TimeDelta::minutes(length),
                });
            }
        }
        slots
    }

    /// Whether it is to come and nobody has it.
    pub(super) fn is_free(&self, practice: &Practice, now: DateTime<Utc>) -> bool {
        self.start > now && practice.is_free(&self.practitioner_id, self.start, self.length, None, now)
    }

    fn shown(&self) -> Value {
        json!({
            "id": self.id.to_string(),
            "practitioner_id": self.practitioner_id,
            "appointment_type_id": self.appointment_type_id,
            "location_id": self.location_id,
            "start_time": written(self.start),
            "finish_time": written(self.start + self.length),
        })
    }
}

impl Practice {
    /// Whether the practitioner has no appointment in that time, but for the one with the id `except`.
    pub(super) fn is_free(
        &self,
        practitioner: &str,
        start: DateTime<Utc>,
        length: TimeDelta,
        except: Option<u64>,
        now: DateTime<Utc>,
    ) -> bool {
        !self.appointments.values().any(|appointment| {
            Some(appointment.id) != except
                && appointment.practitioner_id == practitioner
                && appointment.takes_time(now)
                && start < appointment.start + appointment.length
                && appointment.start < start + length
        })
    }
}

/// `listSlots`
pub(super) fn list(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let filters = ["appointment_type_ids", "location_ids", "practitioner_ids"].map(|name| request.ids(name));
    let found = search(scene, request, &filters)?;
    request.page(found.into_iter().map(Slot::shown).collect())
}

/// `countSlots`
pub(super) fn count(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let filters = ["appointment_type_id", "location_id", "practitioner_id"].map(|name| request.ids(name));
    Ok(json!({ "count": search(scene, request, &filters)?.len() }))
}

fn search<'a>(scene: &'a Scene<'_>, request: &Request, filters: &[Vec<&str>; 3]) -> Result<Vec<&'a Slot>, Refusal> {
    let (from, to) = request.window()?;
    let fits = |filter: &[&str], own: &str| filter.is_empty() || filter.contains(&own);
    let [types, locations, practitioners] = filters;
    let (practice, now) = (&*scene.practice, scene.now);
    let found = practice.slots.iter().filter(|slot| {
        let day = slot.start.date_naive();
        fits(types, &slot.appointment_type_id)
            && fits(locations, &slot.location_id)
            && fits(practitioners, &slot.practitioner_id)
            && from.is_none_or(|from| day >= from)
            && to.is_none_or(|to| day <= to)
            && slot.is_free(practice, now)
    });
    Ok(found.collect())
}

/// `getSlot`
pub(super) fn get(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let id = request.number()?;
    let slot = scene.practice.slots.iter().find(|slot| slot.id == id);
    slot.map(Slot::shown).ok_or(Refusal::NOT_FOUND)
}

/// `checkSlotAvailability`
pub(super) fn availability(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let wanted = Wanted::read(request)?;
    Ok(json!({ "available": wanted.is_free(scene.practice, None, scene.now) }))
}

/// A time with somebody, as requests give it.
pub(super) struct Wanted {
    pub(super) practitioner_id: String,
    /// What the slot has to be for, where the request says.
    pub(super) appointment_type_id: Option<String>,
    pub(super) location_id: Option<String>,
    pub(super) start: DateTime<Utc>,
    pub(super) length: TimeDelta,
}

impl Wanted {
    pub(super) fn read(request: &Request) -> Result<Self, Refusal> {
        let text = |name: &str| request.text(name).map(str::to_owned);
        let missing = |name: &'static str| move || Refusal::field(name, "invalid_type", "a value");
        let length = request.body.get("duration").and_then(Value::as_f64).and_then(minutes);
        Ok(Self {
            practitioner_id: text("practitioner_id").ok_or_else(missing("practitioner_id"))?,
            appointment_type_id: text("appointment_type_id"),
            location_id: text("location_id"),
            start: request.time("start_time")?.ok_or_else(missing("start_time"))?,
            length: length.ok_or_else(|| Refusal::field("duration", "too_small", "minutes above 0"))?,
        })
    }

    /// Whether there is such a slot, and the whole time is free.
    pub(super) fn is_free(&self, practice: &Practice, except: Option<u64>, now: DateTime<Utc>) -> bool {
        let fits = |wanted: &Option<String>, own: &str| wanted.as_deref().is_none_or(|wanted| wanted == own);
        let is_offered = practice.slots.iter().any(|slot| {
            slot.start == self.start
                && slot.practitioner_id == self.practitioner_id
                && fits(&self.appointment_type_id, &slot.appointment_type_id)
                && fits(&self.location_id, &slot.location_id)
        });
        is_offered && self.start > now && practice.is_free(&self.practitioner_id, self.start, self.length, except, now)
    }
}
