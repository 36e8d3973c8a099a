use std::error;

use hero_api::BoxFuture;

use super::JournalKey;
use crate::messages::MessageId;

/// What a [`Journal`] fails with.
pub type JournalError = Box<dyn error::Error + Send + Sync>;

/// Records what became of each input of a bulk, so that a later run continues where this one ended.
///
/// [`FileJournal`](super::FileJournal) keeps it in a file; implement this for a database. One journal belongs to one
/// list of inputs, and one run at a time uses it.
///
/// # Contract
///
/// * [`note`](Self::note) is durable when it returns: a crash of the process or the machine does not lose the note.
/// * [`note`](Self::note) takes effect as a whole or not at all. After an error, `earlier` of a later run returns what
///   was noted before, or this note; never a part of it.
/// * Notes of different inputs come at the same time, in any order. Notes of one input come one after another.
pub trait Journal: Send + Sync {
    /// The key of the fingerprints. It is the same in every run, and is not stored beside the notes.
    fn key(&self) -> &JournalKey;

    /// The last note about this input that an earlier run left.
    ///
    /// # Errors
    ///
    /// Any error keeps the input from being sent.
    fn earlier(&self, index: usize) -> BoxFuture<'_, Result<Option<Journaled>, JournalError>>;

    /// Notes the state of an input. [`Entry::Started`] comes before the message leaves.
    ///
    /// # Errors
    ///
    /// An error stops the bulk, unless the caller said
    /// [`continue_without_journal`](super::Bulk::continue_without_journal).
    fn note(&self, index: usize, journaled: Journaled) -> BoxFuture<'_, Result<(), JournalError>>;
}

/// A note about an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journaled {
    /// Differs for messages that differ in anything that is sent. Nothing can be read back from it without the key.
    pub fingerprint: u64,
    /// The state of the message.
    pub entry: Entry,
}

/// The state of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Entry {
    /// It was about to leave. As the last note of an earlier run, it means *unknown*.
    Started,
    /// Hero accepted it, as this message.
    Sent(MessageId),
    /// It did not go out.
    NotSent,
    /// It may have gone out.
    Unknown,
}
