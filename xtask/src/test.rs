//! `cargo xtask test`: every test, and those that compile much when they are asked for.

use std::path::Path;

use document::error::Result;

use crate::{cargo, output::Outcome};

/// The tests that compile much: package, test program, name. `cargo test` ignores them.
pub const SLOW: [(&str, &str, &str); 3] = [
    ("xtask", "fixtures", "all_fixtures_compile_with_every_feature"),
    ("hero-tests", "operations", "bindings_with_all_corrections_compile"),
    ("hero-tests", "rehearsal", "ext_passes_its_tests_after_each_update"),
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
    for (package, program, name) in SLOW.into_iter().filter(|_| slow) {
        if !cargo_test(root, &["--package", package, "--test", program, "--", "--ignored", name])? {
            return Ok(Outcome::Differs);
        }
    }
    Ok(Outcome::Good)
}

fn cargo_test(root: &Path, arguments: &[&str]) -> Result<bool> {
    Ok(cargo::status(root, &[&["test"], arguments].concat())?.success())
}
