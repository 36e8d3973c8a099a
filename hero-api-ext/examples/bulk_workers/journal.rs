//! The journal of a worker: that of the library, measured, and with a defect on demand.

use std::{
    ops::Range,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use hero_api_ext::{
    bulk::{Claim, Entry, Journal, JournalError, JournalKey, Journaled},
    clock::{Clock, SystemClock},
    hero_api::BoxFuture,
};

use super::Failure;

/// Where the journal is.
#[derive(Clone, Debug)]
pub(crate) enum Store {
    Postgres { connection: String, name: String },
    Sqlite { path: PathBuf },
}

impl Store {
    /// The arguments for a process that works.
    pub(crate) fn arguments(&self) -> [String; 2] {
        match self {
            Self::Postgres { connection, name } => [connection.clone(), name.clone()],
            Self::Sqlite { path } => ["sqlite".to_owned(), path.to_string_lossy().into_owned()],
        }
    }

    pub(crate) fn from_arguments(first: &str, second: &str) -> Self {
        match first {
            "sqlite" => Self::Sqlite { path: second.into() },
            _ => Self::Postgres { connection: first.to_owned(), name: second.to_owned() },
        }
    }

    /// Opens it as another worker.
    pub(crate) async fn open(&self, lease: Duration) -> Result<Arc<dyn Journal>, Failure> {
        let key = JournalKey::new(b"the key of an example is no secret")?;
        match self {
            #[cfg(feature = "postgres")]
            Self::Postgres { connection, name } => {
                let (mut client, connection) = tokio_postgres::connect(connection, tokio_postgres::NoTls).await?;
                tokio::spawn(connection);
                hero_api_ext::bulk::PostgresJournal::migrate(&mut client).await?;
                let journal = hero_api_ext::bulk::PostgresJournal::open_with_lease(client, name, key, lease).await?;
                Ok(Arc::new(journal))
            }
            #[cfg(feature = "sqlite")]
            Self::Sqlite { path } => {
                Ok(Arc::new(hero_api_ext::bulk::SqliteJournal::open_with(path, Some(key), lease).await?))
            }
            #[cfg(not(all(feature = "postgres", feature = "sqlite")))]
            _ => {
                let _ = (key, lease);
                Err("this journal needs its feature: postgres or sqlite".into())
            }
        }
    }
}

/// How long the notes of a worker took.
#[derive(Default)]
pub(crate) struct Times {
    pub(crate) starts: AtomicU64,
    pub(crate) start_micros: AtomicU64,
    pub(crate) finish_micros: AtomicU64,
    pub(crate) claims: AtomicU64,
    pub(crate) claim_micros: AtomicU64,
}

/// A journal that is measured.
#[derive(Clone)]
pub(crate) struct Measured {
    pub(crate) journal: Arc<dyn Journal>,
    pub(crate) times: Arc<Times>,
    pub(crate) clock: Arc<SystemClock>,
    pub(crate) defect: String,
}

impl Measured {
    fn add(&self, counter: &AtomicU64, since: Duration) {
        let micros = self.clock.now().saturating_sub(since).as_micros();
        counter.fetch_add(u64::try_from(micros).unwrap_or(u64::MAX), Ordering::Relaxed);
    }
}

impl Journal for Measured {
    fn key(&self) -> &JournalKey {
        self.journal.key()
    }

    fn claim(&self, inputs: Range<usize>, unknown: bool) -> BoxFuture<'_, Result<Vec<Claim>, JournalError>> {
        Box::pin(async move {
            let begin = self.clock.now();
            let mut claims = self.journal.claim(inputs, unknown).await?;
            self.times.claims.fetch_add(1, Ordering::Relaxed);
            self.add(&self.times.claim_micros, begin);
            for claim in &mut claims {
                let is_lost = matches!(claim, Claim::Settled(Journaled { entry: Entry::Unknown, .. }));
                // As a claim that is read and written without a transaction: two workers read before either has written.
                if self.defect == "shared-claims" && *claim == Claim::Elsewhere
                    || self.defect == "lost-is-free" && is_lost
                {
                    *claim = Claim::Granted(None);
                }
            }
            Ok(claims)
        })
    }

    fn start(&self, input: usize, fingerprint: u64) -> BoxFuture<'_, Result<bool, JournalError>> {
        Box::pin(async move {
            let begin = self.clock.now();
            let is_started = self.journal.start(input, fingerprint).await?;
            self.times.starts.fetch_add(1, Ordering::Relaxed);
            self.add(&self.times.start_micros, begin);
            Ok(is_started || !self.defect.is_empty())
        })
    }

    fn finish(&self, input: usize, outcome: Journaled) -> BoxFuture<'_, Result<bool, JournalError>> {
        Box::pin(async move {
            let begin = self.clock.now();
            let is_noted = self.journal.finish(input, outcome).await?;
            self.add(&self.times.finish_micros, begin);
            Ok(is_noted)
        })
    }

    fn release(&self, inputs: Range<usize>) -> BoxFuture<'_, Result<(), JournalError>> {
        self.journal.release(inputs)
    }
}
