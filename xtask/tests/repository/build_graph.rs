//! What `cargo xtask` builds, `cargo test --workspace` does not build again.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use serde::Deserialize;

use crate::support::repository;

#[derive(Deserialize)]
struct Graph {
    units: Vec<Unit>,
}

/// One run of the compiler, or of a build script.
#[derive(Deserialize)]
struct Unit {
    pkg_id: String,
    target: Target,
    mode: String,
    features: BTreeSet<String>,
    profile: BTreeMap<String, serde_json::Value>,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Dependency {
    index: usize,
}

impl Graph {
    /// The units of a cargo command, which is not run.
    fn of(command: &[&str]) -> Self {
        let output = Command::new(env!("CARGO"))
            .args(command)
            .args(["--offline", "--unit-graph", "-Z", "unstable-options"])
            // The graph cannot be had otherwise on a stable toolchain.
            .env("RUSTC_BOOTSTRAP", "1")
            .current_dir(repository())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// What decides whether a unit is built again: itself, and all that it is built on.
    fn keys(&self) -> BTreeSet<String> {
        let mut known = BTreeMap::new();
        (0..self.units.len()).map(|index| self.key(index, &mut known)).collect()
    }

    /// The libraries that are compiled more than once: for macros and for programs, with other features or settings.
    fn twice(&self) -> BTreeSet<&str> {
        let mut seen = BTreeSet::new();
        let libraries = self.units.iter().filter(|unit| unit.target.kind.iter().all(|kind| kind == "lib"));
        libraries.map(|unit| unit.pkg_id.as_str()).filter(|package| !seen.insert(*package)).collect()
    }

    fn key(&self, index: usize, known: &mut BTreeMap<usize, String>) -> String {
        if let Some(key) = known.get(&index) {
            return key.clone();
        }
        let Unit { pkg_id, target, mode, features, profile, dependencies } = &self.units[index];
        // `test` and `dev` are the same settings under two names.
        let profile: Vec<_> = profile.iter().filter(|(name, _)| *name != "name").collect();
        let below: BTreeSet<String> = dependencies.iter().map(|dependency| self.key(dependency.index, known)).collect();
        let own = format!("{pkg_id} {} {:?} {mode} {features:?} {profile:?}", target.name, target.kind);
        let key = format!("{own} on {}", document::sha256_hex(format!("{below:?}").as_bytes()));
        known.insert(index, key.clone());
        key
    }
}

#[test]
fn the_tests_build_nothing_of_xtask_again() {
    let tests = Graph::of(&["test", "--workspace"]).keys();
    assert!(tests.len() > 300, "{}", tests.len());
    for package in ["xtask", "xtask-changes", "xtask-network"] {
        let commands = Graph::of(&["build", "--package", package, "--bin", package]).keys();
        let again: Vec<&String> = commands.difference(&tests).collect();
        assert!(again.is_empty(), "align the features in the manifest of {package}: {again:#?}");
    }
}

#[test]
fn macros_and_the_command_share_their_libraries() {
    let graph = Graph::of(&["build", "--package", "xtask", "--bin", "xtask"]);
    assert_eq!(graph.twice(), BTreeSet::new(), "align the features in the manifest of xtask");
}

/// How many times the compiler or a build script runs for `cargo xtask generate`. Lower it when there are fewer.
const UNITS_OF_THE_FIRST_COMMAND: usize = 124;

/// How many crates a program with `hero-api-ext` and one tag is built of, the two of this repository included; as above.
const CRATES_OF_ONE_TAG: usize = 112;

#[test]
fn first_command_builds_no_more_than_its_ceiling() {
    let units = Graph::of(&["build", "--package", "xtask", "--bin", "xtask"]).units.len();
    assert!(units <= UNITS_OF_THE_FIRST_COMMAND, "{units}: what came in? docs/performance.md has the reasons");
}

#[test]
fn one_tag_needs_no_more_crates_than_its_ceiling() {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--package",
            "hero-api-ext",
            "--no-default-features",
            "--features",
            "rustls,messages",
        ])
        .args(["--edges", "normal", "--prefix", "none", "--format", "{p}", "--target", "x86_64-unknown-linux-gnu"])
        .current_dir(repository())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).unwrap();
    let crates: BTreeSet<&str> = printed.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    assert!(crates.iter().any(|name| name.starts_with("reqwest ")), "{crates:?}");
    assert!(crates.len() <= CRATES_OF_ONE_TAG, "{}: what came in? docs/performance.md has the reasons", crates.len());
}
