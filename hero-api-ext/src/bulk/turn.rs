use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU8, Ordering},
    },
    time::Duration,
};

use super::{BulkOutcome, Claim, Entry, JournalError, Journaled, claims::Claims, settings::Settings};
use crate::{
    Error, Hero,
    messages::{Channel, Message},
};

/// What all messages of a bulk share.
pub(super) struct Run {
    pub(super) hero: Hero,
    claims: Option<Claims>,
    continue_without_journal: bool,
    pace: Pace,
    stop: Stop,
}

/// An outcome, and why it is not in the journal.
pub(super) type Settled = (BulkOutcome, Option<JournalError>);

impl Run {
    /// `inputs` is the length of the list, if it is known.
    pub(super) fn new(hero: Hero, settings: &Settings, inputs: Option<usize>) -> Self {
        let claims = settings
            .journal
            .clone()
            .map(|journal| Claims::new(journal, settings.claim_size.get(), inputs, settings.resend_unknown));
        Self {
            hero,
            claims,
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
        let Some(claims) = &self.claims else {
            let outcome = match self.wait(message).await {
                Ok(message) => deliver(message).await,
                Err(error) => BulkOutcome::NotSent { error },
            };
            return (outcome, None);
        };
        let Ok(claim) = claims.take(index).await else {
            let error = Error::invalid_input("journal", "cannot be read, so the message was not sent");
            return (BulkOutcome::NotSent { error }, None);
        };
        let key = claims.journal.key();
        let message = message.and_then(|message| Ok((message.fingerprint(key)?, message)));
        match claim {
            Claim::Elsewhere => (BulkOutcome::Elsewhere, None),
            Claim::Settled(note) => (settled(note, message.map(|(fingerprint, _)| fingerprint)), None),
            Claim::Granted(note) => match self.send_claimed(claims, index, note, message).await {
                Ok(settled) => settled,
                Err(outcome) => {
                    claims.release(index).await;
                    (outcome, None)
                }
            },
        }
    }

    /// Sends a message whose input is claimed. An error means that the claim was not used.
    async fn send_claimed<C: Channel>(
        &self,
        claims: &Claims,
        index: usize,
        note: Option<Journaled>,
        message: Result<(u64, Message<C>), Error>,
    ) -> Result<Settled, BulkOutcome> {
        let not_sent = |error| BulkOutcome::NotSent { error };
        let (fingerprint, message) = message.map_err(not_sent)?;
        if note.is_some_and(|note| note.fingerprint != fingerprint) {
            return Err(another_message());
        }
        let message = self.wait(Ok(message)).await.map_err(not_sent)?;
        let start_error = match claims.journal.start(index, fingerprint).await {
            Ok(true) => None,
            // The lease ran out, and another worker has the input now.
            Ok(false) => return Ok((BulkOutcome::Elsewhere, None)),
            Err(error) => Some(error),
        };
        if start_error.is_some() && !self.continue_without_journal {
            self.stop.set(Stop::JOURNAL_FAILED);
            let error = Error::invalid_input("journal", "cannot be written, so the message was not sent");
            return Ok((BulkOutcome::NotSent { error }, start_error));
        }
        let outcome = deliver(message).await;
        // The last note is the one that counts: when it is there, a missing one before it changes nothing.
        let entry = Entry::from(&outcome);
        let journal_error = match claims.journal.finish(index, Journaled { fingerprint, entry }).await {
            Ok(true) => None,
            // No failure of the journal, but only if it knew of the start.
            Ok(false) => Some(start_error.unwrap_or_else(|| {
                "the lease ran out while the message was sent, so the journal calls it unknown".into()
            })),
            Err(error) => {
                if !self.continue_without_journal {
                    self.stop.set(Stop::JOURNAL_FAILED);
                }
                Some(error)
            }
        };
        Ok((outcome, journal_error))
    }

    /// Waits for the turn of a message. An error means that it must not be sent.
    async fn wait<C>(&self, message: Result<Message<C>, Error>) -> Result<Message<C>, Error> {
        let message = message?;
        self.pace.wait(&self.hero).await;
        self.stop.check()?;
        Ok(message)
    }
}

async fn deliver<C: Channel>(message: Message<C>) -> BulkOutcome {
    match message.send().await {
        Ok(sent) => BulkOutcome::Sent { message: sent.id().clone(), earlier: false },
        Err(error) => error.into(),
    }
}

/// What an earlier attempt leaves to report of an input that is not to be sent.
fn settled(note: Journaled, fingerprint: Result<u64, Error>) -> BulkOutcome {
    match fingerprint {
        Err(error) => BulkOutcome::Unknown { error: Some(error) },
        Ok(fingerprint) if fingerprint != note.fingerprint => another_message(),
        Ok(_) => match note.entry {
            Entry::Sent(message) => BulkOutcome::Sent { message, earlier: true },
            Entry::NotSent | Entry::Unknown => BulkOutcome::Unknown { error: None },
        },
    }
}

/// In a list that was changed, the message may have been sent from another place.
fn another_message() -> BulkOutcome {
    let error = Error::invalid_input(
        "input",
        "makes another message than the journal has at its place, so nothing was sent: \
         give the list that the journal was begun with, or another journal",
    );
    BulkOutcome::Unknown { error: Some(error) }
}

impl From<&BulkOutcome> for Entry {
    fn from(outcome: &BulkOutcome) -> Self {
        match outcome {
            BulkOutcome::Sent { message, .. } => Self::Sent(message.clone()),
            BulkOutcome::NotSent { .. } => Self::NotSent,
            // What is elsewhere is never noted.
            BulkOutcome::Unknown { .. } | BulkOutcome::Elsewhere => Self::Unknown,
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
