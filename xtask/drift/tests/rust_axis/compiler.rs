//! Generated crates and programs of users, compiled by rustc alone: what hero-api needs was built by cargo before.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use crate::{built, kind::Files};
use tempfile::TempDir;

/// The repository.
fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// What a crate and its users may name.
const DEPENDENCIES: [&str; 9] =
    ["bytes", "chrono", "http", "percent-encoding", "regress", "reqwest", "serde", "serde_json", "schemars"];

/// The compiler, with the libraries that hero-api is built on.
pub struct Compiler(built::Compiler);

/// A compiled crate called `hero_api`.
pub struct Crate {
    folder: TempDir,
}

impl Compiler {
    /// Has cargo build what hero-api needs, or find it built.
    pub fn new() -> Self {
        Self(built::Compiler::new())
    }

    fn rustc(&self) -> Command {
        let mut command = self.0.rustc(&DEPENDENCIES);
        command.args(["--cap-lints=allow", "--error-format=json"]);
        command
    }

    /// Compiles the bindings with hero-api's hand-written part: to check against, or to link.
    pub fn bindings(&self, files: &Files, features: &[&str], emit: &str) -> Crate {
        let folder = tempfile::tempdir().unwrap();
        let source = folder.path().join("src");
        copy_hand_written(&repository().join("hero-api/src"), &source);
        for (path, text) in files {
            let path = source.join("generated").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let compiled = self
            .rustc()
            .args(["--crate-type=lib", "--crate-name=hero_api"])
            .arg(format!("--emit={emit}"))
            .args(features.iter().flat_map(|feature| ["--cfg".to_owned(), format!("feature=\"{feature}\"")]))
            .arg("--out-dir")
            .arg(folder.path())
            .arg(source.join("lib.rs"))
            .output()
            .unwrap();
        assert!(compiled.status.success(), "the bindings do not compile:\n{}", errors(&compiled).1);
        Crate { folder }
    }

    /// Checks a program of a user; tells the codes of its errors, and what the compiler said.
    pub fn check(&self, bindings: &Crate, name: &str, program: &str) -> Result<(), (Vec<String>, String)> {
        let output = self.user(bindings, name, program, "libhero_api.rmeta", &["--crate-type=lib", "--emit=metadata"]);
        if output.status.success() { Ok(()) } else { Err(errors(&output)) }
    }

    /// Runs a program of a user; returns what it prints.
    pub fn run(&self, bindings: &Crate, program: &str) -> String {
        let compiled = self.user(bindings, "user", program, "libhero_api.rlib", &["--crate-type=bin", "--emit=link"]);
        assert!(compiled.status.success(), "the program does not compile:\n{}", errors(&compiled).1);
        let ran = Command::new(bindings.folder.path().join("user")).output().unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stdout).unwrap()
    }

    fn user(&self, bindings: &Crate, name: &str, program: &str, library: &str, arguments: &[&str]) -> Output {
        let folder = bindings.folder.path();
        let source = folder.join(format!("{name}.rs"));
        fs::write(&source, program).unwrap();
        self.rustc()
            .args(arguments)
            .arg(format!("--crate-name={name}"))
            .arg("--extern")
            .arg(format!("hero_api={}", folder.join(library).display()))
            .arg("--out-dir")
            .arg(folder)
            .arg(source)
            .output()
            .unwrap()
    }
}

/// Copies a folder of sources, without those that are generated.
fn copy_hand_written(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_file() {
            fs::copy(&path, target).unwrap();
        } else if !path.ends_with("generated") {
            copy_hand_written(&path, &target);
        }
    }
}

/// The codes and the texts of the compiler's errors.
fn errors(output: &Output) -> (Vec<String>, String) {
    let (mut codes, mut text) = (Vec::new(), String::new());
    for line in String::from_utf8_lossy(&output.stderr).lines() {
        let Ok(message) = serde_json::from_str::<serde_json::Value>(line) else { continue };
        if message["level"] == "error" {
            codes.extend(message["code"]["code"].as_str().map(str::to_owned));
            text.push_str(message["rendered"].as_str().unwrap_or_default());
        }
    }
    (codes, text)
}
