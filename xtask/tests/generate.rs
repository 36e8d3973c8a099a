//! `cargo xtask generate`: the same bytes everywhere, and no file touched that need not be.

use std::{
    fs,
    time::{Duration, SystemTime},
};

use crate::support::{SMALL, Workspace, differences};

#[test]
fn another_folder_generates_the_same_bytes() {
    let committed = Workspace::copy_of_the_repository();
    let before = committed.bytes();
    let output = committed.succeeds(&["generate"]);
    assert!(output.contains(" 0 created, 0 changed, 0 removed, "), "{output}");
    assert_eq!(differences(&committed.bytes(), &before), [""; 0]);

    let bare = Workspace::copy_of_the_repository();
    bare.listed().iter().for_each(|path| bare.remove(path));
    bare.remove("openapi.lock");
    bare.succeeds(&["generate"]);
    assert_eq!(differences(&bare.bytes(), &before), [""; 0], "the lock and all generated files come back");
}

#[test]
fn any_deleted_files_come_back() {
    let workspace = Workspace::copy_of_the_repository();
    let before = workspace.bytes();
    let listed = workspace.listed();
    listed.iter().step_by(17).for_each(|path| workspace.remove(path));
    let output = workspace.succeeds(&["generate"]);
    assert!(output.contains(&format!(" {} created, 0 changed,", listed.len().div_ceil(17))), "{output}");
    assert_eq!(differences(&workspace.bytes(), &before), [""; 0]);
}

#[test]
fn each_generated_file_comes_back() {
    let workspace = Workspace::generated_from(SMALL);
    let before = workspace.bytes();
    for path in workspace.listed().iter().map(String::as_str).chain(["openapi.lock"]) {
        workspace.remove(path);
        workspace.succeeds(&["generate"]);
        assert_eq!(differences(&workspace.bytes(), &before), [""; 0], "{path}");
    }
}

#[test]
fn a_file_edited_by_hand_is_written_anew() {
    let workspace = Workspace::generated_from(SMALL);
    let before = workspace.bytes();
    workspace.write("hero-api/src/generated/mod.rs", "//! Mine.\n");
    workspace.succeeds(&["generate"]);
    assert_eq!(differences(&workspace.bytes(), &before), [""; 0]);
}

#[test]
fn stale_files_go_and_foreign_ones_stay() {
    let workspace = Workspace::generated_from(SMALL);
    let foreign =
        ["hero-api/src/generated/things/notes.txt", "hero-api/src/generated/mine.rs", "docs/own.md", "README.md"];
    for path in foreign {
        workspace.write(path, "mine");
    }
    let (before, operation) = SMALL.split_once("  /v1/owners/").unwrap();
    let (_, after) = operation.split_once("components:").unwrap();
    workspace.write("openapi.yaml", format!("{before}components:{after}"));
    let output = workspace.succeeds(&["generate"]);
    assert!(output.contains("removed  hero-api/src/generated/owners/get_owned_thing.rs"), "{output}");
    assert!(!workspace.root().join("hero-api/src/generated/owners").exists(), "an empty folder is left");
    assert!(!workspace.read("hero-api/Cargo.toml").contains("owners"));
    for path in foreign {
        assert_eq!(workspace.read(path), "mine", "{path}");
    }
    workspace.succeeds(&["verify"]);
}

#[test]
fn only_changed_files_are_written() {
    let workspace = Workspace::generated_from(SMALL);
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let paths: Vec<String> = workspace.bytes().into_keys().collect();
    for path in &paths {
        fs::File::options().append(true).open(workspace.root().join(path)).unwrap().set_modified(long_ago).unwrap();
    }
    let touched = || -> Vec<&str> {
        let modified = |path: &str| fs::metadata(workspace.root().join(path)).unwrap().modified().unwrap();
        paths.iter().map(String::as_str).filter(|path| modified(path) != long_ago).collect()
    };
    workspace.succeeds(&["generate"]);
    assert_eq!(touched(), [""; 0], "nothing had changed");

    workspace.replace("openapi.yaml", "Delete a thing", "Remove a thing");
    workspace.succeeds(&["generate"]);
    let expected = [
        "hero-api-ext/src/sandbox/openapi.json",
        "hero-api/src/generated/mod.rs",
        "hero-api/src/generated/things/delete_thing.rs",
        "hero-api/src/generated/things/mod.rs",
        "openapi.lock",
        "openapi.yaml",
    ];
    assert_eq!(touched(), expected);
}

#[test]
fn the_summary_says_what_was_done() {
    let workspace = Workspace::with(SMALL);
    workspace.write(
        "overlay.yaml",
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n  - {target: $.info, description: A better title., update: {title: Better}}\n",
    );
    let output = workspace.succeeds(&["generate"]);
    assert!(output.starts_with("Better 1.0.0: 3 operations, "), "{output}");
    for part in ["overlay       1 × A better title.", "normalise ", "bindings ", "created  ", "0 as they were"] {
        assert!(output.contains(part), "{part}: {output}");
    }
}

/// Fourteen operations with something that has to be assumed, and one method that the client lacks.
fn careless() -> String {
    let get = |index: usize| format!("  /a{index}/{{id}}: {{get: {{responses: {{'204': {{description: ok}}}}}}}}\n");
    let paths: String = (0..14).map(get).collect();
    format!(
        "openapi: 3.0.3\ninfo: {{title: Careless, version: '1'}}\nx-transcription: {{date: '2026-01-31', published-at: https://example.com/openapi.yaml}}\npaths:\n{paths}  /b: {{trace: {{responses: {{}}}}, get: {{responses: {{'204': {{description: ok}}}}}}}}\n"
    )
}

#[test]
fn what_was_dropped_or_assumed_is_told() {
    let output = Workspace::with(&careless()).succeeds(&["generate"]);
    for line in [
        "  note       line 19, /paths/~1b/trace: TRACE is left out: the client has no such method\n",
        "  note       line 5, /paths/~1a0~1{id}/get: the path parameter `id` is declared nowhere: it is taken for a text\n",
    ] {
        assert!(output.contains(line), "{line}: {output}");
    }
}

#[test]
fn inspect_shows_everything_when_asked() {
    let workspace = Workspace::with(&careless());
    let file = workspace.root().join("openapi.yaml");
    let few = workspace.succeeds(&["inspect", file.to_str().unwrap()]);
    assert!(few.contains("(`--all` shows them)"), "{few}");
    let all = workspace.succeeds(&["inspect", file.to_str().unwrap(), "--all"]);
    assert!(all.lines().count() > few.lines().count() && !all.contains("more ("), "{all}");
}

#[test]
fn an_error_names_the_file_of_spec() {
    let folder = tempfile::tempdir().unwrap();
    let spec = folder.path().join("petstore.yaml");
    fs::write(&spec, careless().replace("{description: ok}", "{$ref: '#/components/responses/Ok'}")).unwrap();
    let out = folder.path().join("out");
    let args = ["generate", "--spec", spec.to_str().unwrap(), "--out", out.to_str().unwrap(), "--name", "careless"];
    let run = crate::support::xtask(folder.path(), &args);
    assert_eq!(run.code, Some(1), "{run:#?}");
    assert!(run.stderr.contains(&format!("at {}:5, /paths/~1a0", spec.display())), "{}", run.stderr);
}
