use std::{collections::HashSet, error, fmt, io, ops::Range, path::Path, time::Duration};

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::workers::Workers;
use crate::bulk::{
    Claim, JournalError, JournalKey,
    file_journal::{disk, key_file},
    queue::{Engine, Finish, Start},
    row::{self, Reading, Row},
};

/// Marks the file as a journal of this version.
const APPLICATION_ID: i32 = 0x4862_6a31;

/// How long a worker waits for the others to finish a write.
const BUSY: Duration = Duration::from_secs(30);

const READ: &str = "
    SELECT input, state, fingerprint, message, coalesce(worker = ?3, 0), coalesce(lease_until > unixepoch('subsec'), 0)
    FROM message WHERE input >= ?1 AND input < ?2";

const CLAIM_NEW: &str = "
    INSERT OR IGNORE INTO message (input, state, worker, lease_until) VALUES (?1, 0, ?2, unixepoch('subsec') + ?3)";

const CLAIM_OPEN: &str = "
    UPDATE message SET worker = ?3, lease_until = unixepoch('subsec') + ?4
    WHERE input >= ?1 AND input < ?2 AND (state IN (0, 3) OR state = 4 AND ?5)
        AND (lease_until IS NULL OR lease_until <= unixepoch('subsec'))";

const GIVE_UP_STARTED: &str = "
    UPDATE message SET state = 4, worker = NULL, lease_until = NULL
    WHERE input >= ?1 AND input < ?2 AND state = 1 AND lease_until <= unixepoch('subsec')";

const START: &str = "
    UPDATE message SET state = 1, fingerprint = ?3, lease_until = unixepoch('subsec') + ?4
    WHERE input = ?1 AND worker = ?2 AND state IN (0, 3, 4)";

/// *Sent* is noted whoever has the row now, and nothing changes it. Any other outcome is noted only by the worker that
/// has the row, and not over *unknown*.
const FINISH: &str = "
    UPDATE message SET state = ?3, fingerprint = ?4, message = ?5, worker = NULL, lease_until = NULL
    WHERE input = ?1 AND state <> 2 AND (?3 = 2 OR worker = ?2 AND state <> 4)";

const RELEASE_NEW: &str = "DELETE FROM message WHERE input >= ?1 AND input < ?2 AND worker = ?3 AND state = 0";

const RELEASE_OPEN: &str = "
    UPDATE message SET worker = NULL, lease_until = NULL
    WHERE input >= ?1 AND input < ?2 AND worker = ?3 AND state IN (3, 4)";

/// The connection of one worker.
pub(super) struct Sqlite {
    connection: Connection,
    worker: i64,
    /// In seconds.
    lease: f64,
    _workers: Workers,
}

impl Sqlite {
    pub(super) fn open(
        path: &Path,
        key: Option<JournalKey>,
        lease: Duration,
    ) -> Result<(Self, JournalKey), JournalError> {
        disk::restrict(&disk::owner_only().read(true).append(true).create(true).open(path)?)?;
        let mut connection = Connection::open(path).map_err(Failure::from)?;
        prepare(&connection).map_err(Failure::from)?;
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Failure::from)?;
        let key = begin(&transaction, path, key)?;
        let workers = Workers::join(path)?;
        if workers.is_alone {
            forget_workers(&transaction).map_err(Failure::from)?;
        }
        // Something is written at each opening, so that the files are there before their folder is synced.
        transaction.execute("UPDATE journal SET key_check = key_check", []).map_err(Failure::from)?;
        transaction.commit().map_err(Failure::from)?;
        disk::sync_folder(path)?;
        let mut worker = [0; 8];
        getrandom::fill(&mut worker)?;
        let worker = i64::from_ne_bytes(worker);
        Ok((Self { connection, worker, lease: lease.as_secs_f64(), _workers: workers }, key))
    }

    /// Runs one transaction, which keeps other workers from writing until it ends.
    fn write<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>, i64, f64) -> Result<T, rusqlite::Error>,
    ) -> Result<T, Failure> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = change(&transaction, self.worker, self.lease)?;
        transaction.commit()?;
        Ok(done)
    }
}

fn prepare(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.busy_timeout(BUSY)?;
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    // In WAL mode, NORMAL would lose the last commits when the machine crashes.
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;")
}

/// Creates the tables in an empty file, and returns the key of the journal. The key is on the disk before the first
/// fingerprint.
fn begin(transaction: &Transaction<'_>, path: &Path, key: Option<JournalKey>) -> Result<JournalKey, JournalError> {
    let failure = |error: rusqlite::Error| JournalError::from(Failure::from(error));
    let number = |name: &str| transaction.query_row(name, [], |row| row.get::<_, i64>(0)).map_err(failure);
    if number("SELECT count(*) FROM sqlite_master")? == 0 {
        let key = key.map_or_else(|| key_file::load_or_create(path), Ok)?;
        transaction.execute_batch(include_str!("schema.sql")).map_err(failure)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID).map_err(failure)?;
        transaction.execute("INSERT INTO journal VALUES (?1)", [key_check_of(&key)]).map_err(failure)?;
        return Ok(key);
    }
    if number("PRAGMA application_id")? != i64::from(APPLICATION_ID) {
        let why = "the file is not a journal of this version of the crate: give another path";
        return Err(io::Error::new(io::ErrorKind::InvalidData, why).into());
    }
    let key = key.map_or_else(|| key_file::load(path), Ok)?;
    if number("SELECT key_check FROM journal")? != key_check_of(&key) {
        let why = "the journal was begun with another key: give the key that belongs to it";
        return Err(io::Error::new(io::ErrorKind::InvalidData, why).into());
    }
    Ok(key)
}

