//! Where the two descriptions come from.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::report::Described;
use crate::{
    document::{Document, canonical, sha256_hex},
    error::{Error, Result},
    fetch::{FetchRequest, Fetched},
    lock::Lock,
    schema::METHODS,
    update::{self, Fetch},
    workspace,
};

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

/// A description that was read.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) bytes: Vec<u8>,
    pub(super) document: Document,
    pub(super) described: Described,
}

impl Read {
    pub(super) fn new(name: &str, bytes: Vec<u8>) -> Result<Self> {
        let document = update::candidate(name, &bytes)?;
        let value = &document.value;
        let info = |key: &str| {
            let text = value.get("info").and_then(|info| info.get(key)).and_then(Value::as_str);
            text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let described = Described {
            name: name.to_owned(),
            sha256: sha256_hex(&bytes),
            canonical_sha256: sha256_hex(canonical(value).as_bytes()),
            title: info("title"),
            api_version: info("version"),
            openapi: value.get("openapi").and_then(Value::as_str).unwrap_or_default().to_owned(),
            operations: operations(value),
        };
        Ok(Self { bytes, document, described })
    }
}

fn operations(value: &Value) -> usize {
    let description = super::resolve::Description::new(value);
    let items = description.members("/paths").map(|(_, item)| description.follow(item));
    items.map(|item| METHODS.iter().filter(|method| item.get(**method).is_some()).count()).sum()
}

/// The base, and the lock of the workspace when the base is what it locks.
pub(super) fn base(root: &Path, base: &Base) -> Result<(Read, Option<Lock>)> {
    match base {
        Base::File(path) => {
            let name = path.display().to_string();
            Ok((Read::new(&name, update::local(path, &name)?)?, None))
        }
        Base::Lock => {
            let lock = workspace::lock(root)?;
            let bytes = workspace::description(root)?.ok_or_else(|| {
                Error::new("there is no locked description")
                    .file(workspace::DESCRIPTION)
                    .remedy("restore it from git, or give another file with --base")
            })?;
            Ok((Read::new(workspace::DESCRIPTION, bytes)?, lock))
        }
    }
}

/// The revision; nothing when the server says that it is the base.
pub(super) fn revision(
    root: &Path,
    revision: &Revision,
    base: &Read,
    fetch: &mut Fetch<'_>,
) -> Result<Option<(String, Vec<u8>)>> {
    let lock = match revision {
        Revision::File(path) => {
            let name = path.display().to_string();
            return Ok(Some((name.clone(), update::local(path, &name)?)));
        }
        Revision::Url(_) | Revision::Published => workspace::lock(root)?,
    };
    let url = match (revision, &lock) {
        (Revision::Url(url), _) => url.clone(),
        (_, Some(lock)) => lock.url.clone(),
        (_, None) => {
            return Err(Error::new("no lock says where the description is published")
                .file(workspace::LOCK)
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
