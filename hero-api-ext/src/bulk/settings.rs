use std::{fmt, num::NonZeroUsize, sync::Arc, time::Duration};

use super::Journal;

/// What the caller chose for a bulk.
#[derive(Clone)]
pub(super) struct Settings {
    pub(super) concurrency: NonZeroUsize,
    pub(super) buffer: usize,
    pub(super) in_order: bool,
    /// From the beginning of a message to that of the next.
    pub(super) interval: Duration,
    pub(super) journal: Option<Arc<dyn Journal>>,
    /// How many inputs are claimed at once.
    pub(super) claim_size: NonZeroUsize,
    pub(super) resend_unknown: bool,
    pub(super) continue_without_journal: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            concurrency: NonZeroUsize::MIN.saturating_add(3),
            buffer: 1_024,
            in_order: true,
            interval: Duration::ZERO,
            journal: None,
            claim_size: NonZeroUsize::MIN.saturating_add(63),
            resend_unknown: false,
            continue_without_journal: false,
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("concurrency", &self.concurrency)
            .field("buffer", &self.buffer)
            .field("in_order", &self.in_order)
            .field("interval", &self.interval)
            .field("journal", &self.journal.is_some())
            .field("claim_size", &self.claim_size)
            .field("resend_unknown", &self.resend_unknown)
            .field("continue_without_journal", &self.continue_without_journal)
            .finish()
    }
}
