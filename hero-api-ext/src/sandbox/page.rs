//! The pages: what the practice looks like now, and what patients and staff open.

use std::{fmt::Write, sync::Arc};

use axum::{
    Router,
    extract::Path,
    response::{Html, IntoResponse, Response},
    routing::get,
};
use bytes::Bytes;
use http::{StatusCode, header::CONTENT_TYPE};

use super::{
    description::TEXT, incoming::pairs, links::Used, practice::Practice, server::Shared, webhooks::DeliveryState,
};

/// How many rows a table shows: the newest.
const ROWS: usize = 15;

const STYLE: &str = "body{font:15px/1.4 system-ui,sans-serif;margin:1.5rem auto;max-width:72rem;padding:0 1rem;color:#1b2733}\
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:1.6rem 0 .3rem}p{margin:.3rem 0}\
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid #d5dde5}\
th{font-weight:600;background:#eef3f7}small,.none{color:#5b6b7a}code{background:#eef3f7;padding:0 .2rem}";

/// What is served beside the API.
pub(super) fn routes(shared: &Arc<Shared>) -> Router {
    let with = || Arc::clone(shared);
    let (practices, identity, approval, link, booking) = (with(), with(), with(), with(), with());
    let openapi = || async { ([(CONTENT_TYPE, "application/json")], TEXT) };
    let prove = |Path(token): Path<String>| async move {
        let is_known = identity.world().pds.prove(&token);
        said(is_known, "Your identity is proven. You can be registered now.")
    };
    let consent = |Path(token): Path<String>| async move {
        said(approve(&approval, &token), "The message is going to be written to the record.")
    };
    let open = |Path(token): Path<String>| async move { opened(&link, &token) };
    let book = |Path(token): Path<String>, form: Bytes| async move { used(&booking, &token, &form) };
    Router::new()
        .route("/", get(|| async move { overview(&practices) }))
        .route("/openapi.json", get(openapi))
        .route("/identity/{token}", get(|| async { asking("Prove your identity", "", "I am who I say") }).post(prove))
        .route("/approve/{token}", get(|| async { asking("Approve the entry", "", "Approve") }).post(consent))
        .route("/s/{token}", get(open).post(book))
}

/// Text as HTML shows it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn document(title: &str, head: &str, body: &str) -> Html<String> {
    Html(format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>{head}<style>{STYLE}</style></head><body>{body}</body></html>"
    ))
}

fn asking(title: &str, field: &str, button: &str) -> Html<String> {
    let form = format!("<form method=\"post\">{field}<button>{button}</button></form>");
    document(
        title,
        "",
        &format!("<h1>{title}</h1><p>{form}</p><p><small>A page of the sandbox: nobody is real.</small></p>"),
    )
}

fn said(is_known: bool, text: &str) -> Response {
    if is_known {
        document("Done", "", &format!("<h1>Done</h1><p>{}</p>", escaped(text))).into_response()
    } else {
        (StatusCode::NOT_FOUND, document("Unknown", "", "<h1>There is no such page</h1>")).into_response()
    }
}

fn approve(shared: &Arc<Shared>, token: &str) -> bool {
    let (now, ids) = (shared.clock.utc_now(), ids(shared));
    ids.iter().any(|id| {
        let wait = shared.change(id, |practice| practice.approve(token, now)).flatten();
        wait.map(|wait| shared.wake(id, wait)).is_some()
    })
}

fn ids(shared: &Shared) -> Vec<String> {
    shared.world().practices.keys().cloned().collect()
}

fn opened(shared: &Arc<Shared>, token: &str) -> Response {
    for id in ids(shared) {
        let link =
            shared.change(&id, |practice| practice.open_link(token).map(|link| (link.kind, link.patient.is_some())));
        match link.flatten() {
            Some(("booking", is_named)) => {
                let field = "<label>Your date of birth <input type=\"date\" name=\"dob\" required></label> ";
                let field = if is_named { field } else { "" };
                return asking("Book an appointment", field, "Book the first free slot").into_response();
            }
            Some((kind, _)) => return document("Link", "", &format!("<h1>A {kind} link</h1>")).into_response(),
            None => {}
        }
    }
    said(false, "")
}

fn used(shared: &Arc<Shared>, token: &str, form: &[u8]) -> Response {
    let form = pairs(&String::from_utf8_lossy(form));
    let born = form.iter().find(|(name, _)| name == "dob").and_then(|(_, text)| text.parse().ok());
    let now = shared.clock.utc_now();
    for id in ids(shared) {
        let used = shared.change(&id, |practice| practice.use_link(token, born, now)).flatten();
        let (status, text) = match used {
            None => continue,
            Some(Used::Booked(start)) => {
                (StatusCode::OK, format!("You are booked for {}.", start.format("%A %-d %B, %H:%M UTC")))
            }
            Some(Used::NoSlot) => (StatusCode::CONFLICT, "There is no free slot.".to_owned()),
            Some(Used::WrongBirthDate) => (StatusCode::FORBIDDEN, "That is not the date of birth on file.".to_owned()),
            Some(Used::Closed(why)) => (StatusCode::GONE, format!("This link is {why}.")),
        };
        return (status, document("Booking", "", &format!("<h1>{}</h1>", escaped(&text)))).into_response();
    }
    said(false, "")
}

