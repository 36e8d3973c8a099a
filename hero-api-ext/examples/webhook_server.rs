//! A server that receives webhooks: each kind of event, a repetition, a forgery. It fetches what they are about from the
//! sandbox, in this process.
//!
//! ```text
//! cargo run --example webhook_server
//! ```
//!
//! In a real program, `on_delivery` and the two lines with `Receiver` and `webhook` are all there is to write.

use std::{
    error::Error,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{Router, extract::State};
use bytes::Bytes;
use chrono::{DateTime, TimeDelta};
use hero_api_ext::{
    Hero, PatientId,
    clock::{Clock, SystemClock, TestClock},
    messages::WriteToRecord,
    sandbox::Sandbox,
    webhook_receiver::{
        Delivery, Event, Receiver, Resource, Verifier,
        axum::webhook,
        testing::{SignedRequest, signed_request},
    },
};
use http::StatusCode;
use tokio::net::TcpListener;

const SIGNING_KEY: &str = "the key that the webhook was created with";

/// What the rest of the program would do with an event: here it is one line to print.
async fn on_delivery(State(desk): State<Desk>, delivery: Delivery) -> StatusCode {
    match delivery.event().resolve(&desk.hero).await {
        Ok(resource) => {
            desk.note(&told(delivery.event(), resource.as_ref()));
            StatusCode::NO_CONTENT
        }
        Err(error) => {
            desk.note(&format!("to be posted again: {error}"));
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}

fn told(event: &Event, resource: Option<&Resource>) -> String {
    let practice = event.practice_group_id().unwrap_or("unknown");
    let text = match (event, resource) {
        (Event::AppointmentCancelled { id, .. }, _) => format!("appointment {id} is cancelled, its slot is free"),
        (Event::AppointmentConfirmed { id, .. }, Some(Resource::Appointment(appointment))) => {
            let time = appointment.start_time.map(|time| time.to_string());
            format!("appointment {id} is confirmed for {}", time.as_deref().unwrap_or("a time to come"))
        }
        (Event::AppointmentRescheduled { id, .. }, Some(Resource::Appointment(appointment))) => {
            let time = appointment.start_time.map(|time| time.to_string());
            format!("appointment {id} has moved to {}", time.as_deref().unwrap_or("another time"))
        }
        (Event::FormSubmissionCreated { id, .. }, _) => format!("a patient filled in a form, response {id}"),
        (Event::PrescriptionIssued { id, .. }, _) => format!("prescription {id} is issued (no call reads it)"),
        (Event::PatientMedicalRecordUpdated { id, .. }, _) => format!("the record of patient {id} has changed"),
        (Event::PatientAddedToSequence { id, .. }, _) => format!("patient {id} joined a sequence of messages"),
        (Event::WriteToRecordSucceeded { id, .. }, _) => format!("message {id} is in the record"),
        (Event::WriteToRecordFailed { id, .. }, Some(Resource::Message(message))) => {
            let outcome = message.write_to_record.as_ref();
            let reason = outcome.and_then(|outcome| outcome.failure_reason.as_deref());
            format!("message {id} is not in the record: {}", reason.unwrap_or("no reason given"))
        }
        (other, _) => format!("nothing to do for {}", other.name()),
    };
    format!("practice {practice}: {text}")
}

/// What the handler works with.
#[derive(Clone)]
struct Desk {
    hero: Hero,
    notes: Arc<Mutex<Vec<String>>>,
}

impl Desk {
    fn note(&self, text: &str) {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner).push(text.to_owned());
    }

    fn take_notes(&self) -> String {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner).drain(..).collect::<Vec<_>>().join("; ")
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    // Monday 16 March 2026, 08:00.
    let clock = TestClock::at(DateTime::UNIX_EPOCH + TimeDelta::hours(492_680));
    let sandbox = Sandbox::builder().clock(clock.clone()).start().await?;
    let hero = sandbox.hero()?;
    let ids = things(&hero, &clock).await?;
    let desk = Desk { hero, notes: Arc::default() };

    let log = desk.clone();
    let receiver = Receiver::new(Verifier::new(SIGNING_KEY)?)
        .with_observer(move |rejection| log.note(&format!("not handled, for the operator: {rejection}")));
    let app = Router::new().route("/webhooks/hero", webhook(receiver.clone(), on_delivery)).with_state(desk.clone());

    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/webhooks/hero", listener.local_addr()?);
    let server = tokio::spawn(async move { axum::serve(listener, app).await });

    println!("listening on {url}\n");
    println!("{:<32}  response  what came of it", "Hero posts");
    let client = reqwest::Client::builder().no_proxy().build()?;
    for (title, request) in requests(&ids)? {
        let response = client.post(&url).headers(request.headers).body(request.body).send().await?;
        let status = response.status().as_u16();
        let body = response.bytes().await?;
        let notes = desk.take_notes();
        let outcome = if notes.is_empty() { "nothing: it was handled before" } else { &notes };
        println!("{title:<32}  {status}     {outcome}{}", if body.is_empty() { "" } else { " (with a body)" });
    }
    println!("\ncounted:");
    for (outcome, count) in receiver.counts().iter().filter(|(_, count)| *count > 0) {
        println!("{count:>4}  {outcome}");
    }
    server.abort();
    Ok(())
}

/// Everything that is posted, in order.
fn requests(ids: &[String]) -> Result<Vec<(String, SignedRequest)>, Box<dyn Error>> {
    let now = SystemClock::new().utc_now();
    let mut requests = Vec::new();
    for (name, id) in Event::NAMES.iter().zip(ids) {
        requests.push(((*name).to_owned(), signed_request(SIGNING_KEY, &Event::new(*name, id.as_str(), "12"), now)?));
    }
    let unknown = signed_request(SIGNING_KEY, &Event::new("invoice.paid", "3", "12"), now)?;
    requests.push(("an event of next year".to_owned(), unknown));

    let first = requests[0].1.clone();
    requests.push(("the first one, once more".to_owned(), first.clone()));
    let forged = signed_request("a key that somebody guessed", &Event::new("appointment.cancelled", "7", "12"), now)?;
    requests.push(("a forged one".to_owned(), forged));
    let mut changed = first.clone();
    changed.body = Bytes::from_static(br#"{"event":"appointment.cancelled","id":"7","practice_group_id":"12"}"#);
    requests.push(("the first one with another body".to_owned(), changed));
    let mut unsigned = first;
    unsigned.headers.clear();
    requests.push(("one without a signature".to_owned(), unsigned));
    Ok(requests)
}

/// What the events are about, in the order of their names: three appointments, a form response, a prescription, two patients
/// and two messages.
async fn things(hero: &Hero, clock: &TestClock) -> Result<Vec<String>, Box<dyn Error>> {
    // A patient of the sandbox.
    let patient = PatientId::from(7);
    let mut ids = Vec::new();
    for slot in hero.booking().slots().limit(3).items().into_vec().await? {
        let reservation = hero.booking().reserve(&slot).for_patient(patient.clone()).send().await?;
        ids.push(reservation.confirm().send().await?.id().to_owned());
    }
    ids.extend(["41", "99", "7", "8"].map(str::to_owned));
    // The second has no record in the practice's own system.
    for patient in [7, 20] {
        let message = hero.messages().sms(patient, "Your results are in.");
        let sent = message.write_to_record(WriteToRecord::without_approval()).send().await?;
        ids.push(sent.id().as_str().to_owned());
    }
    clock.advance(Duration::from_secs(2));
    Ok(ids)
}
