//! `cargo xtask`: dispatches to the commands.

use std::process::ExitCode;

use clap::Parser as _;
use xtask::{
    cli::{Cli, Command},
    command::{self, Outcome},
};

fn main() -> ExitCode {
    let Cli { root, command } = Cli::parse();
    let mut out = std::io::stdout().lock();
    let outcome = match command {
        Command::Generate => command::generate(&root, &mut out),
        Command::Verify => command::verify(&root, &mut out),
        Command::Build { cargo_args } => command::build(&root, &cargo_args, &mut out),
    };
    match outcome {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::Differs) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
