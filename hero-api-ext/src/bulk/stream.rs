use std::{
    collections::VecDeque,
    fmt,
    num::NonZeroUsize,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, ready},
    time::Duration,
};

use futures_util::{FutureExt, Stream, StreamExt};
use tokio::task::JoinHandle;

use super::{BulkOutcome, BulkResult, BulkSummary, Entry, Journal, JournalError, Journaled};
use crate::{
    Error, Hero,
    messages::{Channel, Message, Messages},
};

#[derive(Clone)]
pub(super) struct Settings {
    pub(super) concurrency: NonZeroUsize,
    /// From the beginning of a message to that of the next.
    pub(super) interval: Duration,
    pub(super) journal: Option<Arc<dyn Journal>>,
    pub(super) resend_unknown: bool,
}

impl Default for Settings {
    fn default() -> Self {
        let concurrency = NonZeroUsize::MIN.saturating_add(3);
        Self { concurrency, interval: Duration::ZERO, journal: None, resend_unknown: false }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("concurrency", &self.concurrency)
            .field("interval", &self.interval)
            .field("journal", &self.journal.is_some())
            .field("resend_unknown", &self.resend_unknown)
            .finish()
    }
}

/// The results of a bulk, in the order of its inputs. Made by [`Bulk::start`](super::Bulk::start).
#[must_use = "a stream does nothing until it is asked"]
pub struct BulkStream<I> {
    inputs: Box<dyn Iterator<Item = Begun<I>> + Send>,
    concurrency: usize,
    under_way: VecDeque<UnderWay<I>>,
    summary: BulkSummary,
    /// Told to the tasks when the stream is dropped.
    stopped: Arc<AtomicBool>,
}

/// An input whose turn has come.
type Begun<I> = (I, JoinHandle<(BulkOutcome, Option<JournalError>)>);

struct UnderWay<I> {
    index: usize,
    input: Option<I>,
    task: JoinHandle<(BulkOutcome, Option<JournalError>)>,
}

impl<I> BulkStream<I> {
    pub(super) fn new<C: Channel>(
        hero: Hero,
        inputs: impl Iterator<Item = I> + Send + 'static,
        mut message: impl FnMut(&Messages<'_>, &I) -> Result<Message<C>, Error> + Send + 'static,
        settings: Settings,
    ) -> Self {
        let stopped = Arc::new(AtomicBool::new(false));
        let concurrency = settings.concurrency.get();
        let stop = Arc::clone(&stopped);
        let mut next_start = Duration::ZERO;
        let begun = inputs.enumerate().map(move |(index, input)| {
            let message = message(&Messages::new(&hero), &input);
            let now = hero.clock().now();
            let start = next_start.max(now);
            next_start = start + settings.interval;
            let turn = Turn {
                hero: hero.clone(),
                index,
                delay: start.saturating_sub(now),
                journal: settings.journal.clone(),
                resend_unknown: settings.resend_unknown,
                stopped: Arc::clone(&stop),
            };
            // A task of its own, so that an answer is read when it comes, however long the caller takes over a result:
            // read too late, it would be a timeout, and the message unknown.
            (input, tokio::spawn(turn.take(message)))
        });
        let inputs = Box::new(begun);
        Self { inputs, concurrency, under_way: VecDeque::new(), summary: BulkSummary::default(), stopped }
    }
}

impl<I> BulkStream<I> {
    /// The next result; `None` when every input has had its own.
    pub async fn next(&mut self) -> Option<BulkResult<I>> {
        StreamExt::next(self).await
    }

    /// How many of the results so far were what.
    #[must_use]
    pub fn summary(&self) -> BulkSummary {
        self.summary
    }
}

// Inputs are kept and handed on, and never pinned.
impl<I> Unpin for BulkStream<I> {}

impl<I> Stream for BulkStream<I> {
    type Item = BulkResult<I>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        while this.under_way.len() < this.concurrency
            && let Some((input, task)) = this.inputs.next()
        {
            let index = this.summary.total() + this.under_way.len();
            this.under_way.push_back(UnderWay { index, input: Some(input), task });
        }
        let Some(first) = this.under_way.front_mut() else { return Poll::Ready(None) };
        // A task that did not come to its end was taken down with its runtime, and may have sent.
        let lost = (BulkOutcome::Unknown { error: None }, None);
        let (outcome, journal) = ready!(first.task.poll_unpin(context)).unwrap_or(lost);
        let (index, input) = (first.index, first.input.take());
        this.under_way.pop_front();
        this.summary.add(&outcome);
        Poll::Ready(input.map(|input| BulkResult { index, input, outcome, journal }))
    }
}

impl<I> Drop for BulkStream<I> {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Release);
    }
}

impl<I> fmt::Debug for BulkStream<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("BulkStream");
        text.field("under_way", &self.under_way.len()).field("summary", &self.summary).finish_non_exhaustive()
    }
}

/// The way of one input from its turn to its outcome.
struct Turn {
    hero: Hero,
    index: usize,
    delay: Duration,
    journal: Option<Arc<dyn Journal>>,
    resend_unknown: bool,
    stopped: Arc<AtomicBool>,
}

impl Turn {
    async fn take<C: Channel>(self, message: Result<Message<C>, Error>) -> (BulkOutcome, Option<JournalError>) {
        let message = match message {
            Ok(message) => message,
            Err(error) => return (BulkOutcome::NotSent { error }, None),
        };
        let fingerprint = message.fingerprint();
        if let Some(outcome) = self.earlier(fingerprint).await {
            return (outcome, None);
        }
        if !self.delay.is_zero() {
            self.hero.clock().sleep(self.delay).await;
        }
        if self.stopped.load(Ordering::Acquire) {
            return (refused("bulk", "was stopped before the turn of this input"), None);
        }
        if let Err(error) = self.note(fingerprint, Entry::Started).await {
            return (refused("journal", "could not be written, and nothing is sent without it"), Some(error));
        }
        let outcome = match message.send().await {
            Ok(sent) => BulkOutcome::Sent { message: Some(sent.id().clone()), earlier: false },
            Err(error) => error.into(),
        };
        let entry = match &outcome {
            BulkOutcome::Sent { message, .. } => Entry::Sent(message.clone()),
            BulkOutcome::NotSent { .. } => Entry::NotSent,
            BulkOutcome::Unknown { .. } => Entry::Unknown,
        };
        let noted = self.note(fingerprint, entry).await;
        (outcome, noted.err())
    }

    /// What an earlier run leaves nothing to do about.
    async fn earlier(&self, fingerprint: u64) -> Option<BulkOutcome> {
        let journaled = match self.journal.as_ref()?.earlier(self.index).await {
            Ok(journaled) => journaled?,
            Err(_) => return Some(refused("journal", "could not be read, and nothing is sent without it")),
        };
        if journaled.fingerprint != fingerprint {
            return Some(refused("input", "makes another message than the one that the journal has at its place"));
        }
        match journaled.entry {
            Entry::Sent(message) => Some(BulkOutcome::Sent { message, earlier: true }),
            Entry::Started | Entry::Unknown if !self.resend_unknown => Some(BulkOutcome::Unknown { error: None }),
            Entry::Started | Entry::Unknown | Entry::NotSent => None,
        }
    }

    async fn note(&self, fingerprint: u64, entry: Entry) -> Result<(), JournalError> {
        match &self.journal {
            Some(journal) => journal.note(self.index, Journaled { fingerprint, entry }).await,
            None => Ok(()),
        }
    }
}

fn refused(what: &'static str, why: &'static str) -> BulkOutcome {
    BulkOutcome::NotSent { error: Error::invalid_input(what, why) }
}
