//! Many single messages: each patient a message of their own, several under way at a time, and at the end nobody
//! forgotten.
//!
//! When to use it: for patients whom Hero knows, with texts that differ. For one text to people by NHS number there is
//! the [batch](crate::messages::Messages::batch_sms), which is one call.
//!
//! ```no_run
//! use hero_api_ext::{Hero, PatientId, bulk::{BulkOutcome, FileJournal}};
//!
//! # async fn invite(hero: &Hero, patients: Vec<(PatientId, String)>) -> std::io::Result<()> {
//! let mut bulk = hero
//!     .messages()
//!     .bulk(patients, |messages, (patient, name)| Ok(messages.sms(patient, format!("Dear {name}, please book."))))
//!     .concurrency(8)
//!     .journal(FileJournal::open("flu-2026.journal").await?)
//!     .start();
//!
//! while let Some(result) = bulk.next().await {
//!     match result.outcome() {
//!         BulkOutcome::Sent { .. } => {}
//!         BulkOutcome::NotSent { error } => println!("row {}: not sent: {error}", result.index()),
//!         BulkOutcome::Unknown { .. } => println!("row {}: look in Hero whether it was sent", result.index()),
//!         _ => {}
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # What is guaranteed
//!
//! * Results come in the order of the inputs, each with its input. A failure of one is its result and loses no other.
//! * No message is sent twice. Each is one POST, and one whose answer was lost is [`BulkOutcome::Unknown`]: neither
//!   sent again nor called sent.
//! * Memory is bounded: inputs are taken as they are needed, and no more of them are under way or waiting to be read
//!   than [`Bulk::concurrency`] says.
//! * Dropping the stream stops it: no further message is begun. Those under way are finished, and get into the journal.
//!
//! An input that is in the list twice is messaged twice: whether that is a mistake, the list does not say.
//!
//! # Resuming
//!
//! With a [`Journal`], the same inputs can be given again after a crash or a failure. What was sent is not sent again,
//! what was not sent is, and what is unknown stays unknown until somebody has looked: [`Bulk::resend_unknown`] sends
//! those too. An input that is not the one that the journal has at its place is refused, so a list that was edited
//! meanwhile messages nobody twice.

mod builder;
mod file_journal;
mod journal;
mod outcome;
mod stream;

pub use builder::Bulk;
pub use file_journal::FileJournal;
pub use journal::{Entry, Journal, JournalError, Journaled};
pub use outcome::{BulkOutcome, BulkResult, BulkSummary};
pub use stream::BulkStream;
