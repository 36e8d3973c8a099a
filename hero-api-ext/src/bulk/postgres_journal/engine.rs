use std::{collections::HashSet, error, fmt, ops::Range, time::Duration};

use tokio_postgres::{Client, Statement, Transaction, error::SqlState, types::ToSql};

use crate::bulk::{
    Claim, JournalError, JournalKey,
    queue::{Engine, Finish, Start},
    row::{self, Reading, Row},
};

/// The session must not depend on how the server was set up: notes have to be durable, and each statement has to see what
/// other workers have committed. Plans that read whole tables are turned off, and none is kept: those that are made while
/// a table is small are slow later.
const SESSION: &str = "
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
    SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED;
    SET enable_seqscan = off;
    SET enable_hashjoin = off;
    SET enable_mergejoin = off;
    SET plan_cache_mode = force_custom_plan;
";

const JOURNAL: &str = "
    INSERT INTO hero_bulk_journal (name, key_check) VALUES ($1, $2)
    ON CONFLICT (name) DO UPDATE SET name = excluded.name
    RETURNING id, key_check";

const READ: &str = "
    SELECT input, state, fingerprint, message, coalesce(worker = $4, false), coalesce(lease_until > now(), false)
    FROM hero_bulk_message
    WHERE journal = $1 AND input >= $2 AND input < $3";

/// Of workers that insert the same row, the second waits until the first has committed, and inserts nothing.
const CLAIM_NEW: &str = "
    INSERT INTO hero_bulk_message (journal, input, state, worker, lease_until)
    SELECT $1, input, 0, $4, now() + make_interval(secs => $5)
    FROM generate_series($2::bigint, $3::bigint - 1) AS input
    ON CONFLICT DO NOTHING";

/// Rows that another worker has locked are passed over: it is claiming them.
const CLAIM_OPEN: &str = "
    UPDATE hero_bulk_message AS message SET worker = $4, lease_until = now() + make_interval(secs => $5)
    FROM (
        SELECT input FROM hero_bulk_message
        WHERE journal = $1 AND input >= $2 AND input < $3
            AND (state IN (0, 3) OR state = 4 AND $6) AND (lease_until IS NULL OR lease_until <= now())
        ORDER BY input FOR UPDATE SKIP LOCKED
    ) AS open
    WHERE message.journal = $1 AND message.input >= $2 AND message.input < $3 AND message.input = open.input
        AND (message.lease_until IS NULL OR message.lease_until <= now())";

const GIVE_UP_STARTED: &str = "
    UPDATE hero_bulk_message AS message SET state = 4, worker = NULL, lease_until = NULL
    FROM (
        SELECT input FROM hero_bulk_message
        WHERE journal = $1 AND input >= $2 AND input < $3 AND state = 1 AND lease_until <= now()
        ORDER BY input FOR UPDATE SKIP LOCKED
    ) AS lost
    WHERE message.journal = $1 AND message.input >= $2 AND message.input < $3 AND message.input = lost.input
        AND message.state = 1 AND message.lease_until <= now()";

/// No join with the notes, and bounds beside their list: before the table was analysed, PostgreSQL would read the whole
/// journal otherwise.
const START: &str = "
    UPDATE hero_bulk_message
    SET state = 1, fingerprint = ($5::bigint[])[array_position($4::bigint[], input)],
        lease_until = now() + make_interval(secs => $3)
    WHERE journal = $1 AND input BETWEEN $6 AND $7 AND input = ANY ($4::bigint[])
        AND worker = $2 AND state IN (0, 3, 4)
    RETURNING input";

/// *Sent* is noted whoever has the row now, and nothing changes it. Any other outcome is noted only by the worker that
/// has the row, and not over *unknown*.
const FINISH: &str = "
    UPDATE hero_bulk_message
    SET state = ($4::smallint[])[array_position($3::bigint[], input)],
        fingerprint = ($5::bigint[])[array_position($3::bigint[], input)],
        message = ($6::text[])[array_position($3::bigint[], input)],
        worker = NULL, lease_until = NULL
    WHERE journal = $1 AND input BETWEEN $7 AND $8 AND input = ANY ($3::bigint[]) AND state <> 2
        AND (($4::smallint[])[array_position($3::bigint[], input)] = 2 OR worker = $2 AND state <> 4)
    RETURNING input";

