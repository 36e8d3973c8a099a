//! Many single messages: each patient gets a message of their own, several are sent at a time, and every input has an
//! outcome at the end.
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
//!     .send();
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
//! * Every input has one result. A failure of one loses no other.
//! * No message is sent twice. Each is one POST; when its response was lost, it is [`BulkOutcome::Unknown`] and is not
//!   sent again.
//! * A message is [`BulkOutcome::Sent`] only when the response is a success that names the message. A 204, an HTML page
//!   or an error with status 200 is *unknown*.
//! * A message is [`BulkOutcome::NotSent`] only when no request left, or when Hero refused it.
//! * Memory is bounded: inputs are taken as they are needed. At most [`concurrency`](Bulk::concurrency) messages are
//!   under way; results that wait to be taken are as many at most, and up to [`buffer`](Bulk::buffer) more behind a slow
//!   message.
//! * Dropping the stream begins no further message. Those under way are finished and get into the journal; their
//!   results, and those that wait, are in the journal only.
//!
//! An input that is in the list twice is messaged twice: the list does not say whether that is a mistake.
//!
//! # Order
//!
//! Results come in the order of the inputs, since a report is read beside its list. The sending does not wait for a
//! slow response: results behind it are kept in the [`buffer`](Bulk::buffer). Only when that is full does a slow
//! response hold up others; with 1,024 results, that takes a response that is slower than 1,024 other messages
//! together. [`Bulk::completion_order`] never waits for a slow response, and keeps no result longer than the caller
//! does.
//!
//! # Resuming
//!
//! With a [`Journal`], give the same inputs again after a crash or a failure. What was sent is not sent again; what was
//! not sent is; what is unknown stays unknown until somebody has looked: [`Bulk::resend_unknown`] sends those too. When
//! the journal has another message at the place of an input, that input is not sent and is *unknown*, so a list that
//! was edited in between messages nobody twice. Everything that is sent counts: the whole body of the request, and the
//! practice group.
//!
//! # Several workers
//!
//! Workers on several machines share a [`Journal`] that is in a database: each is given the whole list, and the journal
//! says which inputs are its own. The others are [`BulkOutcome::Elsewhere`], and are in the results of those who have
//! them. When a worker dies, another takes over what it had claimed, as soon as the lease has run out: what has not begun
//! is sent, and what has begun is *unknown*. So a worker repeats the list until nothing is elsewhere:
//!
//! ```no_run
//! use std::time::Duration;
//!
//! use hero_api_ext::{Hero, PatientId, bulk::Journal, clock::{Clock, SystemClock}};
//!
//! # async fn work<J: Journal + Clone + 'static>(hero: &Hero, patients: Vec<(PatientId, String)>, journal: J) {
//! loop {
//!     let list = patients.clone();
//!     let bulk = hero.messages().bulk(list, |messages, (patient, text)| Ok(messages.sms(patient, text.as_str())));
//!     let mut bulk = bulk.journal(journal.clone()).send();
//!     while let Some(result) = bulk.next().await {
//!         println!("{result:?}");
//!     }
//!     if bulk.summary().elsewhere == 0 {
//!         break;
//!     }
//!     SystemClock::new().sleep(Duration::from_secs(60)).await;
//! }
//! # }
//! ```
//!
//! # A journal that fails
//!
//! A journal that cannot be written stops the bulk, unless
//! [`continue_without_journal`](Bulk::continue_without_journal) was said.

mod builder;
mod claims;
mod file_journal;
mod journal;
mod journal_key;
mod outcome;
#[cfg(feature = "postgres")]
mod postgres_journal;
#[cfg(any(feature = "postgres", feature = "sqlite"))]
mod queue;
#[cfg(any(feature = "postgres", feature = "sqlite"))]
mod row;
mod settings;
#[cfg(feature = "sqlite")]
mod sqlite_journal;
mod stream;
mod turn;

pub use builder::Bulk;
pub use file_journal::FileJournal;
pub use journal::{Claim, Entry, Journal, JournalError, Journaled};
pub use journal_key::JournalKey;
pub use outcome::{BulkOutcome, BulkResult, BulkSummary};
#[cfg(feature = "postgres")]
pub use postgres_journal::PostgresJournal;
#[cfg(feature = "sqlite")]
pub use sqlite_journal::SqliteJournal;
pub use stream::BulkStream;
