//! `cargo xtask test`: every test, and those that take long when they are asked for.

use std::path::Path;

use document::error::Result;

use crate::{cargo, output::Outcome};

/// The tests that take too long for every change: package, test program, names. `cargo test` ignores them.
pub const SLOW: [(&str, &str, &[&str]); 6] = [
    ("xtask-network", "update", &["a_killed_update_is_completed_or_undone", "a_full_disk_stops_an_update_cleanly"]),
    ("xtask-drift", "rust_axis", &["what_breaks_the_source_does_not_compile"]),
    (
        "xtask-changes",
        "drift",
        &[
            "the_line_that_no_longer_compiles_is_named",
            "what_breaks_others_does_not_break_you",
            "a_run_time_break_reaches_lines_that_use_it",
            "calls_through_the_layer_are_found",
            "an_unchecked_crate_is_no_good_news",
        ],
    ),
    ("xtask", "commands", &["all_fixtures_compile_with_every_feature"]),
    ("hero-tests", "operations", &["bindings_with_all_corrections_compile"]),
    ("hero-tests", "rehearsal", &["ext_passes_its_tests_after_each_update"]),
];

/// Lets cargo test the workspace in `root`; stops at the first program with a test that fails.
///
/// # Errors
///
/// When cargo cannot be started.
pub fn test(root: &Path, slow: bool) -> Result<Outcome> {
    if !cargo_test(root, &["--workspace"])? {
        return Ok(Outcome::Differs);
    }
    for (package, program, names) in SLOW.into_iter().filter(|_| slow) {
        let program = ["--package", package, "--test", program, "--", "--ignored"];
        if !cargo_test(root, &[&program[..], names].concat())? {
            return Ok(Outcome::Differs);
        }
    }
    Ok(Outcome::Good)
}

fn cargo_test(root: &Path, arguments: &[&str]) -> Result<bool> {
    Ok(cargo::status(root, &[&["test"], arguments].concat())?.success())
}
