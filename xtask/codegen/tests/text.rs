//! Text never changes code: titles, descriptions, summaries, examples, external docs and unknown `x-` members change doc
//! lines and nothing else.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]

use std::{collections::BTreeMap, thread};

use codegen::pipeline::{self, Input};
use document::schema;
use proptest::prelude::*;
use quote::ToTokens as _;
use serde_json::{Map, Value, json};
use syn::{Attribute, FieldValue, File, Member, parse_quote, visit_mut::VisitMut};

const DESCRIPTIONS: [&str; 7] = [
    include_str!("descriptions/alternatives.yaml"),
    include_str!("descriptions/open_enum.yaml"),
    include_str!("descriptions/paged.yaml"),
    include_str!("descriptions/patch_body.yaml"),
    include_str!("descriptions/redaction.yaml"),
    include_str!("descriptions/text.yaml"),
    include_str!("descriptions/two_tags.yaml"),
];

fn read(description: &str) -> Value {
    document::Document::read("openapi.yaml", description.as_bytes()).unwrap().value
}

fn files(description: &Value) -> BTreeMap<String, String> {
    let bytes = description.to_string();
    pipeline::run(Input::new(bytes.as_bytes(), &[], "file"))
        .unwrap_or_else(|error| panic!("{error:#}\n{description}"))
        .files
}

/// The tokens of each file without its documentation. The summary in the operation table is documentation at run time.
fn code(files: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    struct WithoutText;
    impl VisitMut for WithoutText {
        fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
            attributes.retain(|attribute| !attribute.path().is_ident("doc"));
        }

        fn visit_field_value_mut(&mut self, field: &mut FieldValue) {
            if matches!(&field.member, Member::Named(name) if name == "summary") {
                field.expr = parse_quote!("");
            }
            syn::visit_mut::visit_field_value_mut(self, field);
        }
    }
    let tokens = |text: &String| {
        let mut file: File = syn::parse_file(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        WithoutText.visit_file_mut(&mut file);
        file.to_token_stream().to_string()
    };
    // The hash of the description is a constant of the root.
    let without_hash = |tokens: String| {
        let is_hash =
            |word: &str| word.len() == 66 && word.trim_matches('"').bytes().all(|byte| byte.is_ascii_hexdigit());
        tokens.split(' ').filter(|word| !is_hash(word)).collect::<Vec<_>>().join(" ")
    };
    files.iter().map(|(path, text)| (path.clone(), without_hash(tokens(text)))).collect()
}

#[track_caller]
fn assert_same_code(plain: &Value, changed: &Value) {
    let code_of = |description: &Value| code(&files(description));
    let (before, after) = thread::scope(|scope| {
        let before = scope.spawn(|| code_of(plain));
        let after = code_of(changed);
        (before.join().unwrap(), after)
    });
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (path, tokens) in &before {
        if tokens != &after[path] {
            let same = tokens.bytes().zip(after[path].bytes()).take_while(|(one, other)| one == other).count();
            let around =
                |text: &str| text.bytes().skip(same.saturating_sub(200)).take(400).map(char::from).collect::<String>();
            panic!("{path} differs:\n{}\n\n{}", around(tokens), around(&after[path]));
        }
    }
}

/// Writes `text` wherever a description may have text, or removes all text.
fn with_text(description: &Value, text: Option<&str>) -> Value {
    let mut document = description.clone();
    let write = |holder: &mut Value, names: &[&str]| {
        let Value::Object(members) = holder else { return };
        for name in names {
            members.shift_remove(*name);
            if let Some(text) = text {
                members.insert((*name).to_owned(), value_of(name, text));
            }
        }
    };
    write(&mut document, &["x-unknown-member", "externalDocs"]);
    write(&mut document["info"], &["title", "description", "x-unknown-member"]);
    for tag in document.get_mut("tags").and_then(Value::as_array_mut).into_iter().flatten() {
        write(tag, &["description", "externalDocs", "x-unknown-member"]);
    }
    for (_, item) in document["paths"].as_object_mut().into_iter().flatten() {
        write(item, &["summary", "description", "x-unknown-member"]);
    }
    let content = |holder: &mut Value| {
        for (_, media) in holder.get_mut("content").and_then(Value::as_object_mut).into_iter().flatten() {
            write(media, &["example", "x-unknown-member"]);
        }
    };
    schema::for_each_operation(&mut document, &mut |_, operation| {
        write(operation, &["summary", "description", "externalDocs", "x-unknown-member", "x-dropshot-pagination"]);
        for parameter in operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
            write(parameter, &["description", "example", "x-unknown-member", "x-wire-name", "x-delimiter"]);
        }
        if let Some(body) = operation.get_mut("requestBody") {
            write(body, &["description", "x-unknown-member"]);
            content(body);
        }
        for (_, response) in operation["responses"].as_object_mut().into_iter().flatten() {
            // OpenAPI requires the description of a response.
            write(response, &["x-unknown-member"]);
            response["description"] = json!(text.unwrap_or_default());
            content(response);
        }
        Ok(())
    })
    .unwrap();
    schema::visit(&mut document, &mut |pointer, _, schema| {
        // A reference of OpenAPI 3.0 has no other members, and the title of a member of a union names its variant.
        if schema.get("$ref").is_none() {
            let is_member = pointer.contains("/oneOf/") || pointer.contains("/anyOf/");
            write(schema, if is_member { &SCHEMA_TEXTS[1..] } else { &SCHEMA_TEXTS });
        }
        Ok(())
    })
    .unwrap();
    document
}

