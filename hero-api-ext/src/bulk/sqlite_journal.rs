mod engine;
mod workers;

use std::{fmt, io, ops::Range, path::PathBuf, thread, time::Duration};

use futures_util::FutureExt;
use hero_api::BoxFuture;
use tokio::task::spawn_blocking;

use self::engine::Sqlite;
use super::{
    Claim, Journal, JournalError, JournalKey, Journaled,
    queue::{self, Queue},
};

/// A [`Journal`] in a SQLite database, for the processes of one machine. Feature `sqlite`; it compiles SQLite from C.
///
/// Each worker opens the same file. Clones are the same worker. The file belongs to one list of inputs. It must be on a
/// disk of the machine: SQLite's locks do not work on most network file systems.
///
/// A worker that ends, in whatever way, is noticed when another opens the file: when no worker is left, what it had
/// claimed is free at once, and what it had started is unknown. While other workers live, they wait for the end of its
/// lease.
///
/// # What is stored
///
/// For each message its place in the list, its state, a fingerprint that cannot be read without the key, and the id that
/// Hero gave it. No names, numbers, ids of patients or texts. The key is in a second file, as with
/// [`FileJournal`](super::FileJournal), or elsewhere. All files can be read by their owner only, where the system has such
/// permissions.
///
/// # Durability
///
/// It is written ahead (WAL) and synced at each commit, so a note is on the disk before a message leaves. Notes that come
/// together share a commit. After a crash or on a full disk, a note is there as a whole or not at all.
///
/// # Examples
///
/// ```no_run
/// use hero_api_ext::bulk::{JournalError, SqliteJournal};
///
/// # async fn example() -> Result<(), JournalError> {
/// let journal = SqliteJournal::open("flu-2026.sqlite").await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct SqliteJournal {
    queue: Queue,
    key: JournalKey,
}

impl SqliteJournal {
    /// How long a worker has its claims, and its starts, unless [`open_with`](Self::open_with) says otherwise.
    pub const LEASE: Duration = Duration::from_secs(300);

    /// Opens the journal in this file, or begins one, as a new worker. The key is in a file beside it, whose name ends in
    /// `.key`.
    ///
    /// # Errors
    ///
    /// The file cannot be read or written, is no journal, or has no key beside it.
    pub async fn open(path: impl Into<PathBuf>) -> Result<Self, JournalError> {
        Self::open_with(path, None, Self::LEASE).await
    }

    /// As [`open`](Self::open), with a key that is kept elsewhere, and with another lease. It has to be longer than a call
    /// can take, with its retries.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open); or the journal was begun with another key.
    pub async fn open_with(
        path: impl Into<PathBuf>,
        key: Option<JournalKey>,
        lease: Duration,
    ) -> Result<Self, JournalError> {
        let path = path.into();
        let (mut engine, key) =
            spawn_blocking(move || Sqlite::open(&path, key, lease)).await.map_err(io::Error::other)??;
        let (queue, mut receiver) = Queue::new();
        // A thread, since a blocking task would keep the runtime from ending as long as the journal is open.
        thread::Builder::new().name("hero-bulk-journal".to_owned()).spawn(move || {
            let mut requests = Vec::new();
            while receiver.blocking_recv_many(&mut requests, queue::MOST) > 0 {
                // SQLite does not wait for anything but the disk, so this is done when it returns.
                let done = queue::serve(&mut engine, requests.drain(..)).now_or_never();
                debug_assert!(done.is_some(), "the engine has no other future");
            }
        })?;
        Ok(Self { queue, key })
    }
}

impl Journal for SqliteJournal {
    fn key(&self) -> &JournalKey {
        &self.key
    }

    fn claim(&self, inputs: Range<usize>, unknown: bool) -> BoxFuture<'_, Result<Vec<Claim>, JournalError>> {
        self.queue.claim(inputs, unknown)
    }

    fn start(&self, input: usize, fingerprint: u64) -> BoxFuture<'_, Result<bool, JournalError>> {
        self.queue.start(input, fingerprint)
    }

    fn finish(&self, input: usize, outcome: Journaled) -> BoxFuture<'_, Result<bool, JournalError>> {
        self.queue.finish(input, outcome)
    }

    fn release(&self, inputs: Range<usize>) -> BoxFuture<'_, Result<(), JournalError>> {
        self.queue.release(inputs)
    }
}

impl fmt::Debug for SqliteJournal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteJournal").finish_non_exhaustive()
    }
}
