use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, de::Error};
use serde_json::Value;

use super::MessageId;
use crate::response_fields::ResponseFields;

/// A message that Hero has accepted: the response named it. Whether it has reached the patient, tells
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

    /// Any field of the response, by the name it has there. **It can be personal data.**
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Value> {
        self.fields.fields().get(name)
    }
}

impl<'de> Deserialize<'de> for SentMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = ResponseFields::deserialize(deserializer)?;
        if fields.reports_error() {
            return Err(D::Error::custom("expected a message, found an error"));
        }
        let id: MessageId = fields.required::<D::Error>("message_id")?.into();
        if !id.is_plausible() {
            return Err(D::Error::custom("expected an id of a message"));
        }
        Ok(Self { id, fields })
    }
}

impl fmt::Debug for SentMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentMessage").field("id", &self.id).field("send_at", &self.send_at()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn response_that_names_a_message_is_sent() {
        for body in [json!({ "message_id": "40017" }), json!({ "message_id": 40_017, "error": null })] {
            let sent: SentMessage = serde_json::from_value(body.clone()).unwrap();
            assert_eq!(sent.id().as_str(), "40017", "{body}");
        }
    }

    #[test]
    fn response_that_names_no_message_is_not_sent() {
        for body in [
            json!({}),
            json!(null),
            json!([]),
            json!(["40017"]),
            json!([{ "message_id": "40017" }]),
            json!({ "error": "nope" }),
            json!({ "error": true, "message_id": "40017" }),
            json!({ "message_id": null }),
            json!({ "message_id": "" }),
            json!({ "message_id": { "id": "40017" } }),
            json!({ "message_id": "<html> down" }),
            json!({ "message_id": "x".repeat(257) }),
        ] {
            assert!(serde_json::from_value::<SentMessage>(body.clone()).is_err(), "{body}");
        }
    }

    #[test]
    fn debug_shows_no_text_of_the_server() {
        let body = json!({ "message_id": "Winifred-Marker", "content": "Winifred Marker", "send_at": "Winifred" });
        let sent: SentMessage = serde_json::from_value(body).unwrap();
        assert_eq!(format!("{sent:?}"), "SentMessage { id: MessageId([redacted]), send_at: None, .. }");
    }
}
