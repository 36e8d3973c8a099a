//! What 100,000 messages leave in memory: `cargo bench -p hero-api-ext --bench memory`.
//!
//! The peer is the same process after the first 10,000. It reads `/proc`, so it runs on Linux alone.

mod support;

use std::fs;

use serde_json::json;
use support::{
    Failure, calls,
    row::{Limit, Row, report},
};

/// As in the other benchmarks: what is measured is what a client keeps, not what the allocator does.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SENDS: u64 = 100_000;
const FIRST: u64 = 10_000;

fn main() -> Result<(), Failure> {
    report([support::runtime()?.block_on(measure())])
}

async fn measure() -> Result<Row, Failure> {
    let hero = calls::builder(&support::serve(&json!({"message_id": "40017"}).to_string())?).build()?;
    let bulk = hero.messages().bulk(1..=SENDS, |messages, patient| Ok(messages.sms(*patient, calls::TEXT)));
    let mut bulk = bulk.concurrency(8).send();
    let (mut first, mut done) = (0.0, 0);
    while let Some(result) = bulk.next().await {
        assert!(result.outcome().is_sent(), "{result:?}");
        done += 1;
        if done == FIRST {
            first = resident()?;
        }
    }
    let last = resident()?;
    assert_eq!(done, SENDS);
    Ok(Row {
        what: "resident memory after 100,000 messages".to_owned(),
        ours: format!("{last:.1} MiB"),
        peer: format!("{first:.1} MiB after 10,000"),
        ratio: last / first,
        limit: Limit::AtMost(1.1),
    })
}

/// Resident memory in MiB.
fn resident() -> Result<f64, Failure> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS in /proc/self/status")?;
    let kib: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kib / 1024.0)
}
