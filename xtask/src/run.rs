//! Dispatches to the commands.

use std::{
    ffi::OsString,
    io::{IsTerminal as _, Write},
    path::Path,
    process::{self, ExitCode},
};

use ::drift::Verdict;
use clap::Parser as _;
use document::{
    error::{Error, Result},
    printable::printable,
};

use crate::{
    bench, build,
    cli::{Cli, Command, DriftArguments},
    clock,
    download::Fetch,
    drift, effective, generate, inspect,
    output::Outcome,
    traffic,
    update::update,
    verify,
};
use files::Disk;

/// The package that runs the commands that download.
const NETWORK: &str = "xtask-network";

/// Runs what the command line asks for. Without `network`, a command that downloads is handed to a program that has one.
#[must_use]
pub fn run(network: Option<&mut Fetch<'_>>) -> ExitCode {
    let Cli { root, command } = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let failure = if matches!(command, Command::Drift(_)) { Verdict::CannotTell.exit_code() } else { 1 };
    let mut none = |_: &_| Err(Error::new("this program has no network"));
    let fetch: &mut Fetch<'_> = match network {
        Some(fetch) => fetch,
        None if command.downloads() => return handed_over().unwrap_or_else(|error| failed(&error, failure)),
        None => &mut none,
    };
    let mut out = std::io::stdout().lock();
    let outcome = match command {
        Command::Update(arguments) => {
            update(&mut Disk::new(&root), &arguments.into(), &clock::today(), fetch, &mut out)
        }
        Command::Drift(arguments) => return run_drift(&root, arguments, fetch, &mut out),
        Command::Generate { spec: Some(spec), out: Some(folder), name: Some(name), overlay, skip_unsupported } => {
            generate::generate_standalone(&spec, &overlay, &folder, name, skip_unsupported, &mut out)
        }
        Command::Generate { .. } => generate::regenerate(&mut Disk::new(&root), &mut out),
        Command::Verify { out: Some(folder) } => verify::verify_standalone(&folder, &mut out),
        Command::Verify { out: None } => verify::verify(&root, &mut out),
        Command::Effective { file, overlay, out: path } => {
            effective::effective(&root, &effective::Options { file, overlays: overlay, out: path }, &mut out)
        }
        Command::Inspect { file, overlay, all } => inspect::inspect(&file, &overlay, all, &mut out),
        Command::Bench { benches } => bench::bench(&root, &benches, &mut out),
        Command::Build { cargo_args } => build::build(&mut Disk::new(&root), &cargo_args, &mut out),
    };
    match outcome {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::Differs) => ExitCode::FAILURE,
        Err(error) => failed(&error, failure),
    }
}

fn failed(error: &Error, code: u8) -> ExitCode {
    eprintln!("error: {}", printable(&format!("{error:#}")));
    ExitCode::from(code)
}

/// Lets cargo build the program with a network, and run it with the same arguments.
fn handed_over() -> Result<ExitCode> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let status = process::Command::new(cargo)
        .args(["run", "--quiet", "--package", NETWORK, "--"])
        .args(std::env::args_os().skip(1))
        .status()
        .map_err(|error| {
            Error::new(format!("cannot start cargo, which builds {NETWORK}"))
                .remedy("run it as `cargo xtask`, or give a local copy of the description")
                .because(error)
        })?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
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

/// Shows what is wrong with the command line, or the help that it asks for.
fn usage(error: &clap::Error) -> ExitCode {
    // Where not even the message can be written, the exit code has to do.
    let _ = error.print();
    match u8::try_from(error.exit_code()).unwrap_or(2) {
        0 => ExitCode::SUCCESS,
        // `drift` uses 2 for breaking changes, so usage errors exit with 3.
        _ if is_drift(std::env::args_os().skip(1)) => ExitCode::from(Verdict::CannotTell.exit_code()),
        code => ExitCode::from(code),
    }
}

/// Whether a command line asks for `drift`, wherever global options stand.
fn is_drift(arguments: impl Iterator<Item = OsString>) -> bool {
    let mut arguments = arguments.skip_while(|argument| argument.to_string_lossy().starts_with("--root="));
    let mut command = arguments.next();
    while command.as_deref().is_some_and(|argument| argument == "--root") {
        command = arguments.nth(1);
    }
    command.is_some_and(|command| command == "drift")
}
