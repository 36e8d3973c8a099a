//! Writes the crates before and after each change of `tests/rust_axis/kinds.yaml`, for tools that judge crates.
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
    let mut rows = String::new();
    for (index, kind) in kind::kinds().iter().enumerate() {
        let mut changed = kind::base();
        kind.apply(&mut changed);
        for (side, description) in [("old", kind::base()), ("new", changed)] {
            write(&folder.join(index.to_string()).join(side), &description);
        }
        let verdict = match kind.verdict {
            RustVerdict::Additive => "additive",
            RustVerdict::RunTimeBreak => "run-time break",
            RustVerdict::SourceBreak => "source break",
        };
        rows.push_str(&format!("{index}\t{}\t{verdict}\n", kind.name));
    }
    fs::write(folder.join("kinds.tsv"), rows).expect("written");
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
