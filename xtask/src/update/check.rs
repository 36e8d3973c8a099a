//! What no longer compiles after an update, beside the change that caused it.

use std::{
    collections::BTreeSet,
    ffi::OsString,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use drift::{Report, RustDifference};
use serde::Deserialize;

use crate::output::{Outcome, unwritable};
use document::{
    error::{Error, Result},
    printable::printable,
};

/// The package that an update rewrites.
const BINDINGS: &str = "hero-api";

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
    let dependents = dependents(&run(root, &["metadata", "--no-deps", "--format-version", "1"])?.0)?;
    if dependents.is_empty() {
        return Ok(Outcome::Good);
    }
    writeln!(out, "\nchecking {}", dependents.join(", ")).map_err(unwritable)?;
    let mut arguments = vec!["check", "--all-targets", "--message-format", "json"];
    for name in &dependents {
        arguments.extend(["--package", name]);
    }
    let (messages, succeeded) = run(root, &arguments)?;
    let errors = errors(&messages);
    if succeeded {
        writeln!(out, "everything compiles").map_err(unwritable)?;
        return Ok(Outcome::Good);
    }
    write!(out, "{}", rendered(&errors, report)).map_err(unwritable)?;
    Ok(Outcome::Differs)
}

fn run(root: &Path, arguments: &[&str]) -> Result<(String, bool)> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let output = Command::new(cargo)
        .args(arguments)
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Error::new("cannot start cargo").because(error))?;
    Ok((String::from_utf8_lossy(&output.stdout).into_owned(), output.status.success()))
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
}

/// The packages of the workspace that depend on the bindings, directly or through each other.
fn dependents(metadata: &str) -> Result<Vec<String>> {
    let Metadata { packages } = serde_json::from_str(metadata)
        .map_err(|error| Error::new("cargo does not say which packages the workspace has").because(error))?;
    let mut found = BTreeSet::from([BINDINGS.to_owned()]);
    loop {
        let leads_there = |package: &&Package| package.dependencies.iter().any(|other| found.contains(&other.name));
        let more: Vec<String> = packages.iter().filter(leads_there).map(|package| package.name.clone()).collect();
        let before = found.len();
        found.extend(more);
        if found.len() == before {
            break;
        }
    }
    Ok(packages
        .into_iter()
        .map(|package| package.name)
        .filter(|name| name != BINDINGS && found.contains(name))
        .collect())
}

/// An error of the compiler.
#[derive(Debug, PartialEq)]
struct CompileError {
    message: String,
    /// `file:line`.
    place: Option<String>,
    /// The words of the message and of the code that it is about.
    words: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Line {
    message: Option<Message>,
}

#[derive(Deserialize)]
struct Message {
    level: String,
    #[serde(rename = "message")]
    text: String,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    line_start: usize,
    is_primary: bool,
    text: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

/// The errors among the messages of cargo, each once.
fn errors(messages: &str) -> Vec<CompileError> {
    let mut found = Vec::new();
    for line in messages.lines() {
        let Ok(Line { message: Some(message) }) = serde_json::from_str(line) else { continue };
        let primary = message.spans.iter().find(|span| span.is_primary);
        // A message without a place only counts the errors before it.
        if message.level != "error" || primary.is_none() {
            continue;
        }
        let code = message.spans.iter().flat_map(|span| &span.text).map(|text| text.text.as_str());
        let error = CompileError {
            place: primary.map(|span| format!("{}:{}", span.file_name, span.line_start)),
            words: code.chain([message.text.as_str()]).flat_map(words).map(str::to_owned).collect(),
            message: message.text,
        };
        if !found.contains(&error) {
            found.push(error);
        }
    }
    found
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

fn rendered(errors: &[CompileError], report: Option<&Report>) -> String {
    let count = errors.len();
    let what = if count == 1 { "place no longer compiles" } else { "places no longer compile" };
    let mut text = format!("{count} {what}:\n");
    for error in errors.iter().take(SHOWN) {
        let place = error.place.as_deref().unwrap_or_default();
        text.push_str(&printable(&format!("  {place}: {}\n", error.message)));
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
fn cause<'a>(error: &CompileError, report: &'a Report) -> Option<(&'a RustDifference, Vec<&'a str>)> {
    let named = |change: &RustDifference| {
        let item: Vec<&str> = words(&change.item).collect();
        let (last, around) = item.split_last()?;
        let is_named = |word: &&&str| error.words.contains(**word);
        error.words.contains(*last).then(|| 1 + around.iter().filter(is_named).count())
    };
    let changes = report.rust.as_ref()?.changes.iter().filter(|change| change.verdict.is_breaking());
    let (_, change) = changes.filter_map(|change| Some((named(change)?, change))).max_by_key(|(score, _)| *score)?;
    let wire = report.wire.as_deref().unwrap_or_default();
    Some((change, change.wire.iter().filter_map(|index| Some(wire.get(*index)?.sentence.as_str())).collect()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn message(level: &str, message: &str, line: usize, code: &str) -> String {
        json!({"reason": "compiler-message", "message": {"level": level, "message": message, "spans": [
            {"file_name": "src/lib.rs", "line_start": line, "is_primary": true, "text": [{"text": code}]},
        ]}})
        .to_string()
    }

    #[test]
    fn dependents_are_those_that_lead_to_the_bindings() {
        let package = |name: &str, dependencies: &[&str]| {
            let dependencies: Vec<_> = dependencies.iter().map(|name| json!({ "name": name })).collect();
            json!({ "name": name, "dependencies": dependencies })
        };
        let metadata = json!({"packages": [
            package("hero-api", &["serde"]), package("hero-api-ext", &["hero-api"]), package("app", &["hero-api-ext"]),
            package("xtask", &["serde"]),
        ]});
        assert_eq!(dependents(&metadata.to_string()).expect("metadata"), ["hero-api-ext", "app"]);
        assert!(dependents("{").is_err());
    }

    #[test]
    fn errors_are_read_once_and_with_their_place() {
        let gone = message("error", "no field `email` on type `Patient`", 7, "    patient.email");
        let messages = [
            gone.clone(),
            message("warning", "unused", 1, ""),
            gone,
            json!({"reason": "compiler-message", "message": {"level": "error", "message": "aborting", "spans": []}})
                .to_string(),
            json!({"reason": "build-finished", "success": false}).to_string(),
            "no JSON".to_owned(),
        ];
        let errors = errors(&messages.join("\n"));
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].place.as_deref(), Some("src/lib.rs:7"));
    }

    #[test]
    fn an_error_is_shown_beside_the_change_that_caused_it() {
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
        let errors = errors(&message("error", "no field `email` on type `Patient`", 7, "    patient.email"));
        let expected = "1 place no longer compiles:\n  src/lib.rs:7: no field `email` on type `Patient`\n    \
            since `Patient::email` is gone\n      because `email` was removed\nto fix: adapt the code, or undo the update with git\n";
        assert_eq!(rendered(&errors, Some(&report)), expected);
        assert!(rendered(&errors, None).contains("no change of the report explains it"));
    }
}
