//! `cargo xtask test`: every test, and those that compile much when they are asked for.

use std::{ffi::OsString, path::Path, process::Command};

use document::error::{Error, Result};

use crate::output::Outcome;

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
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let status = Command::new(cargo).arg("test").args(arguments).current_dir(root).status();
    Ok(status.map_err(|error| Error::new("cannot start cargo").because(error))?.success())
}