/// `x-` members that the pipeline uses inside among them: a file that has them means nothing by it.
const SCHEMA_TEXTS: [&str; 12] = [
    "title",
    "description",
    "example",
    "externalDocs",
    "x-unknown-member",
    "x-rust-type",
    "x-wire-values",
    "x-enum-closed",
    "x-three-states",
    "x-by-status",
    "x-part-types",
    "x-direction",
];

fn value_of(name: &str, text: &str) -> Value {
    match name {
        "externalDocs" => json!({"url": text, "description": text}),
        "x-wire-values" | "x-by-status" => json!([[text], [text]]),
        "x-part-types" => json!({"scan": text, "title": text}),
        "x-enum-closed" | "x-three-states" => json!(true),
        "x-rust-type" | "x-dropshot-pagination" => json!({"crate": text, "path": text, "required": []}),
        "x-direction" => json!("request"),
        "x-unknown-member" => Value::Object(Map::from_iter([(text.to_owned(), json!([text]))])),
        _ => json!(text),
    }
}

/// Pieces that mean something to Rust, serde, rustdoc, the generator or a terminal.
const PIECES: [&str; 40] = [
    "flatten",
    "#[serde(flatten)]",
    "untagged",
    "skip_serializing_if",
    "default",
    "Option::deserialize",
    "deny_unknown_fields",
    "crate :: Upload",
    "crate::Upload",
    ":: Vec",
    "::std::vec::Vec<i64>",
    "types :: builder :: Thing",
    "types ::",
    "HeaderName :: from_static (\"api-version\")",
    "HeaderMap :: with_capacity",
    "header_map . append",
    ". build () ?",
    "super :: Client",
    "CONTENT_TYPE",
    "Error::ErrorResponse",
    "derive(Debug)",
    "\"format\":\"upload\"",
    "#[doc = \"x\"]",
    "*/",
    "/*",
    "//",
    "/",
    "```",
    "~~~",
    "`",
    "}",
    "pub struct X;",
    "\"#",
    "\\",
    "\n",
    "\r\n    ",
    "\r",
    "\u{202e}",
    "\u{2066}",
    "\u{0}\u{1b}[2J",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        2 => "\\PC{0,12}",
        1 => proptest::collection::vec(any::<char>(), 0..6).prop_map(String::from_iter),
    ];
    proptest::collection::vec((piece, "[ \n]?"), 1..8)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_changes_doc_lines_only(text in texts(), which in 0..DESCRIPTIONS.len()) {
        let description = read(DESCRIPTIONS[which]);
        assert_same_code(&with_text(&description, None), &with_text(&description, Some(&text)));
    }

    #[test]
    fn no_text_brings_a_bidi_control_into_a_file(text in texts()) {
        let text = format!("{text}\u{202a}{text}\u{2069}");
        for (path, file) in files(&with_text(&read(DESCRIPTIONS[5]), Some(&text))) {
            let found = file.chars().find(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
            prop_assert_eq!(found, None, "{} of {:?}", path, text);
        }
    }
}

#[test]
fn every_dangerous_word_changes_doc_lines_only() {
    let text = PIECES.join(" ");
    for description in DESCRIPTIONS {
        let description = read(description);
        assert_same_code(&with_text(&description, None), &with_text(&description, Some(&text)));
    }
}

#[test]
fn text_beside_a_reference_changes_doc_lines_only() {
    for description in DESCRIPTIONS {
        let mut plain = with_text(&read(description), None);
        plain["openapi"] = json!("3.1.0");
        let mut changed = plain.clone();
        schema::visit(&mut changed, &mut |_, _, schema| {
            if schema.get("$ref").is_some() {
                for name in ["description", "x-unknown-member"] {
                    schema[name] = value_of(name, "flatten");
                }
            }
            Ok(())
        })
        .unwrap();
        assert_same_code(&plain, &changed);
    }
}

#[test]
fn a_long_text_moves_no_type_to_another_file() {
    let description = read(DESCRIPTIONS[5]);
    assert_same_code(&with_text(&description, None), &with_text(&description, Some(&"A line.\n\n".repeat(100))));
}

#[test]
fn titles_of_our_description_change_doc_lines_only() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../openapi.yaml");
    let description = read(&std::fs::read_to_string(path).unwrap());
    assert_same_code(&with_text(&description, None), &with_text(&description, Some("flatten \u{202e}`*/ untagged")));
}

#[test]
fn parameters_keep_name_and_form() {
    let description = json!({
        "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"get": {
            "operationId": "getA",
            "parameters": [
                {"name": "page", "in": "query", "schema": {"type": "integer"}, "x-wire-name": "other"},
                {"name": "ids", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}, "x-delimiter": ";"},
            ],
            "responses": {"204": {"description": "ok"}},
        }}},
    });
    let bytes = description.to_string();
    let output = pipeline::run(Input::new(bytes.as_bytes(), &[], "file")).unwrap();
    let parameters = &output.model.operations[0].parameters;
    let facts: Vec<_> = parameters.iter().map(|one| (one.name.as_str(), one.delimiter.as_deref())).collect();
    assert_eq!(facts, [("page", None), ("ids", None)]);
}

#[test]
fn a_description_may_use_reserved_words() {
    let description = json!({
        "openapi": "3.0.3", "info": {"title": "Words", "version": "1.0.0"},
        "paths": {"/words": {"get": {
            "operationId": "listWords",
            "description": "Never fails with Error::ErrorResponse.",
            "parameters": [
                {"name": "api-version", "in": "query", "required": true, "schema": {"type": "string"}},
                {"name": "api_version", "in": "header", "schema": {"type": "string"}},
            ],
            "responses": {"200": {"description": "Words.", "content": {"application/json": {"schema": {
                "type": "object", "properties": {"x_rust_type": {"type": "string"}, "derive(Debug)": {"type": "string"}},
            }}}}},
        }}},
    });
    files(&description);
}
