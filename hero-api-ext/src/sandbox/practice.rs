//! One practice group: all that the sandbox holds of it, and what the practice says about itself.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};

use super::{
    appointments::Appointment,
    batches::Batch,
    links::Link,
    messages::Message,
    patients::Patient,
    people::Person,
    refusal::Refusal,
    scene::{Request, Scene, written},
    slots::Slot,
    webhooks::{Delivery, Webhook},
};

/// Ids of one practice group begin this far behind those of the one before, so that a mix-up shows.
const RANGE: u64 = 1_000_000;

/// A practice group.
#[derive(Debug)]
pub(super) struct Practice {
    pub(super) id: String,
    pub(super) name: String,
    /// What all ids begin with.
    pub(super) first_id: u64,
    next_id: u64,
    pub(super) patients: BTreeMap<u64, Patient>,
    /// What a merge preview handed out: token → the two patients.
    pub(super) merges: BTreeMap<String, (u64, u64)>,
    pub(super) slots: Vec<Slot>,
    pub(super) appointments: BTreeMap<u64, Appointment>,
    pub(super) messages: BTreeMap<u64, Message>,
    pub(super) batches: BTreeMap<u64, Batch>,
    pub(super) links: BTreeMap<u64, Link>,
    pub(super) webhooks: BTreeMap<u64, Webhook>,
    pub(super) deliveries: Vec<Delivery>,
    /// What happened and was not posted yet.
    pub(super) events: Vec<Happening>,
}

/// Something that webhooks are told of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Happening {
    pub(super) event: String,
    pub(super) object: &'static str,
    pub(super) id: String,
}

/// A kind of appointment: id, name, minutes, who it is with, and how it takes place.
pub(super) const TYPES: [(u64, &str, i64, &str, &str); 3] = [
    (31, "Blood test", 15, "Nurse", "in_person"),
    (32, "Medication review", 15, "GP", "in_person"),
    (33, "Telephone consultation", 15, "GP", "telephone"),
];

/// A location: id and name.
pub(super) const LOCATIONS: [(u64, &str); 2] = [(5, "Mill Lane"), (6, "Canal Street")];

/// Who sees patients: id, title, first name, last name, and the type of appointment.
pub(super) const PRACTITIONERS: [(u64, &str, &str, &str, u64); 3] =
    [(7, "Nurse", "Bea", "Cole", 31), (8, "Dr", "Amir", "Shah", 32), (9, "Dr", "Ida", "Hill", 33)];

impl Practice {
    pub(super) fn new(position: u64, id: String, patients: u64, slots: usize, now: DateTime<Utc>) -> Self {
        let first_id = position * RANGE;
        let registered = (0..patients).map(|index| {
            let number = first_id + index + 1;
            (number, Patient::invented(number, index, Person::patient(position, index)))
        });
        let mut practice = Self {
            name: if position == 0 { "Riverside Medical Practice".to_owned() } else { format!("Practice {id}") },
            id,
            first_id,
            next_id: first_id + (patients / 1000 + 1) * 1000,
            patients: registered.collect(),
            merges: BTreeMap::new(),
            slots: Vec::new(),
            appointments: BTreeMap::new(),
            messages: BTreeMap::new(),
            batches: BTreeMap::new(),
            links: BTreeMap::new(),
            webhooks: BTreeMap::new(),
            deliveries: Vec::new(),
            events: Vec::new(),
        };
        practice.slots = Slot::plan(&mut practice, slots, now);
        practice
    }

    /// An id that nothing has yet.
    pub(super) fn new_id(&mut self) -> u64 {
        self.next_id += 1;
        self.next_id
    }

    /// Notes that something happened.
    pub(super) fn happened(&mut self, event: &str, object: &'static str, id: impl ToString) {
        self.events.push(Happening { event: event.to_owned(), object, id: id.to_string() });
    }

    /// A patient by an id from a request.
    pub(super) fn patient(&self, id: &str) -> Option<&Patient> {
        self.patients.get(&id.parse().ok()?)
    }
}

fn of(practice: &Practice, id: u64) -> String {
    (practice.first_id + id).to_string()
}

/// `getPracticeGroupById`
pub(super) fn get(scene: &mut Scene<'_>, _: &Request) -> Result<Value, Refusal> {
    Ok(json!({
        "id": scene.practice.id,
        "name": scene.practice.name,
        "sector": "nhs",
        "address": { "line_1": "1 Mill Lane", "town": "Leeds", "postcode": "ZZ99 3WZ" },
        "authenticated_as": { "id": "1", "first_name": "Sandbox", "last_name": "Partner", "email": "partner@example.test" },
    }))
}

