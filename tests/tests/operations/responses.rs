//! Documented responses, whole.

use hero_tests::{
    description::{Content, Success},
    sample::Style,
};
use serde_json::Value;

use crate::stage::{Failures, Stage, call_with};

#[tokio::test]
async fn every_documented_response_is_read_as_written() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in &stage.operations {
        for round in 0..stage.rounds(operation) {
            let style = Style { alternative: round, ..Style::FULL };
            let inputs = stage.inputs(operation, style);
            for written in stage.responses(operation, style) {
                match (call_with(call, &inputs, written.status, &written.body).await, written.decoded) {
                    (Ok(response), Some(decoded)) => {
                        failures.same_json(call.info.id, "response", &response.json, &decoded);
                    }
                    (Ok(_), None) => failures.check(call.info.id, true, String::new),
                    (Err(error), _) => {
                        failures.check(call.info.id, false, || format!("{error}\n    in {}", written.body));
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn undocumented_bodies_may_be_anything() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in &stage.operations {
        let [Success { status, content }] = operation.successes.as_slice() else { continue };
        let documented = match content {
            Content::Undocumented => None,
            Content::Json(schema) => Some(stage.description.keywords(schema).unwrap()),
            Content::Bytes => continue,
        };
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
            match call_with(call, &inputs, *status, body).await {
                // Where no body is documented at all, what comes is not looked at.
                Ok(response) if documented.is_some() && !body.is_empty() => {
                    failures.same(call.info.id, "response", &response.json.to_string().as_str(), &body);
                }
                response => {
                    failures.check(call.info.id, response.is_ok(), || format!("{:?} for {body:?}", response.err()));
                }
            }
        }
    }
}
