//! The example `reliability` with short lists: what holds for 100,000 sends holds for these, and each of its checks finds
//! the defect that it is for.

use super::{example, run};

#[test]
fn bulk_keeps_its_promises_through_faults_and_kills() {
    let stdout = run(example("reliability").args(["--sends", "500"]));
    assert_eq!(stdout.lines().last(), Some("every check passed"), "{stdout}");
}

#[test]
fn each_check_finds_its_planted_defect() {
    let stdout = run(example("reliability").args(["--sends", "200", "--concurrency", "32", "--self-test"]));
    let found: Vec<_> = stdout.lines().filter_map(|line| line.split(": found by ").nth(1)?.split(':').next()).collect();
    assert_eq!(found.len(), 14, "{stdout}");
    for check in ["twice", "sent", "not-sent", "unknown", "results", "memory", "journal"] {
        assert!(found.contains(&check), "{check}: {stdout}");
    }
}
