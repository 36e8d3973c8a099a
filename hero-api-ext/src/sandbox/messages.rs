//! Messages: sent once, delivered a second later, and written to the record if that was asked for.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{
    practice::Practice,
    refusal::Refusal,
    scene::{Request, Scene, written},
};

/// How long a message is on its way.
const DELIVERY: TimeDelta = TimeDelta::seconds(1);
/// How long the practice's own system takes to write.
const WRITING: Duration = Duration::from_secs(2);

/// The codes under which Hero's product help says that messages are filed.
const SMS_CODE: &str = "279991000000102";
const OTHER_CODE: &str = "401271004";

/// A message to a patient.
#[derive(Clone, Debug)]
pub(super) struct Message {
    pub(super) id: u64,
    pub(super) patient: u64,
    pub(super) kind: String,
    pub(super) text: String,
    pub(super) created_at: DateTime<Utc>,
    pub(super) send_at: DateTime<Utc>,
    pub(super) link: Option<u64>,
    pub(super) record: Record,
    snomed_code: Option<String>,
}

/// How far the message has come on its way into the record.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Record {
    NotWanted,
    /// Somebody has to open the page with this token.
    AwaitsApproval(String),
    /// It is written at this time.
    Due(DateTime<Utc>),
    Written(DateTime<Utc>),
    Failed(&'static str),
}

impl Record {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::NotWanted => "not wanted",
            Self::AwaitsApproval(_) => "awaits approval",
            Self::Due(_) => "pending",
            Self::Written(_) => "succeeded",
            Self::Failed(_) => "failed",
        }
    }
}

impl Message {
    pub(super) fn status(&self, now: DateTime<Utc>) -> &'static str {
        if self.kind == "hero" {
            "recorded"
        } else if now < self.send_at {
            "scheduled"
        } else if now < self.send_at + DELIVERY {
            "sent"
        } else {
            "delivered"
        }
    }

    fn write_to_record(&self) -> Value {
        let status = match &self.record {
            Record::NotWanted => return Value::Null,
            Record::AwaitsApproval(_) => "awaiting_approval",
            other => other.name(),
        };
        let mut shown = json!({ "status": status, "snomed_code": self.snomed_code });
        match self.record {
            Record::Written(at) => shown["write_to_record_at"] = json!(written(at)),
            Record::Failed(reason) => shown["failure_reason"] = json!(reason),
            _ => {}
        }
        shown
    }
}

impl Practice {
    /// Does what is due by now: messages get into the record, or fail to.
    pub(super) fn settle(&mut self, now: DateTime<Utc>) {
        let due: Vec<u64> =
            self.messages.values().filter(|m| matches!(m.record, Record::Due(at) if at <= now)).map(|m| m.id).collect();
        for id in due {
            let Some(message) = self.messages.get_mut(&id) else { continue };
            let Record::Due(at) = message.record else { continue };
            let has_record =
                self.patients.get(&message.patient).is_some_and(|patient| patient.ehr_partner_id.is_some());
            let event = if has_record {
                message.record = Record::Written(at);
                "write-to-record.succeeded"
            } else {
                message.record = Record::Failed("the patient has no record in the practice's own system");
                "write-to-record.failed"
            };
            self.happened(event, "Message", id);
        }
    }

    /// What the page for approval does. `None` when there is no such page; else how long the writing takes.
    pub(super) fn approve(&mut self, token: &str, now: DateTime<Utc>) -> Option<Duration> {
        let waiting = |message: &&mut Message| matches!(&message.record, Record::AwaitsApproval(own) if own == token);
        self.messages.values_mut().find(waiting)?.record = Record::Due(now + WRITING);
        Some(WRITING)
    }
}

/// `sendMessage`
pub(super) fn send(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let now = scene.now;
    let kind = request.text("message_type").unwrap_or_default().to_owned();
    let patient = scene.practice.patient(request.text("patient_id").unwrap_or_default());
    let patient = patient.ok_or_else(|| Refusal::field("patient_id", "custom", "a patient of the practice group"))?;
    let on_file = match kind.as_str() {
        "sms" => patient.person.mobile.is_some(),
        "email" => patient.person.email.is_some(),
        _ => true,
    };
    if !on_file && request.text("recipient_contact_detail").is_none() {
        return Err(Refusal::field(
            "recipient_contact_detail",
            "invalid_type",
            "a contact, since the patient has none",
        ));
    }
    let number = patient.number;
    let link = match request.text("short_link_id") {
        None => None,
        Some(id) => {
            let known = id.parse().ok().filter(|id| scene.practice.links.contains_key(id));
            Some(known.ok_or_else(|| Refusal::field("short_link_id", "custom", "a link of the practice group"))?)
        }
    };
    let send_at = request.time("send_at")?;
    let wants_record = request.flag("write_to_record") || request.flag("auto_write_to_record");
    let record = match (wants_record, request.flag("auto_write_to_record")) {
        (false, _) => Record::NotWanted,
        (true, true) => {
            scene.wake.push(WRITING);
            Record::Due(now + WRITING)
        }
        (true, false) => Record::AwaitsApproval(scene.token()),
    };
    let default_code = if kind == "sms" { SMS_CODE } else { OTHER_CODE };
    let message = Message {
        id: scene.practice.new_id(),
        patient: number,
        kind,
        text: request.text("message_string").unwrap_or_default().to_owned(),
        created_at: now,
        send_at: send_at.unwrap_or(now),
        link,
        snomed_code: wants_record.then(|| request.text("snomed_code").unwrap_or(default_code).to_owned()),
        record,
    };
    let approval = match &message.record {
        Record::AwaitsApproval(token) => Some(format!("{}/approve/{token}", scene.base_url)),
        _ => None,
    };
    let response = json!({
        "message_id": message.id.to_string(),
        "content": message.text,
        "created_at": written(now),
        "snomed_code": message.snomed_code,
        "write_to_record": wants_record,
        "confirm_write_to_record_url": approval,
        "send_at": send_at.map(written),
    });
    scene.practice.messages.insert(message.id, message);
    Ok(response)
}

/// `getMessage`
pub(super) fn get(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let (practice, now) = (&*scene.practice, scene.now);
    let message = practice.messages.get(&request.number()?).ok_or(Refusal::NOT_FOUND)?;
    let patient = practice.patients.get(&message.patient).map(|patient| {
        json!({
            "id": patient.number.to_string(),
            "title": patient.person.title,
            "first_name": patient.person.forename,
            "last_name": patient.person.surname,
        })
    });
    let link = message.link.and_then(|id| practice.links.get(&id)).map(|link| link.brief(now));
    let is_later = message.send_at > message.created_at;
    Ok(json!({
        "id": message.id.to_string(),
        "patient": patient,
        "write_to_record": message.write_to_record(),
        "short_link": link,
        "created_at": written(message.created_at),
        "sent_at": (message.send_at <= now).then(|| written(message.send_at)),
        "scheduled_at": is_later.then(|| written(message.send_at)),
        "status": message.status(now),
    }))
}
