//! Where a description comes from: the workspace, a file, or an address.

use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

use document::error::{Error, Result};
use drift::ParsedDescription;

use xtask::{lock::Lock, paths, workspace};

use crate::download::{Fetch, FetchRequest, Fetched};

/// The description that people hold on to.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Base {
    /// `openapi.yaml` of the workspace, with its lock.
    #[default]
    Lock,
    /// This file.
    File(PathBuf),
}

/// The description that it is compared with.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Revision {
    /// What is published at the address in the lock.
    #[default]
    Published,
    /// What is published at this address.
    Url(String),
    /// This file.
    File(PathBuf),
}

/// The base, and the lock of the workspace when the base is what it locks.
pub(crate) fn base(root: &Path, base: &Base) -> Result<(ParsedDescription, Option<Lock>)> {
    match base {
        Base::File(path) => {
            let name = path.display().to_string();
            Ok((ParsedDescription::read(&name, local(path, &name)?)?, None))
        }
        Base::Lock => {
            let lock = workspace::lock(root)?;
            let bytes = paths::description(root)?.ok_or_else(|| {
                Error::new("there is no locked description")
                    .file(paths::DESCRIPTION)
                    .remedy("restore it from git, or give another file with --base")
            })?;
            Ok((ParsedDescription::read(paths::DESCRIPTION, bytes)?, lock))
        }
    }
}

/// The revision; nothing when the server says that it is the base.
pub(crate) fn revision(
    root: &Path,
    revision: &Revision,
    base: &ParsedDescription,
    fetch: &mut Fetch<'_>,
) -> Result<Option<(String, Vec<u8>)>> {
    let lock = match revision {
        Revision::File(path) => {
            let name = path.display().to_string();
            return Ok(Some((name.clone(), local(path, &name)?)));
        }
        Revision::Url(_) | Revision::Published => workspace::lock(root)?,
    };
    let url = match (revision, &lock) {
        (Revision::Url(url), _) => url.clone(),
        (_, Some(lock)) => lock.url.clone(),
        (_, None) => {
            return Err(Error::new("no lock says where the description is published")
                .file(paths::LOCK)
                .remedy("restore the file from git, or give an address or a file with --revision"));
        }
    };
    let mut request = FetchRequest::new(url.clone());
    // Only when the bytes at hand are those that the server would mean by "not modified".
    if let Some(lock) = lock.filter(|lock| lock.url == url && lock.sha256 == base.described.sha256) {
        request.etag = lock.etag;
        request.last_modified = lock.last_modified;
    }
    Ok(match fetch(&request)? {
        Fetched::NotModified => None,
        Fetched::Body { bytes, final_url, .. } => Some((final_url, bytes)),
    })
}

/// A local copy, under the same cap as a download.
pub(crate) fn local(path: &Path, name: &str) -> Result<Vec<u8>> {
    let max = FetchRequest::new("").max_bytes;
    let unreadable = |error| Error::new("cannot read the file").file(name).because(error);
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(unreadable)?;
    file.take(max + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > max {
        return Err(Error::new(format!("the file is larger than {max} bytes"))
            .file(name)
            .remedy("check the path: no description is as large as that"));
    }
    Ok(bytes)
}
