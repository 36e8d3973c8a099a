use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::MessageId;
use crate::response_fields::ResponseFields;

/// A message that Hero has taken on. That it has reached the patient is another matter: see
/// [`Messages::get`](super::Messages::get).
#[derive(Clone, PartialEq)]
pub struct SentMessage {
    id: MessageId,
    fields: ResponseFields,
}

impl SentMessage {
    /// The id of the message.
    #[must_use]
    pub fn id(&self) -> &MessageId {
        &self.id
    }

    /// When it is going to be sent, for a message that was scheduled.
    #[must_use]
    pub fn send_at(&self) -> Option<DateTime<Utc>> {
        self.fields.time("send_at")
    }

    /// Where the write to the record is approved in Hero, for a member of staff. What the link lets its holder do is
    /// not documented: do not log it.
    #[must_use]
    pub fn sensitive_approval_url(&self) -> Option<String> {
        self.fields.text("confirm_write_to_record_url")
    }

    /// Any field of the answer, by the name it has there. **It can be personal data.**
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Value> {
        self.fields.fields().get(name)
    }
}

impl<'de> Deserialize<'de> for SentMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = ResponseFields::deserialize(deserializer)?;
        Ok(Self { id: fields.required::<D::Error>("message_id")?.into(), fields })
    }
}

impl fmt::Debug for SentMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentMessage").field("id", &self.id).field("send_at", &self.send_at()).finish_non_exhaustive()
    }
}
