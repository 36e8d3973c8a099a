//! Dispatches to the commands.

use std::{
    ffi::{OsStr, OsString},
    path::Path,
    process::ExitCode,
};

use clap::Parser as _;
use document::{error::Result, printable::printable};

use crate::{
    bench, build, cargo,
    cli::{Cli, Command},
    effective, generate, inspect,
    output::Outcome,
    test, verify,
};
use files::Disk;

/// The package that runs `update` and `drift`.
const CHANGES: &str = "xtask-changes";

/// The exit code of `drift` when it cannot tell. 2 is for breaking changes, so wrong command lines have this one too.
pub const CANNOT_TELL: u8 = 3;

/// Runs what the command line asks for.
#[must_use]
pub fn run() -> ExitCode {
    let asked = asked(std::env::args_os().skip(1));
    if let Some(command) = asked.as_deref().filter(|asked| *asked == "update" || *asked == "drift") {
        return hand_over(CHANGES, failure_code(command));
    }
    let Cli { root, command } = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error, 2),
    };
    let mut out = std::io::stdout().lock();
    let outcome = match command {
        Command::Update(_) => return hand_over(CHANGES, 1),
        Command::Drift(_) => return hand_over(CHANGES, CANNOT_TELL),
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
        Command::Test { slow } => test::test(&root, slow),
        Command::Bench { benches } => bench::bench(&root, &benches, &mut out),
        Command::Build { cargo_args } => build::build(&mut Disk::new(&root), &cargo_args, &mut out),
    };
    ended(outcome, 1)
}

/// The exit code of an outcome; an error is shown, and has this code.
#[must_use]
pub fn ended(outcome: Result<Outcome>, failure: u8) -> ExitCode {
    match outcome {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::Differs) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {}", printable(&format!("{error:#}")));
            ExitCode::from(failure)
        }
    }
}

/// Lets cargo build the program of another package, and run it with the arguments of this one.
#[must_use]
pub fn hand_over(package: &str, failure: u8) -> ExitCode {
    let arguments = ["run", "--quiet", "--package", package, "--"].map(OsString::from).into_iter();
    let arguments: Vec<OsString> = arguments.chain(std::env::args_os().skip(1)).collect();
    let ran = cargo::status(Path::new("."), &arguments);
    match ran {
        Ok(status) => status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from),
        Err(error) => ended(Err(error.remedy("run it as `cargo xtask`")), failure),
    }
}

/// Shows what is wrong with the command line, or the help that it asks for.
#[must_use]
pub fn usage(error: &clap::Error, failure: u8) -> ExitCode {
    // Where not even the message can be written, the exit code has to do.
    let _ = error.print();
    ExitCode::from(if error.exit_code() == 0 { 0 } else { failure })
}

/// The exit code of a command that fails.
fn failure_code(command: &OsStr) -> u8 {
    if command == "drift" { CANNOT_TELL } else { 1 }
}

/// The command that a command line asks for or asks help for, wherever global options stand.
#[must_use]
pub fn asked(arguments: impl Iterator<Item = OsString>) -> Option<OsString> {
    let mut arguments = arguments.skip_while(|argument| argument.to_string_lossy().starts_with("--root="));
    let mut command = arguments.next();
    while command.as_deref().is_some_and(|argument| argument == "--root") {
        command = arguments.nth(1);
    }
    if command.as_deref().is_some_and(|command| command == "help") { arguments.next() } else { command }
}