/// No worker lives that has claimed or started anything.
fn forget_workers(transaction: &Transaction<'_>) -> Result<(), rusqlite::Error> {
    transaction.execute("UPDATE message SET state = 4 WHERE state = 1", [])?;
    transaction.execute("DELETE FROM message WHERE state = 0", [])?;
    transaction.execute("UPDATE message SET worker = NULL, lease_until = NULL WHERE worker IS NOT NULL", [])?;
    Ok(())
}

fn key_check_of(key: &JournalKey) -> i64 {
    key.fingerprint(b"hero-api-ext bulk journal in SQLite").cast_signed()
}

/// What each input is; `None` where that takes a write.
fn read_all(
    connection: &Connection,
    worker: i64,
    inputs: Range<usize>,
    unknown: bool,
) -> Result<Vec<Option<Claim>>, rusqlite::Error> {
    let mut claims = vec![None; inputs.len()];
    let mut statement = connection.prepare(READ)?;
    let mut rows = statement.query(params![row::number(inputs.start), row::number(inputs.end), worker])?;
    while let Some(found) = rows.next()? {
        let input: i64 = found.get(0)?;
        let row = Row {
            state: found.get(1)?,
            fingerprint: found.get(2)?,
            message: found.get(3)?,
            is_own: found.get(4)?,
            is_live: found.get(5)?,
        };
        let place = usize::try_from(input).ok().and_then(|input| input.checked_sub(inputs.start));
        if let Some(claim) = place.and_then(|place| claims.get_mut(place))
            && let Reading::Told(told) = row.read(unknown)
        {
            *claim = Some(told);
        }
    }
    Ok(claims)
}

impl Engine for Sqlite {
    type Error = Failure;

    async fn claim(&mut self, inputs: Range<usize>, unknown: bool) -> Result<Vec<Claim>, Failure> {
        let claims = read_all(&self.connection, self.worker, inputs.clone(), unknown)?;
        // Most blocks that a worker comes upon are another's: reading is enough for these.
        if let Some(claims) = claims.into_iter().collect() {
            return Ok(claims);
        }
        let claims = self.write(|transaction, worker, lease| {
            let (from, to) = (row::number(inputs.start), row::number(inputs.end));
            let mut new = transaction.prepare(CLAIM_NEW)?;
            for input in inputs.clone() {
                new.execute(params![row::number(input), worker, lease])?;
            }
            transaction.prepare(CLAIM_OPEN)?.execute(params![from, to, worker, lease, unknown])?;
            transaction.prepare(GIVE_UP_STARTED)?.execute(params![from, to])?;
            read_all(transaction, worker, inputs.clone(), unknown)
        })?;
        // A lease so short that it has run out already.
        Ok(claims.into_iter().map(|claim| claim.unwrap_or(Claim::Elsewhere)).collect())
    }

    async fn start(&mut self, notes: &[Start]) -> Result<HashSet<usize>, Failure> {
        self.write(|transaction, worker, lease| {
            let mut start = transaction.prepare(START)?;
            let mut started = HashSet::new();
            for Start { input, fingerprint } in notes {
                if start.execute(params![row::number(*input), worker, fingerprint.cast_signed(), lease])? == 1 {
                    started.insert(*input);
                }
            }
            Ok(started)
        })
    }

    async fn finish(&mut self, notes: &[Finish]) -> Result<HashSet<usize>, Failure> {
        self.write(|transaction, worker, _| {
            let mut finish = transaction.prepare(FINISH)?;
            let mut finished = HashSet::new();
            for Finish { input, outcome } in notes {
                let (state, message) = row::state(&outcome.entry);
                let fingerprint = outcome.fingerprint.cast_signed();
                if finish.execute(params![row::number(*input), worker, state, fingerprint, message])? == 1 {
                    finished.insert(*input);
                }
            }
            Ok(finished)
        })
    }

    async fn release(&mut self, inputs: Range<usize>) -> Result<(), Failure> {
        self.write(|transaction, worker, _| {
            let range = params![row::number(inputs.start), row::number(inputs.end), worker];
            transaction.prepare(RELEASE_NEW)?.execute(range)?;
            transaction.prepare(RELEASE_OPEN)?.execute(range)?;
            Ok(())
        })
    }
}

/// An error of SQLite, without the values of a row.
#[derive(Debug)]
pub(in crate::bulk) struct Failure(String);

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        // Not the whole error, which can quote a statement.
        Self(match error.sqlite_error() {
            Some(error) => format!("SQLite: {error}"),
            None => "SQLite: the file has something that is not of a journal".to_owned(),
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl error::Error for Failure {}
