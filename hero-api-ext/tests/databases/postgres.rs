use std::{
    env,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use hero_api_ext::{
    bulk::{Claim, Entry, Journal, JournalError, JournalKey, Journaled, PostgresJournal},
    clock::{Clock, SystemClock},
    testing::{Sharing, journal_conformance},
};
use tokio_postgres::{Client, NoTls};

/// The connection string, if there is a server.
fn server() -> Option<String> {
    let server = env::var("HERO_TEST_POSTGRES").ok();
    if server.is_none() {
        println!("skipped: no PostgreSQL (HERO_TEST_POSTGRES is not set)");
    }
    server
}

async fn connect(server: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(server, NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

fn key() -> JournalKey {
    JournalKey::new(&[7; 32]).unwrap()
}

/// A name that no other test has.
fn name() -> String {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    format!("test-{}-{}", fastrand::u64(..), NUMBER.fetch_add(1, Ordering::Relaxed))
}

async fn open(server: &str, name: &str, lease: Duration) -> Result<PostgresJournal, JournalError> {
    PostgresJournal::open_with_lease(connect(server).await, name, key(), lease).await
}

#[tokio::test]
async fn postgres_journal_keeps_the_contract() {
    let Some(server) = server() else { return };
    PostgresJournal::migrate(&mut connect(&server).await).await.unwrap();
    let (prefix, lease) = (name(), Duration::from_secs(2));
    let open = async |name: &str| open(&server, &format!("{prefix}-{name}"), lease).await;
    journal_conformance(Sharing::Lease(lease), open).await.unwrap();
}

#[tokio::test]
async fn migrations_run_once_by_many_workers() {
    let Some(server) = server() else { return };
    let schema = format!("migrations_{}", fastrand::u64(..));
    let client = connect(&server).await;
    client.batch_execute(&format!("CREATE SCHEMA {schema}")).await.unwrap();
    let migrate = async || {
        let mut client = connect(&server).await;
        client.batch_execute(&format!("SET search_path = {schema}")).await.unwrap();
        let before = PostgresJournal::open(connect_in(&server, &schema).await, "x", key()).await.is_ok();
        PostgresJournal::migrate(&mut client).await.unwrap();
        before
    };
    let before = PostgresJournal::open(connect_in(&server, &schema).await, "x", key()).await.unwrap_err();
    assert!(before.to_string().contains("PostgresJournal::migrate"), "{before}");
    futures_util::future::join_all((0..8).map(|_| migrate())).await;
    let query = format!("SELECT count(*) FROM {schema}.hero_bulk_migration");
    let applied: i64 = client.query_one(&query, &[]).await.unwrap().get(0);
    assert_eq!(usize::try_from(applied).unwrap(), PostgresJournal::MIGRATIONS.len());
    client.batch_execute(&format!("DROP SCHEMA {schema} CASCADE")).await.unwrap();
}

async fn connect_in(server: &str, schema: &str) -> Client {
    let client = connect(server).await;
    client.batch_execute(&format!("SET search_path = {schema}")).await.unwrap();
    client
}

#[tokio::test]
async fn another_key_is_refused_by_postgres() {
    let Some(server) = server() else { return };
    PostgresJournal::migrate(&mut connect(&server).await).await.unwrap();
    let name = name();
    let journal = open(&server, &name, PostgresJournal::LEASE).await.unwrap();
    assert_eq!(format!("{journal:?}"), "PostgresJournal { .. }");
    let other = JournalKey::new(&[8; 32]).unwrap();
    let error = PostgresJournal::open(connect(&server).await, &name, other).await.unwrap_err();
    assert!(error.to_string().contains("another key"), "{error}");
}

#[tokio::test]
async fn notes_are_durable_whatever_the_session() {
    let Some(server) = server() else { return };
    let client = connect(&server).await;
    client.batch_execute("SET synchronous_commit = off").await.unwrap();
    let mut client = client;
    PostgresJournal::migrate(&mut client).await.unwrap();
    let role = format!("role_{}", fastrand::u64(..));
    let name = name();
    // The default of the role is what a worker's session begins with.
    client.batch_execute(&format!("CREATE ROLE {role} LOGIN SUPERUSER")).await.unwrap();
    client.batch_execute(&format!("ALTER ROLE {role} SET synchronous_commit = off")).await.unwrap();
    let mut config: tokio_postgres::Config = server.parse().unwrap();
    config.user(&role).application_name(&role);
    let (worker, connection) = config.connect(NoTls).await.unwrap();
    tokio::spawn(connection);
    let before: String = worker.query_one("SHOW synchronous_commit", &[]).await.unwrap().get(0);
    assert_eq!(before, "off");
    // A note leaves the settings of its session in the log of what was set, so a trigger reads them.
    let trigger = format!(
        "CREATE TABLE {role} (setting text);
         CREATE FUNCTION {role}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
             IF current_user = '{role}' THEN
                 INSERT INTO {role} VALUES (current_setting('synchronous_commit') || ' ' || current_setting('transaction_isolation'));
             END IF;
             RETURN new;
         END $$;
         CREATE TRIGGER {role} BEFORE UPDATE ON hero_bulk_message FOR EACH ROW EXECUTE FUNCTION {role}();"
    );
    client.batch_execute(&trigger).await.unwrap();
    let journal = PostgresJournal::open(worker, &name, key()).await.unwrap();
    journal.claim(0..1, false).await.unwrap();
    assert!(journal.start(0, 7).await.unwrap());
    let setting: String = client.query_one(&format!("SELECT setting FROM {role}"), &[]).await.unwrap().get(0);
    assert_eq!(setting, "on read committed");
    drop(journal);
    let clean = format!("DROP TRIGGER {role} ON hero_bulk_message; DROP FUNCTION {role}(); DROP TABLE {role};");
    client.batch_execute(&clean).await.unwrap();
}

#[tokio::test]
async fn lost_connection_is_an_error_of_each_note() {
    let Some(server) = server() else { return };
    PostgresJournal::migrate(&mut connect(&server).await).await.unwrap();
    let name = name();
    let mut config: tokio_postgres::Config = server.parse().unwrap();
    config.application_name(&name);
    let (worker, connection) = config.connect(NoTls).await.unwrap();
    tokio::spawn(connection);
    let journal = PostgresJournal::open_with_lease(worker, &name, key(), Duration::from_secs(1)).await.unwrap();
    journal.claim(0..3, false).await.unwrap();
    assert!(journal.start(0, 7).await.unwrap());
    let client = connect(&server).await;
    let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1";
    assert_eq!(client.execute(end, &[&name]).await.unwrap(), 1);
    assert!(journal.start(1, 7).await.is_err());
    let sent = Journaled { fingerprint: 7, entry: Entry::Unknown };
    assert!(journal.finish(0, sent.clone()).await.is_err());
    let later = open(&server, &name, Duration::from_secs(60)).await.unwrap();
    SystemClock::new().sleep(Duration::from_millis(1_100)).await;
    let claims = later.claim(0..3, false).await.unwrap();
    assert_eq!(claims, [Claim::Settled(sent), Claim::Granted(None), Claim::Granted(None)]);
}

#[tokio::test]
async fn postgres_has_no_trace_of_the_key() {
    let Some(server) = server() else { return };
    let mut client = connect(&server).await;
    PostgresJournal::migrate(&mut client).await.unwrap();
    let name = name();
    let secret = b"a-secret-of-thirty-two-bytes-ok!";
    let worker = connect(&server).await;
    let journal = PostgresJournal::open(worker, &name, JournalKey::new(secret).unwrap()).await.unwrap();
    journal.claim(0..2, false).await.unwrap();
    journal.start(0, 7).await.unwrap();
    let rows = client
        .query_one(
            "SELECT (SELECT string_agg(to_jsonb(line)::text, ' ') FROM hero_bulk_journal AS line)
                 || (SELECT string_agg(to_jsonb(line)::text, ' ') FROM hero_bulk_message AS line)",
            &[],
        )
        .await
        .unwrap();
    let text: String = rows.get(0);
    assert!(text.contains(&name) && !text.contains("secret-of"), "{text}");
}

#[tokio::test]
async fn worker_needs_the_documented_rights_only() {
    let Some(server) = server() else { return };
    let mut client = connect(&server).await;
    PostgresJournal::migrate(&mut client).await.unwrap();
    let role = format!("role_{}", fastrand::u64(..));
    let grant = format!(
        "CREATE ROLE {role} LOGIN;
         GRANT SELECT, INSERT, UPDATE, DELETE ON hero_bulk_message TO {role};
         GRANT SELECT, INSERT, UPDATE ON hero_bulk_journal TO {role};"
    );
    client.batch_execute(&grant).await.unwrap();
    let mut config: tokio_postgres::Config = server.parse().unwrap();
    let (worker, connection) = config.user(&role).connect(NoTls).await.unwrap();
    tokio::spawn(connection);
    let journal = PostgresJournal::open(worker, &name(), key()).await.unwrap();
    journal.claim(0..2, false).await.unwrap();
    assert!(journal.start(0, 7).await.unwrap());
    let unknown = Journaled { fingerprint: 7, entry: Entry::Unknown };
    assert!(journal.finish(0, unknown).await.unwrap());
    journal.release(0..2).await.unwrap();
}
