//! Crates in workspaces of their own that use what is built for this one.
//!
//! Cargo builds a dependency again when its features or its profile differ. A crate that asks for the features that this
//! workspace has, with the profile that this workspace has, gets what is there.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use toml::{Table, Value};

/// A package as `cargo tree` prints it: `serde v1.0.229`.
type Package = String;

/// The repository.
fn repository() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().find(|folder| folder.join("openapi.lock").exists()).unwrap().to_owned()
}

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().to_owned()
}

/// A run of cargo that uses what is built for this workspace. What it builds besides is built once: it needs nothing to build it
/// again from.
pub fn cargo() -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.env("CARGO_TARGET_DIR", target()).env("CARGO_INCREMENTAL", "0");
    command
}

/// A line of `cargo tree`: the depth, the package and its features.
type Line = (usize, Package, BTreeSet<String>);

/// The packages of this workspace with the features that they have in it. It has 120,000 lines, so it is read once.
static WORKSPACE: LazyLock<Vec<Line>> = LazyLock::new(|| tree(&["--workspace", "--edges", "normal,build,dev"]));

fn tree(arguments: &[&str]) -> Vec<Line> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--prefix", "depth", "--format", "|{p}|{f}", "--no-dedupe"])
        .args(arguments)
        .current_dir(repository())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().filter_map(|line| {
        let (depth, line) = line.split_once('|')?;
        let (package, features) = line.split_once('|')?;
        let features = features.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect();
        Some((depth.parse().ok()?, package.trim_end_matches(" (proc-macro)").to_owned(), features))
    });
    lines.collect()
}

/// Whether a package comes from the registry: one in a folder is shown with that folder in brackets.
fn is_in_registry(package: &Package) -> bool {
    !package.contains("(/") && !package.contains(":\\")
}

/// What a package of this workspace is built on, with every part of the bindings, and the features that it has in this workspace.
fn needed(package: &str) -> BTreeMap<Package, BTreeSet<String>> {
    let arguments =
        ["--package", package, "--features", "hero-api/httpmock,hero-api/schemars", "--edges", "normal,build"];
    let alone = tree(&arguments).into_iter().map(|(_, package, _)| package);
    let alone: BTreeSet<Package> = alone.filter(is_in_registry).collect();
    let mut needed: BTreeMap<Package, BTreeSet<String>> = BTreeMap::new();
    // A feature that the package alone does not ask for may bring packages: they are below what it needs.
    let mut above = usize::MAX;
    for (depth, package, features) in &*WORKSPACE {
        if *depth <= above {
            above = if alone.contains(package) { *depth } else { usize::MAX };
        }
        if above < usize::MAX {
            needed.entry(package.clone()).or_default().extend(features.iter().cloned());
        }
    }
    needed
}

/// The manifest of a package called `aligned`, without code: built beside the packages of another workspace, it gives what
/// this package of the workspace is built on the features that it has in this one.
pub fn aligned(package: &str) -> String {
    let dependency = |(index, (package, features)): (usize, (Package, BTreeSet<String>))| {
        let (name, version) = package.split_once(" v").unwrap();
        let specification = Table::from_iter([
            ("package".to_owned(), name.into()),
            ("version".to_owned(), format!("={}", version.split('+').next().unwrap()).into()),
            ("default-features".to_owned(), false.into()),
            ("features".to_owned(), features.into_iter().map(Value::String).collect::<Vec<_>>().into()),
        ]);
        (format!("aligned-{index}"), Value::Table(specification))
    };
    let dependencies: Table = needed(package).into_iter().enumerate().map(dependency).collect();
    let package = Table::from_iter([
        ("name".to_owned(), "aligned".into()),
        ("version".to_owned(), "0.0.0".into()),
        ("edition".to_owned(), "2024".into()),
    ]);
    let kinds = ["dependencies", "build-dependencies"].map(|kind| (kind.to_owned(), dependencies.clone()));
    let tables = kinds.into_iter().chain([("package".to_owned(), package)]);
    tables.map(|(name, table)| (name, Value::Table(table))).collect::<Table>().to_string()
}

/// The profiles of this workspace, without the settings of packages that `hero-api` is not built on.
pub fn profiles() -> Value {
    let manifest: Table = std::fs::read_to_string(repository().join("Cargo.toml")).unwrap().parse().unwrap();
    let mut profiles = manifest["profile"].clone();
    let needed: BTreeSet<String> =
        needed("hero-api").keys().filter_map(|package| Some(package.split_once(' ')?.0.to_owned())).collect();
    let packages = profiles["dev"]["package"].as_table_mut().unwrap();
    // Cargo warns of a setting for a package that is not there.
    packages.retain(|package, _| package == "*" || needed.contains(package.split('@').next().unwrap()));
    profiles
}

/// The compiler, and the libraries that `hero-api` is built on.
pub struct Compiler {
    externs: BTreeMap<String, PathBuf>,
}

impl Compiler {
    /// Lets cargo find the libraries, or build what is missing.
    pub fn new() -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("aligned");
        std::fs::create_dir_all(root.join("src")).unwrap();
        let mut manifest: Table = aligned("hero-api").parse().unwrap();
        manifest.insert("profile".to_owned(), profiles());
        manifest.insert("workspace".to_owned(), Table::new().into());
        std::fs::copy(repository().join("Cargo.lock"), root.join("Cargo.lock")).unwrap();
        std::fs::write(root.join("Cargo.toml"), manifest.to_string()).unwrap();
        std::fs::write(root.join("src/lib.rs"), "").unwrap();
        let build = ["build", "--offline", "--quiet", "--message-format=json"];
        let output = cargo().args(build).current_dir(root).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let mut externs = BTreeMap::new();
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let Ok(message) = serde_json::from_str::<serde_json::Value>(line) else { continue };
            let name = message["target"]["name"].as_str().unwrap_or_default().replace('-', "_");
            let files = message["filenames"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
            let libraries = files.map(PathBuf::from).filter(|file| file.extension().is_some_and(|kind| kind == "rlib"));
            externs.extend(libraries.map(|file| (name.clone(), file)));
        }
        Self { externs }
    }

    /// A run of the compiler on a crate that may name these packages.
    pub fn rustc(&self, packages: &[&str]) -> Command {
        let mut command = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        command.args(["--edition=2024", "-Cdebuginfo=0"]);
        for name in packages.iter().map(|name| name.replace('-', "_")) {
            let library = self.externs.get(&name).unwrap_or_else(|| panic!("{name} was not built"));
            command.arg("--extern").arg(format!("{name}={}", library.display()));
        }
        command.arg("-L").arg(format!("dependency={}", target().join("debug/deps").display()));
        command.envs([
            ("CARGO_CRATE_NAME", "hero_api"),
            ("CARGO_PKG_NAME", "hero-api"),
            ("CARGO_PKG_VERSION", "0.1.0"),
        ]);
        command
    }
}
