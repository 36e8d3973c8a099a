use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU8, Ordering},
    },
    time::Duration,
};

use super::{BulkOutcome, Entry, Journal, JournalError, Journaled, settings::Settings};
use crate::{
    Error, Hero,
    messages::{Channel, Message},
};

/// What all messages of a bulk share.
pub(super) struct Run {
    pub(super) hero: Hero,
    journal: Option<Arc<dyn Journal>>,
    resend_unknown: bool,
    continue_without_journal: bool,
    pace: Pace,
    stop: Stop,
}

/// An outcome, and why it is not in the journal.
pub(super) type Settled = (BulkOutcome, Option<JournalError>);

impl Run {
    pub(super) fn new(hero: Hero, settings: &Settings) -> Self {
        Self {
            hero,
            journal: settings.journal.clone(),
            resend_unknown: settings.resend_unknown,
            continue_without_journal: settings.continue_without_journal,
            pace: Pace { interval: settings.interval, next: Mutex::default() },
            stop: Stop::default(),
        }
    }

    /// Begins no more messages.
    pub(super) fn stop(&self) {
        self.stop.set(Stop::DROPPED);
    }

    /// Takes one input from its turn to its outcome.
    pub(super) async fn send<C: Channel>(&self, index: usize, message: Result<Message<C>, Error>) -> Settled {
        match self.try_send(index, message).await {
            Ok(settled) => settled,
            Err(error) => (BulkOutcome::NotSent { error }, None),
        }
    }

    /// An error means that nothing was sent, and that the journal was not asked to note anything.
    async fn try_send<C: Channel>(&self, index: usize, message: Result<Message<C>, Error>) -> Result<Settled, Error> {
        let message = message?;
        let page = match &self.journal {
            Some(journal) => {
                Some(Page { journal: &**journal, index, fingerprint: message.fingerprint(journal.key())? })
            }
            None => None,
        };
        if let Some(page) = &page
            && let Some(outcome) = page.earlier_outcome(self.resend_unknown).await?
        {
            return Ok((outcome, None));
        }
        self.pace.wait(&self.hero).await;
        self.stop.check()?;
        let start_error = match &page {
            Some(page) => page.note(Entry::Started).await.err(),
            None => None,
        };
        if start_error.is_some() && !self.continue_without_journal {
            self.stop.set(Stop::JOURNAL_FAILED);
            let error = Error::invalid_input("journal", "cannot be written, so the message was not sent");
            return Ok((BulkOutcome::NotSent { error }, start_error));
        }
        let outcome = match message.send().await {
            Ok(sent) => BulkOutcome::Sent { message: sent.id().clone(), earlier: false },
            Err(error) => error.into(),
        };
        let noted = match &page {
            Some(page) => page.note(Entry::from(&outcome)).await,
            None => Ok(()),
        };
        if noted.is_err() && !self.continue_without_journal {
            self.stop.set(Stop::JOURNAL_FAILED);
        }
        // The last note is the one that counts: when it is there, a missing one before it changes nothing.
        Ok((outcome, noted.err()))
    }
}

/// The place of one message in the journal.
struct Page<'a> {
    journal: &'a dyn Journal,
    index: usize,
    fingerprint: u64,
}

impl Page<'_> {
    /// What an earlier run leaves to report; `None` when the message is to be sent.
    async fn earlier_outcome(&self, resend_unknown: bool) -> Result<Option<BulkOutcome>, Error> {
        let unreadable = |_| Error::invalid_input("journal", "cannot be read, so the message was not sent");
        let Some(Journaled { fingerprint, entry }) = self.journal.earlier(self.index).await.map_err(unreadable)? else {
            return Ok(None);
        };
        if fingerprint != self.fingerprint {
            // In a list that was changed, the message may have been sent from another place.
            let error = Error::invalid_input(
                "input",
                "makes another message than the journal has at its place, so nothing was sent: \
                 give the list that the journal was begun with, or another journal",
            );
            return Ok(Some(BulkOutcome::Unknown { error: Some(error) }));
        }
        Ok(match entry {
            Entry::Sent(message) => Some(BulkOutcome::Sent { message, earlier: true }),
            Entry::Started | Entry::Unknown if !resend_unknown => Some(BulkOutcome::Unknown { error: None }),
            Entry::Started | Entry::Unknown | Entry::NotSent => None,
        })
    }

    async fn note(&self, entry: Entry) -> Result<(), JournalError> {
        self.journal.note(self.index, Journaled { fingerprint: self.fingerprint, entry }).await
    }
}

impl From<&BulkOutcome> for Entry {
    fn from(outcome: &BulkOutcome) -> Self {
        match outcome {
            BulkOutcome::Sent { message, .. } => Self::Sent(message.clone()),
            BulkOutcome::NotSent { .. } => Self::NotSent,
            BulkOutcome::Unknown { .. } => Self::Unknown,
        }
    }
}

/// Spreads the beginnings of messages over the time.
struct Pace {
    interval: Duration,
    next: Mutex<Duration>,
}

impl Pace {
    async fn wait(&self, hero: &Hero) {
        if self.interval.is_zero() {
            return;
        }
        let now = hero.clock().now();
        let start = {
            let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
            let start = now.max(*next);
            *next = start.saturating_add(self.interval);
            start
        };
        if start > now {
            hero.clock().sleep(start.saturating_sub(now)).await;
        }
    }
}

/// Whether, and why, no more messages begin.
#[derive(Default)]
struct Stop(AtomicU8);

impl Stop {
    const DROPPED: u8 = 1;
    const JOURNAL_FAILED: u8 = 2;

    fn set(&self, reason: u8) {
        self.0.store(reason, Ordering::Release);
    }

    fn check(&self) -> Result<(), Error> {
        match self.0.load(Ordering::Acquire) {
            Self::DROPPED => Err(Error::invalid_input("bulk", "was stopped before the turn of this input")),
            Self::JOURNAL_FAILED => Err(Error::invalid_input(
                "bulk",
                "was stopped before the turn of this input, since the journal could not be written",
            )),
            _ => Ok(()),
        }
    }
}
