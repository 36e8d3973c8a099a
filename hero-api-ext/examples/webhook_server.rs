//! A server that receives webhooks, with a Hero of its own that posts to it: each kind of event, a repetition, a
//! forgery.
//!
//! ```text
//! cargo run --example webhook_server
//! ```
//!
//! In a real program, `on_delivery` and the two lines with `Receiver` and `webhook` are all there is to write.

use std::{
    error::Error,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{Router, extract::State};
use bytes::Bytes;
use hero_api_ext::{
    Credentials, Environment, Hero,
    clock::{Clock, SystemClock},
    hero_api::mock::MockServerExt,
    webhook_receiver::{
        Delivery, Event, Receiver, Resource, Verifier,
        axum::webhook,
        testing::{SignedRequest, signed_request},
    },
};
use http::StatusCode;
use httpmock::MockServer;
use serde_json::json;
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
    let practice = practice().await;
    let hero = Hero::builder()
        .environment(Environment::Custom(practice.base_url()))
        .credentials(Credentials::new("key", "12"))
        .build()?;
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
    for (title, request) in requests()? {
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
fn requests() -> Result<Vec<(String, SignedRequest)>, Box<dyn Error>> {
    let now = SystemClock::new().utc_now();
    let ids = ["7", "8", "9", "41", "99", "1001", "1002", "5", "6"];
    let mut requests = Vec::new();
    for (name, id) in Event::NAMES.iter().zip(ids) {
        requests.push(((*name).to_owned(), signed_request(SIGNING_KEY, &Event::new(*name, id, "12"), now)?));
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

/// A Hero with one practice, in this process.
async fn practice() -> MockServer {
    let server = MockServer::start_async().await;
    for (id, time) in [("7", "2026-10-26T09:30:00Z"), ("8", "2026-10-27T14:00:00Z"), ("9", "2026-10-28T10:00:00Z")] {
        server.get_appointment(|when, then| {
            when.id(id);
            then.ok_json(json!({
                "id": id, "appointment_type_id": "1", "location_id": "2", "practitioner_id": "3", "start_time": time,
            }));
        });
    }
    server.get_form_response(|_when, then| {
        then.ok_json(json!({ "id": 41 }));
    });
    server.get_patient_by_id_v2(|_when, then| {
        then.ok_json(json!({ "hero_id": "1001", "identifiers": [], "restricted": false }));
    });
    server.get_message(|when, then| {
        when.id("5");
        then.ok_json(json!({ "id": "5", "write_to_record": { "status": "succeeded" } }));
    });
    server.get_message(|when, then| {
        when.id("6");
        then.ok_json(
            json!({ "id": "6", "write_to_record": { "status": "failed", "failure_reason": "the record is locked" } }),
        );
    });
    server
}
