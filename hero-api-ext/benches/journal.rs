//! What the journals of bulks cost: notes that are on the disk, size, and opening after a million messages.
//!
//! ```sh
//! .ci/postgres run cargo bench -p hero-api-ext --features postgres,sqlite --bench journal
//! ```
//!
//! With `-- sqlite` or another name at its end, it measures that journal only. The files are in the folder of `HERO_BENCH_FOLDER`, or in that for temporary files: it has to be on a disk.

#![expect(clippy::cast_precision_loss, reason = "figures for people")]

use std::{
    env,
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use futures_util::{StreamExt, stream};
use hero_api_ext::{
    bulk::{Entry, FileJournal, Journal, Journaled},
    clock::{Clock, SystemClock},
    messages::MessageId,
};

type Failure = Box<dyn Error + Send + Sync>;

/// How many messages are measured, by how many are under way.
const ROUNDS: [(usize, usize); 4] = [(1_000, 1), (8_000, 8), (40_000, 64), (100_000, 512)];
const MANY: usize = 1_000_000;
const BLOCK: usize = 1_000;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let folder = env::var_os("HERO_BENCH_FOLDER").map_or_else(env::temp_dir, PathBuf::from);
    let folder = folder.join(format!("hero-journal-bench-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let done = measure(&folder).await;
    fs::remove_dir_all(folder)?;
    done
}

async fn measure(folder: &Path) -> Result<(), Failure> {
    let names: Vec<String> = env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let is_wanted = |name: &str| names.is_empty() || names.iter().any(|wanted| wanted == name);
    let file = async |name: &str| Ok(FileJournal::open(folder.join(format!("file-{name}"))).await?);
    if is_wanted("file") {
        notes("file", &file).await?;
        many("file", &file, &|| size(folder, "file-many")).await?;
    }
    #[cfg(feature = "sqlite")]
    if is_wanted("sqlite") {
        use hero_api_ext::bulk::SqliteJournal;

        let sqlite = async |name: &str| SqliteJournal::open(folder.join(format!("sqlite-{name}"))).await;
        notes("sqlite", &sqlite).await?;
        many("sqlite", &sqlite, &|| size(folder, "sqlite-many")).await?;
    }
    #[cfg(feature = "postgres")]
    if !is_wanted("postgres") {
        return Ok(());
    } else if let Ok(server) = env::var("HERO_TEST_POSTGRES") {
        postgres(&server).await?;
    } else {
        println!("skipped: no PostgreSQL (HERO_TEST_POSTGRES is not set)");
    }
    Ok(())
}

#[cfg(feature = "postgres")]
async fn postgres(server: &str) -> Result<(), Failure> {
    use hero_api_ext::bulk::{JournalKey, PostgresJournal};

    let run = fastrand::u64(..);
    let (mut client, connection) = tokio_postgres::connect(server, tokio_postgres::NoTls).await?;
    tokio::spawn(connection);
    PostgresJournal::migrate(&mut client).await?;
    let open = async |name: &str| {
        let (client, connection) = tokio_postgres::connect(server, tokio_postgres::NoTls).await?;
        tokio::spawn(connection);
        let key = JournalKey::new(&[7; 32])?;
        PostgresJournal::open(client, &format!("bench-{run}-{name}"), key).await
    };
    notes("postgres", &open).await?;
    let log =
        "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8, sum(xact_commit)::float8 FROM pg_stat_database";
    let before = client.query_one(log, &[]).await?;
    many("postgres", &open, &|| Ok(0)).await?;
    // The statistics of a session arrive a moment after its last transaction.
    SystemClock::new().sleep(Duration::from_secs(2)).await;
    let after = client.query_one(log, &[]).await?;
    let grown = |column: usize| -> Result<f64, Failure> {
        Ok((after.try_get::<_, f64>(column)? - before.try_get::<_, f64>(column)?) / MANY as f64)
    };
    println!("postgres: {:.0} bytes of WAL and {:.3} transactions for each message", grown(0)?, grown(1)?);
    let size = "SELECT pg_table_size('hero_bulk_message')::float8, pg_indexes_size('hero_bulk_message')::float8,
        (SELECT count(*) FROM hero_bulk_message)::float8";
    let size = client.query_one(size, &[]).await?;
    let [table, index, rows] = [0, 1, 2].map(|column| size.get::<_, f64>(column));
    println!("postgres: {:.0} bytes of table and {:.0} of index for each row", table / rows, index / rows);
    Ok(())
}

fn outcome(input: usize) -> Journaled {
    // As long as an id of Hero.
    let id = format!("{input:08x}-0000-4000-8000-{input:012x}");
    Journaled { fingerprint: input as u64, entry: Entry::Sent(MessageId::from(id)) }
}

/// Takes messages from claim to outcome, `concurrency` at a time.
async fn send(journal: &impl Journal, messages: usize, concurrency: usize) -> Result<(), Failure> {
    for start in (0..messages).step_by(BLOCK) {
        let block = start..messages.min(start + BLOCK);
        journal.claim(block.clone(), false).await?;
        let sends = block.map(|input| async move {
            let is_started = journal.start(input, input as u64).await?;
            let is_noted = journal.finish(input, outcome(input)).await?;
            if is_started && is_noted { Ok(()) } else { Err(Failure::from("a note was refused")) }
        });
        let mut sends = stream::iter(sends).buffer_unordered(concurrency);
        while let Some(sent) = sends.next().await {
            sent?;
        }
    }
    Ok(())
}

async fn notes<J: Journal>(name: &str, open: &impl AsyncFn(&str) -> Result<J, Failure>) -> Result<(), Failure> {
    let clock = SystemClock::new();
    for (messages, concurrency) in ROUNDS {
        let journal = open(&concurrency.to_string()).await?;
        let begin = clock.now();
        send(&journal, messages, concurrency).await?;
        let seconds = clock.now().saturating_sub(begin).as_secs_f64();
        let (notes, each) = (2.0 * messages as f64 / seconds, seconds * concurrency as f64 / messages as f64);
        println!(
            "{name}: {concurrency} at a time: {notes:.0} notes/s, {:.2} ms for both notes of a message",
            each * 1e3
        );
    }
    Ok(())
}

async fn many<J: Journal>(
    name: &str,
    open: &impl AsyncFn(&str) -> Result<J, Failure>,
    size: &dyn Fn() -> io::Result<u64>,
) -> Result<(), Failure> {
    let clock = SystemClock::new();
    let begin = clock.now();
    let journal = open("many").await?;
    send(&journal, MANY, BLOCK).await?;
    let took = clock.now().saturating_sub(begin);
    drop(journal);
    // The thread that had the file may close it a moment later.
    clock.sleep(Duration::from_secs(1)).await;
    let (before, begin) = (resident(), clock.now());
    let journal = open("many").await?;
    let opened = clock.now().saturating_sub(begin);
    let memory = resident().saturating_sub(before);
    for start in (0..MANY).step_by(BLOCK) {
        journal.claim(start..start + BLOCK, false).await?;
    }
    let walked = clock.now().saturating_sub(begin);
    println!(
        "{name}: {MANY} messages in {took:.1?}, {} MiB; opened in {opened:.2?} with {memory} KiB, walked in {walked:.1?}",
        size()? >> 20
    );
    Ok(())
}

/// The size of all files whose name begins so.
fn size(folder: &Path, name: &str) -> io::Result<u64> {
    let mut size = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(name) {
            size += entry.metadata()?.len();
        }
    }
    Ok(size)
}

/// The memory of this process in KiB; 0 on other systems than Linux.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next()?.parse().ok());
    line.unwrap_or(0)
}
