//! Tests whose promise depends on the whole process: its environment, or its only subscriber to traces.

use std::process::Command;

const MARK: &str = "HERO_TEST_IS_ALONE";

/// The command that runs this test, named by its whole path, once more in a process of its own; `None` in that process.
pub(crate) fn alone(test: &str) -> Option<Command> {
    if std::env::var_os(MARK).is_some() {
        return None;
    }
    let mut command = Command::new(std::env::current_exe().unwrap());
    let (_program, test) = test.split_once("::").unwrap();
    command.env(MARK, "1").args(["--exact", test]);
    Some(command)
}

/// Runs it, and fails as it does.
pub(crate) fn run(mut command: Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}
