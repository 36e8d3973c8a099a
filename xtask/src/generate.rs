//! `cargo xtask generate`: writes the bindings of this workspace, or a crate for another description.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use codegen::standalone::{Request, overlay_name};
use document::error::{Error, Result};

pub use crate::apply::regenerate;
use crate::{apply::apply, output::Outcome, paths, standalone};
use files::Disk;

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
    let read = overlays.iter().map(|overlay| paths::read_named(overlay)).collect::<Result<_>>()?;
    let file = spec.display().to_string();
    let request = Request { name, file, description: paths::read_named(spec)?, overlays: read, skip_unsupported };
    let planned = standalone::plan(&request, folder).map_err(|error| {
        // The crate keeps its overlays under names of its own.
        let index = (0..overlays.len())
            .find(|index| error.place().and_then(|place| place.file.as_ref()) == Some(&overlay_name(*index)));
        match index.and_then(|index| overlays.get(index)) {
            Some(overlay) => error.file(overlay.display().to_string()),
            None => error,
        }
    })?;
    std::fs::create_dir_all(folder)
        .map_err(|error| Error::new("cannot make the folder").file(folder.display().to_string()).because(error))?;
    apply(&mut Disk::new(folder), &planned, out)
}
