//! Responses that do not decode: what the error says, and what it keeps to itself.

use std::error::Error as _;

use hero_tests::sample::Style;
use serde_json::{Value, json};

use crate::{
    redaction::{CANARY, styles, traces},
    stage::{Failures, Stage, call_with},
};

/// `value` with each of its parts in turn replaced by something of another type.
fn broken(value: &Value) -> Vec<Value> {
    let lure = format!("{CANARY}\", expected {CANARY}");
    let wrong = match value {
        Value::Object(_) | Value::Number(_) | Value::Bool(_) => vec![json!(lure), json!([{ CANARY: CANARY }])],
        Value::Array(_) => vec![json!(lure), json!({ CANARY: CANARY })],
        // Another text would be a value of an identifier, which is shown.
        Value::String(_) => vec![json!({ CANARY: CANARY }), json!([[lure]])],
        Value::Null => vec![json!(CANARY)],
    };
    let mut all = wrong;
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                for wrong in broken(member) {
                    let mut changed = members.clone();
                    changed.insert(name.clone(), wrong);
                    all.push(Value::Object(changed));
                }
                let mut without = members.clone();
                without.remove(name);
                all.push(Value::Object(without));
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                for wrong in broken(item) {
                    let mut changed = items.clone();
                    changed[index] = wrong;
                    all.push(Value::Array(changed));
                }
            }
        }
        _ => {}
    }
    all
}

#[tokio::test]
async fn an_error_of_decoding_shows_nothing_personal() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    let mut refused = 0;
    for (operation, call) in &stage.operations {
        let id = call.info.id;
        for style in styles() {
            let inputs = stage.inputs(operation, Style::FULL);
            let response = stage.response(operation, style);
            let written = serde_json::from_str(&response.body).unwrap_or_default();
            let mut bodies: Vec<String> = broken(&written).iter().map(Value::to_string).collect();
            bodies.extend([CANARY.to_owned(), format!("{{\"{CANARY}"), format!("<html>{CANARY}</html>")]);
            for body in bodies {
                match call_with(call, &inputs, response.status, &body).await {
                    Ok(response) => {
                        failures.same(
                            id,
                            format_args!("traces in {}", response.shown),
                            &traces(&response.shown),
                            &vec![],
                        );
                    }
                    Err(error) => {
                        refused += 1;
                        let source = error.source().map(|source| format!("{source} {source:?}"));
                        let text = format!("{error} {error:?} {error:#?} {source:?}");
                        failures.same(id, format_args!("traces in {text}"), &traces(&text), &vec![]);
                        failures.check(id, error.is_decode(), || format!("{error:?} for {body}"));
                        failures.same(id, "body", &error.sensitive_body().map(AsRef::as_ref), &Some(body.as_bytes()));
                    }
                }
            }
        }
    }
    assert!(refused > stage.operations.len(), "only {refused} bodies were refused");
}

#[tokio::test]
async fn an_error_status_shows_nothing_of_its_body() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in &stage.operations {
        for style in styles() {
            let inputs = stage.inputs(operation, style);
            for status in [400, 404, 418, 500] {
                let body = json!({ "message": CANARY, CANARY: [style.text] }).to_string();
                let Some(error) = call_with(call, &inputs, status, &body).await.err() else {
                    failures.check(call.info.id, false, || format!("{status} is taken for a success"));
                    continue;
                };
                let mut texts = vec![format!("{error} {error:?} {error:#?}")];
                for decoder in call.errors {
                    let decoded = (decoder.decode)(&error);
                    texts.push(decoded.map_or_else(|error| format!("{error} {error:?}"), |body| body.shown));
                }
                let text = texts.concat();
                failures.same(call.info.id, format_args!("traces in {text}"), &traces(&text), &vec![]);
            }
        }
    }
}
