//! The examples with several processes and a Redis, run as their readers run them. Without `HERO_TEST_REDIS` these tests say so
//! and pass.
#![expect(clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::SystemTime,
};

/// The program of an example. cargo builds examples beside the tests, but not when it is told to run one test alone: then the
/// program may be missing, or older than its source.
fn program(name: &str, source: &str) -> PathBuf {
    let folder = env::current_exe().unwrap().ancestors().nth(2).unwrap().join("examples");
    let program = folder.join(format!("{name}{}", env::consts::EXE_SUFFIX));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if !program.exists() || changed(&program) < changed(&root.join("src")).max(changed(&root.join(source))) {
        let arguments = ["build", "--offline", "--quiet", "--package", "hero-api-ext", "--example", name];
        assert!(Command::new(env!("CARGO")).args(arguments).status().unwrap().success());
    }
    program
}

/// When a file, or a file in a folder, was changed last.
fn changed(path: &Path) -> SystemTime {
    if !path.is_dir() {
        return fs::metadata(path).and_then(|metadata| metadata.modified()).unwrap();
    }
    fs::read_dir(path).unwrap().map(|entry| changed(&entry.unwrap().path())).max().unwrap()
}

fn has_redis() -> bool {
    let has_redis = env::var("HERO_TEST_REDIS").is_ok();
    if !has_redis {
        println!("skipped: no Redis (set HERO_TEST_REDIS to its URL)");
    }
    has_redis
}

fn run(program: &Path, arguments: &[&str]) -> String {
    let Output { status, stdout, stderr } = Command::new(program).args(arguments).output().unwrap();
    let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert!(status.success(), "{stdout}{stderr}");
    stdout
}

#[test]
fn replicas_handle_each_delivery_once_through_kills() {
    if !has_redis() {
        return;
    }
    let program = program("replicas", "examples/replicas");
    let stdout = run(&program, &["--deliveries", "60", "--kills", "4", "--seconds", "6"]);
    assert_eq!(stdout.lines().last(), Some("every check passed"), "{stdout}");
}

#[test]
fn queue_survives_the_death_of_a_worker() {
    if !has_redis() {
        return;
    }
    let stdout = run(&program("webhook_queue", "examples/webhook_queue.rs"), &[]);
    let handled: Vec<_> = stdout.lines().filter_map(|line| line.strip_prefix("other handled ")).collect();
    let killed_at = stdout.lines().find_map(|line| line.strip_prefix("the worker is killed when it begins "));
    assert_eq!(handled.len(), 10, "{stdout}");
    assert!(handled.contains(&killed_at.unwrap()), "{stdout}");
    assert_eq!(stdout.matches("twice: 202 200").count(), 12, "{stdout}");
    assert_eq!(stdout.lines().last(), Some("all 12 deliveries are handled"), "{stdout}");
}
