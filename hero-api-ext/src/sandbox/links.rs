//! Links that patients open: their pages are the sandbox's own.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

use super::{
    appointments::reserve,
    practice::Practice,
    refusal::Refusal,
    scene::{Request, Scene, written},
    slots::{Slot, Wanted},
};

/// A link.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) id: u64,
    pub(super) token: String,
    /// `booking`, `form`, `attachment` or `video`.
    pub(super) kind: &'static str,
    pub(super) patient: Option<u64>,
    name: Option<String>,
    url: String,
    is_active: bool,
    expiry: Option<DateTime<Utc>>,
    maximum_uses: Option<f64>,
    pub(super) uses: u32,
    opened: u32,
    offer: Offer,
}

/// Which slots a booking link offers.
#[derive(Clone, Debug, Default)]
struct Offer {
    appointment_type_id: Option<String>,
    location_id: Option<String>,
    practitioner_id: Option<String>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

/// What came of using a link.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Used {
    /// An appointment was booked, at this time.
    Booked(DateTime<Utc>),
    /// There is nothing to book.
    NoSlot,
    /// The birth date is not the patient's.
    WrongBirthDate,
    /// Used up, expired or switched off.
    Closed(&'static str),
}

impl Link {
    pub(super) fn status(&self, now: DateTime<Utc>) -> &'static str {
        if !self.is_active {
            "inactive"
        } else if self.expiry.is_some_and(|expiry| expiry <= now) {
            "expired"
        } else if self.uses > 0 {
            "used"
        } else if self.opened > 0 {
            "opened"
        } else {
            "unused"
        }
    }

    /// As messages have it.
    pub(super) fn brief(&self, now: DateTime<Utc>) -> Value {
        json!({ "id": self.id.to_string(), "type": self.kind, "name": self.name, "status": self.status(now) })
    }

    fn listed(&self, now: DateTime<Utc>) -> Value {
        let mut listed = self.brief(now);
        listed["url"] = json!(self.url);
        listed["expiry_date"] = json!(self.expiry.map(written));
        listed["patient_id"] = json!(self.patient.map(|id| id.to_string()));
        listed
    }

    fn why_closed(&self, now: DateTime<Utc>) -> Option<&'static str> {
        let is_used_up = self.maximum_uses.is_some_and(|most| f64::from(self.uses) >= most);
        match self.status(now) {
            closed @ ("inactive" | "expired") => Some(closed),
            _ => is_used_up.then_some("used up"),
        }
    }
}

impl Practice {
    /// The link with this token in its URL.
    pub(super) fn link(&mut self, token: &str) -> Option<&mut Link> {
        self.links.values_mut().find(|link| link.token == token)
    }

    /// Counts that somebody opened it.
    pub(super) fn open_link(&mut self, token: &str) -> Option<&Link> {
        let link = self.link(token)?;
        link.opened += 1;
        Some(link)
    }

    /// What the page of a booking link does: books the first slot that it offers.
    pub(super) fn use_link(&mut self, token: &str, born: Option<NaiveDate>, now: DateTime<Utc>) -> Option<Used> {
        let link = self.link(token)?.clone();
        if let Some(closed) = link.why_closed(now) {
            return Some(Used::Closed(closed));
        }
        let patient = link.patient.and_then(|id| self.patients.get(&id));
        if patient.is_some_and(|patient| Some(patient.person.born) != born) {
            return Some(Used::WrongBirthDate);
        }
        let Some(slot) = self.slots.iter().find(|slot| link.offer.fits(slot) && slot.is_free(self, now)).cloned()
        else {
            return Some(Used::NoSlot);
        };
        let wanted = Wanted {
            practitioner_id: slot.practitioner_id,
            appointment_type_id: Some(slot.appointment_type_id),
            location_id: Some(slot.location_id),
            start: slot.start,
            length: slot.length,
        };
        let id = reserve(self, link.patient.map(|id| id.to_string()), wanted, false, now);
        if let Some(appointment) = self.appointments.get_mut(&id) {
            (appointment.confirmed_at, appointment.link_id) = (Some(now), Some(link.id));
        }
        if let Some(link) = self.link(token) {
            link.uses += 1;
        }
        self.happened("appointment.confirmed", "Appointment", id);
        Some(Used::Booked(slot.start))
    }
}

impl Offer {
    fn fits(&self, slot: &Slot) -> bool {
        let same = |wanted: &Option<String>, own: &str| wanted.as_deref().is_none_or(|wanted| wanted == own);
        let day = slot.start.date_naive();
        same(&self.appointment_type_id, &slot.appointment_type_id)
            && same(&self.location_id, &slot.location_id)
            && same(&self.practitioner_id, &slot.practitioner_id)
            && self.from.is_none_or(|from| day >= from)
            && self.to.is_none_or(|to| day <= to)
    }

    /// Takes what the request says, and keeps the rest.
    fn update(&mut self, request: &Request) -> Result<(), Refusal> {
        let id = |name: &str, before: &mut Option<String>| {
            if let Some(id) = request.text(name) {
                *before = Some(id.to_owned());
            }
        };
        id("appointment_type_id", &mut self.appointment_type_id);
        id("location_id", &mut self.location_id);
        id("practitioner_id", &mut self.practitioner_id);
        let day = |name: &str| Ok(request.time(name)?.map(|time| time.date_naive()));
        (self.from, self.to) = (day("from_date")?.or(self.from), day("to_date")?.or(self.to));
        Ok(())
    }
}

