//! What a test can ask about what happened.

use std::fmt;

use chrono::{DateTime, Utc};

use super::webhooks::DeliveryState;
use super::{messages::Message, webhooks::Delivery};

/// A message that was sent.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MessageRecord {
    /// The id of the message.
    pub id: String,
    /// The practice group that sent it.
    pub practice_group_id: String,
    /// The id of the patient.
    pub patient_id: String,
    /// `sms`, `email`, `nhs_app` or `hero`.
    pub message_type: String,
    /// What it says.
    pub text: String,
    /// `scheduled`, `sent`, `delivered` or `recorded`.
    pub status: String,
}

impl MessageRecord {
    pub(super) fn new(practice: &str, message: &Message, now: DateTime<Utc>) -> Self {
        Self {
            id: message.id.to_string(),
            practice_group_id: practice.to_owned(),
            patient_id: message.patient.to_string(),
            message_type: message.kind.clone(),
            text: message.text.clone(),
            status: message.status(now).to_owned(),
        }
    }
}

/// Without the text, which may be about a patient.
impl fmt::Debug for MessageRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MessageRecord")
            .field("id", &self.id)
            .field("patient_id", &self.patient_id)
            .field("message_type", &self.message_type)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// An event that was posted to a webhook, or is going to be.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeliveryRecord {
    /// The practice group in which it happened.
    pub practice_group_id: String,
    /// The id of the webhook.
    pub webhook_id: String,
    /// What happened.
    pub event: String,
    /// The id of the thing that the event is about.
    pub id: String,
    /// How often it was posted.
    pub attempts: u32,
    /// The status of the last response; nothing when there was none.
    pub last_status: Option<u16>,
    /// How far it has come.
    pub state: DeliveryState,
}

impl DeliveryRecord {
    pub(super) fn new(practice: &str, delivery: &Delivery) -> Self {
        Self {
            practice_group_id: practice.to_owned(),
            webhook_id: delivery.webhook.id.to_string(),
            event: delivery.happening.event.clone(),
            id: delivery.happening.id.clone(),
            attempts: delivery.attempts,
            last_status: delivery.status.map(|status| status.as_u16()),
            state: delivery.state,
        }
    }
}

impl fmt::Debug for DeliveryRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeliveryRecord")
            .field("event", &self.event)
            .field("id", &self.id)
            .field("attempts", &self.attempts)
            .field("last_status", &self.last_status)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}
