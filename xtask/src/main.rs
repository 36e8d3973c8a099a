//! `cargo xtask`: dispatches to the commands.

use std::{io::IsTerminal as _, process::ExitCode};

use ::drift::Verdict;
use clap::Parser as _;
use document::printable::printable;
use xtask::{
    build,
    cli::{Cli, Command, DriftArguments},
    clock, drift, effective,
    fetch::fetch,
    files::Disk,
    generate, inspect,
    output::Outcome,
    progress,
    update::update,
    verify,
};

/// Trees of syntax are millions of small allocations: with this one, a large description takes a quarter less time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let Cli { root, command } = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let mut out = std::io::stdout().lock();
    let outcome = match command {
        Command::Update(arguments) => {
            let elapsed = clock::stopwatch();
            update(
                &mut Disk::new(&root),
                &arguments.into(),
                &clock::today(),
                &mut |request| fetch(request, &elapsed, &mut progress::on_stderr()),
                &mut out,
            )
        }
        Command::Drift(arguments) => return drift(&root, arguments, &mut out),
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
        Command::Build { cargo_args } => build::build(&mut Disk::new(&root), &cargo_args, &mut out),
    };
    match outcome {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::Differs) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {}", printable(&format!("{error:#}")));
            ExitCode::FAILURE
        }
    }
}

fn drift(root: &std::path::Path, arguments: DriftArguments, out: &mut dyn std::io::Write) -> ExitCode {
    if arguments.print_schema || arguments.print_rules {
        let text = if arguments.print_schema { ::drift::schema() } else { ::drift::rules_page() };
        let written = out.write_all(text.as_bytes());
        return if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(Verdict::CannotTell.exit_code()) };
    }
    let color = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let options = drift::Options { color, ..arguments.into() };
    let elapsed = clock::stopwatch();
    let mut fetch = |request: &_| fetch(request, &elapsed, &mut progress::on_stderr());
    ExitCode::from(drift::drift(root, &options, &clock::today(), &mut fetch, out, &mut std::io::stderr()))
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
fn is_drift(arguments: impl Iterator<Item = std::ffi::OsString>) -> bool {
    let mut arguments = arguments.skip_while(|argument| argument.to_string_lossy().starts_with("--root="));
    let mut command = arguments.next();
    while command.as_deref().is_some_and(|argument| argument == "--root") {
        command = arguments.nth(1);
    }
    command.is_some_and(|command| command == "drift")
}
