//! Pairs of descriptions with the verdict that follows from what OpenAPI and JSON Schema say.
//!
//! The expected verdicts were decided before the first run. `reported` are pairs that were wrong once; `kinds` are more of
//! the same kinds, most of them in both directions, sent and received; `more` were written later, to find misses.

use document::Document;
use drift::{Axis, Class, FailOn, ParsedDescription, RustContext, Settings, Verdict, Waivers};
use serde_json::{Value, json};

const REPORTED: &str = include_str!("verdicts/reported.jsonl");
const KINDS: &str = include_str!("verdicts/kinds.jsonl");
const MORE: &str = include_str!("verdicts/more.jsonl");

/// The verdict in the words of the data.
fn verdict(base: &str, revision: &str) -> String {
    let read = |text: &str| ParsedDescription::read("file", text.as_bytes().to_vec());
    let (Ok(base), Ok(_)) = (read(base), read(revision)) else { return "rc3".to_owned() };
    let settings =
        Settings { axis: Axis::Wire, fail_on: FailOn::Any, waivers: &Waivers::default(), today: "2030-01-01" };
    let revision = Some(("revision".to_owned(), revision.as_bytes().to_vec()));
    let report = drift::report(&base, revision, Vec::new(), &RustContext::default(), &settings).unwrap();
    let text_only = report.wire.iter().flatten().all(|change| change.class == Class::Docs);
    match report.verdict {
        Verdict::Same => "same",
        Verdict::Drift if text_only => "docs",
        Verdict::Drift => "compatible",
        Verdict::Breaking => "break",
        Verdict::CannotTell => "rc3",
    }
    .to_owned()
}

fn check(pairs: &str) {
    let mut failures = Vec::new();
    for line in pairs.lines() {
        let pair: Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| pair[key].as_str().map_or_else(|| pair[key].to_string(), str::to_owned);
        let (expected, found) = (text("expected"), verdict(&text("base"), &text("revision")));
        // Whether what breaks nobody is text or not is not what these pairs are about.
        let folded = |word: &str| if word == "docs" { "compatible".to_owned() } else { word.to_owned() };
        if folded(&expected) != folded(&found) {
            failures.push(format!("{}: expected {expected}, found {found}", text("name")));
        }
    }
    assert!(failures.is_empty(), "{} wrong:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn reported_pairs_have_their_verdict() {
    check(REPORTED);
}

#[test]
fn pairs_of_each_kind_have_their_verdict() {
    check(KINDS);
}

#[test]
fn pairs_that_look_for_misses_have_their_verdict() {
    check(MORE);
}

fn body(schema: &Value, components: Value) -> String {
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Clinic", "version": "1"},
        "paths": {"/notes": {"post": {
            "requestBody": {"content": {"application/json": {"schema": schema}}},
            "responses": {"200": {"description": "done"}},
        }}},
        "components": components,
    })
    .to_string()
}

fn tagged(count: usize) -> Vec<Value> {
    let tagged = |index: usize| {
        let tag = json!({"type": "string", "enum": [format!("t{index}")]});
        json!({"type": "object", "required": ["type"], "properties": {"type": tag, format!("f{index}"): {"type": "string"}}})
    };
    (0..count).map(tagged).collect()
}

#[test]
fn hundreds_of_alternatives_are_paired_by_tag() {
    let one_of = |list: &[Value]| body(&json!({"oneOf": list}), json!({}));
    let mut list = tagged(300);
    let base = one_of(&list);
    list.reverse();
    assert_eq!(verdict(&base, &one_of(&list)), "same");
    list[7]["description"] = json!("other");
    assert_eq!(verdict(&base, &one_of(&list)), "docs");
    list.extend(tagged(301).pop());
    assert_eq!(verdict(&base, &one_of(&list)), "compatible");
    assert_eq!(verdict(&one_of(&list), &base), "break");
}

#[test]
fn a_long_chain_of_callbacks_is_compared() {
    const LENGTH: usize = 2_000;
    let chain = |text: &str| {
        let callback = |index: usize| {
            let next = format!("#/components/callbacks/k{}", (index + 1) % LENGTH);
            let operation = json!({
                "summary": text,
                "responses": {"200": {"description": "done"}},
                "callbacks": {"next": {"$ref": next}},
            });
            (format!("k{index}"), json!({"{$request.body#/url}": {"post": operation}}))
        };
        let callbacks: serde_json::Map<String, Value> = (0..LENGTH).map(callback).collect();
        json!({
            "openapi": "3.0.3",
            "info": {"title": "Clinic", "version": "1"},
            "paths": {"/c": {"post": {
                "responses": {"200": {"description": "done"}},
                "callbacks": {"first": {"$ref": "#/components/callbacks/k0"}},
            }}},
            "components": {"callbacks": callbacks},
        })
        .to_string()
    };
    assert_eq!(verdict(&chain("one"), &chain("two")), "docs");
}

#[test]
fn circular_inheritance_comes_to_an_end() {
    let entangled = |kind: &str| {
        let schema = |index: usize| {
            let others = (0..40).filter(|other| *other != index);
            let mut parts: Vec<Value> =
                others.map(|other| json!({"$ref": format!("#/components/schemas/S{other}")})).collect();
            let next = json!({"$ref": format!("#/components/schemas/S{}", (index + 1) % 40)});
            parts.push(json!({"properties": {format!("p{index}"): next, "q": {"type": kind}}}));
            (format!("S{index}"), json!({"allOf": parts}))
        };
        let schemas: serde_json::Map<String, Value> = (0..40).map(schema).collect();
        body(&json!({"$ref": "#/components/schemas/S0"}), json!({"schemas": schemas}))
    };
    assert_eq!(verdict(&entangled("string"), &entangled("integer")), "break");
    assert_eq!(verdict(&entangled("string"), &entangled("string")), "same");
}

#[test]
fn a_missing_reference_is_named_with_its_place() {
    let text = body(&json!({"$ref": "other.yaml#/X"}), json!({}));
    let base = ParsedDescription::read("base.json", text.as_bytes().to_vec()).unwrap();
    for axis in [Axis::Wire, Axis::Rust, Axis::Both] {
        let settings = Settings { axis, fail_on: FailOn::Any, waivers: &Waivers::default(), today: "2030-01-01" };
        let report = drift::report(&base, None, Vec::new(), &RustContext::default(), &settings).unwrap();
        assert_eq!((report.verdict, report.exit_code), (Verdict::CannotTell, 3));
        assert_eq!(
            report.findings[0].message,
            "base.json, line 1, /paths/~1notes/post/requestBody/content/application~1json/schema: the reference \
             `other.yaml#/X` leads to nothing in this file, so what it stands for cannot be compared"
        );
    }
}

#[test]
fn a_wrong_shape_is_refused_with_its_place() {
    for (text, place) in [
        (r#"{"openapi": "3.0.3", "info": {}, "paths": []}"#, "/paths"),
        (r#"{"openapi": "3.0.3", "info": {}, "paths": {"/a": {"get": "text"}}}"#, "/paths/~1a/get"),
    ] {
        let error = ParsedDescription::read("base.json", text.as_bytes().to_vec()).unwrap_err();
        assert_eq!(error.pointer(), Some(place), "{error:#}");
        assert!(Document::parse(text).is_ok());
    }
}
