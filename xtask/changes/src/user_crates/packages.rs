//! Which workspaces and packages a user's crate consists of, as cargo tells them.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use document::error::{Error, Result};

use super::mirror::Mirror;
use xtask::cargo;

use crate::metadata::{BINDINGS, Metadata, Package};

/// Lines of what cargo says that a report shows.
const SAID: usize = 6;

/// Copies a workspace, and each other one that its packages lead to by a path. Tells the roots.
pub(super) fn copy_all(mirror: &Mirror, root: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut copied = BTreeSet::new();
    let mut waiting = vec![root.to_owned()];
    while let Some(root) = waiting.pop() {
        if !copied.insert(root.clone()) {
            continue;
        }
        mirror.copy(&root)?;
        let metadata = unlocked_metadata(&root)?;
        let paths =
            metadata.packages.iter().flat_map(|package| &package.dependencies).filter_map(|one| one.path.as_ref());
        for path in paths.filter(|path| !path.starts_with(&root)) {
            waiting.push(workspace_root(path)?);
        }
    }
    Ok(copied)
}

/// A workspace that has no lock yet gets that of the bindings: it names what is on the disk already.
pub(super) fn seed_lock(mirror: &Mirror, root: &Path, bindings_root: &Path) -> Result<()> {
    let lock = mirror.path(root).join("Cargo.lock");
    let own = bindings_root.join("Cargo.lock");
    if lock.exists() || !own.exists() {
        return Ok(());
    }
    let failed = |error| Error::new("cannot write into the copy").file(lock.display().to_string()).because(error);
    fs::copy(own, &lock).map(drop).map_err(failed)
}

/// The workspace that a crate is in. Nothing is written for it.
pub(super) fn workspace_root(folder: &Path) -> Result<PathBuf> {
    let arguments = ["locate-project", "--workspace", "--message-format", "plain"];
    let ran = cargo::run(folder, &arguments, Stdio::piped())?;
    let manifest = PathBuf::from(ran.stdout.trim());
    match manifest.parent() {
        Some(root) if ran.succeeded => Ok(root.to_owned()),
        _ => Err(Error::new(format!("there is no crate: {}", said(&ran.stderr)))
            .file(folder.display().to_string())
            .remedy("give the folder of a crate, or of its workspace")),
    }
}

/// The packages of a workspace by their manifests alone: no lock is read or written.
pub(super) fn unlocked_metadata(root: &Path) -> Result<Metadata> {
    read_metadata(root, &["metadata", "--offline", "--no-deps", "--format-version", "1"])
}

/// All packages that a workspace uses.
pub(super) fn metadata(root: &Path, patches: &[String]) -> Result<Metadata> {
    let mut arguments = vec!["metadata", "--offline", "--format-version", "1"];
    for patch in patches {
        arguments.extend(["--config", patch]);
    }
    read_metadata(root, &arguments)
}

fn read_metadata(root: &Path, arguments: &[&str]) -> Result<Metadata> {
    let ran = cargo::run(root, arguments, Stdio::piped())?;
    if ran.succeeded {
        return Metadata::read(&ran.stdout);
    }
    Err(Error::new(format!("cargo cannot read the workspace: {}", said(&ran.stderr)))
        .file(root.display().to_string())
        .remedy("let it compile where it is, so that everything that it needs is on the disk"))
}

/// The packages in a folder that use the bindings: that of its manifest, or else all members of the workspace.
pub(super) fn own_packages(metadata: &Metadata, folder: &Path) -> Result<Vec<String>> {
    let manifest = folder.join("Cargo.toml");
    let is_local =
        |package: &&&Package| package.source.is_none() && package.manifest_path.starts_with(&metadata.workspace_root);
    let dependents = metadata.dependents();
    let mut own: Vec<&&Package> = dependents.iter().filter(|package| package.manifest_path == manifest).collect();
    if own.is_empty() && !metadata.packages.iter().any(|package| package.manifest_path == manifest) {
        own = dependents.iter().filter(is_local).collect();
    }
    if own.is_empty() {
        return Err(Error::new(format!("nothing in the folder uses {BINDINGS}"))
            .file(folder.display().to_string())
            .remedy("give the folder of a crate that depends on it, or of its workspace"));
    }
    Ok(own.into_iter().map(|package| package.name.clone()).collect())
}

/// What `[patch]` calls the place that a package comes from.
pub(super) fn registry(source: &str) -> String {
    if source.contains("crates.io-index") || source.contains("index.crates.io") {
        return "crates-io".to_owned();
    }
    let url = source.split_once('+').filter(|(kind, _)| *kind != "sparse").map_or(source, |(_, url)| url);
    let url = url.split(['?', '#']).next().unwrap_or(url);
    format!("{url:?}")
}

/// What cargo says, without its progress.
pub(super) fn said(stderr: &str) -> String {
    let lines = stderr.lines().map(str::trim).filter(|line| !line.is_empty()).take(SAID);
    lines.collect::<Vec<_>>().join(" ").trim_start_matches("error: ").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patches_name_the_place_that_a_package_comes_from() {
        for (source, expected) in [
            ("registry+https://github.com/rust-lang/crates.io-index", "crates-io"),
            ("git+https://example.com/hero.git?rev=ab#abcd", "\"https://example.com/hero.git\""),
            ("registry+https://example.com/index", "\"https://example.com/index\""),
        ] {
            assert_eq!(registry(source), expected);
        }
    }
}
