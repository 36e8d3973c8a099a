//! Sends 100,000 messages by four processes that share a journal, through random faults and kills, and holds the journal
//! against what really happened.
//!
//! ```sh
//! .ci/postgres run cargo run --release -p hero-api-ext --features postgres --example bulk_workers
//! ```
//!
//! A server on loopback refuses connections, resets them, loses responses, sends half of them, or something else. At random
//! times a process is killed (SIGKILL) and another is started in its place. It needs no key, and no patient gets a message.
//!
//! | argument | effect |
//! | --- | --- |
//! | `--sends 2000` | the length of the list: 100,000 unless set |
//! | `--workers 4` | how many processes send at a time |
//! | `--concurrency 8` | how many messages of a process are under way at a time: 32 unless set |
//! | `--kills 3` | how many processes are killed: 12 unless set |
//! | `--lease 1` | in seconds: 10 unless set |
//! | `--seed 7` | other faults and other kills |
//! | `--sqlite FILE` | a journal in this new file (feature `sqlite`), instead of the PostgreSQL of `HERO_TEST_POSTGRES` |
//! | `--defect shared-claims` | each worker takes the claims of the others for its own: the check must fail |
//! | `--defect lost-is-free` | what a dead worker had started is sent again: the check must fail |

#[path = "../reliability/defect.rs"]
#[expect(dead_code, reason = "the defects of another example")]
mod defect;
#[path = "../reliability/fault.rs"]
mod fault;
mod journal;
#[path = "../reliability/ledger.rs"]
mod ledger;
mod run;
#[path = "../reliability/server.rs"]
mod server;
mod verdict;
mod worker;

use std::{env, error::Error, process::ExitCode};

use self::{journal::Store, run::Plan, worker::Task};

pub(crate) type Failure = Box<dyn Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<ExitCode, Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [command, rest @ ..] = arguments.as_slice()
        && command == "work"
    {
        Task::parse(rest)?.run().await?;
        return Ok(ExitCode::SUCCESS);
    }
    let Some(plan) = plan(&arguments)? else {
        println!("skipped: no PostgreSQL (HERO_TEST_POSTGRES is not set)");
        return Ok(ExitCode::SUCCESS);
    };
    let outcome = plan.run().await?;
    let findings = verdict::print(&plan, &outcome).await?;
    for finding in &findings {
        println!("FAILED {finding}");
    }
    if findings.is_empty() {
        println!("every check passed");
    }
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What the arguments ask for; `None` without a database.
fn plan(arguments: &[String]) -> Result<Option<Plan>, Failure> {
    let name = format!("bulk-workers-{}", fastrand::u64(..));
    let store = env::var("HERO_TEST_POSTGRES").ok().map(|connection| Store::Postgres { connection, name });
    let mut plan = Plan { store, workers: 4, kills: 12, seed: 1, ..Plan::default() };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{argument} needs a value"))?;
        match argument.as_str() {
            "--sends" => plan.task.patients = value.parse()?,
            "--workers" => plan.workers = value.parse()?,
            "--concurrency" => plan.task.concurrency = value.parse()?,
            "--kills" => plan.kills = value.parse()?,
            "--lease" => plan.task.lease = value.parse()?,
            "--seed" => plan.seed = value.parse()?,
            "--sqlite" => plan.store = Some(Store::Sqlite { path: value.into() }),
            "--defect" => plan.task.defect.clone_from(value),
            _ => return Err(format!("unknown argument {argument}; see the top of main.rs").into()),
        }
    }
    Ok(plan.store.is_some().then_some(plan))
}