const RELEASE_NEW: &str = "
    DELETE FROM hero_bulk_message
    WHERE journal = $1 AND input >= $2 AND input < $3 AND worker = $4 AND state = 0";

const RELEASE_OPEN: &str = "
    UPDATE hero_bulk_message SET worker = NULL, lease_until = NULL
    WHERE journal = $1 AND input >= $2 AND input < $3 AND worker = $4 AND state IN (3, 4)";

/// The connection of one worker.
pub(super) struct Postgres {
    client: Client,
    journal: i64,
    worker: i64,
    /// In seconds.
    lease: f64,
    statements: Statements,
}

struct Statements {
    read: Statement,
    claim_new: Statement,
    claim_open: Statement,
    give_up_started: Statement,
    start: Statement,
    finish: Statement,
    release_new: Statement,
    release_open: Statement,
}

impl Postgres {
    pub(super) async fn open(
        client: Client,
        name: &str,
        key: &JournalKey,
        lease: Duration,
    ) -> Result<Self, JournalError> {
        let mut worker = [0; 8];
        getrandom::fill(&mut worker)?;
        let (journal, key_check, statements) = prepare(&client, name, key).await.map_err(Failure::from)?;
        if key_check != key_check_of(key) {
            return Err("the journal was begun with another key: give the key that belongs to it".into());
        }
        let worker = i64::from_ne_bytes(worker);
        Ok(Self { client, journal, worker, lease: lease.as_secs_f64(), statements })
    }

    async fn try_claim(&mut self, inputs: Range<usize>, unknown: bool) -> Result<Vec<Claim>, tokio_postgres::Error> {
        let Self { client, journal, worker, lease, statements } = self;
        let (from, to) = (row::number(inputs.start), row::number(inputs.end));
        let worker = &*worker;
        // Most blocks that a worker comes upon are another's: reading is enough for these.
        let rows = client.query(&statements.read, &[journal, &from, &to, worker]).await?;
        if let Some(claims) = read_all(inputs.clone(), rows, unknown)?.into_iter().collect() {
            return Ok(claims);
        }
        let transaction = client.transaction().await?;
        transaction.execute(&statements.claim_new, &[journal, &from, &to, worker, lease]).await?;
        transaction.execute(&statements.claim_open, &[journal, &from, &to, worker, lease, &unknown]).await?;
        transaction.execute(&statements.give_up_started, &[journal, &from, &to]).await?;
        let rows = read_own(&transaction, statements, [*journal, from, to, *worker]).await?;
        transaction.commit().await?;
        // What is still open was locked: another worker is claiming it.
        let claims = read_all(inputs, rows, unknown)?;
        Ok(claims.into_iter().map(|claim| claim.unwrap_or(Claim::Elsewhere)).collect())
    }
}

async fn read_own(
    transaction: &Transaction<'_>,
    statements: &Statements,
    [journal, from, to, worker]: [i64; 4],
) -> Result<Vec<tokio_postgres::Row>, tokio_postgres::Error> {
    transaction.query(&statements.read, &[&journal, &from, &to, &worker]).await
}

async fn prepare(
    client: &Client,
    name: &str,
    key: &JournalKey,
) -> Result<(i64, i64, Statements), tokio_postgres::Error> {
    client.batch_execute(SESSION).await?;
    let row = client.query_one(JOURNAL, &[&name, &key_check_of(key)]).await?;
    let statements = Statements {
        read: client.prepare(READ).await?,
        claim_new: client.prepare(CLAIM_NEW).await?,
        claim_open: client.prepare(CLAIM_OPEN).await?,
        give_up_started: client.prepare(GIVE_UP_STARTED).await?,
        start: client.prepare(START).await?,
        finish: client.prepare(FINISH).await?,
        release_new: client.prepare(RELEASE_NEW).await?,
        release_open: client.prepare(RELEASE_OPEN).await?,
    };
    Ok((row.try_get(0)?, row.try_get(1)?, statements))
}

