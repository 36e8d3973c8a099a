//! Documented answers, whole.

use hero_tests::sample::Style;
use serde_json::Value;

use crate::stage::{Failures, Stage, answered};

#[tokio::test]
async fn every_documented_answer_comes_back_as_it_was_written() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in &stage.operations {
        for round in 0..stage.rounds(operation) {
            let style = Style { alternative: round, ..Style::FULL };
            let (inputs, written) = (stage.inputs(operation, style), stage.answer(operation, style));
            match answered(call, &inputs, operation.status, &written.to_string()).await {
                Ok(answer) => failures.same_json(&operation.id, "answer", &answer.json, &written),
                Err(error) => failures.check(&operation.id, false, || format!("{error}\n    in {written}")),
            }
        }
    }
}

#[tokio::test]
async fn what_has_no_documented_body_may_answer_anything() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in &stage.operations {
        let documented = operation.answer.as_ref().map(|schema| stage.description.keywords(schema).unwrap());
        let open = documented.as_ref().is_none_or(|schema| {
            schema.properties().is_none()
                && schema.alternatives().is_none()
                && matches!(schema.types().as_slice(), [] | ["object"])
                && !matches!(schema.map.get("additionalProperties"), Some(Value::Object(_)))
        });
        if !open {
            continue;
        }
        let inputs = stage.inputs(operation, Style::FULL);
        for body in ["", "null", "{}", r#"{"id":"1","list":[1.5,null]}"#, r#"[{"id":"1"},2]"#, r#""done""#, "true"] {
            match answered(call, &inputs, operation.status, body).await {
                // Where no body is documented at all, what comes is not looked at.
                Ok(answer) if documented.is_some() && !body.is_empty() => {
                    failures.same(&operation.id, "answer", &answer.json.to_string().as_str(), &body);
                }
                answer => failures.check(&operation.id, answer.is_ok(), || format!("{:?} for {body:?}", answer.err())),
            }
        }
    }
}
