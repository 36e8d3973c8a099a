//! Appointments: reserved, booked, moved and cancelled.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{
    practice::{LOCATIONS, PRACTITIONERS, Practice, TYPES, list},
    refusal::Refusal,
    scene::{Request, Scene, written},
    slots::Wanted,
};

/// How long a slot is held, as the product does it.
const HOLD: TimeDelta = TimeDelta::minutes(15);
/// Later than so many hours before it begins, an appointment is cancelled only against the policy.
const POLICY_HOURS: i64 = 24;

/// An appointment, or the reservation of one.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "these are the names of the API")]
pub(super) struct Appointment {
    pub(super) id: u64,
    pub(super) patient_id: Option<String>,
    pub(super) practitioner_id: String,
    pub(super) location_id: String,
    pub(super) appointment_type_id: String,
    pub(super) start: DateTime<Utc>,
    pub(super) length: TimeDelta,
    pub(super) reserved_until: DateTime<Utc>,
    pub(super) confirmed_at: Option<DateTime<Utc>>,
    pub(super) cancelled_at: Option<DateTime<Utc>>,
    pub(super) suppress_mail: bool,
    pub(super) link_id: Option<u64>,
}

/// How far an appointment has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum State {
    Reserved,
    /// The reservation ran out: the slot is free again.
    RanOut,
    Booked,
    Cancelled,
}

impl Appointment {
    pub(super) fn state(&self, now: DateTime<Utc>) -> State {
        match (self.cancelled_at, self.confirmed_at) {
            (Some(_), _) => State::Cancelled,
            (None, Some(_)) => State::Booked,
            (None, None) if self.reserved_until > now => State::Reserved,
            (None, None) => State::RanOut,
        }
    }

    /// Whether nobody else can have the time.
    pub(super) fn takes_time(&self, now: DateTime<Utc>) -> bool {
        matches!(self.state(now), State::Reserved | State::Booked)
    }

    fn shown(&self, now: DateTime<Utc>) -> Value {
        let (way, is_booked) = (way_of(&self.appointment_type_id), self.state(now) == State::Booked);
        let mut shown = json!({
            "id": self.id.to_string(),
            "patient_id": self.patient_id,
            "practitioner_id": self.practitioner_id,
            "location_id": self.location_id,
            "appointment_type_id": self.appointment_type_id,
            "duration": self.length.num_minutes().max(1),
            "start_time": written(self.start),
            "video": false,
            "in_person": false,
            "telephone": false,
            "link_id": self.link_id.map(|id| id.to_string()),
            "reserved_until": written(self.reserved_until),
            "booking_confirmed_at": self.confirmed_at.map(written),
            "can_be_cancelled": is_booked && !self.is_late(now),
            "can_be_rescheduled": is_booked,
            "cancellation_policy_hours": POLICY_HOURS,
            "suppress_mail": self.suppress_mail,
        });
        shown[way] = json!(true);
        shown
    }

    fn is_late(&self, now: DateTime<Utc>) -> bool {
        self.start - now < TimeDelta::hours(POLICY_HOURS)
    }

    fn move_to(&mut self, wanted: Wanted) {
        (self.start, self.length, self.practitioner_id) = (wanted.start, wanted.length, wanted.practitioner_id);
    }
}

fn way_of(kind: &str) -> &'static str {
    TYPES.iter().find(|row| kind.ends_with(&row.0.to_string())).map_or("in_person", |row| row.4)
}

/// What a request says when the time is not free.
fn taken() -> Refusal {
    Refusal::field("start_time", "slot_unavailable", "a free slot")
}

/// The appointment of the path. A reservation that ran out is gone.
fn held<'a>(practice: &'a mut Practice, request: &Request, now: DateTime<Utc>) -> Result<&'a mut Appointment, Refusal> {
    let appointment = practice.appointments.get_mut(&request.number()?).ok_or(Refusal::NOT_FOUND)?;
    if appointment.state(now) == State::RanOut { Err(Refusal::NOT_FOUND) } else { Ok(appointment) }
}

/// `createAppointment`
pub(super) fn create(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let (practice, now) = (&mut *scene.practice, scene.now);
    let wanted = Wanted::read(request)?;
    let known = [
        ("appointment_type_id", TYPES.map(|row| row.0).to_vec()),
        ("location_id", LOCATIONS.map(|row| row.0).to_vec()),
        ("practitioner_id", PRACTITIONERS.map(|row| row.0).to_vec()),
    ];
    for (name, ids) in known {
        let given = request.text(name).unwrap_or_default();
        if !ids.iter().any(|id| (practice.first_id + id).to_string() == given) {
            return Err(Refusal::field(name, "custom", "an id of the practice group"));
        }
    }
    if let Some(patient) = request.text("patient_id")
        && practice.patient(patient).is_none()
    {
        return Err(Refusal::field("patient_id", "custom", "a patient of the practice group"));
    }
    if !request.flag("suppress_availability_check") && !wanted.is_free(practice, None, now) {
        return Err(taken());
    }
    let patient = request.text("patient_id").map(str::to_owned);
    let id = reserve(practice, patient, wanted, request.flag("suppress_mail"), now);
    Ok(json!({ "id": id.to_string(), "reserved_until": written(now + HOLD) }))
}

