use std::fmt;

use super::JournalError;
use crate::{Effect, Error, messages::MessageId};

/// What became of one input.
#[derive(Debug)]
#[non_exhaustive]
pub enum BulkOutcome {
    /// Hero accepted the message, in this run or an earlier one: the response was a success and named the message.
    Sent {
        /// The message.
        message: MessageId,
        /// Whether it was an earlier run, by the journal.
        earlier: bool,
    },
    /// The message did not go out. It can be sent again.
    NotSent {
        /// Why.
        error: Error,
    },
    /// The message may have gone out. Somebody has to look in Hero.
    ///
    /// The response was lost, or was a success that does not name the message; or an earlier run ended before it noted
    /// the outcome; or the journal has another message at this place.
    Unknown {
        /// Why, if the reason arose in this run.
        error: Option<Error>,
    },
    /// Another worker that shares the [journal](super::Journal) has it: it is sending the message, or is about to. The
    /// result is that worker's; if it dies, a later run with the journal has it.
    Elsewhere,
}

impl BulkOutcome {
    /// Whether Hero accepted the message.
    #[must_use]
    pub fn is_sent(&self) -> bool {
        matches!(self, Self::Sent { .. })
    }

    /// Whether the message did not go out.
    #[must_use]
    pub fn is_not_sent(&self) -> bool {
        matches!(self, Self::NotSent { .. })
    }

    /// Whether the message may have gone out.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown { .. })
    }

    /// Whether another worker has it.
    #[must_use]
    pub fn is_elsewhere(&self) -> bool {
        matches!(self, Self::Elsewhere)
    }
}

/// By what the call did at the server, not by the kind of the error. A success that does not name the message is no
/// proof that there is one: proxies respond with 200 for a server that is down.
impl From<Error> for BulkOutcome {
    fn from(error: Error) -> Self {
        match error.effect() {
            Effect::None => Self::NotSent { error },
            _ => Self::Unknown { error: Some(error) },
        }
    }
}

/// An input and what became of it.
#[must_use = "an outcome may be that nothing was sent"]
pub struct BulkResult<I> {
    pub(super) index: usize,
    pub(super) input: I,
    pub(super) outcome: BulkOutcome,
    pub(super) journal: Option<JournalError>,
}

impl<I> BulkResult<I> {
    /// Which input it is; the first is 0.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// The input.
    #[must_use]
    pub fn input(&self) -> &I {
        &self.input
    }

    /// What became of it.
    #[must_use]
    pub fn outcome(&self) -> &BulkOutcome {
        &self.outcome
    }

    /// Why the outcome is not in the journal, if it is not. To a later run it is unknown; or new, if the run went on
    /// [without the journal](super::Bulk::continue_without_journal). When the message took longer than the lease of a
    /// shared journal, it is unknown there.
    #[must_use]
    pub fn journal_error(&self) -> Option<&JournalError> {
        self.journal.as_ref()
    }

    /// Input and outcome, to keep.
    #[must_use]
    pub fn into_parts(self) -> (I, BulkOutcome) {
        (self.input, self.outcome)
    }
}

/// The input is not shown: it is about a patient.
impl<I> fmt::Debug for BulkResult<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("BulkResult");
        text.field("index", &self.index).field("outcome", &self.outcome).finish_non_exhaustive()
    }
}

/// How many inputs had which outcome, so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct BulkSummary {
    /// Those sent in this run.
    pub sent: usize,
    /// Those sent in an earlier run.
    pub sent_earlier: usize,
    /// Those not sent.
    pub not_sent: usize,
    /// Those that may have been sent.
    pub unknown: usize,
    /// Those that another worker has.
    pub elsewhere: usize,
}

impl BulkSummary {
    /// How many inputs there were.
    #[must_use]
    pub fn total(&self) -> usize {
        self.sent + self.sent_earlier + self.not_sent + self.unknown + self.elsewhere
    }

    pub(super) fn add(&mut self, outcome: &BulkOutcome) {
        *match outcome {
            BulkOutcome::Sent { earlier: false, .. } => &mut self.sent,
            BulkOutcome::Sent { earlier: true, .. } => &mut self.sent_earlier,
            BulkOutcome::NotSent { .. } => &mut self.not_sent,
            BulkOutcome::Unknown { .. } => &mut self.unknown,
            BulkOutcome::Elsewhere => &mut self.elsewhere,
        } += 1;
    }
}

impl fmt::Display for BulkSummary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { sent, sent_earlier, not_sent, unknown, elsewhere } = self;
        write!(f, "{sent} sent, {sent_earlier} sent earlier, {not_sent} not sent, {unknown} unknown")?;
        if *elsewhere > 0 { write!(f, ", {elsewhere} elsewhere") } else { Ok(()) }
    }
}
