//! Successes that are none: bodies that decode only by being lenient too far.

use hero_tests::{
    call::Call,
    description::{Content, Operation},
    sample::Style,
};
use serde_json::{Value, json};

use crate::stage::{Failures, Stage, call_with};

/// The operations whose success is described as an object with fields, with its status.
fn with_fields(stage: &Stage) -> Vec<(&Operation, &'static Call, u16)> {
    let described = stage.operations.iter().filter_map(|(operation, call)| {
        let [success] = operation.successes.as_slice() else { return None };
        let Content::Json(schema) = &success.content else { return None };
        let schema = stage.description.keywords(schema).unwrap();
        let has_fields = schema.properties().is_some() && schema.alternatives().is_none();
        has_fields.then_some((operation, *call, success.status))
    });
    described.collect()
}

#[tokio::test]
async fn a_success_without_a_described_field_is_refused() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    let operations = with_fields(&stage);
    assert!(operations.len() > 40, "{}", operations.len());
    for (operation, call, status) in operations {
        let inputs = stage.inputs(operation, Style::FULL);
        for body in [r#"{"no_such_field": "nope"}"#, "[]", r#"["7", null]"#, r#"[{"id": "7"}]"#] {
            let error = call_with(call, &inputs, status, body).await.err();
            failures.check(call.info.id, error.is_some_and(|error| error.is_decode()), || format!("took {body}"));
        }
    }
}

#[tokio::test]
async fn an_id_may_be_a_number() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    let mut changed = 0;
    for (operation, call, status) in with_fields(&stage) {
        let inputs = stage.inputs(operation, Style::FULL);
        let mut body: Value = serde_json::from_str(&stage.response(operation, Style::FULL).body).unwrap();
        changed += number_ids(&mut body);
        match call_with(call, &inputs, status, &body.to_string()).await {
            Ok(response) => failures.check(call.info.id, !response.json.is_null(), || "is null".to_owned()),
            Err(error) => failures.check(call.info.id, false, || format!("{error}\n    in {body}")),
        }
    }
    assert!(changed > 80, "only {changed} ids");
}

/// Makes a number of each text that is called an id; counts them.
fn number_ids(value: &mut Value) -> usize {
    match value {
        Value::Array(items) => items.iter_mut().map(number_ids).sum(),
        Value::Object(members) => members
            .iter_mut()
            .map(|(name, member)| {
                if member.is_string() && (name == "id" || name.ends_with("_id")) {
                    *member = json!(4_711);
                    return 1;
                }
                number_ids(member)
            })
            .sum(),
        _ => 0,
    }
}
