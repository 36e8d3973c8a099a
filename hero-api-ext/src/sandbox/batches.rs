//! Batch messages: created, their recipients traced, then sent, all by the clock.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{
    people::nhs_digits,
    refusal::Refusal,
    scene::{Request, Scene, parse_time, written},
};

/// How long the tracing takes.
const TRACING: TimeDelta = TimeDelta::seconds(2);
/// How long each step of the sending takes.
const STEP: TimeDelta = TimeDelta::seconds(1);

/// A message to many.
#[derive(Clone, Debug)]
pub(super) struct Batch {
    pub(super) id: u64,
    pub(super) name: String,
    channel: String,
    subject: Option<String>,
    content: String,
    pub(super) recipients: Vec<Recipient>,
    created_at: DateTime<Utc>,
    sent_at: Option<DateTime<Utc>>,
}

/// One of many.
#[derive(Clone, Debug)]
pub(super) struct Recipient {
    id: u64,
    /// As the request gave it.
    nhs_number: String,
    patient_id: Option<u64>,
    tracing: Tracing,
    has_contact: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Tracing {
    Found,
    Unknown,
    Unusable,
}

impl Batch {
    pub(super) fn status(&self, now: DateTime<Utc>) -> &'static str {
        match self.sent_at.map(|at| now - at) {
            None => "CREATED",
            Some(since) if since < STEP => "PENDING",
            Some(since) if since < STEP * 3 => "SENDING",
            Some(_) => "COMPLETED",
        }
    }

    fn recipient_status(&self, recipient: &Recipient, now: DateTime<Utc>) -> &'static str {
        match recipient.tracing {
            _ if now < self.created_at + TRACING => "CREATED",
            Tracing::Unknown => "ENRICHMENT_ERROR",
            Tracing::Unusable => "INVALID_PAYLOAD",
            Tracing::Found if self.sent_at.is_some() => "QUEUED",
            Tracing::Found => "ENRICHED",
        }
    }

    /// Nothing until the batch is sent, and for those who were not traced.
    fn message_status(&self, recipient: &Recipient, now: DateTime<Utc>) -> Option<&'static str> {
        let since = now - self.sent_at?;
        if recipient.tracing != Tracing::Found {
            return None;
        }
        Some(match since {
            _ if since < STEP => "CREATED",
            _ if since < STEP * 2 => "QUEUED",
            _ if since < STEP * 3 => "SENT",
            _ if recipient.has_contact => "SUCCESS",
            _ => "ERROR",
        })
    }

    fn shown(&self, now: DateTime<Utc>) -> Value {
        let mut shown = json!({
            "id": self.id.to_string(),
            "name": self.name,
            "status": self.status(now),
            "channel": self.channel,
            "content": self.content,
        });
        if let Some(subject) = &self.subject {
            shown["subject"] = json!(subject);
        }
        shown
    }
}

/// `createBatchMessage`
pub(super) fn create(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let channel = request.text("channel").unwrap_or_default().to_owned();
    if channel == "EMAIL" && request.text("subject").is_none() {
        return Err(Refusal::field("subject", "invalid_type", "string"));
    }
    let id = scene.practice.new_id();
    let given = request.body.get("recipients").and_then(Value::as_array).cloned().unwrap_or_default();
    let recipients = given.iter().map(|given| trace(scene, given, &channel)).collect();
    let text = |name: &str| request.text(name).unwrap_or_default().to_owned();
    let batch = Batch {
        id,
        name: text("name"),
        channel,
        subject: request.text("subject").map(str::to_owned),
        content: text("content"),
        recipients,
        created_at: scene.now,
        sent_at: None,
    };
    let shown = batch.shown(scene.now);
    scene.practice.batches.insert(id, batch);
    Ok(shown)
}

