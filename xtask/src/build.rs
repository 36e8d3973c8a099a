//! `cargo xtask build`: generates, then builds.

use std::{ffi::OsString, io::Write, process};

use document::error::{Error, Result};

use crate::{apply::regenerate, output::Outcome};
use files::Disk;

/// Generates, then lets cargo build.
///
/// # Errors
///
/// As [`regenerate`], and when cargo cannot be started.
pub fn build(disk: &mut Disk<'_>, cargo_args: &[OsString], out: &mut dyn Write) -> Result<Outcome> {
    regenerate(disk, out)?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = process::Command::new(cargo)
        .arg("build")
        .args(cargo_args)
        .current_dir(disk.root())
        .status()
        .map_err(|error| Error::new("cannot start cargo").because(error))?;
    Ok(if status.success() { Outcome::Good } else { Outcome::Differs })
}
