//! `cargo xtask`: what needs the comparison or a network is handed to `xtask-changes`.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::run::run()
}
