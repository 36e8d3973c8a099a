//! Copies of this workspace, for tests that change it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The folder of the workspace.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Copies every file that git knows of, changed or not.
///
/// # Panics
///
/// Git cannot list the files, or one cannot be copied.
#[allow(clippy::unwrap_used, reason = "a helper that fails has to fail its test")]
pub fn copy(to: &Path) {
    let listed =
        Command::new("git").args(["ls-files", "-co", "--exclude-standard"]).current_dir(root()).output().unwrap();
    assert!(listed.status.success());
    for file in String::from_utf8(listed.stdout).unwrap().lines() {
        let (from, to) = (root().join(file), to.join(file));
        if from.is_file() {
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(from, to).unwrap();
        }
    }
}
