use std::{fmt, marker::PhantomData};

use chrono::{DateTime, Utc};
use hero_api::{Operation, builder::SendMessage};
use serde_json::{Value, json};

use super::{Any, Channel, Delivered, Email, NhsApp, SentMessage, Sms, WriteToRecord};
use crate::{
    Assignee, EmailAddress, Error, Hero, PatientId, PhoneNumber, bulk::JournalKey, call::send_when_awaited,
    input::non_empty, view::ViewAs,
};

/// A message to one patient, not sent yet. Made by [`Messages`](super::Messages), sent by [`send`](Self::send).
///
/// Its parameter is the channel, which decides what can be set.
#[derive(Clone)]
#[must_use = "a message does nothing until it is sent"]
pub struct Message<C> {
    hero: Hero,
    draft: Draft,
    channel: PhantomData<fn() -> C>,
}

#[derive(Clone)]
struct Draft {
    message_type: &'static str,
    patient: PatientId,
    text: String,
    /// Most messages have none, and what is not there need not be moved from setter to setter.
    details: Option<Box<Details>>,
}

/// What a message need not have.
#[derive(Clone, Default)]
struct Details {
    contact: Option<String>,
    fallback: Option<(&'static str, Option<String>)>,
    record: Option<WriteToRecord>,
    attachment: Option<String>,
    short_link: Option<String>,
    task: Option<String>,
    assignee: Option<Assignee>,
    send_at: Option<DateTime<Utc>>,
}

impl<C: Channel> Message<C> {
    pub(super) fn new(hero: &Hero, message_type: &'static str, patient: PatientId, text: String) -> Self {
        let draft = Draft { message_type, patient, text, details: None };
        Self { hero: hero.clone(), draft, channel: PhantomData }
    }

    /// Also writes the message to the patient's record in the practice's own system.
    pub fn write_to_record(mut self, how: WriteToRecord) -> Self {
        self.draft.details().record = Some(how);
        self
    }

    /// Sends an attachment along: the `attachment_uuid` that creating an attachment link returns.
    pub fn attachment(mut self, attachment_uuid: impl Into<String>) -> Self {
        self.draft.details().attachment = Some(attachment_uuid.into());
        self
    }

    /// Sends a link along: the `short_link_id` that creating a booking, form or video link returns.
    pub fn short_link(mut self, short_link_id: impl Into<String>) -> Self {
        self.draft.details().short_link = Some(short_link_id.into());
        self
    }

    /// Files the message under a task.
    pub fn task(mut self, task_id: impl Into<String>) -> Self {
        self.draft.details().task = Some(task_id.into());
        self
    }

    /// Assigns the message to somebody.
    pub fn assignee(mut self, assignee: Assignee) -> Self {
        self.draft.details().assignee = Some(assignee);
        self
    }

    /// The same message without its channel in its type, to put messages of several channels into one collection.
    pub fn any(self) -> Message<Any> {
        Message { hero: self.hero, draft: self.draft, channel: PhantomData }
    }

    /// The patient whom the message is for.
    #[must_use]
    pub fn patient(&self) -> &PatientId {
        &self.draft.patient
    }

    /// Sends the message, once.
    ///
    /// # Errors
    ///
    /// [`is_invalid_input`](Error::is_invalid_input) before anything is sent: when the text is empty, an id is, or the
    /// time to send it has passed. [`is_forbidden`](Error::is_forbidden) when the key may not message; otherwise as
    /// every call.
    ///
    /// After an error, [`Error::effect`] says whether the message may have gone out. Send it again only when it says
    /// [`Effect::None`](crate::Effect::None). A success that does not name the message proves nothing, since a proxy can send it
    /// for a server that is down: then it says [`Effect::Unknown`](crate::Effect::Unknown). Look in Hero.
    pub async fn send(self) -> Result<SentMessage, Error> {
        self.draft.check_time(&self.hero)?;
        self.draft.operation(&self.hero)?.view().send().await.map_err(Error::in_doubt_when_done)
    }

