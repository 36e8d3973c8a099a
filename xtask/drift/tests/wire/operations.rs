//! Each mutation outside schemas, both ways; what moves; and what many operations share.

use drift::Class;
use serde_json::{Value, json};

use crate::{
    differences,
    operation_rows::{base, mutated, rows},
    rust_verdicts, shown, wrong,
};

#[test]
fn every_mutation_is_one_change_both_ways() {
    let mut failures = Vec::new();
    for row in rows() {
        let (pointer, _, forward, backward) = &row;
        let (old, new) = (base(), mutated(&row));
        for (old, new, (kind, class, _)) in [(&old, &new, forward), (&new, &old, backward)] {
            if let Some(wrong) = wrong(&differences(old, new), kind, *class) {
                failures.push(format!("{pointer}: {wrong}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}:\n{}", failures.len(), failures.join("\n"));
}

fn renamed(from: &str, to: &str) -> Value {
    let mut description = base();
    let paths = description["paths"].as_object_mut().unwrap();
    let item = paths.shift_remove(from).unwrap();
    paths.insert(to.to_owned(), item);
    description
}

#[test]
fn an_operation_that_moves_is_moved_and_not_lost() {
    let changes = differences(&base(), &renamed("/v1/patients/{id}/merge", "/v2/patients/{id}/merge"));
    assert_eq!(wrong(&changes, "operation-moved", Class::RequestBreak), None);
    assert_eq!(changes[0].sentence, "`POST /v1/patients/{id}/merge` moved to `POST /v2/patients/{id}/merge`");
    // Without an id, the content tells.
    let without = |mut description: Value, path: &str| {
        description["paths"][path]["post"].as_object_mut().unwrap().remove("operationId");
        description
    };
    let old = without(base(), "/v1/patients/{id}/merge");
    let new = without(renamed("/v1/patients/{id}/merge", "/v2/patients/{id}/merge"), "/v2/patients/{id}/merge");
    assert_eq!(wrong(&differences(&old, &new), "operation-moved", Class::RequestBreak), None);
}

#[test]
fn an_operation_moves_where_it_alone_could() {
    let moved = |id: &str| {
        let mut new = renamed("/v1/patients/{id}/merge", "/v2/patients/{id}/merge");
        new["paths"]["/v2/patients/{id}/merge"]["post"]["operationId"] = json!(id);
        new["paths"]["/v2/patients/{id}/merge"]["post"]["summary"] = json!("Another text");
        new
    };
    let kinds = |changes: &[drift::WireChange]| changes.iter().map(|change| change.kind.id()).collect::<Vec<_>>();
    let changes = differences(&base(), &moved("mergeTwo"));
    assert_eq!(kinds(&changes), ["operation-moved", "operation-id-changed", "summary-changed"], "{}", shown(&changes));
    let mut two = moved("mergeTwo");
    let mut other = two["paths"]["/v2/patients/{id}/merge"].clone();
    other["post"]["operationId"] = json!("mergeThree");
    two["paths"]["/v2/people/{id}/merge"] = other;
    let changes = differences(&base(), &two);
    assert_eq!(kinds(&changes), ["operation-removed", "operation-added", "operation-added"], "{}", shown(&changes));
}

#[test]
fn paths_that_differ_in_parameter_names_are_two() {
    let mut old = base();
    let item = json!({"summary": "s", "get": {"operationId": "byName", "responses": {"204": {"description": "d"}}}});
    old["paths"]["/v1/patients/{name}"] = item;
    old["paths"]["/v1/patients/{none}"] = json!({"description": "nothing here"});
    let changes = differences(&old, &old);
    assert!(changes.is_empty(), "{}", shown(&changes));
    let mut new = old.clone();
    new["paths"].as_object_mut().unwrap().shift_remove("/v1/patients/{name}");
    assert_eq!(wrong(&differences(&old, &new), "operation-removed", Class::RequestBreak), None);
}

#[test]
fn a_renamed_path_parameter_is_the_same_path() {
    let mut new = renamed("/v1/patients/{id}", "/v1/patients/{patient_id}");
    new["paths"]["/v1/patients/{patient_id}"]["get"]["parameters"][0]["name"] = json!("patient_id");
    assert_eq!(wrong(&differences(&base(), &new), "path-parameter-renamed", Class::Docs), None);
}

#[test]
fn a_shared_schema_has_one_change_for_all_users() {
    let mut old = base();
    old["paths"]["/v1/patients/{id}/merge"]["post"]["requestBody"] =
        json!({"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Patient"}}}});
    let mut new = old.clone();
    new["components"]["schemas"]["Patient"]["properties"]["status"]["type"] = json!("integer");
    let changes = differences(&old, &new);
    assert_eq!(changes.len(), 1, "{}", shown(&changes));
    let change = &changes[0];
    assert_eq!(
        change.operations,
        ["GET /v1/patients", "POST /v1/patients", "GET /v1/patients/{id}", "POST /v1/patients/{id}/merge"]
    );
    assert_eq!(change.operation_ids.len(), 4);
    assert_eq!(change.classes, [Class::RequestBreak, Class::ResponseBreak]);
    assert_eq!(change.location, "`status` of schema `Patient`");
    assert_eq!(change.old.pointer, "/components/schemas/Patient/properties/status/type");
    assert_eq!(change.sentence, "`status` of schema `Patient` has another type: `string` → `integer`");
}

#[test]
fn places_have_pointers_and_lines_on_both_sides() {
    let text = include_str!("../clinic.yaml");
    let old = document::Document::parse(text).unwrap();
    let longer = text.replace("tags:\n  - {name: Patients", "# one\n# two\ntags:\n  - {name: Patients");
    let longer = longer.replace("- {name: name, in: query,", "- {name: name, in: query, required: true,");
    let new = document::Document::parse(&longer).unwrap();
    let side = |document: &'_ document::Document| (document.value.clone(), document.lines.clone());
    let ((old_value, old_lines), (new_value, new_lines)) = (side(&old), side(&new));
    let changes = drift::compare(
        drift::Side { value: &old_value, lines: &old_lines },
        drift::Side { value: &new_value, lines: &new_lines },
    );
    assert_eq!(changes.len(), 1, "{}", shown(&changes));
    let line = |text: &str| 1 + text.lines().position(|line| line.contains("{name: name, in: query")).unwrap();
    assert_eq!((changes[0].old.line, changes[0].new.line), (line(text), line(&longer)));
    assert_eq!(changes[0].old.pointer, "/paths/~1v1~1patients/get/parameters/0");
}

#[test]
fn a_fingerprint_stays_when_neighbours_come() {
    let mut new = base();
    new["paths"]["/v1/patients"]["get"]["parameters"][0]["required"] = json!(true);
    let alone = differences(&base(), &new);
    let mut more = new.clone();
    let first = json!({"name": "zero", "in": "query", "schema": {"type": "string"}});
    more["paths"]["/v1/patients"]["get"]["parameters"].as_array_mut().unwrap().insert(0, first);
    let together = differences(&base(), &more);
    assert_eq!((alone.len(), together.len()), (1, 2), "{}", shown(&together));
    assert_eq!(alone[0].fingerprint, together[0].fingerprint);
}

#[test]
fn mutations_do_to_rust_what_rows_say() {
    let old = rust_verdicts::generated(&base());
    let mut failures = Vec::new();
    for row in rows() {
        let (pointer, _, forward, backward) = &row;
        let new = rust_verdicts::generated(&mutated(&row));
        for (old, new, (kind, _, expected)) in [(&old, &new, forward), (&new, &old, backward)] {
            if let Some(wrong) = rust_verdicts::wrong(old, new, *expected) {
                failures.push(format!("{kind} at {pointer}: {wrong}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}:\n{}", failures.len(), failures.join("\n"));
}
