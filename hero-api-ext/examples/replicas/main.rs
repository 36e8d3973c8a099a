//! Several processes that share a Redis, killed at random: is each delivery handled once, and does one limit hold for all?
//!
//! ```sh
//! cargo run --release -p hero-api-ext --example replicas
//! ```
//!
//! Hero, in this process, signs deliveries and posts each three times, to receivers in four processes. Now and then one of them is
//! killed, and once Redis is: it is started again with what it has on disk. A post is repeated until it gets a 2xx. Then the
//! notes of the handlers are read: each delivery must have been handled, and handled once, or each time after the first must
//! have been told to its handler as taken over. Then four processes send for a while under one shared limit.
//!
//! It needs the program `redis-server`, and starts one of its own. No patient is concerned.
//!
//! | argument | effect |
//! | --- | --- |
//! | `--deliveries 10000` | how many deliveries there are for each process |
//! | `--processes 4` | how many processes there are |
//! | `--kills 40` | how many times a process is killed |
//! | `--seconds 30` | how long the shared limit is measured |
//! | `--seed 7` | other processes are killed |
//! | `--self-test` | plants a defect for each check, and fails unless the check finds it |
//! | `--latency` | measures what Redis adds to a delivery and to a limited call instead |

mod defect;
mod delivering;
mod latency;
mod limit;
mod redis_server;
mod worker;

use std::{env, error::Error, process::ExitCode};

use self::{defect::Defect, delivering::Delivering, limit::Limiting};

type Failure = Box<dyn Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<ExitCode, Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("receive") => {
            worker::run(&arguments[1..]).await?;
            return Ok(ExitCode::SUCCESS);
        }
        Some("send") => {
            limit::send(&arguments[1..]).await?;
            return Ok(ExitCode::SUCCESS);
        }
        _ => {}
    }
    let options = Options::parse(&arguments)?;
    let is_good = match options.mode {
        Mode::Check => check(&options).await?,
        Mode::SelfTest => self_test(&options).await?,
        Mode::Latency => {
            latency::measure().await?;
            true
        }
    };
    Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

enum Mode {
    Check,
    SelfTest,
    Latency,
}

struct Options {
    mode: Mode,
    deliveries: usize,
    processes: usize,
    kills: usize,
    seconds: u64,
    seed: u64,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let mut options = Self { mode: Mode::Check, deliveries: 10_000, processes: 4, kills: 40, seconds: 30, seed: 1 };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
            match argument.as_str() {
                "--deliveries" => options.deliveries = value()?.parse()?,
                "--processes" => options.processes = value()?.parse()?,
                "--kills" => options.kills = value()?.parse()?,
                "--seconds" => options.seconds = value()?.parse()?,
                "--seed" => options.seed = value()?.parse()?,
                "--self-test" => options.mode = Mode::SelfTest,
                "--latency" => options.mode = Mode::Latency,
                _ => return Err(format!("unknown argument {argument}; see the top of main.rs").into()),
            }
        }
        Ok(options)
    }

    fn delivering(&self, defect: Option<Defect>) -> Delivering {
        Delivering {
            deliveries: self.deliveries * self.processes,
            processes: self.processes,
            kills: self.kills,
            seed: self.seed,
            defect,
        }
    }

    fn limiting(&self, defect: Option<Defect>) -> Limiting {
        Limiting { processes: self.processes, seconds: self.seconds, defect }
    }
}

async fn check(options: &Options) -> Result<bool, Failure> {
    let outcome = options.delivering(None).run().await?;
    println!("{outcome}");
    let findings = outcome.findings();
    for finding in &findings {
        println!("FAILED {finding}");
    }
    let limited = options.limiting(None).run().await?;
    println!("{limited}");
    let finding = limited.finding();
    if let Some(finding) = &finding {
        println!("FAILED {finding}");
    }
    let is_good = findings.is_empty() && finding.is_none();
    if is_good {
        println!("every check passed");
    }
    Ok(is_good)
}

/// How often a run with a planted defect is made before the defect counts as not found.
const CHANCES: usize = 5;

/// Runs with each defect. Every one must be found; without any, nothing may be found.
async fn self_test(options: &Options) -> Result<bool, Failure> {
    let clean = options.delivering(None).run().await?.findings();
    let limited = options.limiting(None).run().await?.finding();
    let mut is_good = clean.is_empty() && limited.is_none();
    println!("no defect: {}", if is_good { "nothing found" } else { "FOUND SOMETHING" });
    for defect in Defect::ALL {
        let mut found = None;
        // Some defects show only when a kill meets a handler at one moment: they get more than one chance to be found.
        for _ in 0..CHANCES {
            found = if defect == Defect::LimitOfEachProcess {
                options.limiting(Some(defect)).run().await?.finding()
            } else {
                options.delivering(Some(defect)).run().await?.findings().into_iter().next()
            };
            if found.is_some() {
                break;
            }
        }
        is_good &= found.is_some();
        let finding = found.map_or_else(|| "NOT FOUND".to_owned(), |finding| format!("found: {finding}"));
        println!("{}: {finding}", defect.name());
    }
    Ok(is_good)
}
