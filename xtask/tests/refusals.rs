//! What cannot be used is refused: no file changes, and the message names the place and the remedy.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]

use crate::support::{SMALL, Workspace};

/// What `generate` says of this description, in a workspace that was good before.
fn refusal(description: &str) -> String {
    assert_ne!(description, SMALL);
    let workspace = Workspace::generated_from(SMALL);
    workspace.write("openapi.yaml", description);
    let message = workspace.is_refused(&["generate"]);
    assert!(message.contains("\n  at openapi.yaml"), "{message}");
    assert!(message.contains("\n  to fix: "), "{message}");
    // Both commands take the same way to the same words.
    assert_eq!(workspace.is_refused(&["verify"]), message);
    message
}

#[track_caller]
fn assert_says(message: &str, parts: &[&str]) {
    for part in parts {
        assert!(message.contains(part), "{part:?} is not in:\n{message}");
    }
}

#[test]
fn broken_yaml_is_refused_with_the_line() {
    let message = refusal(&SMALL.replace("      tags: [Owners]", "      tags: [Owners"));
    assert_says(&message, &["not valid YAML", "openapi.yaml:3"]);
}

#[test]
fn a_key_written_twice_is_refused_with_both_lines() {
    let message = refusal(&SMALL.replace("      summary: Delete a thing\n", "      summary: a\n      summary: b\n"));
    assert_says(
        &message,
        &[
            "\"summary\" is written twice, first on line 22",
            "openapi.yaml:23",
            "/paths/~1v1~1things~1{id}/delete/summary",
        ],
    );
}

#[test]
fn a_reference_to_nothing_is_refused_with_the_place() {
    let message = refusal(
        &SMALL.replace("items: {$ref: '#/components/schemas/Thing'}", "items: {$ref: '#/components/schemas/Thong'}"),
    );
    assert_says(
        &message,
        &[
            "#/components/schemas/Thong",
            "points to nothing",
            "openapi.yaml:17",
            "/paths/~1v1~1things/get/responses/200",
        ],
    );
}

#[test]
fn a_reference_out_of_the_file_is_refused() {
    let message = refusal(&SMALL.replacen("'#/components/schemas/Thing'", "'other.yaml#/Thing'", 1));
    assert_says(&message, &["other.yaml#/Thing", "leaves the file", "bundle"]);
}

#[test]
fn an_unusable_operation_is_refused_by_name() {
    let upload = "      requestBody:\n        content:\n          multipart/mixed:\n            schema: {type: object, properties: {file: {type: string, format: binary}}}\n";
    let message =
        refusal(&SMALL.replace("      summary: Delete a thing\n", &format!("      summary: Delete a thing\n{upload}")));
    assert_says(
        &message,
        &["operation deleteThing", "openapi.yaml:2", "/paths/~1v1~1things~1{id}/delete", "by an overlay"],
    );
}

#[test]
fn a_description_without_operations_is_refused() {
    let (head, _) = SMALL.split_once("paths:").unwrap();
    for description in [format!("{head}paths: {{}}\n"), head.to_owned()] {
        assert_says(&refusal(&description), &["has no operations", "/paths"]);
    }
}

#[test]
fn what_is_no_description_is_refused() {
    assert_says(&refusal("<html>gateway error</html>\n"), &["not an object", "error page"]);
    assert_says(&refusal(&SMALL.replace("openapi: 3.1.0", "swagger: '2.0'")), &["does not state its OpenAPI version"]);
    assert_says(
        &refusal(&SMALL.replace("openapi: 3.1.0", "openapi: 4.0.0")),
        &["`4.0.0` is not supported", "openapi.yaml:1"],
    );
}

#[test]
fn a_transcription_needs_date_and_address() {
    assert_says(&refusal(&SMALL.replace("date: '2026-01-31', ", "")), &["`date`", "/x-transcription"]);
}

fn overlay_refusal(action: &str) -> String {
    let workspace = Workspace::generated_from(SMALL);
    workspace
        .write("overlay.yaml", format!("overlay: 1.0.0\ninfo: {{title: t, version: '1'}}\nactions:\n  - {action}\n"));
    let message = workspace.is_refused(&["generate"]);
    assert_says(&message, &["\n  at overlay.yaml:4, /actions/0", "\n  to fix: "]);
    message
}

#[test]
fn an_unmatched_overlay_action_is_refused() {
    let message = overlay_refusal("{target: '$.paths.nowhere', description: For a reason., remove: true}");
    assert_says(&message, &["matches nothing", "$.paths.nowhere", "delete the action"]);
}

#[test]
fn an_idle_overlay_action_is_refused() {
    assert_says(
        &overlay_refusal("{target: $.info, description: For a reason., update: {title: Small}}"),
        &["changes nothing"],
    );
    assert_says(&overlay_refusal("{target: $.info, update: {title: Better}}"), &["`description` is missing"]);
}

/// A workspace whose description was fetched, as `update` will leave it: without the mark of a transcription.
fn published() -> Workspace {
    let workspace = Workspace::generated_from(SMALL);
    let sha256 = |workspace: &Workspace| document::sha256_hex(workspace.read("openapi.yaml").as_bytes());
    let before = sha256(&workspace);
    let mark = SMALL.lines().find(|line| line.starts_with("x-transcription")).unwrap();
    workspace.replace("openapi.yaml", &format!("{mark}\n"), "");
    workspace.replace(
        "openapi.lock",
        &format!("\nsha256 = \"{before}\""),
        &format!("\nsha256 = \"{}\"", sha256(&workspace)),
    );
    workspace.replace("openapi.lock", "origin = \"transcribed\"", "origin = \"published\"");
    workspace.replace("openapi.lock", "transcribed = \"2026-01-31\"", "fetched = \"2026-02-28\"");
    workspace.succeeds(&["generate"]);
    workspace
}

#[test]
fn a_published_description_needs_no_mark() {
    let workspace = published();
    let lock = workspace.read("openapi.lock");
    assert_says(
        &lock,
        &["origin = \"published\"", "fetched = \"2026-02-28\"", "url = \"https://example.com/openapi.yaml\""],
    );
    assert!(workspace.read("hero-api/src/generated/mod.rs").contains("SPEC_ORIGIN: &str = \"published\""));
    workspace.succeeds(&["verify"]);
}

#[test]
fn an_edited_published_description_is_refused() {
    let workspace = published();
    workspace.replace("openapi.yaml", "List things", "List all things");
    for command in ["generate", "verify"] {
        assert_says(&workspace.is_refused(&[command]), &["edited by hand", "openapi.yaml", "overlay.yaml"]);
    }
}

#[test]
fn a_description_of_unknown_origin_is_refused() {
    let workspace = published();
    workspace.remove("openapi.lock");
    assert_says(&workspace.is_refused(&["generate"]), &["no lock says where it was published", "x-transcription"]);
}

#[test]
fn a_lock_that_cannot_be_read_is_refused() {
    let workspace = Workspace::generated_from(SMALL);
    workspace.write("openapi.lock", "<<<<<<< ours\n");
    assert_says(&workspace.is_refused(&["generate"]), &["at openapi.lock:1", "restore the committed openapi.lock"]);
}

#[test]
fn a_missing_description_is_refused() {
    let workspace = Workspace::generated_from(SMALL);
    workspace.remove("openapi.yaml");
    assert_says(&workspace.is_refused(&["generate"]), &["missing", "openapi.yaml", "restore it from git"]);
}
