use std::{
    fmt,
    future::{Ready, ready},
    num::NonZeroUsize,
    sync::Arc,
    time::Duration,
};

use super::{BulkStream, Journal, settings::Settings};
use crate::{
    Error, Hero,
    messages::{Channel, Message, Messages},
};

impl Messages {
    /// A message to each of many patients; see [`bulk`](crate::bulk). Nothing is sent before [`Bulk::send`].
    ///
    /// `message` makes the message for an input; its error becomes the outcome of that input. It is called once per
    /// input, in order, when the input's turn comes.
    pub fn bulk<I, C, F>(&self, inputs: I, message: F) -> Bulk<I::IntoIter, F>
    where
        I: IntoIterator,
        C: Channel,
        F: FnMut(&Messages, &I::Item) -> Result<Message<C>, Error>,
    {
        Bulk { hero: self.hero().clone(), inputs: inputs.into_iter(), message, settings: Settings::default() }
    }
}

/// Many single messages, not begun yet. Made by [`Messages::bulk`].
#[must_use = "a bulk does nothing until it is started"]
pub struct Bulk<I, F> {
    hero: Hero,
    inputs: I,
    message: F,
    settings: Settings,
}

impl<I, F> Bulk<I, F> {
    /// Sends at most this many messages at the same time: 4 unless set. 0 counts as 1.
    pub fn concurrency(mut self, messages: usize) -> Self {
        self.settings.concurrency = NonZeroUsize::new(messages).unwrap_or(NonZeroUsize::MIN);
        self
    }

    /// Begins at most this many messages in each `period`, evenly spread: no limit unless set. 0 counts as 1.
    ///
    /// This limit is in addition to the rate limit of the client, which covers all its calls.
    pub fn at_most(mut self, messages: u32, period: Duration) -> Self {
        self.settings.interval = period / messages.max(1);
        self
    }

    /// Begins at most this many further messages while finished results wait for a slow one before them: 1,024 unless
    /// set.
    ///
    /// No more than `concurrency + buffer` inputs are held at a time. With 0, one slow response holds up all messages
    /// after it. While the caller has results to take, only [`concurrency`](Self::concurrency) counts: the sending does
    /// not run ahead of a caller that is slow.
    pub fn buffer(mut self, results: usize) -> Self {
        self.settings.buffer = results;
        self
    }

    /// Returns each result as soon as it is there, instead of in the order of the inputs.
    ///
    /// Then a slow message never holds up others, however long it takes. [`BulkResult::index`](super::BulkResult::index)
    /// tells which input a result belongs to.
    pub fn completion_order(mut self) -> Self {
        self.settings.in_order = false;
        self
    }

    /// Notes in a journal what becomes of each input, and does not send what an earlier run has sent.
    pub fn journal(mut self, journal: impl Journal + 'static) -> Self {
        self.settings.journal = Some(Arc::new(journal));
        self
    }

    /// Claims so many inputs in the [journal](super::Journal) at once: 64 unless set. 0 counts as 1.
    ///
    /// Workers that share a journal divide the list by such blocks. A larger block costs less, and keeps more from
    /// the other workers when this one dies: until the lease has run out.
    pub fn claim_size(mut self, inputs: usize) -> Self {
        self.settings.claim_size = NonZeroUsize::new(inputs).unwrap_or(NonZeroUsize::MIN);
        self
    }

    /// Sends also those messages of which the journal does not know whether they were sent.
    ///
    /// Some patients may get their message twice then. Look in Hero first. Of several workers that share a journal, say
    /// it to one only: each that is told so sends again what the others left unknown.
    pub fn resend_unknown(mut self) -> Self {
        self.settings.resend_unknown = true;
        self
    }

    /// Continues when the journal cannot be written, without noting what becomes of those messages. Unless this is set,
    /// no message begins after the first note that fails, and the remaining inputs are
    /// [`NotSent`](super::BulkOutcome::NotSent).
    ///
    /// Each result whose notes failed has a [`journal_error`](super::BulkResult::journal_error). **A later run with the
    /// same journal, or another worker that shares it, can send such a message again.** Keep those results elsewhere.
    pub fn continue_without_journal(mut self) -> Self {
        self.settings.continue_without_journal = true;
        self
    }

    /// Begins to send, as the stream is asked for results. It needs a Tokio runtime.
    pub fn send<C>(self) -> BulkStream<I::Item>
    where
        I: Iterator + Send + 'static,
        C: Channel,
        F: FnMut(&Messages, &I::Item) -> Result<Message<C>, Error> + Send + 'static,
    {
        let Self { hero, inputs, message, settings } = self;
        BulkStream::new(hero, inputs, message, &settings)
    }
}

/// Does what [`send`](Bulk::send) does: the stream is there at once, and sends as it is asked for results.
impl<I, C, F> IntoFuture for Bulk<I, F>
where
    I: Iterator + Send + 'static,
    C: Channel,
    F: FnMut(&Messages, &I::Item) -> Result<Message<C>, Error> + Send + 'static,
{
    type Output = BulkStream<I::Item>;
    type IntoFuture = Ready<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        ready(self.send())
    }
}

impl<I, F> fmt::Debug for Bulk<I, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bulk").field("settings", &self.settings).finish_non_exhaustive()
    }
}
