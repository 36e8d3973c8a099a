use std::{
    fmt,
    pin::Pin,
    slice,
    task::{Context, Poll, ready},
};

use futures_util::{Stream, StreamExt};
use hero_api::builder::ListBatchMessageSends;

use super::{PAGE, SendStatus, status::SEND_STATUSES};
use crate::{Error, Hero, Items, NhsNumber, PagedExt, PatientId, messages::MessageId, response_fields::ResponseFields};

/// What became of the message to one recipient of a batch.
///
/// The reference does not show what the API says of a message of a batch. The state is certain, since messages are
/// asked for by state; the rest is there when the response has it under its usual name.
#[derive(Clone, PartialEq)]
pub struct BatchOutcome {
    status: SendStatus,
    fields: ResponseFields,
}

impl BatchOutcome {
    /// How far the message has come.
    #[must_use]
    pub fn status(&self) -> &SendStatus {
        &self.status
    }

    /// The id of the message.
    #[must_use]
    pub fn message(&self) -> Option<MessageId> {
        ["message_id", "id"].iter().find_map(|field| self.fields.text(field)).map(MessageId::from)
    }

    /// The patient.
    #[must_use]
    pub fn patient(&self) -> Option<PatientId> {
        let named = self.fields.text("patient_id");
        named.or_else(|| self.fields.object("patient")?.text("id"))?.parse().ok()
    }

    /// The NHS number of the recipient.
    #[must_use]
    pub fn nhs_number(&self) -> Option<NhsNumber> {
        let within = |object| self.fields.object(object)?.text("nhs_number");
        let number = self.fields.text("nhs_number").or_else(|| within("recipient")).or_else(|| within("patient"));
        number?.parse().ok()
    }

    /// Any field of the response, by the name it has there. **It can be personal data.**
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&serde_json::Value> {
        self.fields.fields().get(name)
    }
}

impl fmt::Debug for BatchOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchOutcome")
            .field("status", &self.status)
            .field("message", &self.message())
            .field("patient", &self.patient())
            .finish_non_exhaustive()
    }
}

/// What became of each message of a batch, state by state. Made by
/// [`SendingBatch::outcomes`](super::SendingBatch::outcomes).
#[must_use = "a stream does nothing until it is asked"]
pub struct BatchOutcomes {
    hero: Hero,
    id: String,
    rest: slice::Iter<'static, SendStatus>,
    current: Option<(&'static SendStatus, Items<ListBatchMessageSends>)>,
    is_first: bool,
}

impl BatchOutcomes {
    pub(super) fn new(hero: Hero, id: String) -> Self {
        Self { hero, id, rest: SEND_STATUSES.iter(), current: None, is_first: true }
    }

    /// The next outcome; `None` when there are no more. After an error there are no more.
    pub async fn next(&mut self) -> Option<Result<BatchOutcome, Error>> {
        StreamExt::next(self).await
    }

    /// What a message says of itself, if that is what was asked for or what nobody else asks for.
    ///
    /// A server that does not filter sends every message for every state; then each is taken once.
    fn outcome(&self, asked: &SendStatus, fields: ResponseFields) -> Option<BatchOutcome> {
        let status = fields.text("status").map_or_else(|| asked.clone(), |own| own.as_str().into());
        let is_unnamed = matches!(status, SendStatus::Other(_));
        (status == *asked || (is_unnamed && self.is_first)).then_some(BatchOutcome { status, fields })
    }
}

impl Stream for BatchOutcomes {
    type Item = Result<BatchOutcome, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let Some((asked, items)) = &mut self.current else {
                let Some(status) = self.rest.next() else { return Poll::Ready(None) };
                let list = self.hero.api().list_batch_message_sends().id(self.id.as_str()).status(status.as_str());
                let items = list.items().page_size(PAGE);
                self.current = Some((status, items));
                continue;
            };
            let asked = *asked;
            match ready!(Pin::new(items).poll_next(context)) {
                Some(Ok(item)) => {
                    if let Some(outcome) = self.outcome(asked, ResponseFields::from_output(&item)) {
                        return Poll::Ready(Some(Ok(outcome)));
                    }
                }
                Some(Err(error)) => {
                    (self.current, self.rest) = (None, [].iter());
                    return Poll::Ready(Some(Err(error)));
                }
                None => (self.current, self.is_first) = (None, false),
            }
        }
    }
}

impl fmt::Debug for BatchOutcomes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchOutcomes").finish_non_exhaustive()
    }
}
