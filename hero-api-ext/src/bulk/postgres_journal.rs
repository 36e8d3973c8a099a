mod engine;
mod migrations;

use std::{fmt, ops::Range, time::Duration};

use hero_api::BoxFuture;
use tokio_postgres::Client;

use self::engine::Postgres;
use super::{
    Claim, Journal, JournalError, JournalKey, Journaled,
    queue::{self, Queue},
};

/// A [`Journal`] in PostgreSQL, for workers on many machines. Feature `postgres`.
///
/// Each worker opens it with a connection of its own, with the same name and the same [`JournalKey`]. Clones are the same
/// worker.
///
/// # What is stored
///
/// For each message its place in the list, its state, a fingerprint that cannot be read without the key, and the id that
/// Hero gave it; while it is under way, a random number for the worker and the end of its lease. No names, numbers, ids of
/// patients or texts. The key is never sent to the database: keep it in a secret store.
///
/// # Connection
///
/// The connection is the caller's, with its TLS: over a network, give
/// [`tokio_postgres::connect`] a connector that checks certificates, such as that of
/// `tokio-postgres-rustls`, and not [`NoTls`](tokio_postgres::NoTls). It has to be a session of its own: a pooler that
/// gives each transaction another session, such as PgBouncer in that mode, does not work.
///
/// A lost connection is an error of the journal, which stops the bulk. Messages that were under way become unknown when
/// their lease runs out. Open the journal again to continue.
///
/// # Durability
///
/// A note is on the disk of the server before a message leaves: `synchronous_commit` is turned on where it is off.
/// **After a failover to a replica that lacks the last notes, messages can be sent twice**; a server with replicas needs
/// `synchronous_standby_names`.
///
/// # Examples
///
/// ```no_run
/// use hero_api_ext::bulk::{JournalError, JournalKey, PostgresJournal};
/// use tokio_postgres::NoTls;
///
/// # async fn example(secret: &[u8]) -> Result<(), JournalError> {
/// let (mut client, connection) = tokio_postgres::connect("host=localhost user=bulk", NoTls).await?;
/// tokio::spawn(connection);
/// PostgresJournal::migrate(&mut client).await?;
/// let journal = PostgresJournal::open(client, "flu-2026", JournalKey::new(secret)?).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct PostgresJournal {
    queue: Queue,
    key: JournalKey,
}

impl PostgresJournal {
    /// How long a worker has its claims, and its starts, unless [`open_with_lease`](Self::open_with_lease) says otherwise.
    pub const LEASE: Duration = Duration::from_secs(300);

    /// Each migration with its number, for programs that have a tool for migrations. Run by [`migrate`](Self::migrate)
    /// otherwise.
    pub const MIGRATIONS: &[(i32, &str)] = migrations::ALL;

    /// Creates the tables in the first schema of the search path, or brings them up to date. It may be called by every
    /// worker, at the same time too.
    ///
    /// # Errors
    ///
    /// The database cannot be reached, or the user may not create tables. Nothing was changed.
    pub async fn migrate(client: &mut Client) -> Result<(), JournalError> {
        migrations::run(client).await
    }

    /// Opens the journal with this name, or begins one, as a new worker.
    ///
    /// # Errors
    ///
    /// The database cannot be reached or has not been [migrated](Self::migrate), or the journal was begun with another
    /// key.
    pub async fn open(client: Client, name: &str, key: JournalKey) -> Result<Self, JournalError> {
        Self::open_with_lease(client, name, key, Self::LEASE).await
    }

    /// As [`open`](Self::open), with another lease. It has to be longer than a call can take, with its retries.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open).
    pub async fn open_with_lease(
        client: Client,
        name: &str,
        key: JournalKey,
        lease: Duration,
    ) -> Result<Self, JournalError> {
        let mut engine = Postgres::open(client, name, &key, lease).await?;
        let (queue, mut receiver) = Queue::new();
        tokio::spawn(async move {
            let mut requests = Vec::new();
            while receiver.recv_many(&mut requests, queue::MOST).await > 0 {
                queue::serve(&mut engine, requests.drain(..)).await;
            }
        });
        Ok(Self { queue, key })
    }
}

impl Journal for PostgresJournal {
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

impl fmt::Debug for PostgresJournal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresJournal").finish_non_exhaustive()
    }
}
