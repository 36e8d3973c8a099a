//! Compares descriptions of 1, 2, 5 and 10 MB with the wire axis and with the `drift` crate of Oxide, in one run.
//!
//! With `ours` as an argument, the other crate is left out: for a profiler.

mod measure;

use serde_json::{Map, Value, json};
use document::{Document};
use drift::{Side, compare};

use measure::{Times, measure};

/// Both sides allocate as the xtask binary does.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs of ours.
const RUNS: usize = 15;

/// Runs of the other crate, which takes its time.
const THEIR_RUNS: usize = 3;

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

fn main() {
    let ours_only = std::env::args().any(|argument| argument == "ours");
    println!("milliseconds: least on a processor / median on the clock");
    println!(
        "{:>5} {:>15} {:>15} {:>15} {:>8} {:>19} {:>8}",
        "MB", "read both", "same", "different", "changes", "drift crate", "changes"
    );
    for megabytes in [1, 2, 5, 10] {
        let (old, new) = (description(megabytes << 20, false), description(megabytes << 20, true));
        let texts = (old.to_string(), new.to_string());
        let read = || (Document::parse(&texts.0).expect("JSON"), Document::parse(&texts.1).expect("JSON"));
        let (one, other) = read();
        let again = one.value.clone();
        let side = |value, lines| Side { value, lines };
        let (one_side, other_side) = (side(&one.value, &one.lines), side(&other.value, &other.lines));
        let reading = measure(RUNS, read);
        let same = measure(RUNS, || compare(one_side, side(&again, &one.lines)));
        let different = measure(RUNS, || compare(one_side, other_side));
        let found = compare(one_side, other_side).len();
        let theirs = (!ours_only).then(|| measure(THEIR_RUNS, || oxide_drift::compare(&old, &new)));
        let theirs_found = theirs.as_ref().and_then(|_| oxide_drift::compare(&old, &new).ok()).map_or(0, |found| found.len());
        println!(
            "{:>5.1} {:>15} {:>15} {:>15} {:>8} {:>19} {:>8}",
            texts.0.len() as f64 / f64::from(1 << 20),
            shown(&reading),
            shown(&same),
            shown(&different),
            found,
            theirs.as_ref().map_or_else(String::new, shown),
            theirs_found
        );
    }
}

fn shown(times: &Times) -> String {
    let milliseconds = |time: std::time::Duration| format!("{:.1}", time.as_secs_f64() * 1e3);
    format!("{} / {}", times.least_cpu.map_or_else(|| "?".to_owned(), milliseconds), milliseconds(times.median))
}
