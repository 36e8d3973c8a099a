//! The example `reliability` with short lists: what holds for 100,000 sends holds for these, and each of its checks finds
//! the defect that it is for.
#![expect(clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

use std::{
    env,
    path::PathBuf,
    process::{Command, Output},
};

/// The example's program; cargo builds examples beside the tests, unless it was told to build one test alone.
fn program() -> PathBuf {
    let mut path = env::current_exe().unwrap();
    path.pop();
    path.pop();
    path.push("examples");
    path.push(format!("reliability{}", env::consts::EXE_SUFFIX));
    if !path.exists() {
        let arguments = ["build", "--offline", "--quiet", "--package", "hero-api-ext", "--example", "reliability"];
        assert!(Command::new(env!("CARGO")).args(arguments).status().unwrap().success());
    }
    path
}

fn run(arguments: &[&str]) -> String {
    let Output { status, stdout, stderr } = Command::new(program()).args(arguments).output().unwrap();
    let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert!(status.success() && stderr.is_empty(), "{stdout}{stderr}");
    stdout
}

#[test]
fn bulk_keeps_its_promises_through_faults_and_kills() {
    let stdout = run(&["--sends", "1000"]);
    assert_eq!(stdout.lines().last(), Some("every check passed"), "{stdout}");
}

#[test]
fn each_check_finds_its_planted_defect() {
    let stdout = run(&["--sends", "400", "--self-test"]);
    let found: Vec<_> = stdout.lines().filter_map(|line| line.split(": found by ").nth(1)?.split(':').next()).collect();
    assert_eq!(found.len(), 14, "{stdout}");
    for check in ["twice", "sent", "not-sent", "unknown", "results", "memory", "journal"] {
        assert!(found.contains(&check), "{check}: {stdout}");
    }
}
