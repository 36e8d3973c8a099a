//! `cargo xtask generate`: writes the bindings of this workspace, or a crate for another description.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use codegen::standalone::Request;
use document::error::{Error, Result};

pub use crate::apply::regenerate;
use crate::{apply::apply, files::Disk, output::Outcome, source, standalone};

/// Writes a crate of its own for another description into `folder`.
///
/// # Errors
///
/// As [`regenerate`], and when the folder holds something else.
pub fn generate_standalone(
    spec: &Path,
    overlays: &[PathBuf],
    folder: &Path,
    name: String,
    skip_unsupported: bool,
    out: &mut dyn Write,
) -> Result<Outcome> {
    let overlays = overlays.iter().map(|overlay| source::read(overlay)).collect::<Result<_>>()?;
    let request = Request { name, description: source::read(spec)?, overlays, skip_unsupported };
    let planned = standalone::plan(&request, folder)?;
    std::fs::create_dir_all(folder)
        .map_err(|error| Error::new("cannot make the folder").file(folder.display().to_string()).because(error))?;
    apply(&mut Disk::new(folder), &planned, out)
}
