//! Messages: one patient at a time, many one by one ([`bulk`](crate::bulk)), or many as one batch that Hero sends.
//!
//! Start with [`Hero::messages`].
//!
//! # Which of the three
//!
//! * A few patients whom Hero knows: [`Messages::sms`], [`email`](Messages::email), [`nhs_app`](Messages::nhs_app).
//! * Many patients whom Hero knows, each with a text of their own: [`Messages::bulk`].
//! * Many patients by NHS number and birth date, all with the same text: [`Messages::batch_sms`] and its sisters.
//!
//! # Nothing is sent twice
//!
//! A message whose response was lost is not sent again by this crate. [`Error::effect`](crate::Error::effect) says of a
//! call that failed whether the message may have gone out all the same.

mod batch;
mod channel;
mod message;
mod message_id;
mod record;
mod sent;

use hero_api::{Operation, builder};

pub use batch::{
    Batch, BatchDraft, BatchOutcome, BatchOutcomes, BatchProgress, BatchProgressStream, BatchStatus, InvalidRecipient,
    InvalidRecipients, Recipient, RecipientStatus, Recipients, SendStatus, SendingBatch, TraceWait, TracedBatch,
    UntracedRecipient,
};
pub use channel::{Any, Channel, Delivered, Email, NhsApp, RecordOnly, Sms};
pub use message::Message;
pub use message_id::MessageId;
pub use record::{RecordOutcome, RecordWait, WriteToRecord};
pub use sent::SentMessage;

use batch::Origin;

use crate::{Call, Error, Hero, List, PatientId, SnomedCode};

/// A message as [`Messages::get`] returns it: the response of `getMessage`.
pub type MessageRecord = <builder::GetMessage as Operation>::Output;

/// The response of `listTemplates`. The reference does not show what it holds.
pub type Templates = <builder::ListTemplates as Operation>::Output;

/// The response of `getAutomatedMessage`. The reference does not show what it holds.
pub type AutomatedMessage = <builder::GetAutomatedMessage as Operation>::Output;

/// The response of `validateSnomedCode`. The reference does not show what it holds.
pub type SnomedValidation = <builder::ValidateSnomedCode as Operation>::Output;

impl Hero {
    /// Messages: send, schedule, write to the record, send many.
    #[must_use]
    pub fn messages(&self) -> Messages {
        Messages::new(self.clone())
    }
}

/// What can be done with messages. Made by [`Hero::messages`].
#[derive(Clone, Debug)]
pub struct Messages {
    hero: Hero,
}

impl Messages {
    pub(crate) fn new(hero: Hero) -> Self {
        Self { hero }
    }

    pub(crate) fn hero(&self) -> &Hero {
        &self.hero
    }