/// Takes the time, free or not.
pub(super) fn reserve(
    practice: &mut Practice,
    patient_id: Option<String>,
    wanted: Wanted,
    suppress_mail: bool,
    now: DateTime<Utc>,
) -> u64 {
    let id = practice.new_id();
    let Wanted { practitioner_id, appointment_type_id, location_id, start, length } = wanted;
    let appointment = Appointment {
        id,
        patient_id,
        practitioner_id,
        location_id: location_id.unwrap_or_default(),
        appointment_type_id: appointment_type_id.unwrap_or_default(),
        start,
        length,
        reserved_until: now + HOLD,
        confirmed_at: None,
        cancelled_at: None,
        suppress_mail,
        link_id: None,
    };
    practice.appointments.insert(id, appointment);
    id
}

/// `getAppointment`
pub(super) fn get(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let now = scene.now;
    Ok(held(scene.practice, request, now)?.shown(now))
}

/// `getAppointmentStatus`
pub(super) fn status(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let now = scene.now;
    let status = match held(scene.practice, request, now)?.state(now) {
        State::Booked => "booked",
        State::Cancelled => "cancelled",
        State::Reserved | State::RanOut => "reserved",
    };
    Ok(json!({ "status": status }))
}

/// `listAppointments`
pub(super) fn list_all(scene: &mut Scene<'_>, _: &Request) -> Result<Value, Refusal> {
    let now = scene.now;
    let shown = scene.practice.appointments.values().filter(|appointment| appointment.state(now) != State::RanOut);
    Ok(list(shown.map(|appointment| appointment.shown(now)).collect()))
}

/// `bookAppointment`
pub(super) fn book(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let now = scene.now;
    let appointment = held(scene.practice, request, now)?;
    if appointment.state(now) != State::Reserved {
        return Err(Refusal::conflict("already_settled", "a reservation"));
    }
    appointment.confirmed_at = Some(now);
    let (id, shown) = (appointment.id, appointment.shown(now));
    scene.practice.happened("appointment.confirmed", "Appointment", id);
    Ok(shown)
}

/// `editAppointment`: before it is booked only.
pub(super) fn edit(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let now = scene.now;
    if held(scene.practice, request, now)?.state(now) != State::Reserved {
        return Err(Refusal::conflict("already_settled", "a reservation: reschedule a booked appointment"));
    }
    move_it(scene, request)
}

/// `rescheduleAppointment`: once it is booked only.
pub(super) fn reschedule(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let now = scene.now;
    if held(scene.practice, request, now)?.state(now) != State::Booked {
        return Err(Refusal::conflict("not_booked", "a booked appointment: edit a reservation"));
    }
    let shown = move_it(scene, request)?;
    scene.practice.happened("appointment.rescheduled", "Appointment", request.id());
    Ok(shown)
}

/// What the request leaves out stays as it is.
fn move_it(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let now = scene.now;
    let appointment = held(scene.practice, request, now)?;
    let mut body = json!({
        "start_time": written(appointment.start),
        "duration": appointment.length.num_minutes(),
        "practitioner_id": appointment.practitioner_id,
    });
    if let (Some(body), Some(given)) = (body.as_object_mut(), request.body.as_object()) {
        body.extend(given.clone());
    }
    let (id, wanted) = (appointment.id, Wanted::read(&Request { body, ..Request::default() })?);
    if !request.flag("suppress_availability_check") && !wanted.is_free(scene.practice, Some(id), now) {
        return Err(taken());
    }
    let appointment = held(scene.practice, request, now)?;
    appointment.move_to(wanted);
    Ok(appointment.shown(now))
}

/// `cancelAppointment`
pub(super) fn cancel(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let now = scene.now;
    let appointment = held(scene.practice, request, now)?;
    let was = appointment.state(now);
    if was == State::Cancelled {
        return Err(Refusal::conflict("already_settled", "an appointment that is not cancelled"));
    }
    if was == State::Booked && appointment.is_late(now) && !request.flag("suppress_cancellation_policy") {
        return Err(Refusal::conflict("cancellation_policy", "at least 24 hours before the appointment"));
    }
    appointment.cancelled_at = Some(now);
    let (id, shown) = (appointment.id, appointment.shown(now));
    if was == State::Booked {
        scene.practice.happened("appointment.cancelled", "Appointment", id);
    }
    Ok(shown)
}
