//! `cargo xtask`: dispatches to the commands.

use std::process::ExitCode;

use clap::Parser as _;
use xtask::{
    cli::{Cli, Command},
    clock,
    command::{self, Outcome},
    fetch::fetch,
    files::Disk,
    inspect,
    printable::printable,
    progress,
    update::update,
};

fn main() -> ExitCode {
    let Cli { root, command } = Cli::parse();
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
        Command::Generate { spec: Some(spec), out: Some(folder), name: Some(name), overlay, skip_unsupported } => {
            command::generate_standalone(&spec, &overlay, &folder, name, skip_unsupported, &mut out)
        }
        Command::Generate { .. } => command::generate(&mut Disk::new(&root), &mut out),
        Command::Verify { out: Some(folder) } => command::verify_standalone(&folder, &mut out),
        Command::Verify { out: None } => command::verify(&root, &mut out),
        Command::Inspect { file, overlay } => inspect::inspect(&file, &overlay, &mut out),
        Command::Build { cargo_args } => command::build(&mut Disk::new(&root), &cargo_args, &mut out),
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
