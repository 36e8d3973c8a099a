use std::fmt;

use super::JournalError;
use crate::{Effect, Error, messages::MessageId};

/// What came of one input. Of the three, the last is for somebody to look into.
#[derive(Debug)]
#[non_exhaustive]
pub enum BulkOutcome {
    /// Hero took the message on, in this run or an earlier one.
    Sent {
        /// The message; `None` when Hero's answer could not be read.
        message: Option<MessageId>,
        /// Whether it was an earlier run, by the journal.
        earlier: bool,
    },
    /// The message did not go out. It can be sent again.
    NotSent {
        /// Why.
        error: Error,
    },
    /// Nobody knows: the answer was lost, or the run before this one ended in the middle.
    Unknown {
        /// What happened to the answer, if it happened in this run.
        error: Option<Error>,
    },
}

impl BulkOutcome {
    /// Whether Hero took the message on.
    #[must_use]
    pub fn is_sent(&self) -> bool {
        matches!(self, Self::Sent { .. })
    }

    /// Whether the message did not go out.
    #[must_use]
    pub fn is_not_sent(&self) -> bool {
        matches!(self, Self::NotSent { .. })
    }

    /// Whether nobody knows.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown { .. })
    }
}

/// By what the call did at the server, not by the kind of the error.
impl From<Error> for BulkOutcome {
    fn from(error: Error) -> Self {
        match error.effect() {
            Effect::None => Self::NotSent { error },
            Effect::Done => Self::Sent { message: None, earlier: false },
            _ => Self::Unknown { error: Some(error) },
        }
    }
}

/// An input and what came of it.
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

    /// What came of it.
    #[must_use]
    pub fn outcome(&self) -> &BulkOutcome {
        &self.outcome
    }

    /// Why the outcome is not in the journal, if it is not. A later run takes it for unknown.
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

/// How many inputs came to what, so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct BulkSummary {
    /// Those sent in this run.
    pub sent: usize,
    /// Those sent in an earlier run.
    pub sent_earlier: usize,
    /// Those not sent.
    pub not_sent: usize,
    /// Those of which nobody knows.
    pub unknown: usize,
}

impl BulkSummary {
    /// How many inputs there were.
    #[must_use]
    pub fn total(&self) -> usize {
        self.sent + self.sent_earlier + self.not_sent + self.unknown
    }

    pub(super) fn add(&mut self, outcome: &BulkOutcome) {
        *match outcome {
            BulkOutcome::Sent { earlier: false, .. } => &mut self.sent,
            BulkOutcome::Sent { earlier: true, .. } => &mut self.sent_earlier,
            BulkOutcome::NotSent { .. } => &mut self.not_sent,
            BulkOutcome::Unknown { .. } => &mut self.unknown,
        } += 1;
    }
}

impl fmt::Display for BulkSummary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { sent, sent_earlier, not_sent, unknown } = self;
        write!(f, "{sent} sent, {sent_earlier} sent earlier, {not_sent} not sent, {unknown} unknown")
    }
}
