//! The fixtures of `tests/fixtures` become crates that compile and are right on the wire.
//!
//! The crates are made in the target folder and tested there by `tests/fixtures/wire`, in one cargo run that uses the
//! dependencies that are built already.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::support::{built, committed, repository};
use codegen::{pipeline::Output, standalone::Request};
use xtask::standalone;

/// The fixtures that are compiled with every other test, and whether operations of theirs have to be left out.
const SMALL: [(&str, bool); 8] = [
    ("inline.yaml", false),
    ("references.yaml", false),
    ("codegen31.json", false),
    ("fhirlike.yaml", false),
    ("payments.yaml", false),
    ("legacy.yaml", true),
    ("collisions.yaml", false),
    ("kinds.yaml", false),
];
const LARGE: (&str, bool) = ("large.json", false);

/// The name of the crate of a fixture.
fn crate_name(file: &str) -> String {
    format!("fixture-{}", file.split('.').next().unwrap())
}

/// A cargo workspace in the target folder. It stays there, so that what did not change is not built again.
struct Fixtures {
    root: PathBuf,
}

impl Fixtures {
    fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&root).unwrap();
        let fixtures = Self { root };
        fixtures.write("Cargo.lock", committed("Cargo.lock").as_bytes());
        fixtures
    }

    /// Makes the crate of a fixture as if nothing of it stood anywhere.
    fn add(&self, (file, skip_unsupported): (&str, bool)) -> Output {
        let name = crate_name(file);
        let description = fs::read(repository().join("tests/fixtures").join(file)).unwrap();
        let request =
            Request { name: name.clone(), file: file.to_owned(), description, overlays: Vec::new(), skip_unsupported };
        let nowhere = tempfile::tempdir().unwrap();
        let planned = standalone::plan(&request, nowhere.path()).unwrap_or_else(|error| panic!("{file}: {error:#}"));
        let folder = self.root.join(&name);
        let expected: BTreeSet<PathBuf> = planned.tree.iter().map(|(path, _)| folder.join(path)).collect();
        for stale in files_below(&folder).into_iter().filter(|path| !expected.contains(path)) {
            fs::remove_file(stale).unwrap();
        }
        for (path, bytes) in planned.tree.iter() {
            self.write(&format!("{name}/{path}"), bytes);
        }
        planned.output
    }

    /// Writes what is not there already: cargo builds again what is newer.
    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.root.join(path);
        if fs::read(&path).is_ok_and(|there| there == bytes) {
            return;
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Writes the manifest of the workspace, in which dependencies are built as in ours, so that they need not be built
    /// again.
    fn write_manifest(&self, members: &[String]) {
        let ours: toml::Table = committed("Cargo.toml").parse().unwrap();
        let mut workspace = toml::Table::new();
        workspace.insert("members".to_owned(), members.to_vec().into());
        workspace.insert("resolver".to_owned(), ours["workspace"]["resolver"].clone());
        let manifest = toml::Table::from_iter([
            ("profile".to_owned(), built::profiles()),
            ("workspace".to_owned(), workspace.into()),
        ]);
        self.write("Cargo.toml", manifest.to_string().as_bytes());
    }

    /// Runs cargo in the workspace, and fails with what it printed.
    fn cargo(&self, args: &[&str]) -> String {
        let output = built::cargo().args(args).arg("--offline").current_dir(&self.root).output().unwrap();
        let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        assert!(output.status.success(), "cargo {} in {}:\n{stderr}\n{stdout}", args.join(" "), self.root.display());
        stdout
    }
}

/// Every file below a folder that need not exist.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

/// The crate that tests the others: its sources stay where they are committed.
fn wire_manifest() -> String {
    let ours: toml::Table = committed("Cargo.toml").parse().unwrap();
    let version = |name: &str| {
        let specification = &ours["workspace"]["dependencies"][name];
        specification.get("version").unwrap_or(specification).as_str().unwrap().to_owned()
    };
    let mut manifest = format!(
        "[package]\nname = \"wire\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [lib]\npath = {:?}\ndoctest = false\n\n[dependencies]\n\
         chrono = {{ version = {:?}, default-features = false }}\n\
         httpmock = {{ version = {:?}, default-features = false }}\n\
         serde = {{ version = {:?} }}\n\
         serde_json = {{ version = {:?}, features = [\"preserve_order\"] }}\n\
         tokio = {{ version = {:?}, features = [\"macros\", \"rt-multi-thread\"] }}\n",
        repository().join("tests/fixtures/wire/lib.rs").to_str().unwrap(),
        version("chrono"),
        version("httpmock"),
        version("serde"),
        version("serde_json"),
        version("tokio"),
    );
    for (file, _) in SMALL {
        let name = crate_name(file);
        manifest.push_str(&format!(
            "{name} = {{ path = \"../{name}\", default-features = false, features = [\"all-tags\", \"httpmock\", \"rustls\"] }}\n"
        ));
    }
    manifest
}

#[test]
fn small_fixtures_are_right_on_the_wire() {
    let fixtures = Fixtures::new("fixtures");
    for fixture in SMALL {
        let output = fixtures.add(fixture);
        let left_out: Vec<&str> = output.left_out.iter().map(|(pointer, _)| pointer.as_str()).collect();
        let expected: &[&str] = if fixture.1 {
            &[
                "/paths/~1county~1import/post",
                "/paths/~1loans~1{loanId}~1reader/get",
                "/paths/~1files~1{fileId}~1seal/get",
            ]
        } else {
            &[]
        };
        assert_eq!(left_out, expected, "{}", fixture.0);
    }
    fixtures.write("wire/Cargo.toml", wire_manifest().as_bytes());
    fixtures.write("aligned/Cargo.toml", built::aligned("hero-api").as_bytes());
    fixtures.write("aligned/src/lib.rs", b"");
    let mut members: Vec<String> = SMALL.map(|(file, _)| crate_name(file)).to_vec();
    members.extend(["aligned", "wire"].map(str::to_owned));
    fixtures.write_manifest(&members);
    let report = fixtures.cargo(&["test", "--package", "wire", "--package", "aligned"]);
    assert!(report.contains("test result: ok."), "{report}");
}

#[test]
#[ignore = "slow: compiles 315 operations"]
fn all_fixtures_compile_with_every_feature() {
    let fixtures = Fixtures::new("all-fixtures");
    let output = fixtures.add(LARGE);
    assert_eq!((output.model.operations.len(), output.left_out.len()), (315, 0));
    let mut members = vec![crate_name(LARGE.0)];
    for fixture in SMALL {
        fixtures.add(fixture);
        members.push(crate_name(fixture.0));
    }
    fixtures.write_manifest(&members);
    // All but `native-tls`, which needs the TLS library of the system.
    fixtures.cargo(&["check", "--workspace", "--features", "schemars,httpmock"]);
}
