//! `cargo xtask verify`: what it lets pass, what it finds, and how it says so.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]

use crate::support::{SMALL, Workspace, repository, xtask};

#[test]
fn the_committed_files_are_up_to_date() {
    let run = xtask(&repository(), &["verify"]);
    // The output ends with the command that repairs it.
    assert_eq!(run.code, Some(0), "\n{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("all as the description says"), "{}", run.stdout);
}

/// Spoils a fresh workspace, and returns what verify says of it.
fn found_in(spoil: impl FnOnce(&Workspace)) -> String {
    let workspace = Workspace::generated_from(SMALL);
    spoil(&workspace);
    let before = workspace.bytes();
    let run = workspace.run(&["verify"]);
    assert_eq!(run.code, Some(1), "{run:#?}");
    assert!(workspace.bytes() == before, "verify changed files");
    let (diff, verdict) = run.stdout.rsplit_once("\n\n").unwrap_or_else(|| panic!("{run:#?}"));
    assert!(diff.lines().filter(|line| !line.starts_with('…')).count() <= 40, "{diff}");
    assert!(diff.starts_with("--- ") && diff.contains("\n+++ "), "{diff}");
    assert!(verdict.ends_with("to fix: run `cargo xtask generate` and commit what it writes\n"), "{verdict}");
    workspace.succeeds(&["generate"]);
    workspace.succeeds(&["verify"]);
    run.stdout
}

#[test]
fn an_edited_generated_file_is_found_and_shown() {
    let file = "hero-api/src/generated/things/delete_thing.rs";
    let output = found_in(|workspace| workspace.write(file, workspace.read(file) + "// by hand\n"));
    assert!(
        output.contains(&format!("--- a/{file}\n+++ b/{file}\n")) && output.contains("\n-// by hand\n"),
        "{output}"
    );
    assert!(output.contains("1 file is not what openapi.yaml"), "{output}");
}

#[test]
fn a_missing_generated_file_is_found() {
    let file = "hero-api/src/generated/things/list_things.rs";
    let output = found_in(|workspace| workspace.remove(file));
    assert!(output.contains(&format!("--- /dev/null\n+++ b/{file}\n")), "{output}");
    assert!(output.contains("more lines\n"), "a long diff is cut: {output}");
}

#[test]
fn an_edited_coverage_page_is_found() {
    let output = found_in(|workspace| workspace.replace("docs/coverage.md", "# Coverage", "# Full coverage"));
    assert!(output.contains("\n-# Full coverage\n+# Coverage\n"), "{output}");
}

#[test]
fn an_edited_lock_is_found() {
    for (from, to) in [
        ("openapi = \"3.1.0\"", "openapi = \"3.0.3\""),
        ("api_version = \"1", "api_version = \"2"),
        ("\"0.15", "\"0.14"),
    ] {
        let output = found_in(|workspace| workspace.replace("openapi.lock", from, to));
        assert!(output.contains("--- a/openapi.lock"), "{output}");
    }
}

#[test]
fn an_edited_list_of_features_is_found() {
    let output = found_in(|workspace| workspace.replace("hero-api/Cargo.toml", "things = []\n", ""));
    assert!(output.contains("\n+things = []\n"), "{output}");
}

#[test]
fn an_edited_description_is_found() {
    let output = found_in(|workspace| workspace.replace("openapi.yaml", "List things", "List all things"));
    assert!(output.contains("List all things"), "{output}");
    // A comment changes no binding, and yet the lock no longer tells what they were generated from.
    let output = found_in(|workspace| workspace.write("openapi.yaml", format!("# Reviewed.\n{SMALL}")));
    assert!(output.contains("-sha256 = ") && !output.contains("canonical_sha256 = \"-"), "{output}");
}

#[test]
fn an_added_overlay_is_found() {
    let overlay = "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n  - {target: $.info, description: A better title., update: {title: Better}}\n";
    let output = found_in(|workspace| workspace.write("overlay.yaml", overlay));
    assert!(output.contains("\n+\"overlay.yaml\" = "), "{output}");
}

#[test]
fn a_wrong_command_line_exits_with_2() {
    for args in [&["verify", "surplus"][..], &["verifi"], &["generate", "--force"]] {
        let run = xtask(&repository(), args);
        assert_eq!(run.code, Some(2), "{args:?}");
        assert!(run.stderr.contains("--help"), "{}", run.stderr);
    }
}

#[test]
fn help_shows_each_command_with_an_example() {
    let help = xtask(&repository(), &["--help"]).stdout;
    for command in ["generate", "verify", "build"] {
        assert!(help.contains(&format!("\n  cargo xtask {command}")), "{help}");
        assert!(xtask(&repository(), &[command, "--help"]).stdout.contains("Example"), "{command}");
    }
}
