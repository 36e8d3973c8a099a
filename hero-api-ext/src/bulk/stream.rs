use std::{
    collections::BTreeMap,
    fmt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use futures_util::{FutureExt, Stream, StreamExt, stream::FuturesUnordered};
use tokio::task::JoinHandle;

use super::{
    BulkOutcome, BulkResult, BulkSummary,
    settings::Settings,
    turn::{Run, Settled},
};
use crate::{
    Error, Hero,
    messages::{Channel, Message, Messages},
};

/// The results of a bulk. Made by [`Bulk::send`](super::Bulk::send).
///
/// They come in the order of the inputs unless [`completion_order`](super::Bulk::completion_order) was said.
#[must_use = "a stream does nothing until it is asked"]
pub struct BulkStream<I> {
    /// Taking an input begins its message.
    inputs: Box<dyn Iterator<Item = Sending<I>> + Send>,
    under_way: FuturesUnordered<Sending<I>>,
    /// Finished results that the caller has not taken, by index.
    finished: BTreeMap<usize, BulkResult<I>>,
    concurrency: usize,
    buffer: usize,
    in_order: bool,
    next_index: usize,
    summary: BulkSummary,
    run: Arc<Run>,
}

/// A message that was begun.
struct Sending<I> {
    index: usize,
    input: Option<I>,
    task: JoinHandle<Settled>,
}

impl<I> Future for Sending<I> {
    type Output = Option<BulkResult<I>>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        // A task that did not end was taken down with its runtime, and may have sent.
        let lost = (BulkOutcome::Unknown { error: None }, None);
        let (outcome, journal) = ready!(this.task.poll_unpin(context)).unwrap_or(lost);
        Poll::Ready(this.input.take().map(|input| BulkResult { index: this.index, input, outcome, journal }))
    }
}

// Inputs are kept and handed on, and never pinned.
impl<I> Unpin for Sending<I> {}
impl<I> Unpin for BulkStream<I> {}

impl<I> BulkStream<I> {
    pub(super) fn new<C: Channel>(
        hero: Hero,
        inputs: impl Iterator<Item = I> + Send + 'static,
        mut message: impl FnMut(&Messages, &I) -> Result<Message<C>, Error> + Send + 'static,
        settings: &Settings,
    ) -> Self {
        let run = Arc::new(Run::new(hero, settings, inputs.size_hint().1));
        let shared = Arc::clone(&run);
        let sendings = inputs.fuse().enumerate().map(move |(index, input)| {
            let message = message(&Messages::new(shared.hero.clone()), &input);
            let run = Arc::clone(&shared);
            // A task of its own reads the response when it comes, however long the caller takes over a result. Read too
            // late, it would be a timeout, and the message unknown.
            let task = tokio::spawn(async move { run.send(index, message).await });
            Sending { index, input: Some(input), task }
        });
        Self {
            inputs: Box::new(sendings),
            under_way: FuturesUnordered::new(),
            finished: BTreeMap::new(),
            concurrency: settings.concurrency.get(),
            buffer: settings.buffer,
            in_order: settings.in_order,
            next_index: 0,
            summary: BulkSummary::default(),
            run,
        }
    }

    /// The next result; `None` when every input has had its own.
    pub async fn next(&mut self) -> Option<BulkResult<I>> {
        StreamExt::next(self).await
    }

    /// How many of the results so far were what.
    #[must_use]
    pub fn summary(&self) -> BulkSummary {
        self.summary
    }

    /// Begins as many messages as concurrency and, behind a slow one, the buffer allow.
    fn begin(&mut self) {
        let buffer = if self.has_next() { 0 } else { self.buffer };
        let limit = self.concurrency.saturating_add(buffer);
        while self.under_way.len() < self.concurrency
            && self.under_way.len() + self.finished.len() < limit
            && let Some(sending) = self.inputs.next()
        {
            self.under_way.push(sending);
        }
    }

    /// Takes in what has finished. `true` when nothing is under way any more.
    fn collect(&mut self, context: &mut Context<'_>) -> bool {
        loop {
            self.begin();
            match self.under_way.poll_next_unpin(context) {
                Poll::Ready(Some(result)) => self.finished.extend(result.map(|result| (result.index, result))),
                Poll::Ready(None) => return true,
                Poll::Pending => return false,
            }
        }
    }

    /// Whether the caller can take a result.
    fn has_next(&self) -> bool {
        self.finished.first_key_value().is_some_and(|(index, _)| !self.in_order || *index == self.next_index)
    }

    fn take(&mut self) -> Option<BulkResult<I>> {
        if !self.has_next() {
            return None;
        }
        let (_, result) = self.finished.pop_first()?;
        self.next_index += 1;
        self.summary.add(&result.outcome);
        Some(result)
    }
}

impl<I> Stream for BulkStream<I> {
    type Item = BulkResult<I>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        let is_idle = this.collect(context);
        match this.take() {
            Some(result) => Poll::Ready(Some(result)),
            // Nothing is under way and nothing has finished, so `begin` has found no more inputs.
            None if is_idle => Poll::Ready(None),
            None => Poll::Pending,
        }
    }
}

impl<I> Drop for BulkStream<I> {
    fn drop(&mut self) {
        self.run.stop();
    }
}

impl<I> fmt::Debug for BulkStream<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BulkStream")
            .field("under_way", &self.under_way.len())
            .field("finished", &self.finished.len())
            .field("summary", &self.summary)
            .finish_non_exhaustive()
    }
}