    /// A text message to the patient's mobile. Nothing is sent before [`Message::send`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use hero_api_ext::messages::WriteToRecord;
    ///
    /// # use hero_api_ext::{Error, Hero, PatientId};
    /// # async fn example(hero: Hero, patient: PatientId) -> Result<(), Error> {
    /// let sent = hero
    ///     .messages()
    ///     .sms(patient, "Your blood test is due. Please book at the desk.")
    ///     .write_to_record(WriteToRecord::after_approval().snomed("279991000000102".parse()?))
    ///     .send()
    ///     .await?;
    /// println!("message {}", sent.id());
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "sendMessage")]
    pub fn sms(&self, patient: impl Into<PatientId>, text: impl Into<String>) -> Message<Sms> {
        Message::new(&self.hero, "sms", patient.into(), text.into())
    }

    /// An email to the patient. Nothing is sent before [`Message::send`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use hero_api_ext::{EmailAddress, Error, Hero, PatientId};
    /// # async fn example(hero: Hero, patient: PatientId, address: EmailAddress, attachment: String) -> Result<(), Error> {
    /// let message = hero.messages().email(patient, "Your letter is attached.");
    /// message.to(address).attachment(attachment).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "sendMessage")]
    pub fn email(&self, patient: impl Into<PatientId>, text: impl Into<String>) -> Message<Email> {
        Message::new(&self.hero, "email", patient.into(), text.into())
    }

    /// A message in the patient's NHS App. Nothing is sent before [`Message::send`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use hero_api_ext::{Error, Hero, PatientId};
    /// # async fn example(hero: Hero, patient: PatientId) -> Result<(), Error> {
    /// hero.messages().nhs_app(patient, "Your results are ready.").fallback_sms().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "sendMessage")]
    pub fn nhs_app(&self, patient: impl Into<PatientId>, text: impl Into<String>) -> Message<NhsApp> {
        Message::new(&self.hero, "nhs_app", patient.into(), text.into())
    }

    /// A message that goes nowhere and is kept in Hero, for what was said or sent by other means.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use hero_api_ext::{Error, Hero, PatientId};
    /// # async fn example(hero: Hero, patient: PatientId) -> Result<(), Error> {
    /// hero.messages().record_only(patient, "Told by phone that the clinic has moved.").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "sendMessage")]
    pub fn record_only(&self, patient: impl Into<PatientId>, text: impl Into<String>) -> Message<RecordOnly> {
        Message::new(&self.hero, "hero", patient.into(), text.into())
    }

    /// One message, with its status and what became of writing it to the record.
    ///
    /// # Errors
    ///
    /// As every call; [`is_not_found`](Error::is_not_found) when the practice group has no such message.
    #[doc(alias = "getMessage")]
    pub fn get(&self, message: &MessageId) -> Call<MessageRecord> {
        Call::operation(self.hero.api().get_message().id(message.as_str()))
    }

    /// Waits until the write of a message to the patient's record has succeeded or failed. Send what this returns.
    ///
    /// Where the write needs approval in Hero, that can take a day: take the webhooks `write-to-record.succeeded` and
    /// `write-to-record.failed` then.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use std::time::Duration;
    ///
    /// use hero_api_ext::messages::{MessageId, RecordOutcome};
    ///
    /// # async fn example(hero: hero_api_ext::Hero, id: MessageId) -> Result<(), hero_api_ext::Error> {
    /// match hero.messages().wait_until_recorded(&id).within(Duration::from_secs(120)).send().await? {
    ///     RecordOutcome::Recorded { .. } => println!("in the record"),
    ///     RecordOutcome::Failed(_) => println!("not in the record"),
    ///     _ => println!("nothing yet"),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "getMessage")]
    pub fn wait_until_recorded(&self, message: &MessageId) -> RecordWait {
        RecordWait::new(&self.hero, message)
    }

    /// Asks whether Hero knows a SNOMED code.
    ///
    /// # Errors
    ///
    /// As every call.
    #[doc(alias = "validateSnomedCode")]
    pub fn validate_snomed(&self, code: &SnomedCode) -> Call<SnomedValidation> {
        let request = self.hero.api().validate_snomed_code().body_map(|body| body.code(code.as_str()));
        Call::operation(request)
    }

    /// The message templates of the practice group.
    ///
    /// # Errors
    ///
    /// As every call.
    #[doc(alias = "listTemplates")]
    pub fn templates(&self) -> Call<Templates> {
        Call::operation(self.hero.api().list_templates())
    }

    /// One automated message.
    ///
    /// # Errors
    ///
    /// As every call.
    #[doc(alias = "getAutomatedMessage")]
    pub fn automated(&self, id: &str) -> Call<AutomatedMessage> {
        Call::operation(self.hero.api().get_automated_message().id(id))
    }

    /// A text message to many people. `name` is for the practice's staff. Give it its recipients next.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero, rows: Vec<(String, String)>) -> Result<(), hero_api_ext::Error> {
    /// // Every row is checked before anything is sent, and each bad one is told with its number.
    /// let recipients = hero.messages().check_recipients(rows)?;
    /// let batch = hero.messages().batch_sms("Flu 2026", "Book your flu jab.").recipients(recipients).send().await?;
    ///
    /// let traced = batch.wait_until_traced().send().await?;
    /// println!("{} of {} found", traced.traced(), traced.total());
    ///
    /// let sending = traced.send().await?;
    /// let mut progress = sending.progress();
    /// while let Some(progress) = progress.next().await {
    ///     println!("{} sent", progress?.sent());
    /// }
    ///
    /// let mut outcomes = sending.outcomes();
    /// while let Some(outcome) = outcomes.next().await {
    ///     println!("{}", outcome?.status());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "createBatchMessage")]
    pub fn batch_sms(&self, name: impl Into<String>, text: impl Into<String>) -> BatchDraft {
        BatchDraft::new(&self.hero, "SMS", name.into(), None, text.into())
    }

    /// An email to many people; otherwise as [`batch_sms`](Self::batch_sms).
    #[doc(alias = "createBatchMessage")]
    pub fn batch_email(
        &self,
        name: impl Into<String>,
        subject: impl Into<String>,
        text: impl Into<String>,
    ) -> BatchDraft {
        BatchDraft::new(&self.hero, "EMAIL", name.into(), Some(subject.into()), text.into())
    }

    /// A message in the NHS App of many people; otherwise as [`batch_sms`](Self::batch_sms).
    #[doc(alias = "createBatchMessage")]
    pub fn batch_nhs_app(&self, name: impl Into<String>, text: impl Into<String>) -> BatchDraft {
        BatchDraft::new(&self.hero, "NHS_APP", name.into(), None, text.into())
    }

    /// A batch that was created before, to go on with it: by another process, or before this one was restarted.
    #[doc(alias = "getBatchMessage")]
    pub fn batch(&self, id: impl Into<String>) -> Batch {
        Batch::new(&self.hero, id.into(), Origin::Earlier)
    }

    /// The batches of the practice group, to find the id of one.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// for batch in hero.messages().batches().items().limit(20).into_vec().await? {
    ///     println!("{} {:?}", batch.id, batch.name);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "listBatchMessages")]
    pub fn batches(&self) -> List<builder::ListBatchMessages> {
        List::new(self.hero.api().list_batch_messages())
    }

    /// Checks the recipients of a batch, all of them, before there is a batch.
    ///
    /// A row is anything that turns into a [`Recipient`]: an NHS number with a birth date, or two texts. The rows may
    /// come from any iterator, a file that is read as it goes for example: less than 100 bytes are kept of each, and no
    /// more rows are read than [`Recipients::MOST`]. Somebody who is there twice would be messaged twice, so the second
    /// row is a bad one.
    ///
    /// # Errors
    ///
    /// Every bad row with its number, when there is one. [`split_recipients`](Self::split_recipients) goes on with the
    /// rest.
    pub fn check_recipients<R>(&self, rows: impl IntoIterator<Item = R>) -> Result<Recipients, InvalidRecipients>
    where
        R: TryInto<Recipient, Error: Into<Error>>,
    {
        match self.split_recipients(rows) {
            (recipients, invalid) if invalid.is_empty() => Ok(recipients),
            (_, invalid) => Err(invalid),
        }
    }

    /// As [`check_recipients`](Self::check_recipients), and keeps the good rows beside the bad ones.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # fn example(hero: hero_api_ext::Hero, rows: Vec<(String, String)>) {
    /// let (recipients, invalid) = hero.messages().split_recipients(rows);
    /// println!("{} can be invited", recipients.len());
    /// for row in invalid.rows() {
    ///     println!("row {}: {}", row.index(), row.reason());
    /// }
    /// # }
    /// ```
    pub fn split_recipients<R>(&self, rows: impl IntoIterator<Item = R>) -> (Recipients, InvalidRecipients)
    where
        R: TryInto<Recipient, Error: Into<Error>>,
    {
        Recipients::split(rows, self.hero.clock().utc_now().date_naive())
    }
}
