use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use futures_util::{
    Stream, StreamExt,
    stream::{self, BoxStream},
};

use super::{BatchStatus, PAGE, SendStatus, status, status::SEND_STATUSES};
use crate::{
    Error, Hero, PagedExt,
    poller::{Poller, Schedule},
    response_fields::ResponseFields,
};

/// How far a batch has come.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchProgress {
    status: BatchStatus,
    messages: Tally,
}

/// How many messages there are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Tally {
    waiting: u64,
    sent: u64,
    failed: u64,
}

impl BatchProgress {
    /// The state of the whole batch.
    #[must_use]
    pub fn status(&self) -> &BatchStatus {
        &self.status
    }

    /// Whether nothing more is going to happen.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.status == BatchStatus::Completed
    }

    /// How many messages have not gone out yet.
    #[must_use]
    pub fn waiting(&self) -> u64 {
        self.messages.waiting
    }

    /// How many went out, arrived or not.
    #[must_use]
    pub fn sent(&self) -> u64 {
        self.messages.sent
    }

    /// How many could not be sent or delivered.
    #[must_use]
    pub fn failed(&self) -> u64 {
        self.messages.failed
    }

    /// How many there are. It grows while Hero makes the messages.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.messages.waiting + self.messages.sent + self.messages.failed
    }

    async fn read(hero: &Hero, id: &str) -> Result<Self, Error> {
        // The state first: when it says complete, the counts that follow are the last.
        let status = status(hero, id).await?;
        Ok(Self { status, messages: Tally::read(hero, id).await? })
    }
}

impl Tally {
    async fn read(hero: &Hero, id: &str) -> Result<Self, Error> {
        let mut tally = Self::default();
        for status in &SEND_STATUSES {
            match count(hero, id, status).await? {
                Some(messages) => tally.add(status, messages),
                None => return Self::walk(hero, id).await,
            }
        }
        Ok(tally)
    }

    /// Counts one by one, for a server that does not filter.
    async fn walk(hero: &Hero, id: &str) -> Result<Self, Error> {
        let mut tally = Self::default();
        let mut items = hero.api().list_batch_message_sends().id(id).items().page_size(PAGE);
        while let Some(item) = items.next().await {
            let status = ResponseFields::from_output(&item?).text("status").unwrap_or_default();
            tally.add(&SendStatus::from(status.as_str()), 1);
        }
        Ok(tally)
    }

    fn add(&mut self, status: &SendStatus, messages: u64) {
        match status {
            SendStatus::Sent | SendStatus::Success => self.sent += messages,
            SendStatus::Error => self.failed += messages,
            // What the reference does not name has not been said to have gone out.
            SendStatus::Created | SendStatus::Queued | SendStatus::Other(_) => self.waiting += messages,
        }
    }
}

/// How many messages are in this state, with as few requests as the responses allow; `None` when the server does not
/// filter.
async fn count(hero: &Hero, id: &str, status: &SendStatus) -> Result<Option<u64>, Error> {
    let list = hero.api().list_batch_message_sends().id(id).status(status.as_str());
    let mut pages = list.pages().page_size(PAGE).without_prefetch();
    let mut counted = 0;
    while let Some(page) = pages.next().await.transpose()? {
        let own = |item| ResponseFields::from_output(item).text("status");
        if page.items().iter().filter_map(own).any(|own| own != status.as_str()) {
            return Ok(None);
        }
        let items = u64::try_from(page.items().len()).unwrap_or(u64::MAX);
        // A count larger than the first page is that of all pages. Otherwise it may be the size of the page.
        if let Some(count) = page.count().filter(|count| counted == 0 && *count > items) {
            return Ok(Some(count));
        }
        counted += items;
    }
    Ok(Some(counted))
}

/// How far a batch has come, again and again: at once, then whenever it has changed, and a last time when it is
/// complete. Made by [`SendingBatch::progress`](super::SendingBatch::progress).
///
/// It asks after one second, then less and less often as long as nothing changes, at least every 30 seconds. When the
/// time is up it ends without an error: the last item says whether the batch [is complete](BatchProgress::is_complete).
/// An error that [may pass](Error::is_retryable) is waited out; any other ends the stream. Dropping it stops nothing
/// but the asking.
#[must_use = "a stream does nothing until it is asked"]
pub struct BatchProgressStream {
    state: State,
}

enum State {
    New(Hero, String, Schedule),
    Running(BoxStream<'static, Result<BatchProgress, Error>>),
}

impl BatchProgressStream {
    pub(super) fn new(hero: &Hero, id: &str) -> Self {
        Self { state: State::New(hero.clone(), id.to_owned(), Schedule::within(Duration::from_secs(3_600))) }
    }

    /// Watches no longer than this: one hour unless set. It counts as long as nothing was asked.
    pub fn within(mut self, limit: Duration) -> Self {
        if let State::New(_, _, schedule) = &mut self.state {
            schedule.within = limit;
        }
        self
    }

    /// The next change; `None` when the batch is complete or the time is up.
    pub async fn next(&mut self) -> Option<Result<BatchProgress, Error>> {
        StreamExt::next(self).await
    }
}

impl Stream for BatchProgressStream {
    type Item = Result<BatchProgress, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let State::New(hero, id, schedule) = &self.state {
            self.state = State::Running(watch(hero.clone(), id.clone(), *schedule));
        }
        match &mut self.state {
            State::Running(stream) => stream.poll_next_unpin(context),
            State::New(..) => Poll::Ready(None),
        }
    }
}

impl fmt::Debug for BatchProgressStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchProgressStream").finish_non_exhaustive()
    }
}

fn watch(hero: Hero, id: String, schedule: Schedule) -> BoxStream<'static, Result<BatchProgress, Error>> {
    let watching =
        Watching { wait: Poller::new(&hero, schedule), hero, id, seen: None, failed: None, turn: Turn::First };
    stream::unfold(watching, |mut watching| async move { Some((watching.next().await?, watching)) }).boxed()
}

struct Watching {
    hero: Hero,
    id: String,
    wait: Poller,
    seen: Option<BatchProgress>,
    /// Why the last request failed.
    failed: Option<Error>,
    turn: Turn,
}

#[derive(PartialEq)]
enum Turn {
    First,
    Later,
    Over,
}

impl Watching {
    async fn next(&mut self) -> Option<Result<BatchProgress, Error>> {
        loop {
            let may_go_on = match self.turn {
                Turn::First => true,
                Turn::Later => self.wait.pause().await,
                Turn::Over => return None,
            };
            if !may_go_on {
                self.turn = Turn::Over;
                return self.failed.take().map(Err);
            }
            self.turn = Turn::Later;
            match BatchProgress::read(&self.hero, &self.id).await {
                Ok(now) => {
                    self.failed = None;
                    if now.is_complete() {
                        self.turn = Turn::Over;
                    } else if self.seen.as_ref() == Some(&now) {
                        continue;
                    }
                    self.wait.reset_interval();
                    self.seen = Some(now.clone());
                    return Some(Ok(now));
                }
                Err(error) if error.is_retryable() => self.failed = Some(error),
                Err(error) => {
                    self.turn = Turn::Over;
                    return Some(Err(error));
                }
            }
        }
    }
}
