//! Compares descriptions of 1, 2, 5 and 10 MB with the wire axis and with the `drift` crate of Oxide, in one run.

use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use xtask::{
    document::Document,
    drift::{Side, compare},
};

/// Runs of each; the median counts.
const RUNS: usize = 7;

/// An API whose JSON is about so many bytes: operations with parameters, shared and inline schemas, both directions.
///
/// OpenAPI 3.0 and one media type, since the other crate takes nothing else. `changed` is what every twentieth schema has.
fn description(bytes: usize, changed: bool) -> Value {
    let mut paths = Map::new();
    let mut schemas = Map::new();
    let mut size = 0;
    for index in 0.. {
        let kind = if changed && index % 20 == 0 { "integer" } else { "string" };
        let schema = json!({"type": "object", "required": ["id"], "properties": {
            "id": {"type": "string", "format": "uuid"},
            "name": {"type": kind, "maxLength": 100, "description": format!("The name of thing {index}.")},
            "state": {"type": "string", "enum": ["new", "open", "closed", "gone"]},
            "parts": {"type": "array", "items": {"type": "object", "properties": {
                "amount": {"type": "integer", "minimum": 0},
                "other": {"$ref": format!("#/components/schemas/Thing{}", index / 2)},
            }}},
        }});
        let body = json!({"description": "A thing.", "content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/Thing{index}")}}}});
        let item = json!({
            "get": {
                "operationId": format!("getThing{index}"),
                "parameters": [
                    {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                    {"name": "page", "in": "query", "schema": {"type": "integer", "minimum": 0}},
                ],
                "responses": {"200": body},
            },
            "put": {
                "operationId": format!("putThing{index}"),
                "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
                "requestBody": {"required": true, "content": body["content"]},
                "responses": {"200": body},
            },
        });
        size += schema.to_string().len() + item.to_string().len() + 40;
        paths.insert(format!("/things{index}/{{id}}"), item);
        schemas.insert(format!("Thing{index}"), schema);
        if size >= bytes {
            break;
        }
    }
    json!({"openapi": "3.0.3", "info": {"title": "Things", "version": "1"}, "paths": paths, "components": {"schemas": schemas}})
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn main() {
    println!("{:>7} {:>9}  {:>12} {:>12} {:>8} {:>12} {:>8}", "MB", "read both", "same", "different", "changes", "drift crate", "changes");
    for megabytes in [1, 2, 5, 10] {
        let (old, new) = (description(megabytes << 20, false), description(megabytes << 20, true));
        let texts = (old.to_string(), new.to_string());
        let read = || (Document::parse(&texts.0).expect("JSON"), Document::parse(&texts.1).expect("JSON"));
        let (old_document, new_document) = read();
        let side = |document: &'_ Document| (document.value.clone(), document.lines.clone());
        let ((old_value, old_lines), (new_value, new_lines)) = (side(&old_document), side(&new_document));
        let (one, other) = (Side { value: &old_value, lines: &old_lines }, Side { value: &new_value, lines: &new_lines });
        let again = old_value.clone();
        let found = compare(one, other).len();
        let reading = median(|| drop(std::hint::black_box(read())));
        let same = median(|| drop(std::hint::black_box(compare(one, Side { value: &again, lines: &old_lines }))));
        let different = median(|| drop(std::hint::black_box(compare(one, other))));
        let theirs_found = drift::compare(&old, &new).map_or(0, |changes| changes.len());
        let theirs = median(|| drop(std::hint::black_box(drift::compare(&old, &new))));
        println!(
            "{:>7.1} {:>9.1?}  {:>12.1?} {:>12.1?} {:>8} {:>12.1?} {:>8}",
            texts.0.len() as f64 / f64::from(1 << 20), reading, same, different, found, theirs, theirs_found
        );
    }
}