/// What all practices look like now. The browser asks again every two seconds.
fn overview(shared: &Arc<Shared>) -> Html<String> {
    for id in ids(shared) {
        shared.change(&id, |_| ());
    }
    let now = shared.clock.utc_now();
    let mut body = format!(
        "<h1>Hero sandbox</h1><p>{} · {} operations at <code>{}</code> · <a href=\"/openapi.json\">description</a></p>\
<p><small>Everybody here is invented, unless a request brought them.</small></p>",
        now.format("%A %-d %B %Y, %H:%M:%S UTC"),
        shared.description.operations.len(),
        escaped(&shared.base_url),
    );
    for practice in shared.world().practices.values() {
        let _ = write!(
            body,
            "<h2>{} <small>practice group {}</small></h2>",
            escaped(&practice.name),
            escaped(&practice.id)
        );
        tables(&mut body, practice, now);
    }
    document("Hero sandbox", "<meta http-equiv=\"refresh\" content=\"2\">", &body)
}

fn tables(body: &mut String, practice: &Practice, now: chrono::DateTime<chrono::Utc>) {
    let name_of = |id: &Option<String>| {
        let patient = id.as_deref().and_then(|id| practice.patient(id));
        patient.map_or_else(|| "unnamed".to_owned(), |patient| format!("{} ({})", patient.name(), patient.number))
    };
    let free: Vec<_> = practice.slots.iter().filter(|slot| slot.is_free(practice, now)).collect();
    let rows = practice.appointments.values().rev().map(|appointment| {
        let state = format!("{:?}", appointment.state(now));
        let start = appointment.start.format("%a %-d %b %H:%M").to_string();
        vec![
            appointment.id.to_string(),
            start,
            name_of(&appointment.patient_id),
            appointment.practitioner_id.clone(),
            state,
        ]
    });
    table(
        body,
        "Appointments",
        &["id", "start", "patient", "practitioner", "state"],
        practice.appointments.len(),
        rows,
    );
    let rows = free.iter().map(|slot| {
        let start = slot.start.format("%a %-d %b %H:%M").to_string();
        vec![
            slot.id.to_string(),
            start,
            slot.practitioner_id.clone(),
            slot.appointment_type_id.clone(),
            slot.location_id.clone(),
        ]
    });
    table(body, "Free slots", &["id", "start", "practitioner", "type", "location"], free.len(), rows);
    let rows = practice.messages.values().rev().map(|message| {
        let text: String = message.text.chars().take(80).collect();
        let patient = name_of(&Some(message.patient.to_string()));
        vec![
            message.id.to_string(),
            patient,
            message.kind.clone(),
            text,
            message.status(now).to_owned(),
            message.record.name().to_owned(),
        ]
    });
    table(body, "Messages", &["id", "patient", "channel", "text", "status", "record"], practice.messages.len(), rows);
    let rows = practice.batches.values().rev().map(|batch| {
        vec![batch.id.to_string(), batch.name.clone(), batch.recipients.len().to_string(), batch.status(now).to_owned()]
    });
    table(body, "Batches", &["id", "name", "recipients", "status"], practice.batches.len(), rows);
    let rows = practice.links.values().rev().map(|link| {
        let patient = name_of(&link.patient.map(|id| id.to_string()));
        vec![link.id.to_string(), link.kind.to_owned(), patient, link.status(now).to_owned()]
    });
    table(body, "Links", &["id", "kind", "patient", "status"], practice.links.len(), rows);
    let rows = practice.deliveries.iter().rev().map(|delivery| {
        let state = match delivery.state {
            DeliveryState::Waiting => "waiting",
            DeliveryState::Delivered => "delivered",
            DeliveryState::GivenUp => "given up",
        };
        let status = delivery.status.map_or_else(|| "none".to_owned(), |status| status.as_u16().to_string());
        let event = format!("{} {}", delivery.happening.event, delivery.happening.id);
        vec![event, delivery.webhook.url.clone(), delivery.attempts.to_string(), status, state.to_owned()]
    });
    table(body, "Deliveries", &["event", "to", "posted", "last response", "state"], practice.deliveries.len(), rows);
    let rows = practice.patients.values().rev().map(|patient| {
        let contact = patient.person.mobile.clone().unwrap_or_else(|| "no mobile".to_owned());
        vec![patient.number.to_string(), patient.name(), patient.person.born.to_string(), contact]
    });
    table(body, "Patients", &["id", "name", "born", "mobile"], practice.patients.len(), rows);
}

fn table(body: &mut String, title: &str, columns: &[&str], count: usize, rows: impl Iterator<Item = Vec<String>>) {
    let _ = write!(body, "<h2>{title} <small>{count}</small></h2>");
    if count == 0 {
        body.push_str("<p class=\"none\">none yet</p>");
        return;
    }
    body.push_str("<table><tr>");
    for column in columns {
        let _ = write!(body, "<th>{column}</th>");
    }
    body.push_str("</tr>");
    for row in rows.take(ROWS) {
        body.push_str("<tr>");
        for cell in row {
            let _ = write!(body, "<td>{}</td>", escaped(&cell));
        }
        body.push_str("</tr>");
    }
    body.push_str("</table>");
}
