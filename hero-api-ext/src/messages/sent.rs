use std::fmt;

use chrono::{DateTime, Utc};
use hero_api::{Operation, builder};

use super::MessageId;
use crate::{Error, answer::Answer};

/// The answer of `sendMessage`.
type Output = <builder::SendMessage<'static> as Operation>::Output;

/// A message that Hero has taken on. That it has reached the patient is another matter: see
/// [`Messages::get`](super::Messages::get).
#[derive(Clone)]
pub struct SentMessage {
    id: MessageId,
    fields: Answer,
    answer: Output,
}

impl SentMessage {
    pub(super) fn read(answer: Output) -> Result<Self, Error> {
        let fields = Answer::of(&answer);
        let operation = builder::SendMessage::INFO;
        let id = fields.text("message_id").ok_or_else(|| Error::protocol(operation, "the answer has no message id"))?;
        Ok(Self { id: id.into(), fields, answer })
    }

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

    /// Where the write to the record is approved in Hero, for a member of staff. What the link lets its holder do is not
    /// documented: do not log it.
    #[must_use]
    pub fn sensitive_approval_url(&self) -> Option<String> {
        self.fields.text("confirm_write_to_record_url")
    }

    /// The whole answer.
    #[must_use]
    pub fn answer(&self) -> &Output {
        &self.answer
    }
}

impl fmt::Debug for SentMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentMessage").field("id", &self.id).field("send_at", &self.send_at()).finish_non_exhaustive()
    }
}
