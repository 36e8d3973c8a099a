//! The files of the workspace that the command reads and writes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use document::error::{Error, Result};

/// The locked description.
pub const DESCRIPTION: &str = "openapi.yaml";
/// The lock.
pub const LOCK: &str = "openapi.lock";
/// The corrections.
pub(crate) const OVERLAY: &str = "overlay.yaml";
/// The manifest that lists a feature a tag.
pub(crate) const MANIFEST: &str = "hero-api/Cargo.toml";
/// The coverage page.
pub(crate) const COVERAGE: &str = "docs/coverage.md";
/// The effective description, which the sandbox of `hero-api-ext` serves.
pub(crate) const EFFECTIVE: &str = "hero-api-ext/src/sandbox/openapi.json";
/// Where the bindings stand.
pub(crate) const GENERATED: &str = "hero-api/src/generated";
/// What responses are held against by those who observe.
pub const SHAPES: &str = "hero-api/src/generated/shapes.json";

/// The description in `root`, byte for byte; nothing when there is none.
///
/// # Errors
///
/// When the file cannot be read.
pub fn description(root: &Path) -> Result<Option<Vec<u8>>> {
    read_optional(root, DESCRIPTION)
}

/// The bytes of a file that the command line names.
pub(crate) fn read_named(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).map_err(|error| Error::new("cannot read the file").file(file.display().to_string()).because(error))
}

/// Name and bytes of each file that the command line names.
pub(crate) fn read_all_named(files: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>> {
    files.iter().map(|file| Ok((file.display().to_string(), read_named(file)?))).collect()
}

/// The bytes of a file in `root`.
pub(crate) fn read(root: &Path, path: &str) -> Result<Vec<u8>> {
    read_optional(root, path)?.ok_or_else(|| {
        Error::new("the file is missing").file(path).remedy("restore it from git, or give the workspace with --root")
    })
}

/// The bytes of a file in `root`; nothing when there is none.
pub(crate) fn read_optional(root: &Path, path: &str) -> Result<Option<Vec<u8>>> {
    let full: PathBuf = root.join(path);
    match fs::read(&full) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::new("cannot read the file").file(path).because(error)),
    }
}

/// The text of a file.
pub(crate) fn utf8(name: &str, bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| Error::new("the file is no UTF-8").file(name).because(error))
}
