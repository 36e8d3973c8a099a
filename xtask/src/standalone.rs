//! The folder of a crate that `generate --spec --out` makes.

use std::{collections::BTreeMap, fs, path::Path};

use codegen::{
    generator,
    pipeline::Output,
    standalone::{self, Request},
};
use document::{
    error::{Error, Result},
    sha256_hex,
};

use crate::{
    lock::{Lock, Origin},
    paths,
    workspace::Planned,
};
use files::Tree;

/// Everything that the folder of the crate consists of.
///
/// # Errors
///
/// When the name is no crate name, the folder holds something else, or the description cannot be taken.
pub fn plan(request: &Request, folder: &Path) -> Result<Planned> {
    let previous = previous(folder)?;
    let known = previous.as_ref().map(Lock::names).unwrap_or_default();
    let overlays = standalone::overlays(request);
    let locked = fs::read(folder.join(paths::DESCRIPTION)).ok();
    let known = codegen::pipeline::upgraded(known, locked.as_deref(), &overlays);
    let output = standalone::run(request, Origin::File.as_str(), known)?;
    let mut files = standalone::files(request, &output)?;
    let lock = lock(&output, &overlays, &files)?;
    // The lock has the manifest without it, so that adding or removing it changes one file only.
    if let Ok(manifest) = fs::read_to_string(folder.join("Cargo.toml"))
        && let (Some(workspace), Some(planned)) = (standalone::own_workspace(&manifest), files.get_mut("Cargo.toml"))
    {
        planned.extend(workspace.bytes());
    }
    let mut tree = Tree::new();
    for (path, bytes) in files {
        tree.insert(path, bytes)?;
    }
    tree.insert(paths::LOCK, lock.render()?)?;
    Ok(Planned { tree, owned: previous.map(|lock| lock.owned()).unwrap_or_default(), output, interrupted: None })
}

/// What the crate in `folder` was made of.
///
/// # Errors
///
/// When the folder holds no crate that xtask made.
pub fn request_of(folder: &Path) -> Result<Request> {
    let missing = |file: &str| {
        Error::new("this is no crate that `generate --spec --out` made").file(folder.join(file).display().to_string())
    };
    let manifest =
        fs::read_to_string(folder.join("Cargo.toml")).map_err(|error| missing("Cargo.toml").because(error))?;
    let description =
        fs::read(folder.join(paths::DESCRIPTION)).map_err(|error| missing(paths::DESCRIPTION).because(error))?;
    let (name, skip_unsupported) = standalone::settings(&manifest).ok_or_else(|| missing("Cargo.toml"))?;
    let mut overlays = Vec::new();
    while let Ok(bytes) = fs::read(folder.join(standalone::overlay_name(overlays.len()))) {
        overlays.push(bytes);
    }
    let file = folder.join(paths::DESCRIPTION).display().to_string();
    Ok(Request { name, file, description, overlays, skip_unsupported })
}

/// The lock of the crate that stands there; a folder with something else in it is not touched.
fn previous(folder: &Path) -> Result<Option<Lock>> {
    match fs::read_to_string(folder.join(paths::LOCK)) {
        Ok(text) => Lock::read(&text).map(Some),
        Err(_) if fs::read_dir(folder).is_ok_and(|entries| entries.count() > 0) => {
            Err(Error::new("the folder is not empty, and holds no crate that xtask made")
                .file(folder.display().to_string())
                .remedy("name a new folder by --out"))
        }
        Err(_) => Ok(None),
    }
}

fn lock(output: &Output, overlays: &[(String, Vec<u8>)], files: &BTreeMap<String, Vec<u8>>) -> Result<Lock> {
    Ok(Lock {
        origin: Origin::File,
        url: String::new(),
        fetched: None,
        transcribed: None,
        etag: None,
        last_modified: None,
        sha256: output.sha256.clone(),
        canonical_sha256: output.canonical_sha256.clone(),
        api_version: output.model.version.clone(),
        openapi: output.openapi.clone(),
        overlays: overlays.iter().map(|(name, bytes)| (name.clone(), sha256_hex(bytes))).collect(),
        tools: generator::tools()?,
        operations: output.names.operations.clone(),
        types: crate::lock::types(&output.names),
        files: files
            .iter()
            .filter(|(path, _)| path.as_str() != paths::DESCRIPTION && !overlays.iter().any(|(name, _)| name == *path))
            .map(|(path, bytes)| (path.clone(), sha256_hex(bytes)))
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_no_workspace_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let description = br#"{"openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "paths": {"/a": {"get": {"responses": {"204": {"description": ""}}}}}}"#;
        let request = Request {
            name: "member".to_owned(),
            file: "pets.json".to_owned(),
            description: description.to_vec(),
            overlays: Vec::new(),
            skip_unsupported: false,
        };
        let planned = plan(&request, folder.path()).unwrap();
        let manifest = planned.tree.get("Cargo.toml").unwrap();
        assert!(!String::from_utf8_lossy(manifest).contains("[workspace]"));
        for (path, bytes) in planned.tree.iter() {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let own = [manifest, b"\n[workspace]\n".as_slice()].concat();
        fs::write(folder.path().join("Cargo.toml"), &own).unwrap();
        let again = plan(&request_of(folder.path()).unwrap(), folder.path()).unwrap();
        assert_eq!(again.tree.get("Cargo.toml"), Some(own.as_slice()));
        assert_eq!(again.tree.get(paths::LOCK), planned.tree.get(paths::LOCK));
    }

    #[test]
    fn a_folder_with_other_files_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("thesis.txt"), "years of work").unwrap();
        let request = Request {
            name: "thesis".to_owned(),
            file: "thesis.json".to_owned(),
            description: b"{}".to_vec(),
            overlays: Vec::new(),
            skip_unsupported: false,
        };
        let error = plan(&request, folder.path()).err().unwrap().to_string();
        assert!(error.contains("not empty") && error.contains("--out"), "{error}");
    }
}
