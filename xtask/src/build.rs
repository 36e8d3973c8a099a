//! `cargo xtask build`: generates, then builds.

use std::{ffi::OsString, io::Write};

use document::error::Result;

use crate::{apply::regenerate, cargo, output::Outcome};
use files::Disk;

/// Generates, then lets cargo build.
///
/// # Errors
///
/// As [`regenerate`], and when cargo cannot be started.
pub fn build(disk: &mut Disk<'_>, cargo_args: &[OsString], out: &mut dyn Write) -> Result<Outcome> {
    regenerate(disk, out)?;
    let arguments: Vec<OsString> = std::iter::once("build".into()).chain(cargo_args.iter().cloned()).collect();
    let status = cargo::status(disk.root(), &arguments)?;
    Ok(if status.success() { Outcome::Good } else { Outcome::Differs })
}