fn make(scene: &mut Scene<'_>, request: &Request, kind: &'static str) -> Result<Link, Refusal> {
    let patient = match request.text("patient_id") {
        None => None,
        Some(id) => {
            let unknown = || Refusal::field("patient_id", "custom", "a patient of the practice group");
            Some(scene.practice.patient(id).ok_or_else(unknown)?.number)
        }
    };
    let mut offer = Offer::default();
    offer.update(request)?;
    let (id, token) = (scene.practice.new_id(), scene.token());
    let link = Link {
        id,
        kind,
        patient,
        name: request.text("link_name").map(str::to_owned),
        url: format!("{}/s/{token}", scene.base_url),
        token,
        is_active: true,
        expiry: request.time("expiry_date")?,
        maximum_uses: request.body.get("maximum_use_count").and_then(Value::as_f64),
        uses: 0,
        opened: 0,
        offer,
    };
    scene.practice.links.insert(id, link.clone());
    Ok(link)
}

fn made(link: &Link, field: &str) -> Value {
    json!({ field: link.url, "short_link_id": link.id.to_string() })
}

/// `createBookingLink`
pub(super) fn create_booking(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    Ok(made(&make(scene, request, "booking")?, "booking_link"))
}

/// `createFormLink`
pub(super) fn create_form(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    Ok(made(&make(scene, request, "form")?, "form_link"))
}

/// `createVideoLink`
pub(super) fn create_video(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    Ok(made(&make(scene, request, "video")?, "video_link"))
}

/// `createAttachmentLink`
pub(super) fn create_attachment(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    if request.text("ehr_file_id").is_none() && request.text("file_data").is_none() {
        return Err(Refusal::field("file_data", "invalid_type", "string, where there is no ehr_file_id"));
    }
    let link = make(scene, request, "attachment")?;
    Ok(json!({ "attachment_link": link.url, "attachment_uuid": link.token, "short_link_id": link.id.to_string() }))
}

/// `updateBookingLink`: all but the patient.
pub(super) fn update(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let id = request.number()?;
    let link = scene.practice.links.get_mut(&id).filter(|link| link.kind == "booking").ok_or(Refusal::NOT_FOUND)?;
    let expiry = request.time("expiry_date")?;
    link.offer.update(request)?;
    link.expiry = expiry.or(link.expiry);
    if let Some(is_active) = request.body.get("active").and_then(Value::as_bool) {
        link.is_active = is_active;
    }
    if let Some(name) = request.text("link_name") {
        link.name = Some(name.to_owned());
    }
    if let Some(most) = request.body.get("maximum_use_count").and_then(Value::as_f64) {
        link.maximum_uses = Some(most);
    }
    Ok(made(link, "booking_link"))
}

/// `getBookingLink`
pub(super) fn get_booking(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let practice = &*scene.practice;
    let link =
        practice.links.get(&request.number()?).filter(|link| link.kind == "booking").ok_or(Refusal::NOT_FOUND)?;
    let ids = |id: &Option<String>| id.iter().cloned().collect::<Vec<_>>();
    Ok(json!({
        "id": link.id.to_string(),
        "practice_group_id": practice.id,
        "short_link": link.url,
        "active": link.is_active,
        "expiry_date": link.expiry.map(written),
        "maximum_uses": link.maximum_uses,
        "number_of_uses": link.uses,
        "open_count": link.opened,
        "unlimited_use": link.maximum_uses.is_none(),
        "meta": {
            "appointment_type_id": ids(&link.offer.appointment_type_id),
            "location_id": ids(&link.offer.location_id),
            "practitioner_id": ids(&link.offer.practitioner_id),
        },
    }))
}

/// `getLinkStatus`: by `url` or `id`.
pub(super) fn status(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let (url, id) = (request.query("url"), request.query("id"));
    let is_it = |link: &&Link| id.is_some_and(|id| link.id.to_string() == id) || url == Some(link.url.as_str());
    let Some(link) = scene.practice.links.values().find(is_it) else {
        let field = if url.is_some() { "url" } else { "id" };
        return Err(Refusal::field(field, "custom", "the url or id of a link of the practice group"));
    };
    let booked = scene.practice.appointments.values().filter(|appointment| appointment.link_id == Some(link.id));
    let reference: Vec<Value> = booked.map(|it| json!({ "type": "Appointment", "id": it.id.to_string() })).collect();
    Ok(json!({ "status": link.status(scene.now), "type": link.kind, "reference": reference }))
}

/// `listShortLinks`
pub(super) fn list_short(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let now = scene.now;
    let is_true = |name: &str| request.query.get(name) == Some(&json!(true));
    let mut links: Vec<&Link> = scene.practice.links.values().collect();
    links.retain(|link| {
        request.query("type").is_none_or(|kind| kind == link.kind)
            && request.query("status").is_none_or(|status| status == link.status(now))
            && !(is_true("exclude_patient_specific_links") && link.patient.is_some())
    });
    if request.query("order_by") == Some("expiry_date") {
        links.sort_by_key(|link| link.expiry);
        if is_true("order_descending") {
            links.reverse();
        }
    }
    request.page(links.into_iter().map(|link| link.listed(now)).collect())
}

/// `listBookingLinks`
pub(super) fn list_booking(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let now = scene.now;
    let links = scene.practice.links.values().filter(|link| link.kind == "booking");
    request.page(links.map(|link| link.listed(now)).collect())
}
