use std::{error, ops::Range};

use hero_api::BoxFuture;

use super::JournalKey;
use crate::messages::MessageId;

/// What a [`Journal`] fails with.
pub type JournalError = Box<dyn error::Error + Send + Sync>;

/// Records what becomes of each input of a bulk, so that several workers share it and a later run continues it.
///
/// [`FileJournal`](super::FileJournal) is for one process. With the feature `sqlite`, the processes of one machine share
/// a journal; with the feature `postgres`, those of many machines do. Implement this for another database, and run
/// `testing::journal_conformance` against it (feature `test-util`).
///
/// One journal belongs to one list of inputs. A *worker* is one open journal: a value of this trait.
///
/// # The states of an input
///
/// | state | meaning | left by |
/// | --- | --- | --- |
/// | free | nothing has left | [`claim`](Self::claim) |
/// | claimed | nothing has left; one worker may start it, until its lease runs out | [`start`](Self::start), [`release`](Self::release), the end of the lease |
/// | started | the message may have left | [`finish`](Self::finish), the end of the lease |
/// | not sent | nothing was sent; it can be claimed again | [`claim`](Self::claim) |
/// | unknown | it may have been sent | [`finish`](Self::finish) with *sent*; [`claim`](Self::claim) if the caller wants it |
/// | sent | Hero accepted it | nothing |
///
/// # Contract
///
/// * **Claims are exclusive.** Of several workers that claim an input at the same time, one gets it. A claim ends with
///   its lease, by the clock of the journal and not that of a worker.
/// * **A start is fenced.** `start` returns `true` only if this worker holds the claim at that moment, and uses it up
///   in the same step. So each claim leads to one message at most, also when a worker slept while another took over.
/// * **Notes are durable.** When `start` or `finish` return, a crash of the process or the machine does not lose the
///   note. A claim may be lost.
/// * **Notes are whole.** After an error, the journal has what it had before, or all of the note.
/// * **A lost claim is free, a lost start is unknown.** When the lease of a claim ends, the input is what it was before
///   the claim. When the lease of a start ends, the input is unknown, and stays so: another worker does not send it.
/// * **Sent is final.** A worker that comes late with *sent* is heard: an unknown entry becomes sent. Late with anything
///   else, it changes nothing: somebody may have acted on *unknown* already.
///
/// A journal for one process has no leases: when it is opened, no other worker lives. Then claims of before are free,
/// and starts of before are unknown.
///
/// A lease has to be longer than a call can take, with its retries: that is [`timeout`](crate::HeroBuilder::timeout).
/// With a shorter one, messages become unknown while they are being sent. None is sent twice.
pub trait Journal: Send + Sync {
    /// The key of the fingerprints. It is the same in every run, and is not stored beside the notes.
    fn key(&self) -> &JournalKey;

    /// Claims what is free of these inputs, and says what the others are: one [`Claim`] for each, in order.
    ///
    /// An input whose start has lost its lease is unknown from now on. What this worker has claimed before and not
    /// started may be granted again. With `unknown`, unknown inputs are claimed too; until they are started, they stay
    /// unknown to a worker that does not ask for them.
    ///
    /// # Errors
    ///
    /// Any error keeps the inputs from being sent.
    fn claim(&self, inputs: Range<usize>, unknown: bool) -> BoxFuture<'_, Result<Vec<Claim>, JournalError>>;

    /// Notes that the message is about to leave. `false`: this worker does not hold the claim, and must not send.
    ///
    /// # Errors
    ///
    /// An error stops the bulk, unless the caller said
    /// [`continue_without_journal`](super::Bulk::continue_without_journal).
    fn start(&self, input: usize, fingerprint: u64) -> BoxFuture<'_, Result<bool, JournalError>>;

    /// Notes the outcome of what this worker has started, or has claimed if `start` failed. `false`: it was too late and
    /// changes nothing.
    ///
    /// # Errors
    ///
    /// As [`start`](Self::start).
    fn finish(&self, input: usize, outcome: Journaled) -> BoxFuture<'_, Result<bool, JournalError>>;

    /// Gives back those claims of this worker that it has not started, so that others need not wait for the end of
    /// their lease. To do nothing is allowed.
    ///
    /// # Errors
    ///
    /// An error has no effect on the bulk.
    fn release(&self, inputs: Range<usize>) -> BoxFuture<'_, Result<(), JournalError>> {
        let _ = inputs;
        Box::pin(async { Ok(()) })
    }
}

/// What a [`Journal`] says of an input that a worker wants to send.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Claim {
    /// It is this worker's to start. An earlier attempt has left this note, which is not *sent*; or none.
    Granted(Option<Journaled>),
    /// It is not to be sent: it was sent, or it is unknown.
    Settled(Journaled),
    /// Another worker has claimed or started it.
    Elsewhere,
}

/// A note about an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journaled {
    /// Differs for messages that differ in anything that is sent. Nothing can be read back from it without the key.
    pub fingerprint: u64,
    /// The state of the message.
    pub entry: Entry,
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Entry {
    /// Hero accepted it, as this message.
    Sent(MessageId),
    /// It did not go out.
    NotSent,
    /// It may have gone out.
    Unknown,
}
