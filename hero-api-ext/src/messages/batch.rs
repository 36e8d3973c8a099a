mod outcome;
mod progress;
mod recipient;
mod sending;
mod status;
mod traced;

use std::fmt;

use serde::{Deserialize, Deserializer};
use serde_json::json;

pub use outcome::{BatchOutcome, BatchOutcomes};
pub use progress::{BatchProgress, BatchProgressStream};
pub use recipient::{InvalidRecipient, InvalidRecipients, Recipient, Recipients};
pub use sending::SendingBatch;
pub use status::{BatchStatus, RecipientStatus, SendStatus};
pub use traced::{TraceWait, TracedBatch, UntracedRecipient};

use crate::{
    Call, Error, Hero,
    call::send_when_awaited,
    input::{non_empty, with_fields},
    response_fields::ResponseFields,
    shown,
    view::ViewAs,
};

/// How many recipients or messages to ask for at a time.
const PAGE: u64 = 100;

/// A message to many people, not created yet. Made by [`Messages::batch_sms`](super::Messages::batch_sms) and its
/// sisters.
#[derive(Clone)]
#[must_use = "a batch is not created until it is sent"]
pub struct BatchDraft {
    hero: Hero,
    channel: &'static str,
    name: String,
    subject: Option<String>,
    text: String,
    recipients: Recipients,
}

impl BatchDraft {
    pub(super) fn new(hero: &Hero, channel: &'static str, name: String, subject: Option<String>, text: String) -> Self {
        Self { hero: hero.clone(), channel, name, subject, text, recipients: Recipients::default() }
    }

    /// To whom it goes. [`Messages::check_recipients`](super::Messages::check_recipients) makes them.
    pub fn recipients(mut self, recipients: Recipients) -> Self {
        self.recipients = recipients;
        self
    }

    /// Creates the batch in Hero, which begins to trace the recipients in the PDS. Nothing is sent to anybody.
    ///
    /// # Errors
    ///
    /// Before anything is sent to Hero, when there are no recipients, or name, subject or text is empty. Otherwise as
    /// every call. A batch whose creation failed half-way may stay behind in Hero, and sends nothing.
    pub async fn send(self) -> Result<Batch, Error> {
        let Self { hero, channel, name, subject, text, recipients } = self;
        if recipients.is_empty() {
            return Err(Error::invalid_input("batch", "has no recipients"));
        }
        let mut fields = json!({
            "name": non_empty("batch name", name)?,
            "channel": channel,
            "content": non_empty("batch text", text)?,
        });
        if let Some(subject) = subject {
            fields["subject"] = non_empty("batch subject", subject)?.into();
        }
        fields["recipients"] = recipients.to_json();
        let request = with_fields(hero.api().create_batch_message(), fields)?;
        let Created(id) = request.view().send().await?;
        Ok(Batch::new(&hero, id, Origin::Created))
    }
}

impl fmt::Debug for BatchDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchDraft").field("channel", &self.channel).finish_non_exhaustive()
    }
}

/// Where the handle on a batch comes from, which decides whether sending it can be the second time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Origin {
    Created,
    Earlier,
}

/// A batch in Hero, not known to be sent. Made by [`BatchDraft::send`] and
/// [`Messages::batch`](super::Messages::batch).
#[derive(Clone)]
#[must_use = "a batch sends nothing until it is told to"]
pub struct Batch {
    hero: Hero,
    id: String,
    origin: Origin,
}

impl Batch {
    pub(super) fn new(hero: &Hero, id: String, origin: Origin) -> Self {
        Self { hero: hero.clone(), id, origin }
    }

    /// The id. Keep it, to go on with [`Messages::batch`](super::Messages::batch) after a restart.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How far Hero has come with it.
    ///
    /// # Errors
    ///
    /// As every call; [`is_decode`](Error::is_decode) when the response has no status.
    #[doc(alias = "getBatchMessage")]
    pub fn status(&self) -> Call<BatchStatus> {
        status(&self.hero, &self.id)
    }

    /// Waits until Hero has traced every recipient in the PDS, or found that it cannot. Send what this returns.
    #[doc(alias = "listBatchMessageRecipients")]
    pub fn wait_until_traced(&self) -> TraceWait {
        TraceWait::new(self)
    }

    /// Follows a batch that was sent before: its progress and what became of it.
    #[must_use]
    #[doc(alias = "listBatchMessageSends")]
    pub fn watch(&self) -> SendingBatch {
        SendingBatch::new(&self.hero, &self.id)
    }
}

impl fmt::Debug for Batch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batch").field("id", &shown::id(self.id.as_str())).finish_non_exhaustive()
    }
}

fn status(hero: &Hero, id: &str) -> Call<BatchStatus> {
    Call::operation(hero.api().get_batch_message().id(id).view())
}

send_when_awaited!(BatchDraft => Batch);

/// The response of `createBatchMessage`.
struct Created(String);

impl<'de> Deserialize<'de> for Created {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ResponseFields::deserialize(deserializer)?.required("id").map(Self)
    }
}

/// The response of `getBatchMessage`.
impl<'de> Deserialize<'de> for BatchStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(ResponseFields::deserialize(deserializer)?.required::<D::Error>("status")?.as_str().into())
    }
}
