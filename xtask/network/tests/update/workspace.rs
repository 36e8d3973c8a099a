//! Workspaces to update: a copy of this one, and a small one that is quick to generate.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use document::error::Result;
use files::{Disk, STAGING};
use tempfile::TempDir;
use xtask::{
    apply,
    lock::Lock,
    output::Outcome,
    paths::{DESCRIPTION, LOCK},
    verify,
};
use xtask_changes::{
    download::FetchRequest,
    update::{Options, Source, update},
};
use xtask_network::fetch::fetch;

use crate::server::Server;

/// Content of each file, by path; without what is staged.
pub(crate) type Snapshot = BTreeMap<PathBuf, Vec<u8>>;

pub(crate) const TODAY: &str = "2030-02-28";

const MANIFEST: &str = "[features]\n# tags: written by cargo xtask generate\n# end of tags\n";

/// A description of two tags with an operation each.
pub(crate) const OLD: &str = r##"
openapi: 3.1.0
info: {title: Things, version: "1"}
paths:
  /things/{id}:
    get:
      operationId: getThing
      tags: [Things]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
  /orders:
    post:
      operationId: createOrder
      tags: [Orders]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
      responses: {"204": {description: ok}}
components:
  schemas:
    Thing: {type: object, properties: {id: {type: string}}}
    Order: {type: object, properties: {count: {type: integer}}}
"##;

/// [`OLD`] with another tag in place of one of the two, so that files come, go and change.
pub(crate) fn new() -> String {
    OLD.replace("/orders", "/users")
        .replace("createOrder", "createUser")
        .replace("[Orders]", "[Users]")
        .replace("Order", "User")
}

/// [`OLD`] as people would have transcribed it.
pub(crate) fn transcribed() -> String {
    format!("{OLD}x-transcription: {{date: '2024-01-31', published-at: 'https://a.example/openapi.yaml'}}\n")
}

/// A small workspace that is in line with its description.
pub(crate) fn small(description: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("hero-api")).unwrap();
    fs::write(folder.path().join("hero-api/Cargo.toml"), MANIFEST).unwrap();
    fs::write(folder.path().join(DESCRIPTION), description).unwrap();
    apply::regenerate(&mut Disk::new(folder.path()), &mut Vec::new()).unwrap();
    folder
}

/// The files of this workspace that `generate` reads or writes.
pub(crate) fn copy() -> TempDir {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let generated = lock(own).owned();
    let others = [DESCRIPTION, LOCK, "overlay.yaml", "hero-api/Cargo.toml"];
    for path in generated.iter().map(String::as_str).chain(others) {
        let target = folder.path().join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(own.join(path), target).unwrap();
    }
    folder
}

pub(crate) fn lock(root: &Path) -> Lock {
    Lock::read(&fs::read_to_string(root.join(LOCK)).unwrap()).unwrap()
}

pub(crate) fn snapshot(root: &Path) -> Snapshot {
    let mut found = Snapshot::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_file() {
                found.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).unwrap());
            } else if entry.file_name() != STAGING {
                folders.push(path);
            }
        }
    }
    found
}

pub(crate) fn verified(root: &Path) -> bool {
    let mut out = Vec::new();
    let outcome = verify::verify(root, &mut out).unwrap_or_else(|error| panic!("{error:#}"));
    let out = String::from_utf8(out).unwrap();
    assert!(outcome == Outcome::Good || out.contains("cargo xtask generate"), "{out}");
    outcome == Outcome::Good
}

/// Updates from a server; what a person sees, or the error.
pub(crate) fn update_from(root: &Path, server: &Server, options: Options) -> Result<String> {
    let source = Source::Url(format!("{}/openapi.yaml", server.url));
    let mut get = |request: &FetchRequest| {
        let request = FetchRequest { roots: server.roots.clone(), ..request.clone() };
        fetch(&request, &|| Duration::ZERO, &mut |_| {})
    };
    let mut out = Vec::new();
    let outcome = update(&mut Disk::new(root), &Options { source, ..options }, TODAY, &mut get, &mut out)?;
    assert_eq!(outcome, Outcome::Good);
    Ok(String::from_utf8(out).unwrap())
}
