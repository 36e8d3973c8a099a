//! Each mutation of a schema, both ways, wherever a schema can stand, sent, received, and both.

use drift::{Class, Direction};
use serde_json::{Value, json};

use crate::{
    differences,
    rust_verdicts::{self, N, P, T},
    schema_rows::{Effect, Received, Sent, rows},
    wrong,
};

/// Puts a schema somewhere.
type Wrap = fn(Value) -> Value;

/// Ways to put a schema into another place of the same meaning, or of one that holds it.
const WRAPPERS: [(&str, Wrap); 8] = [
    ("inline", |schema| schema),
    ("$ref", |_| json!({"$ref": "#/components/schemas/Wrapped"})),
    ("$ref chain", |_| json!({"$ref": "#/components/schemas/Alias"})),
    ("allOf", |schema| json!({"allOf": [schema]})),
    ("allOf of $ref", |_| json!({"allOf": [{"$ref": "#/components/schemas/Wrapped"}]})),
    ("items", |schema| json!({"type": "array", "items": schema})),
    (
        "nested",
        |schema| json!({"type": "object", "properties": {"outer": {"type": "object", "properties": {"inner": schema}}}}),
    ),
    (
        "circle",
        |schema| json!({"type": "object", "properties": {"self": {"$ref": "#/components/schemas/Circle"}, "value": schema}}),
    ),
];

fn description(schema: &Value, wrap: Wrap, sent: bool, received: bool) -> Value {
    let wrapped = wrap(schema.clone());
    let content = json!({"content": {"application/json": {"schema": wrapped}}});
    let mut operation = json!({"operationId": "x", "responses": {"200": {"description": "ok"}}});
    if sent {
        operation["requestBody"] = content.clone();
    }
    if received {
        operation["responses"]["200"]["content"] = content["content"].clone();
    }
    json!({
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/x": {"post": operation}},
        "components": {"schemas": {
            "Alias": {"$ref": "#/components/schemas/Wrapped"},
            "Wrapped": schema,
            "Circle": {"type": "object", "properties": {"again": {"$ref": "#/components/schemas/Circle"}, "value": schema}},
        }},
    })
}

/// A schema that discriminators can point into.
fn reachable(schema: &Value) -> Value {
    let text = schema.to_string();
    let mut schema: Value =
        serde_json::from_str(&text.replace("#/paths/~1x/get/oneOf/0", "A").replace("#/paths/~1x/get/oneOf/1", "B"))
            .unwrap();
    if schema.pointer("/discriminator/mapping").is_some() {
        schema["oneOf"] = json!([{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]);
    }
    schema
}

fn with_parts(mut description: Value) -> Value {
    let shape = |name: &str| json!({"type": "object", "required": [name], "properties": {name: {"type": "string"}}});
    description["components"]["schemas"]["A"] = shape("a");
    description["components"]["schemas"]["B"] = shape("b");
    description
}

#[test]
fn a_schema_mutation_is_one_change_anywhere() {
    let mut failures = Vec::new();
    let mut cases = 0;
    for (index, row) in rows().iter().enumerate() {
        let (old, new) = (reachable(&row.old), reachable(&row.new));
        for (name, wrap) in WRAPPERS {
            for (sent, received) in [(true, false), (false, true), (true, true)] {
                let make = |schema: &Value| with_parts(description(schema, wrap, sent, received));
                // What the wrapper does not use is a change of its own, of a component that nothing uses.
                let used = |changes: Vec<drift::WireChange>| -> Vec<_> {
                    changes.into_iter().filter(|change| change.directions != [Direction::Unused]).collect()
                };
                let class = |effect: Effect| {
                    let classes = [sent.then(|| effect.class(true)), received.then(|| effect.class(false))];
                    classes.into_iter().flatten().max().unwrap_or(Class::Docs)
                };
                for (from, to, (kind, effect)) in [(&old, &new, row.forward), (&new, &old, row.backward)] {
                    cases += 1;
                    let mut found = used(differences(&make(from), &make(to)));
                    if sent && received && !name.contains('$') {
                        // The two places have a change each.
                        found.retain(|change| change.class == class(effect));
                        found.truncate(1);
                    } else if name == "circle" {
                        found.truncate(found.len().min(2));
                        found.dedup_by(|one, other| one.kind == other.kind);
                    }
                    if let Some(wrong) = wrong(&found, kind, class(effect)) {
                        failures.push(format!(
                            "row {index} {name} sent {sent} received {received}: {from} → {to}\n{wrong}"
                        ));
                    }
                }
            }
        }
    }
    assert!(cases > 3_000, "only {cases} cases");
    assert!(
        failures.is_empty(),
        "{} of {cases} fail:\n{}",
        failures.len(),
        failures[..failures.len().min(25)].join("\n")
    );
}

/// A description in which a schema is that of a field that is sent, or received.
fn with_field(schema: &Value, sent: bool) -> Value {
    let object = json!({"type": "object", "properties": {"id": {"type": "string"}, "f": schema}});
    with_parts(description(&object, WRAPPERS[0].1, sent, !sent))
}

#[test]
fn field_mutations_do_to_rust_what_rows_say() {
    let mut failures = Vec::new();
    let mut cases = 0;
    for (index, row) in rows().iter().enumerate() {
        let Sent(sent_forward, sent_backward) = row.sent;
        let Received(received_forward, received_backward) = row.received;
        let (old, new) = (reachable(&row.old), reachable(&row.new));
        for (way, sent, forward, backward) in
            [("sent", true, sent_forward, sent_backward), ("received", false, received_forward, received_backward)]
        {
            let [one, other] = [&old, &new].map(|schema| rust_verdicts::generated(&with_field(schema, sent)));
            for (from, to, (kind, _), expected) in
                [(&one, &other, row.forward, forward), (&other, &one, row.backward, backward)]
            {
                cases += 1;
                if let Some(wrong) = rust_verdicts::wrong(from, to, expected) {
                    failures.push(format!("row {index} {kind} {way} ({old} and {new}): {wrong}"));
                }
            }
        }
    }
    assert!(cases > 400, "only {cases} cases");
    assert!(failures.is_empty(), "{} of {cases}:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn a_rule_of_a_body_counts_like_that_of_a_field() {
    let plain = json!({"type": "object", "properties": {"id": {"type": "string"}}});
    let mut ruled = plain.clone();
    ruled["minProperties"] = json!(1);
    for (sent, forward, backward) in [(true, T, P), (false, N, N)] {
        let [one, other] =
            [&plain, &ruled].map(|schema| rust_verdicts::generated(&description(schema, WRAPPERS[0].1, sent, !sent)));
        assert_eq!(rust_verdicts::wrong(&one, &other, forward), None, "sent {sent}");
        assert_eq!(rust_verdicts::wrong(&other, &one, backward), None, "sent {sent}");
    }
}

#[test]
fn there_are_enough_rows() {
    let schemas = rows().len() * 2;
    let operations = crate::operation_rows::rows().len() * 2;
    assert!(rows().len() + crate::operation_rows::rows().len() >= 150, "{schemas} and {operations} directed mutations");
}

#[test]
fn what_a_shared_schema_hides_is_reported() {
    let mut old = with_parts(description(&json!({"type": "string", "description": "a"}), WRAPPERS[4].1, true, false));
    old["paths"]["/x"]["post"]["requestBody"]["content"]["application/json"]["schema"]["description"] = json!("here");
    let mut new = old.clone();
    new["components"]["schemas"]["Wrapped"]["description"] = json!("b");
    assert_eq!(wrong(&differences(&old, &new), "description-changed", Class::Docs), None);
}
