//! What the workspace adds to a comparison of its crate.

use std::{fs, path::Path};

use document::error::Result;
use drift::RustContext;
use xtask::{lock::Lock, workspace::overlays};

/// Overlays, names and version: nothing, when the base is not what it locks.
///
/// # Errors
///
/// When an overlay cannot be read.
pub(crate) fn rust_context(root: &Path, lock: Option<&Lock>) -> Result<RustContext> {
    Ok(RustContext {
        overlays: if lock.is_some() { overlays(root)? } else { Vec::new() },
        known: lock.map(Lock::names).unwrap_or_default(),
        // What is recommended is a version of these bindings, which come of the locked description.
        version: lock.and_then(|_| version(root)),
    })
}

/// The version of `hero-api` in this workspace.
fn version(root: &Path) -> Option<String> {
    let table = |path: &str| fs::read_to_string(root.join(path)).ok()?.parse::<toml::Table>().ok();
    let own = table("hero-api/Cargo.toml")
        .and_then(|manifest| manifest.get("package")?.get("version")?.as_str().map(str::to_owned));
    own.or_else(|| table("Cargo.toml")?.get("workspace")?.get("package")?.get("version")?.as_str().map(str::to_owned))
}
