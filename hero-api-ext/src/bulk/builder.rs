use std::{fmt, num::NonZeroUsize, sync::Arc, time::Duration};

use super::{BulkStream, Journal, stream::Settings};
use crate::{
    Error, Hero,
    messages::{Channel, Message, Messages},
};

impl Messages<'_> {
    /// A message to each of many patients; see [`bulk`](crate::bulk). Nothing is sent before [`Bulk::start`].
    ///
    /// `message` makes the message for an input. What it fails with becomes the outcome of that input. It is called
    /// when the input's turn comes, once, and in order.
    pub fn bulk<I, C, F>(&self, inputs: I, message: F) -> Bulk<I::IntoIter, F>
    where
        I: IntoIterator,
        C: Channel,
        F: FnMut(&Messages<'_>, &I::Item) -> Result<Message<C>, Error>,
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
    /// How many messages are under way at the same time, at most: 4 unless set. 0 counts as 1.
    pub fn concurrency(mut self, messages: usize) -> Self {
        self.settings.concurrency = NonZeroUsize::new(messages).unwrap_or(NonZeroUsize::MIN);
        self
    }

    /// Begins no more than so many messages in each `period`, evenly spread: no limit unless set. 0 counts as 1.
    ///
    /// It comes on top of the rate limit of the client, which covers all its calls.
    pub fn at_most(mut self, messages: u32, period: Duration) -> Self {
        self.settings.interval = period / messages.max(1);
        self
    }

    /// Notes in a journal what becomes of each input, and goes by what an earlier run noted there.
    pub fn journal(mut self, journal: impl Journal + 'static) -> Self {
        self.settings.journal = Some(Arc::new(journal));
        self
    }

    /// Sends also those of which the journal does not know whether they were sent.
    ///
    /// Some patients may get their message twice then. Look in Hero first.
    pub fn resend_unknown(mut self) -> Self {
        self.settings.resend_unknown = true;
        self
    }

    /// Begins to send, as the stream is asked for results. It needs a Tokio runtime.
    pub fn start<C>(self) -> BulkStream<I::Item>
    where
        I: Iterator + Send + 'static,
        C: Channel,
        F: FnMut(&Messages<'_>, &I::Item) -> Result<Message<C>, Error> + Send + 'static,
    {
        let Self { hero, inputs, message, settings } = self;
        BulkStream::new(hero, inputs, message, settings)
    }
}

impl<I, F> fmt::Debug for Bulk<I, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bulk").field("settings", &self.settings).finish_non_exhaustive()
    }
}