fn key_check_of(key: &JournalKey) -> i64 {
    key.fingerprint(b"hero-api-ext bulk journal in PostgreSQL").cast_signed()
}

/// What each input is; `None` where that takes a write.
fn read_all(
    inputs: Range<usize>,
    rows: Vec<tokio_postgres::Row>,
    unknown: bool,
) -> Result<Vec<Option<Claim>>, tokio_postgres::Error> {
    let mut claims = vec![None; inputs.len()];
    for found in rows {
        let input: i64 = found.try_get(0)?;
        let row = Row {
            state: found.try_get(1)?,
            fingerprint: found.try_get(2)?,
            message: found.try_get(3)?,
            is_own: found.try_get(4)?,
            is_live: found.try_get(5)?,
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

/// The first and the last of some inputs.
fn bounds(inputs: &[i64]) -> (i64, i64) {
    inputs.iter().fold((i64::MAX, i64::MIN), |(first, last), input| (first.min(*input), last.max(*input)))
}

fn inputs_of(rows: &[tokio_postgres::Row]) -> Result<HashSet<usize>, tokio_postgres::Error> {
    rows.iter().map(|row| Ok(usize::try_from(row.try_get::<_, i64>(0)?).unwrap_or(usize::MAX))).collect()
}

impl Engine for Postgres {
    type Error = Failure;

    async fn claim(&mut self, inputs: Range<usize>, unknown: bool) -> Result<Vec<Claim>, Failure> {
        Ok(self.try_claim(inputs, unknown).await?)
    }

    async fn start(&mut self, notes: &[Start]) -> Result<HashSet<usize>, Failure> {
        let inputs: Vec<i64> = notes.iter().map(|note| row::number(note.input)).collect();
        let fingerprints: Vec<i64> = notes.iter().map(|note| note.fingerprint.cast_signed()).collect();
        let Self { client, journal, worker, lease, statements } = self;
        let (first, last) = bounds(&inputs);
        let parameters: [&(dyn ToSql + Sync); 7] = [journal, worker, lease, &inputs, &fingerprints, &first, &last];
        let rows = client.query(&statements.start, &parameters).await?;
        Ok(inputs_of(&rows)?)
    }

    async fn finish(&mut self, notes: &[Finish]) -> Result<HashSet<usize>, Failure> {
        let inputs: Vec<i64> = notes.iter().map(|note| row::number(note.input)).collect();
        let (states, messages): (Vec<i16>, Vec<Option<&str>>) =
            notes.iter().map(|note| row::state(&note.outcome.entry)).unzip();
        let fingerprints: Vec<i64> = notes.iter().map(|note| note.outcome.fingerprint.cast_signed()).collect();
        let Self { client, journal, worker, statements, .. } = self;
        let (first, last) = bounds(&inputs);
        let parameters: [&(dyn ToSql + Sync); 8] =
            [journal, worker, &inputs, &states, &fingerprints, &messages, &first, &last];
        let rows = client.query(&statements.finish, &parameters).await?;
        Ok(inputs_of(&rows)?)
    }

    async fn release(&mut self, inputs: Range<usize>) -> Result<(), Failure> {
        let Self { client, journal, worker, statements, .. } = self;
        let (from, to) = (row::number(inputs.start), row::number(inputs.end));
        client.execute(&statements.release_new, &[journal, &from, &to, worker]).await?;
        client.execute(&statements.release_open, &[journal, &from, &to, worker]).await?;
        Ok(())
    }
}

/// An error of the database, without the values of a row.
#[derive(Debug)]
pub(in crate::bulk) struct Failure(String);

impl From<tokio_postgres::Error> for Failure {
    fn from(error: tokio_postgres::Error) -> Self {
        // Not the detail, which can quote a row.
        Self(match error.as_db_error() {
            Some(db) if *db.code() == SqlState::UNDEFINED_TABLE => {
                "the database has no tables for journals: call PostgresJournal::migrate".to_owned()
            }
            Some(db) => format!("PostgreSQL refused: {} ({})", db.message(), db.code().code()),
            None => format!("PostgreSQL: {error}"),
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl error::Error for Failure {}
