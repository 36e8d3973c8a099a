use tokio_postgres::Client;

use super::engine::Failure;
use crate::bulk::JournalError;

pub(super) const ALL: &[(i32, &str)] = &[(1, include_str!("migrations/0001_bulk_journal.sql"))];

/// Held while migrations run, so that workers which begin together do not disturb each other. The number means nothing.
const LOCK: i64 = 0x6865_726f_6275_6c6b;

pub(super) async fn run(client: &mut Client) -> Result<(), JournalError> {
    Ok(apply(client).await.map_err(Failure::from)?)
}

async fn apply(client: &mut Client) -> Result<(), tokio_postgres::Error> {
    let transaction = client.transaction().await?;
    transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK]).await?;
    transaction
        .batch_execute(
            "CREATE TABLE IF NOT EXISTS hero_bulk_migration (
                number integer PRIMARY KEY,
                applied_at timestamptz NOT NULL DEFAULT now()
            )",
        )
        .await?;
    let last: i32 =
        transaction.query_one("SELECT coalesce(max(number), 0) FROM hero_bulk_migration", &[]).await?.try_get(0)?;
    for (number, sql) in ALL.iter().filter(|(number, _)| *number > last) {
        transaction.batch_execute(sql).await?;
        transaction.execute("INSERT INTO hero_bulk_migration (number) VALUES ($1)", &[number]).await?;
    }
    transaction.commit().await
}
