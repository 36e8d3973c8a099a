//! Workspaces in temporary folders, and the built xtask run on them as a person would.
#![allow(dead_code, unreachable_pub, reason = "every test program compiles this module and uses a part of it")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a helper that fails has to fail its test")]

pub mod built;
pub mod side_by_side;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

/// The repository.
pub fn repository() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().find(|folder| folder.join("openapi.lock").exists()).unwrap().to_owned()
}

/// The content of a file of the repository.
pub fn committed(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// How a command ended, and what it said.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// The program of the package that is tested.
const PROGRAM: &str = match (option_env!("CARGO_BIN_EXE_xtask"), option_env!("CARGO_BIN_EXE_xtask-changes")) {
    (Some(program), _) | (None, Some(program)) => program,
    (None, None) => panic!("these tests are for packages with a program"),
};

/// Runs xtask on the workspace in `root`.
pub fn xtask(root: &Path, args: &[&str]) -> Run {
    let output = Command::new(PROGRAM).args(args).arg("--root").arg(root).output().unwrap();
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The bytes of every file of a workspace, by path.
pub type Bytes = BTreeMap<String, Vec<u8>>;

/// A workspace in a temporary folder.
pub struct Workspace {
    folder: TempDir,
}

impl Workspace {
    /// What xtask reads and writes of the repository, as it is committed.
    pub fn copy_of_the_repository() -> Self {
        let lock: toml::Table = committed("openapi.lock").parse().unwrap();
        let generated = lock["files"].as_table().unwrap().keys().map(String::as_str);
        let workspace = Self::empty();
        for path in ["openapi.yaml", "openapi.lock", "overlay.yaml", "hero-api/Cargo.toml"].into_iter().chain(generated)
        {
            workspace.write(path, committed(path));
        }
        workspace
    }

    /// A workspace with this description, which nothing was generated from yet.
    pub fn with(description: &str) -> Self {
        let workspace = Self::empty();
        workspace.write("openapi.yaml", description);
        workspace.write("hero-api/Cargo.toml", "[features]\n# tags: written by cargo xtask generate\n# end of tags\n");
        workspace
    }

    /// A workspace with this description, and what is generated from it.
    pub fn generated_from(description: &str) -> Self {
        let workspace = Self::with(description);
        workspace.succeeds(&["generate"]);
        workspace
    }

    fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Replaces the only occurrence of `from` in a file.
    pub fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(from).count(), 1, "{from:?} in {path}");
        self.write(path, text.replace(from, to));
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    pub fn run(&self, args: &[&str]) -> Run {
        xtask(self.root(), args)
    }

    /// Runs xtask and returns its output.
    pub fn succeeds(&self, args: &[&str]) -> String {
        let run = self.run(args);
        assert_eq!(run.code, Some(0), "{args:?}: {run:#?}");
        run.stdout
    }

    /// Runs xtask, which must fail and leave every file as it was; returns its message.
    pub fn is_refused(&self, args: &[&str]) -> String {
        let before = self.bytes();
        let run = self.run(args);
        assert_eq!(run.code, Some(1), "{args:?}: {run:#?}");
        assert!(run.stderr.starts_with("error: "), "{run:#?}");
        assert!(self.bytes() == before, "a refused description changed files");
        run.stderr
    }

    /// The generated files that the lock lists.
    pub fn listed(&self) -> Vec<String> {
        let lock: toml::Table = self.read("openapi.lock").parse().unwrap();
        lock["files"].as_table().unwrap().keys().cloned().collect()
    }

    /// Every file.
    pub fn bytes(&self) -> Bytes {
        let mut files = Bytes::new();
        let mut folders = vec![self.root().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(self.root()).unwrap().to_string_lossy().replace('\\', "/");
                    files.insert(name, fs::read(&path).unwrap());
                }
            }
        }
        files
    }
}

/// The paths at which two workspaces differ.
pub fn differences(one: &Bytes, other: &Bytes) -> Vec<String> {
    one.keys().chain(other.keys()).filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

/// A small description with everything that a workspace needs: two tags, three operations, a shared type.
pub const SMALL: &str = r"openapi: 3.1.0
info: {title: Small, version: 1.0.0}
x-transcription: {date: '2026-01-31', published-at: https://example.com/openapi.yaml}
paths:
  /v1/things:
    get:
      tags: [Things]
      operationId: listThings
      summary: List things
      parameters:
        - {name: name, in: query, schema: {type: string}}
      responses:
        '200':
          description: The things.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}
  /v1/things/{id}:
    delete:
      tags: [Things]
      operationId: deleteThing
      summary: Delete a thing
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '204': {description: It is gone.}
  /v1/owners/{id}/thing:
    get:
      tags: [Owners]
      operationId: getOwnedThing
      summary: Get the thing of an owner
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: The thing.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Thing'}
components:
  schemas:
    Thing:
      type: object
      required: [id]
      properties:
        id: {type: string}
        colour: {type: string, enum: [red, green]}
";
