//! `cargo xtask`: dispatches to the commands.

use std::process::ExitCode;

use clap::Parser as _;
use xtask::{
    cli::{Cli, Command},
    clock,
    command::{self, Outcome},
    fetch::fetch,
    files::Disk,
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
        Command::Generate => command::generate(&mut Disk::new(&root), &mut out),
        Command::Verify => command::verify(&root, &mut out),
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
