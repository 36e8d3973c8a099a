//! What the journals in a database share. Requests that come while others are being written are written together, in one
//! transaction: it costs one sync of the disk, however many messages are under way.

use std::{
    collections::{HashMap, HashSet, hash_map},
    ops::Range,
    sync::Arc,
};

use hero_api::BoxFuture;
use tokio::sync::{mpsc, oneshot};

use super::{Claim, JournalError, Journaled};

/// How many requests are written together at most, and how many wait before a sender is held up.
pub(super) const MOST: usize = 1_024;

type Reply<T> = oneshot::Sender<Result<T, JournalError>>;

/// What a worker asks of its journal.
pub(super) enum Request {
    Claim { inputs: Range<usize>, unknown: bool, reply: Reply<Vec<Claim>> },
    Start { note: Start, reply: Reply<bool> },
    Finish { note: Finish, reply: Reply<bool> },
    Release { inputs: Range<usize>, reply: Reply<()> },
}

/// A message that is about to leave.
#[derive(Clone)]
pub(super) struct Start {
    pub(super) input: usize,
    pub(super) fingerprint: u64,
}

/// The outcome of a message.
#[derive(Clone)]
pub(super) struct Finish {
    pub(super) input: usize,
    pub(super) outcome: Journaled,
}

/// A note that is about one input.
pub(super) trait Note {
    fn input(&self) -> usize;
}

impl Note for Start {
    fn input(&self) -> usize {
        self.input
    }
}

impl Note for Finish {
    fn input(&self) -> usize {
        self.input
    }
}

/// A database, as one worker sees it. Each method is one transaction. Notes that come together are about different
/// inputs.
pub(super) trait Engine {
    type Error: std::error::Error + Send + Sync + 'static;

    fn claim(
        &mut self,
        inputs: Range<usize>,
        unknown: bool,
    ) -> impl Future<Output = Result<Vec<Claim>, Self::Error>> + Send;

    /// The inputs that this worker has started now.
    fn start(&mut self, notes: &[Start]) -> impl Future<Output = Result<HashSet<usize>, Self::Error>> + Send;

    /// The inputs whose outcome was noted.
    fn finish(&mut self, notes: &[Finish]) -> impl Future<Output = Result<HashSet<usize>, Self::Error>> + Send;

    fn release(&mut self, inputs: Range<usize>) -> impl Future<Output = Result<(), Self::Error>> + Send;
}

/// The way to the task or thread that has the database.
#[derive(Clone)]
pub(super) struct Queue(mpsc::Sender<Request>);

impl Queue {
    pub(super) fn new() -> (Self, mpsc::Receiver<Request>) {
        let (sender, receiver) = mpsc::channel(MOST);
        (Self(sender), receiver)
    }

    pub(super) fn claim(&self, inputs: Range<usize>, unknown: bool) -> BoxFuture<'_, Result<Vec<Claim>, JournalError>> {
        self.ask(move |reply| Request::Claim { inputs, unknown, reply })
    }

    pub(super) fn start(&self, input: usize, fingerprint: u64) -> BoxFuture<'_, Result<bool, JournalError>> {
        self.ask(move |reply| Request::Start { note: Start { input, fingerprint }, reply })
    }

    pub(super) fn finish(&self, input: usize, outcome: Journaled) -> BoxFuture<'_, Result<bool, JournalError>> {
        self.ask(move |reply| Request::Finish { note: Finish { input, outcome }, reply })
    }

    pub(super) fn release(&self, inputs: Range<usize>) -> BoxFuture<'_, Result<(), JournalError>> {
        self.ask(move |reply| Request::Release { inputs, reply })
    }

    fn ask<T: Send + 'static>(
        &self,
        request: impl FnOnce(Reply<T>) -> Request + Send + 'static,
    ) -> BoxFuture<'_, Result<T, JournalError>> {
        Box::pin(async move {
            let (reply, replied) = oneshot::channel();
            let ended = "the journal has ended, with the runtime that it was opened in";
            self.0.send(request(reply)).await.map_err(|_| ended)?;
            replied.await.map_err(|_| ended)?
        })
    }
}

/// Does what was asked at the same time.
pub(super) async fn serve<E: Engine>(engine: &mut E, requests: impl IntoIterator<Item = Request>) {
    let (mut starts, mut finishes) = (Vec::new(), Vec::new());
    for request in requests {
        match request {
            Request::Start { note, reply } => starts.push((note, reply)),
            Request::Finish { note, reply } => finishes.push((note, reply)),
            // Whoever no longer waits does not need the result: its claim runs out.
            Request::Claim { inputs, unknown, reply } => {
                let _ = reply.send(engine.claim(inputs, unknown).await.map_err(Into::into));
            }
            Request::Release { inputs, reply } => {
                let _ = reply.send(engine.release(inputs).await.map_err(Into::into));
            }
        }
    }
    // Outcomes first: they end what is under way.
    while !finishes.is_empty() {
        let (notes, replies) = next_round(&mut finishes);
        respond(replies, engine.finish(&notes).await);
    }
    while !starts.is_empty() {
        let (notes, replies) = next_round(&mut starts);
        respond(replies, engine.start(&notes).await);
    }
}

/// Takes one note for each input. Two starts of an input must not share a response.
fn next_round<N: Note + Clone>(waiting: &mut Vec<(N, Reply<bool>)>) -> (Vec<N>, HashMap<usize, Reply<bool>>) {
    let (mut notes, mut replies, mut later) = (Vec::new(), HashMap::new(), Vec::new());
    for (note, reply) in waiting.drain(..) {
        if let hash_map::Entry::Vacant(place) = replies.entry(note.input()) {
            place.insert(reply);
            notes.push(note);
        } else {
            later.push((note, reply));
        }
    }
    *waiting = later;
    (notes, replies)
}

fn respond<E>(replies: HashMap<usize, Reply<bool>>, done: Result<HashSet<usize>, E>)
where
    E: std::error::Error + Send + Sync + 'static,
{
    let done = done.map_err(Arc::new);
    for (input, reply) in replies {
        let result = match &done {
            Ok(done) => Ok(done.contains(&input)),
            Err(error) => Err(Arc::clone(error).into()),
        };
        // A worker that no longer waits has lost the claim, and never sends.
        let _ = reply.send(result);
    }
}
