//! The third axis: what messages really hold, beside what the description says.
//!
//! `hero-api-ext` observes its own traffic and writes lines without values. [`Traffic::read`] reads them, [`report`] holds them
//! against a description, in the same report as that of two descriptions, and [`Proposal::overlay`] writes the corrections.
//! An observation is judged by the description as it is now: what an overlay has corrected is not reported any more.

mod evidence;
mod judge;
mod overlay;
mod propose;
mod read;
mod response;
mod schema;

use std::collections::BTreeSet;

use codegen::shapes::Shapes;
use serde_json::Value;

use crate::{
    Class, Described, Finding, FindingKind, ParsedDescription, Report, Settings, WireChange,
    assemble::{Axes, assemble},
};

pub use overlay::Action;
pub use propose::Proposal;
pub use read::{Channel, Key, Seen, Traffic};

/// In how many messages a field has to be missing before it is proposed that it is optional.
pub const ENOUGH_TO_DROP: u64 = 3;

/// In how many objects an optional field has to be, without exception, before it is proposed that it is required.
pub const ENOUGH_TO_RAISE: u64 = 100;

/// And in how many messages these objects have to have come.
pub const ENOUGH_MESSAGES: u64 = 20;

/// Holds observations against a description. `effective` is the description with its overlays.
///
/// The report has the wire axis only: what differs breaks a program that follows the description, or it does not.
#[must_use]
pub fn report(
    base: &ParsedDescription,
    effective: &Value,
    traffic: &Traffic,
    settings: &Settings<'_>,
) -> (Report, Proposal) {
    let shapes = Shapes::compile(effective);
    let judge = judge::Judge { base, document: effective, shapes: &shapes, traffic };
    let (mut judged, unknown) = judge.all();
    judged.sort_by(|one, two| {
        let order = |change: &WireChange| (std::cmp::Reverse(change.class), change.old.line, change.new.line);
        order(&one.change).cmp(&order(&two.change))
    });
    let mut findings = findings(base, traffic, &unknown);
    let proposal = Proposal::new(effective, &shapes, traffic, &judged);
    if proposal.without > 0 {
        findings.push(Finding {
            kind: FindingKind::NotProposed,
            message: format!(
                "for {} of the differences there is no correction to propose: {}",
                proposal.without,
                proposal.reasons.iter().cloned().collect::<Vec<_>>().join("; ")
            ),
        });
    }
    let revision = Described {
        name: traffic.files.join(", "),
        title: base.described.title.clone(),
        api_version: base.described.api_version.clone(),
        openapi: base.described.openapi.clone(),
        operations: traffic.operations().len(),
        ..Described::default()
    };
    let changes: Vec<WireChange> = judged.into_iter().map(|one| one.change).collect();
    debug_assert!(changes.iter().all(|change| change.class != Class::Docs), "an observation is never text");
    let axes = Axes { wire: Some(changes), rust: None };
    let mut report = assemble(&base.described, revision, axes, findings, settings);
    // Traffic has no version of its own.
    let of_versions = [FindingKind::BreakWithoutMajorVersion, FindingKind::ChangeWithoutVersion];
    report.findings.retain(|finding| !of_versions.contains(&finding.kind));
    (report, proposal)
}

