//! The slow part: a copy of the workspace, updated from each file, runs the tests of `hero-api-ext`.

use std::{fs, path::PathBuf, process::Command};

use files::Disk;
use hero_tests::workspace;
use xtask_changes::update::{self, Options, Source};

use crate::files;

#[test]
#[ignore = "slow: compiles the workspace once for each file"]
fn ext_passes_its_tests_after_each_update() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("rehearsal");
    fs::create_dir_all(&folder).unwrap();
    let files = files();
    // All of them at once, so that each can be tried by hand while the first compiles.
    for (name, description) in &files {
        fs::write(folder.join(format!("{name}.json")), format!("{description:#}")).unwrap();
    }
    let mut failed = Vec::new();
    for (name, _) in files {
        let workspace = folder.join("workspace");
        if workspace.exists() {
            fs::remove_dir_all(&workspace).unwrap();
        }
        workspace::copy(&workspace);
        let source = Source::File(folder.join(format!("{name}.json")));
        let options = Options { source, ..Options::default() };
        let mut out = Vec::new();
        let mut no_fetch = |_: &_| panic!("a file needs no network");
        update::update(&mut Disk::new(&workspace), &options, "2026-01-31", &mut no_fetch, &mut out)
            .unwrap_or_else(|error| panic!("{name}: {error:#}"));
        println!("{name}:\n{}", String::from_utf8_lossy(&out));
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let tested = Command::new(cargo)
            .args(["test", "--package", "hero-api-ext", "--all-features", "--offline", "--no-fail-fast"])
            .current_dir(&workspace)
            .env("CARGO_TARGET_DIR", folder.join("target"))
            .status()
            .unwrap();
        if !tested.success() {
            failed.push(name);
        }
    }
    assert!(failed.is_empty(), "hero-api-ext fails after an update from {}", failed.join(", "));
}
