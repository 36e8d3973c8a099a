//! Writes the crate of `tests/rust_axis/base.yaml`, and that of each change of `kinds.yaml`, for tools that judge crates.
//!   cargo run -p xtask-drift --example judges -- FOLDER
//! `judges.sh` runs it, and asks the tools.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a tool for those who develop")]
#![allow(dead_code, unreachable_pub, reason = "the tests use the rest of the module")]

#[path = "../tests/rust_axis/kind.rs"]
mod kind;

use std::{
    fs,
    path::{Path, PathBuf},
};

use codegen::{
    normalise::Names,
    standalone::{self, Request},
};
use drift::rust::RustVerdict;
use serde_json::Value;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder"));
    write(&folder.join("base"), &kind::base());
    let mut rows = String::new();
    for (index, kind) in kind::kinds().iter().enumerate() {
        let mut changed = kind::base();
        kind.apply(&mut changed);
        write(&folder.join(index.to_string()), &changed);
        rows.push_str(&format!("{index}\t{}\t{}\t{}\n", kind.name, kind.verdict.as_str(), proof(kind)));
    }
    fs::write(folder.join("kinds.tsv"), rows).expect("written");
}

/// What a program of a user shows, in the tests of this crate.
fn proof(kind: &kind::Kind) -> String {
    match (&kind.program, kind.verdict) {
        (None, _) => "-".to_owned(),
        (Some(_), RustVerdict::Additive) => "compiles".to_owned(),
        (Some(_), RustVerdict::RunTimeBreak) => "compiles and differs".to_owned(),
        (Some(_), RustVerdict::SourceBreak) => kind.error.clone(),
    }
}

/// Writes the crate of a description.
fn write(folder: &Path, description: &Value) {
    let request = Request {
        file: "openapi.json".to_owned(),
        name: "practice".to_owned(),
        description: serde_json::to_vec(description).expect("JSON"),
        overlays: Vec::new(),
        skip_unsupported: false,
    };
    let output = standalone::run(&request, "file", Names::default()).unwrap_or_else(|error| panic!("{error:#}"));
    for (path, bytes) in standalone::files(&request, &output).unwrap_or_else(|error| panic!("{error:#}")) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    // The crates are no members of the workspace that they may be written below.
    let manifest = folder.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("a manifest");
    fs::write(manifest, format!("{text}\n[workspace]\n")).expect("written");
}
