//! Runs cargo: the one that runs this program, or the one on the path.

use std::{
    ffi::{OsStr, OsString},
    path::Path,
    process::{Command, ExitStatus, Stdio},
};

use document::error::{Error, Result};

/// How cargo ended, and what it printed.
pub struct Ran {
    /// What it printed for programs.
    pub stdout: String,
    /// Nothing where it went to that of this process.
    pub stderr: String,
    /// Whether it did what it was to do.
    pub succeeded: bool,
}

/// Runs cargo in a folder. What it tells people goes to `stderr`.
///
/// # Errors
///
/// When it cannot be started.
pub fn run<A: AsRef<OsStr>>(folder: &Path, arguments: &[A], stderr: Stdio) -> Result<Ran> {
    let output = command(folder, arguments).stderr(stderr).output().map_err(not_started)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(Ran { stdout: text(&output.stdout), stderr: text(&output.stderr), succeeded: output.status.success() })
}

/// Runs cargo in a folder, with the input and outputs of this process.
///
/// # Errors
///
/// When it cannot be started.
pub fn status<A: AsRef<OsStr>>(folder: &Path, arguments: &[A]) -> Result<ExitStatus> {
    command(folder, arguments).status().map_err(not_started)
}

fn command<A: AsRef<OsStr>>(folder: &Path, arguments: &[A]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command.args(arguments).current_dir(folder);
    command
}

fn not_started(error: std::io::Error) -> Error {
    Error::new("cannot start cargo").because(error)
}
