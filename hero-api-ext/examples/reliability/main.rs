//! Sends 100,000 messages through random faults, and holds every result against what really happened.
//!
//! ```sh
//! cargo run --release -p hero-api-ext --example reliability
//! ```
//!
//! A server on loopback refuses connections, resets them, loses responses, sends half of them, or something else. One list
//! of patients is messaged by six processes one after another: two are cancelled, two are killed, and each continues from
//! the journal of the one before. A list of fewer than 1,000 has four processes: one is cancelled, and one killed. It needs no
//! key, and no patient gets a message.
//!
//! | argument | effect |
//! | --- | --- |
//! | `--sends 2000` | the length of the list: 100,000 unless set |
//! | `--concurrency 8` | how many messages are under way at a time: 64 unless set |
//! | `--seed 7` | other faults |
//! | `--self-test` | plants a defect for each check, and fails unless the check finds it |
//! | `--throughput` | measures a bulk with slow responses instead |
//! | `--scale 5` | with `--throughput`: makes every response so many times slower |

mod checks;
mod defect;
mod fault;
mod ledger;
mod report;
mod scenario;
mod sender;
mod server;
mod throughput;

use std::{env, error::Error, process::ExitCode};

use futures_util::future::join_all;

use self::{
    defect::Defect,
    scenario::{Outcome, Scenario},
    sender::Task,
};

type Failure = Box<dyn Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<ExitCode, Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [command, rest @ ..] = arguments.as_slice()
        && command == "send"
    {
        task(rest)?.run().await?;
        return Ok(ExitCode::SUCCESS);
    }
    let options = Options::parse(&arguments)?;
    let is_good = match options.mode {
        Mode::Check => check(&options).await?,
        Mode::SelfTest => self_test(&options).await?,
        Mode::Throughput => {
            throughput::measure(options.scale).await?;
            true
        }
    };
    Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

enum Mode {
    Check,
    SelfTest,
    Throughput,
}

struct Options {
    mode: Mode,
    sends: u64,
    concurrency: usize,
    seed: u64,
    scale: u32,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let mut options = Self { mode: Mode::Check, sends: 100_000, concurrency: 64, seed: 1, scale: 1 };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
            match argument.as_str() {
                "--sends" => options.sends = value()?.parse()?,
                "--concurrency" => options.concurrency = value()?.parse()?,
                "--seed" => options.seed = value()?.parse()?,
                "--scale" => options.scale = value()?.parse()?,
                "--self-test" => options.mode = Mode::SelfTest,
                "--throughput" => options.mode = Mode::Throughput,
                _ => return Err(format!("unknown argument {argument}; see the top of main.rs").into()),
            }
        }
        Ok(options)
    }

    fn scenario(&self, defect: Option<Defect>) -> Scenario {
        Scenario { patients: self.sends, concurrency: self.concurrency, seed: self.seed, defect }
    }
}

/// What a sending process is told, in the order in which `scenario` writes it.
fn task(arguments: &[String]) -> Result<Task, Failure> {
    let [url, journal, patients, concurrency, cancel_after, abort_after, defect] = arguments else {
        return Err("send takes seven arguments".into());
    };
    let results = |number: &str| number.parse().map(|results| Some(results).filter(|results| *results > 0));
    Ok(Task {
        url: url.clone(),
        journal: journal.into(),
        patients: patients.parse()?,
        concurrency: concurrency.parse()?,
        cancel_after: results(cancel_after)?,
        abort_after: results(abort_after)?,
        defect: Defect::from_name(defect),
    })
}

/// Runs the scenario without a defect, and prints what came of it.
async fn check(options: &Options) -> Result<bool, Failure> {
    let outcome = options.scenario(None).run().await?;
    for (number, report) in outcome.reports.iter().enumerate() {
        let [sent, earlier, not_sent, unknown] = ['s', 'e', 'n', 'u'].map(|outcome| report.count(outcome));
        println!("process {}: {sent} sent, {earlier} sent earlier, {not_sent} not sent, {unknown} unknown", number + 1);
        if let [warm, end] = report.memory.as_slice() {
            println!("  memory {warm} KiB when warm, {end} KiB at the end");
        }
    }
    print_truth(&outcome);
    for finding in &outcome.findings {
        println!("FAILED {}: {}", finding.check, finding.text);
    }
    if outcome.findings.is_empty() {
        println!("every check passed");
    }
    Ok(outcome.findings.is_empty())
}

fn print_truth(outcome: &Outcome) {
    let state = outcome.server.ledger.state();
    let accepted: usize = state.patients.values().map(|truth| truth.accepted.len()).sum();
    let twice = state.patients.values().filter(|truth| truth.accepted.len() > 1).count();
    println!("server: {} requests, {accepted} accepted, {twice} twice, away {} times", state.requests, state.absences);
    for (fault, count) in &state.faults {
        println!("  {count} {fault:?}");
    }
}

/// How often a scenario with a planted defect is run again before the defect counts as not found.
const MORE_RUNS: usize = 5;

/// Runs the scenario with each defect. Every one must be found, by its check; without any, nothing may be found.
async fn self_test(options: &Options) -> Result<bool, Failure> {
    let clean = options.scenario(None).run().await?.findings;
    println!("no defect: {}", if clean.is_empty() { "nothing found" } else { "FOUND SOMETHING" });
    let mut is_good = clean.is_empty();
    let scenarios = Defect::ALL.map(|(defect, check)| {
        let scenario = options.scenario(Some(defect));
        async move { (defect, check, scenario.run().await) }
    });
    for (defect, check, outcome) in join_all(scenarios).await {
        let mut findings = outcome?.findings;
        // Some defects show only when a kill meets a message under way: they get more than one chance to be found.
        for _ in 0..MORE_RUNS {
            if findings.iter().any(|finding| finding.check == check) {
                break;
            }
            findings = options.scenario(Some(defect)).run().await?.findings;
        }
        if let Some(finding) = findings.iter().find(|finding| finding.check == check) {
            println!("{}: found by {check}: {}", defect.name(), finding.text);
        } else {
            println!("{}: NOT FOUND by {check}, but {findings:?}", defect.name());
            is_good = false;
        }
    }
    Ok(is_good)
}