fn trace(scene: &mut Scene<'_>, given: &Value, channel: &str) -> Recipient {
    let text = |name: &str| given.get(name).and_then(Value::as_str).unwrap_or_default();
    let (number, born) = (nhs_digits(text("nhs_number")), parse_time(text("dob")).map(|time| time.date_naive()));
    let person = number.as_deref().zip(born).and_then(|(number, born)| scene.pds.by_number(number, born)).cloned();
    let registered = scene
        .practice
        .patients
        .values()
        .find(|patient| Some(&patient.person.nhs_number) == number.as_ref() && Some(patient.person.born) == born);
    let known = registered.map(|patient| patient.person.clone()).or(person);
    let patient_id = registered.map(|patient| patient.number);
    let tracing = match (&known, number.is_some() && born.is_some()) {
        (Some(_), _) => Tracing::Found,
        (None, true) => Tracing::Unknown,
        (None, false) => Tracing::Unusable,
    };
    let has_contact = known.is_some_and(|person| match channel {
        "SMS" => person.mobile.is_some(),
        "EMAIL" => person.email.is_some(),
        _ => true,
    });
    Recipient {
        id: scene.practice.new_id(),
        nhs_number: text("nhs_number").to_owned(),
        patient_id,
        tracing,
        has_contact,
    }
}

fn batch<'a>(scene: &'a Scene<'_>, request: &Request) -> Result<&'a Batch, Refusal> {
    scene.practice.batches.get(&request.number()?).ok_or(Refusal::NOT_FOUND)
}

/// `listBatchMessages`: the reference prints one object, so the newest batch is there beside the list.
pub(super) fn list_all(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let now = scene.now;
    let batches: Vec<Value> = scene.practice.batches.values().rev().map(|batch| batch.shown(now)).collect();
    let newest = batches.first().cloned();
    let mut list = request.page(batches)?;
    if let (Some(list), Some(Value::Object(newest))) = (list.as_object_mut(), newest) {
        list.extend(newest);
    }
    Ok(list)
}

/// `getBatchMessage`
pub(super) fn get(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    Ok(batch(scene, request)?.shown(scene.now))
}

/// `sendBatchMessage`: once, when all recipients are traced.
pub(super) fn send(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let now = scene.now;
    let batch = scene.practice.batches.get_mut(&request.number()?).ok_or(Refusal::NOT_FOUND)?;
    if batch.sent_at.is_some() {
        return Err(Refusal::conflict("already_sent", "a batch that was not sent"));
    }
    if now < batch.created_at + TRACING {
        return Err(Refusal::conflict("not_traced", "a batch whose recipients are traced"));
    }
    batch.sent_at = Some(now);
    Ok(batch.shown(now))
}

/// `listBatchMessageRecipients`
pub(super) fn recipients(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let (batch, now) = (batch(scene, request)?, scene.now);
    let all = batch.recipients.iter().map(|recipient| (recipient, batch.recipient_status(recipient, now)));
    request.page(rows(request, all))
}

/// `listBatchMessageSends`
pub(super) fn sends(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let (batch, now) = (batch(scene, request)?, scene.now);
    let sent = batch.recipients.iter().filter_map(|recipient| Some((recipient, batch.message_status(recipient, now)?)));
    let mut rows = rows(request, sent);
    for row in &mut rows {
        row["created_at"] = json!(batch.sent_at.map(written));
    }
    request.page(rows)
}

/// The recipients that have the status which the request asks for, or all.
fn rows<'a>(request: &Request, recipients: impl Iterator<Item = (&'a Recipient, &'static str)>) -> Vec<Value> {
    let wanted = request.query("status");
    let shown = recipients.filter(|(_, status)| wanted.is_none_or(|wanted| wanted == *status));
    let row = |(recipient, status): (&Recipient, &str)| {
        json!({
            "id": recipient.id.to_string(),
            "nhs_number": recipient.nhs_number,
            "patient_id": recipient.patient_id.map(|id| id.to_string()),
            "status": status,
        })
    };
    shown.map(row).collect()
}
