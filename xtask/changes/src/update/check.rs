//! What no longer compiles after an update, beside the change that caused it.

use std::{io::Write, path::Path, process::Stdio};

use drift::{CompilerMessage, Report, RustDifference};

use xtask::{
    cargo,
    output::{Outcome, unwritable},
};

use crate::metadata::Metadata;
use document::{error::Result, printable::printable};

/// So many errors are shown.
const SHOWN: usize = 20;

/// Lets cargo check the packages of the workspace that depend on the bindings, and says what does not compile and why.
///
/// # Errors
///
/// When cargo cannot be run.
pub(super) fn check(root: &Path, report: Option<&Report>, out: &mut dyn Write) -> Result<Outcome> {
    if !root.join("Cargo.toml").exists() {
        return Ok(Outcome::Good);
    }
    let printed = cargo::run(root, &["metadata", "--no-deps", "--format-version", "1"], Stdio::inherit())?;
    let metadata = Metadata::read(&printed.stdout)?;
    let dependents: Vec<&str> = metadata.dependents().into_iter().map(|package| package.name.as_str()).collect();
    if dependents.is_empty() {
        return Ok(Outcome::Good);
    }
    writeln!(out, "\nchecking {}", dependents.join(", ")).map_err(unwritable)?;
    let mut arguments = vec!["check", "--all-targets", "--message-format", "json"];
    for name in &dependents {
        arguments.extend(["--package", name]);
    }
    let checked = cargo::run(root, &arguments, Stdio::inherit())?;
    if checked.succeeded {
        writeln!(out, "everything compiles").map_err(unwritable)?;
        return Ok(Outcome::Good);
    }
    let errors: Vec<CompilerMessage> =
        CompilerMessage::read(&checked.stdout).into_iter().filter(|message| message.is_error).collect();
    write!(out, "{}", rendered(&errors, report)).map_err(unwritable)?;
    Ok(Outcome::Differs)
}

fn rendered(errors: &[CompilerMessage], report: Option<&Report>) -> String {
    let count = errors.len();
    let what = if count == 1 { "place no longer compiles" } else { "places no longer compile" };
    let mut text = format!("{count} {what}:\n");
    for error in errors.iter().take(SHOWN) {
        text.push_str(&printable(&format!("  {}:{}: {}\n", error.file, error.line, error.text)));
        match report.and_then(|report| cause(error, report)) {
            Some((change, wire)) => {
                text.push_str(&printable(&format!("    since {}\n", change.sentence)));
                for sentence in wire {
                    text.push_str(&printable(&format!("      because {sentence}\n")));
                }
            }
            None => text.push_str("    no change of the report explains it\n"),
        }
    }
    if count > SHOWN {
        text.push_str(&format!("  … and {} more\n", count - SHOWN));
    }
    text.push_str("to fix: adapt the code, or undo the update with git\n");
    text
}

/// The breaking change whose item an error names, and what changed on the wire for it.
fn cause<'a>(error: &CompilerMessage, report: &'a Report) -> Option<(&'a RustDifference, Vec<&'a str>)> {
    let change = report.rust.as_ref()?.changes.get(drift::cause(error, report)?)?;
    let wire = report.wire.as_deref().unwrap_or_default();
    Some((change, change.wire.iter().filter_map(|index| Some(wire.get(*index)?.sentence.as_str())).collect()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_error_is_shown_beside_its_cause() {
        let change = |item: &str, sentence: &str, wire: usize| json!({"fingerprint": "", "rule": "field-removed", "verdict": "source-break", "item": item, "sentence": sentence, "operations": [], "wire": [wire]});
        let place = json!({"pointer": "", "line": 1});
        let wire = json!({"fingerprint": "", "kind": "property-removed-optional", "class": "response-break", "classes": [], "directions": [],
            "operations": [], "operation_ids": [], "location": "", "sentence": "`email` was removed", "old": place, "new": place});
        let described = json!({"name": "", "sha256": "", "canonical_sha256": "", "title": "", "api_version": "", "openapi": "", "operations": 1});
        let report: Report = serde_json::from_value(json!({
            "report_version": 2, "verdict": "breaking", "exit_code": 2, "breaks": {"wire": true, "rust": true, "users": true}, "base": described, "revision": described,
            "summary": {"request_break": 0, "response_break": 1, "compatible": 0, "docs": 0, "waived": 0}, "findings": [],
            "wire": [wire],
            "rust": {"changes": [
                change("hero_api::types::Practice::email", "`Practice::email` is gone", 9),
                change("hero_api::types::Patient::email", "`Patient::email` is gone", 0),
            ]},
        }))
        .expect("report");
        let message = json!({"message": {"level": "error", "message": "no field `email` on type `Patient`", "spans": [
            {"file_name": "src/lib.rs", "line_start": 7, "is_primary": true, "text": [{"text": "    patient.email"}]},
        ]}});
        let errors = CompilerMessage::read(&message.to_string());
        let expected = "1 place no longer compiles:\n  src/lib.rs:7: no field `email` on type `Patient`\n    \
            since `Patient::email` is gone\n      because `email` was removed\nto fix: adapt the code, or undo the update with git\n";
        assert_eq!(rendered(&errors, Some(&report)), expected);
        assert!(rendered(&errors, None).contains("no change of the report explains it"));
    }
}
