//! `update` and `drift`, without a network: what needs one is handed to `xtask-network`.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask_changes::run::run(None)
}
