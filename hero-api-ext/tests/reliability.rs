//! The example `reliability` with short lists: what holds for 100,000 sends holds for these, and each of its checks finds
//! the defect that it is for.
#![expect(clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::OnceLock,
    time::SystemTime,
};

/// The example's program. cargo builds examples beside the tests, but not when it is told to run one test alone: then the
/// program may be missing, or older than its source.
fn program() -> &'static PathBuf {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let folder = env::current_exe().unwrap().ancestors().nth(2).unwrap().join("examples");
        let program = folder.join(format!("reliability{}", env::consts::EXE_SUFFIX));
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let source = changed(&root.join("src")).max(changed(&root.join("examples/reliability")));
        if !program.exists() || changed(&program) < source {
            let arguments = ["build", "--offline", "--quiet", "--package", "hero-api-ext", "--example", "reliability"];
            assert!(Command::new(env!("CARGO")).args(arguments).status().unwrap().success());
        }
        program
    })
}

/// When a file, or a file in a folder, was changed last.
fn changed(path: &Path) -> SystemTime {
    if !path.is_dir() {
        return fs::metadata(path).and_then(|metadata| metadata.modified()).unwrap();
    }
    let files = fs::read_dir(path).unwrap().map(|entry| changed(&entry.unwrap().path()));
    files.max().unwrap()
}

fn run(arguments: &[&str]) -> String {
    let Output { status, stdout, stderr } = Command::new(program()).args(arguments).output().unwrap();
    let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert!(status.success() && stderr.is_empty(), "{stdout}{stderr}");
    stdout
}

#[test]
fn bulk_keeps_its_promises_through_faults_and_kills() {
    let stdout = run(&["--sends", "500"]);
    assert_eq!(stdout.lines().last(), Some("every check passed"), "{stdout}");
}

#[test]
fn each_check_finds_its_planted_defect() {
    let stdout = run(&["--sends", "200", "--concurrency", "32", "--self-test"]);
    let found: Vec<_> = stdout.lines().filter_map(|line| line.split(": found by ").nth(1)?.split(':').next()).collect();
    assert_eq!(found.len(), 14, "{stdout}");
    for check in ["twice", "sent", "not-sent", "unknown", "results", "memory", "journal"] {
        assert!(found.contains(&check), "{check}: {stdout}");
    }
}
