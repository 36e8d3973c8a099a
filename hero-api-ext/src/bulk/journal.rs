use std::error;

use hero_api::BoxFuture;

use crate::messages::MessageId;

/// What a [`Journal`] fails with.
pub type JournalError = Box<dyn error::Error + Send + Sync>;

/// Remembers what became of each input of a bulk, so that a later run goes on where this one ended.
///
/// [`FileJournal`](super::FileJournal) keeps it in a file; implement this for a database. One journal belongs to one
/// list of inputs and one run at a time.
pub trait Journal: Send + Sync {
    /// What an earlier run noted last about the input at this place.
    ///
    /// # Errors
    ///
    /// Whatever keeps it from telling. The input is not sent then.
    fn earlier(&self, index: usize) -> BoxFuture<'_, Result<Option<Journaled>, JournalError>>;

    /// Notes what becomes of the input at this place. When this returns, a crash must not lose the note.
    ///
    /// [`Entry::Started`] comes before the message leaves.
    ///
    /// # Errors
    ///
    /// Whatever keeps it from noting. A message whose start is not noted is not sent.
    fn note(&self, index: usize, journaled: Journaled) -> BoxFuture<'_, Result<(), JournalError>>;
}

/// What a journal holds about an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journaled {
    /// Differs for messages that differ. It holds nothing that can be read back, though somebody who has the text and
    /// guesses the patient's id can check the guess.
    pub fingerprint: u64,
    /// How far the message had come.
    pub entry: Entry,
}

/// How far a message had come.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Entry {
    /// It was about to leave. As the last note of an earlier run it means: unknown.
    Started,
    /// Hero took it on; the message is `None` when Hero's answer could not be read.
    Sent(Option<MessageId>),
    /// It did not go out.
    NotSent,
    /// Nobody knows.
    Unknown,
}
