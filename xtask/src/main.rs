//! `cargo xtask`, without a network: what needs one is handed to `xtask-network`.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::run::run(None)
}
