//! Dispatches to `update` and `drift`.

use std::{
    io::{IsTerminal as _, Write},
    path::Path,
    process::ExitCode,
};

use ::drift::Verdict;
use clap::Parser as _;
use document::error::Error;
use files::Disk;
use xtask::run::{asked, ended, hand_over, usage};

use crate::{
    cli::{Cli, Command, DriftArguments},
    clock,
    download::Fetch,
    drift, traffic,
    update::update,
};

/// The package that runs the commands that download.
const NETWORK: &str = "xtask-network";

/// Runs what the command line asks for. Without `network`, a command that downloads is handed to a program that has one.
#[must_use]
pub fn run(network: Option<&mut Fetch<'_>>) -> ExitCode {
    let failure = |is_drift, code| if is_drift { Verdict::CannotTell.exit_code() } else { code };
    let Cli { root, command } = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let is_drift = asked(std::env::args_os().skip(1)).is_some_and(|command| command == "drift");
            return usage(&error, failure(is_drift, 2));
        }
    };
    let mut none = |_: &_| Err(Error::new("this program has no network"));
    let fetch: &mut Fetch<'_> = match network {
        Some(fetch) => fetch,
        None if command.downloads() => {
            return hand_over(NETWORK, failure(matches!(command, Command::Drift(_)), 1));
        }
        None => &mut none,
    };
    let mut out = std::io::stdout().lock();
    match command {
        Command::Update(arguments) => {
            ended(update(&mut Disk::new(&root), &arguments.into(), &clock::today(), fetch, &mut out), 1)
        }
        Command::Drift(arguments) => run_drift(&root, arguments, fetch, &mut out),
    }
}

fn run_drift(root: &Path, arguments: DriftArguments, fetch: &mut Fetch<'_>, out: &mut dyn Write) -> ExitCode {
    if arguments.print_schema || arguments.print_rules {
        let text = if arguments.print_schema { ::drift::schema() } else { ::drift::rules_page() };
        let written = out.write_all(text.as_bytes());
        return if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(Verdict::CannotTell.exit_code()) };
    }
    let color = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let (files, propose) = (arguments.traffic.clone(), arguments.propose.clone());
    let options = drift::Options { color, ..arguments.into() };
    if !files.is_empty() {
        let what = (&files[..], propose.as_deref());
        return ExitCode::from(traffic::traffic(root, &options, what, &clock::today(), out, &mut std::io::stderr()));
    }
    ExitCode::from(drift::drift(root, &options, &clock::today(), fetch, out, &mut std::io::stderr()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_cannot_start_has_the_code_of_drift() {
        assert_eq!(xtask::run::CANNOT_TELL, Verdict::CannotTell.exit_code());
    }
}