/// `updatePracticeGroup`
pub(super) fn update(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    if let Some(name) = request.text("name") {
        name.clone_into(&mut scene.practice.name);
    }
    get(scene, request)
}

/// `getCapabilities`
pub(super) fn capabilities(_: &mut Scene<'_>, _: &Request) -> Result<Value, Refusal> {
    Ok(json!({ "capabilities": ["sms_messaging"] }))
}

/// `createAccessToken`: a JWT by its form, with a signature that nothing verifies.
pub(super) fn access_token(scene: &mut Scene<'_>, _: &Request) -> Result<Value, Refusal> {
    let issued = scene.now.timestamp();
    let claims = json!({ "practice_group_id": scene.practice.id, "iat": issued, "exp": issued + 30 * 60 });
    let parts = [json!({ "alg": "HS256", "typ": "JWT" }).to_string(), claims.to_string(), scene.token()];
    Ok(json!({ "access_token": parts.map(|part| BASE64URL_NOPAD.encode(part.as_bytes())).join(".") }))
}

/// `listLocations`
pub(super) fn locations(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let types = request.ids("appointment_type_ids");
    let practice = &*scene.practice;
    let offers = |location: &str| {
        types.is_empty()
            || practice
                .slots
                .iter()
                .any(|slot| slot.location_id == location && types.contains(&slot.appointment_type_id.as_str()))
    };
    let shown = LOCATIONS.iter().map(|(id, name)| (of(practice, *id), name)).filter(|(id, _)| offers(id));
    let items: Vec<Value> = shown.map(|(id, name)| json!({ "id": id, "name": name })).collect();
    Ok(list(items))
}

/// `listAppointmentTypes`
pub(super) fn appointment_types(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let (practice, now) = (&*scene.practice, scene.now);
    let locations = request.ids("location_ids");
    let mut items = Vec::new();
    for (id, name, minutes, practitioner, way) in TYPES {
        let id = of(practice, id);
        let free: Vec<&Slot> = practice
            .slots
            .iter()
            .filter(|slot| slot.appointment_type_id == id && slot.is_free(practice, now))
            .filter(|slot| locations.is_empty() || locations.contains(&slot.location_id.as_str()))
            .collect();
        if free.is_empty() && request.query.get("has_availability") == Some(&json!(true)) {
            continue;
        }
        let next = free.iter().map(|slot| slot.start).min().map(written);
        let mut item = json!({
            "id": id,
            "name": name,
            "partner_slot_name": name,
            "next_available_at": next,
            "slot_count": free.len(),
            "price": 0,
            "assignee_id": null,
            "assignee_type": null,
            "sector": "nhs",
            "duration": minutes,
            "use_partner_bookable_slots": false,
            "form_id": null,
            "practitioner_type": practitioner,
        });
        item[way] = json!(true);
        items.push(item);
    }
    Ok(list(items))
}

/// `listPractitioners`
pub(super) fn practitioners(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let (types, practice) = (request.ids("appointment_type_ids"), &*scene.practice);
    let fits = |kind: u64| types.is_empty() || types.contains(&of(practice, kind).as_str());
    let items = PRACTITIONERS.iter().filter(|(.., kind)| fits(*kind)).map(|row| shown_practitioner(practice, row));
    Ok(list(items.collect()))
}

/// `getPractitioner`
pub(super) fn practitioner(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let practice = &*scene.practice;
    let found = PRACTITIONERS.iter().find(|(id, ..)| of(practice, *id) == request.id());
    found.map(|row| shown_practitioner(practice, row)).ok_or(Refusal::NOT_FOUND)
}

fn shown_practitioner(practice: &Practice, row: &(u64, &str, &str, &str, u64)) -> Value {
    let (id, title, first_name, last_name, _) = row;
    json!({
        "id": of(practice, *id),
        "name": format!("{title} {first_name} {last_name}"),
        "title": title,
        "first_name": first_name,
        "last_name": last_name,
    })
}

/// A list that is on one page.
pub(super) fn list(items: Vec<Value>) -> Value {
    json!({ "count": items.len(), "data": items })
}

/// How long an appointment of a length in minutes is.
pub(super) fn minutes(length: f64) -> Option<TimeDelta> {
    crate::view::minutes(length)
}