fn findings(base: &ParsedDescription, traffic: &Traffic, unknown: &BTreeSet<String>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = base.unresolved().collect();
    let others = traffic.descriptions.iter().filter(|sha256| **sha256 != base.described.sha256).count();
    if others > 0 {
        findings.push(Finding {
            kind: FindingKind::OtherDescription,
            message: "some observations were made with another description; they are judged by this one".to_owned(),
        });
    }
    if !unknown.is_empty() {
        let names: Vec<&str> = unknown.iter().map(String::as_str).collect();
        findings.push(Finding {
            kind: FindingKind::OtherDescription,
            message: format!("observations of operations that the description does not have: {}", names.join(", ")),
        });
    }
    findings
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Axis, FailOn, Kind, Verdict, Waivers};

    /// A description, in one of the two versions, with what can be nullable in every way.
    fn description(version: &str) -> Value {
        json!({
            "openapi": version, "info": {"title": "t", "version": "1"},
            "paths": {"/a/{id}": {"get": {
                "operationId": "getA",
                "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
                "responses": {"200": {"$ref": "#/components/responses/A"}, "4XX": {"description": "c"}},
            }}},
            "components": {
                "responses": {"A": {"description": "a", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}},
                "schemas": {
                    "A": {"type": "object", "required": ["b", "text", "choice"], "properties": {
                        "b": {"$ref": "#/components/schemas/B"},
                        "text": {"type": "string"},
                        "list": {"type": "array", "items": {"type": "integer"}},
                        "choice": {"oneOf": [{"type": "string"}, {"$ref": "#/components/schemas/B"}]},
                        "kind": {"type": "string", "enum": ["x"], "x-technical": true},
                        "map": {"type": "object", "additionalProperties": {"type": "string"}},
                    }},
                    "B": {"type": "object", "properties": {"at": {"type": "string", "format": "date-time"}}},
                },
            },
        })
    }

    fn line(kind: &str, path: &str, found: &str, [messages, of, times, of_times]: [u64; 4]) -> String {
        let value = if kind == "unknown-value" { Some("y") } else { None };
        let line = json!({
            "format": 1, "run": "r", "description": "x", "operation": "getA", "direction": "response",
            "status": if path == "404" { 404 } else { 200 }, "path": if path == "404" { "$" } else { path }, "kind": kind,
            "expected": "", "found": found, "value": value, "messages": messages, "of": of, "times": times, "of_times": of_times,
        });
        format!("{line}\n")
    }

    fn judged(document: &Value, lines: &str) -> (Report, Proposal) {
        judged_with(document, lines, FailOn::Any)
    }

    fn judged_with(document: &Value, lines: &str, fail_on: FailOn) -> (Report, Proposal) {
        let base = ParsedDescription::read("openapi.json", format!("{document:#}").into_bytes()).unwrap();
        let traffic = Traffic::read(&[("t.jsonl".to_owned(), lines.as_bytes().to_vec())]).unwrap();
        let waivers = Waivers::default();
        let settings = Settings { axis: Axis::Wire, fail_on, waivers: &waivers, today: "2026-01-01" };
        report(&base, document, &traffic, &settings)
    }

    fn repaired(mut document: Value, proposal: &Proposal) -> Value {
        let text = proposal.overlay("o.yaml", None).unwrap();
        let overlay = document::Document::read("o.yaml", text.as_bytes()).unwrap().value;
        codegen::overlay::apply(&mut document, &[("o.yaml".to_owned(), overlay)])
            .unwrap_or_else(|error| panic!("{error:#}\n{text}"));
        document
    }

    const SOME: [u64; 4] = [4, 9, 4, 9];

    #[test]
    fn each_difference_is_corrected_in_30_and_31() {
        for version in ["3.0.3", "3.1.0"] {
            for (kind, path, found, seen, expected) in [
                ("null", "$.b", "null", SOME, Kind::BecameNullable),
                ("null", "$.text", "null", SOME, Kind::BecameNullable),
                ("null", "$.choice", "null", SOME, Kind::BecameNullable),
                ("null", "$.kind", "null", SOME, Kind::BecameNullable),
                ("null", "$.list[]", "null", SOME, Kind::BecameNullable),
                ("null", "$.map.*", "null", SOME, Kind::BecameNullable),
                ("other-type", "$.text", "integer", SOME, Kind::TypeWidened),
                ("other-type", "$.text", "integer", [9, 9, 9, 9], Kind::TypeWidened),
                ("other-type", "$.b.at", "integer", [9, 9, 9, 9], Kind::TypeWidened),
                ("other-type", "$.b", "array", SOME, Kind::TypeWidened),
                ("other-type", "$.list[]", "object", SOME, Kind::TypeWidened),
                ("other-type", "$", "array", SOME, Kind::TypeWidened),
                ("missing", "$.text", "nothing", SOME, Kind::PropertyBecameOptional),
                ("other-format", "$.b.at", "date", [9, 9, 9, 9], Kind::FormatChanged),
                ("other-format", "$.b.at", "string", SOME, Kind::FormatDropped),
                ("unknown-value", "$.kind", "string", SOME, Kind::EnumValueAdded),
                ("unknown-field", "$.new", "object", SOME, Kind::PropertyAddedOptional),
                ("unknown-field", "$.b.new", "null", SOME, Kind::PropertyAddedOptional),
                ("unknown-field", "$.b.new", "string", [200, 200, 200, 200], Kind::PropertyAddedOptional),
                ("content-type", "$", "text/csv", SOME, Kind::MediaTypeWidened),
                ("content-type", "404", "application/json (array)", SOME, Kind::ResponseContentAdded),
                ("status", "$", "200", SOME, Kind::SuccessStatusAdded),
                ("header", "etag", "string", SOME, Kind::HeaderAdded),
            ] {
                let document = description(version);
                let lines = line(kind, path, found, seen);
                let (report, proposal) = judged(&document, &lines);
                let kinds: Vec<Kind> = report.wire.iter().flatten().map(|change| change.kind).collect();
                if kind == "status" {
                    // This status is described.
                    assert_eq!(kinds, []);
                    continue;
                }
                assert_eq!(kinds, [expected], "{version} {kind} {path}");
                assert_eq!(proposal.without, 0, "{version} {kind} {path}: {:?}", proposal.reasons);
                let after = repaired(document, &proposal);
                let (report, _) = judged(&after, &lines);
                assert_eq!(report.verdict, Verdict::Same, "{version} {kind} {path}: {:#?}\n{after:#}", report.wire);
            }
        }
    }

    #[test]
    fn a_constant_presence_is_proposed_as_required() {
        let lines = line("unknown-field", "$.b.new", "string", [100, 100, 100, 100]);
        let (_, proposal) = judged(&description("3.1.0"), &lines);
        let after = repaired(description("3.1.0"), &proposal);
        let field = after.pointer("/components/schemas/B").unwrap();
        assert_eq!(field["required"], json!(["new"]));
        assert_eq!(field["properties"]["new"], json!({"type": "string", "x-provenance": "observed"}));
        let lines = line("unknown-field", "$.b.new", "string", [99, 99, 99, 99]);
        let after = repaired(description("3.1.0"), &judged(&description("3.1.0"), &lines).1);
        assert_eq!(after.pointer("/components/schemas/B/required"), None);
    }

    #[test]
    fn too_little_evidence_is_reported_and_not_proposed() {
        let (report, proposal) =
            judged(&description("3.1.0"), &line("missing", "$.text", "nothing", [2, 1_204, 2, 1_204]));
        let change = &report.wire.as_ref().unwrap()[0];
        assert_eq!(
            change.sentence,
            "`text` of schema `A` is required, and was missing: seen in 2 of 1,204 responses; 3 are needed to propose that it \
             is optional"
        );
        assert_eq!((report.exit_code, proposal.actions.len(), proposal.without), (2, 0, 1));
        assert!(report.findings.iter().any(|finding| finding.kind == FindingKind::NotProposed));
        assert!(change.old.pointer.ends_with("/schemas/A/properties/text") && change.old.line > 40, "{:?}", change.old);
    }

    #[test]
    fn exit_codes_are_those_of_two_descriptions() {
        let document = description("3.1.0");
        let field = line("unknown-field", "$.new", "string", SOME);
        assert_eq!((judged(&document, &field).0.exit_code, judged(&document, "").0.exit_code), (1, 0));
        let null = line("null", "$.text", "null", SOME);
        assert_eq!(judged(&document, &(field.clone() + &null)).0.exit_code, 2);
        assert_eq!(judged_with(&document, &field, FailOn::Breaking).0.exit_code, 0);
    }

    #[test]
    fn what_the_description_has_lost_is_told() {
        let lines =
            line("null", "$.gone.x", "null", SOME) + &line("null", "$.text", "null", SOME).replace("getA", "getB");
        let (report, _) = judged(&description("3.1.0"), &lines);
        assert_eq!((report.wire.map(|wire| wire.len()), report.exit_code), (Some(0), 0));
        assert!(report.findings.iter().any(|finding| finding.message.contains("getB")), "{:?}", report.findings);
    }

    #[test]
    fn every_form_of_report_shows_an_observation() {
        let (report, _) = judged(&description("3.1.0"), &line("null", "$.text", "null", SOME));
        for format in [
            crate::Format::Text,
            crate::Format::Json,
            crate::Format::Markdown,
            crate::Format::Github,
            crate::Format::Html,
        ] {
            let text = report.render(format, false);
            assert!(text.contains("seen in 4 of 9 responses"), "{text}");
        }
    }

    #[test]
    fn an_operation_with_enough_responses_is_observed() {
        let totals = |of: u64| {
            let line = json!({
                "format": 1, "run": "r", "description": "x", "operation": "getA", "direction": "response", "status": 200, "of": of,
                "optional": [],
            });
            format!("{line}\n")
        };
        assert_eq!(judged(&description("3.1.0"), &totals(19)).1.actions, []);
        let (report, proposal) = judged(&description("3.1.0"), &totals(20));
        assert_eq!((report.verdict, proposal.actions.len()), (Verdict::Same, 1));
        let after = repaired(description("3.1.0"), &proposal);
        assert_eq!(after.pointer("/paths/~1a~1{id}/get/x-provenance"), Some(&json!("observed")));
        assert_eq!(judged(&after, &totals(20)).1.actions, []);
    }
}
