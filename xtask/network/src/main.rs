//! `cargo xtask` with a network.

use std::process::ExitCode;

use xtask_changes::{clock, run};
use xtask_network::{fetch::fetch, progress};

fn main() -> ExitCode {
    let elapsed = clock::stopwatch();
    run::run(Some(&mut |request| fetch(request, &elapsed, &mut progress::on_stderr())))
}