    /// A number that differs for messages that differ in anything that is sent, in the practice group too. It is the
    /// same in every run and on every machine that has the key.
    pub(crate) fn fingerprint(&self, key: &JournalKey) -> Result<u64, Error> {
        let request = self.draft.clone().operation(&self.hero)?.into_request()?;
        let body = request.body().and_then(|body| body.as_bytes()).unwrap_or_default();
        // As a value, since its keys are sorted: generated types may change their order.
        let body: Value = serde_json::from_slice(body).map_err(|_| Error::invalid_input("message", "is not JSON"))?;
        let content = json!([request.url().path(), self.hero.practice_group(), body]);
        Ok(key.fingerprint(content.to_string().as_bytes()))
    }
}

impl<C: Delivered> Message<C> {
    /// Sends the message later, at this time.
    pub fn send_at(mut self, time: DateTime<Utc>) -> Self {
        self.draft.details().send_at = Some(time);
        self
    }
}

impl Message<Sms> {
    /// Sends it to this number instead of the mobile in the patient's record.
    pub fn to(mut self, number: PhoneNumber) -> Self {
        self.draft.details().contact = Some(number.sensitive_text().to_owned());
        self
    }
}

impl Message<Email> {
    /// Sends it to this address instead of the one in the patient's record.
    pub fn to(mut self, address: EmailAddress) -> Self {
        self.draft.details().contact = Some(address.sensitive_text().to_owned());
        self
    }
}

impl Message<NhsApp> {
    /// Sends a text message to the patient's mobile when they do not see it in the app (the product waits an hour).
    pub fn fallback_sms(mut self) -> Self {
        self.draft.details().fallback = Some(("sms", None));
        self
    }

    /// As [`fallback_sms`](Self::fallback_sms), to this number.
    pub fn fallback_sms_to(mut self, number: PhoneNumber) -> Self {
        self.draft.details().fallback = Some(("sms", Some(number.sensitive_text().to_owned())));
        self
    }

    /// Sends an email when the patient does not see it in the app (the product waits an hour).
    pub fn fallback_email(mut self) -> Self {
        self.draft.details().fallback = Some(("email", None));
        self
    }

    /// As [`fallback_email`](Self::fallback_email), to this address.
    pub fn fallback_email_to(mut self, address: EmailAddress) -> Self {
        self.draft.details().fallback = Some(("email", Some(address.sensitive_text().to_owned())));
        self
    }
}

impl Draft {
    fn details(&mut self) -> &mut Details {
        self.details.get_or_insert_default()
    }

    fn send_at(&self) -> Option<DateTime<Utc>> {
        self.details.as_ref()?.send_at
    }

    fn check_time(&self, hero: &Hero) -> Result<(), Error> {
        match self.send_at() {
            Some(time) if time < hero.clock().utc_now() => {
                Err(Error::invalid_input("time to send the message", "has passed"))
            }
            _ => Ok(()),
        }
    }

    fn operation(self, hero: &Hero) -> Result<SendMessage, Error> {
        if self.text.trim().is_empty() {
            return Err(Error::invalid_input("message text", "is empty"));
        }
        let details = self.details.map(|details| details.checked()).transpose()?;
        Ok(hero.api().send_message().body_map(|body| {
            let body = body.patient_id(self.patient.as_str()).message_type(self.message_type).message_string(self.text);
            let Some(details) = details else { return body };
            let record = details.record.as_ref();
            let (assignee_type, assignee_id) = details.assignee.map(Assignee::named).unzip();
            let (fallback_type, fallback_contact) = details.fallback.unzip();
            body.maybe_recipient_contact_detail(details.contact)
                .maybe_fallback_message_type(fallback_type)
                .maybe_fallback_contact_detail(fallback_contact.flatten())
                .maybe_write_to_record(record.map(|_| true))
                .maybe_auto_write_to_record(record.filter(|record| record.skips_approval()).map(|_| true))
                .maybe_snomed_code(record.and_then(|record| Some(record.code()?.as_str())))
                .maybe_snomed_term(record.and_then(WriteToRecord::term))
                .maybe_attachment_uuid(details.attachment)
                .maybe_short_link_id(details.short_link)
                .maybe_task_id(details.task)
                .maybe_assignee_type(assignee_type)
                .maybe_assignee_id(assignee_id)
                .maybe_send_at(details.send_at)
        }))
    }
}

impl Details {
    fn checked(self) -> Result<Self, Error> {
        let id = |what, id: Option<String>| id.map(|id| non_empty(what, id)).transpose();
        Ok(Self {
            attachment: id("attachment id", self.attachment)?,
            short_link: id("short link id", self.short_link)?,
            task: id("task id", self.task)?,
            ..self
        })
    }
}

send_when_awaited!({C: Channel} Message<C> => SentMessage);

/// Shows the channel and the patient's id, and nothing of what is said to them.
impl<C> fmt::Debug for Message<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("message_type", &format_args!("{}", self.draft.message_type))
            .field("patient", &self.draft.patient)
            .field("send_at", &self.draft.send_at())
            .finish_non_exhaustive()
    }
}
