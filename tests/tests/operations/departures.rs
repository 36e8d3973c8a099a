//! Responses that depart from the description in the ways in which servers do: none costs the caller the response.

use hero_tests::sample::{Field, Numbers, Style, TIME};
use serde_json::{Value, json};

use crate::{
    readings::{as_float, spelt_as, what_is_said, without_extra},
    stage::{Failures, Stage, call_with},
};

/// Sends a response in `style` to every operation. What was decoded must be what was written, as far as `reading` tells them
/// apart.
async fn every_response(style: Style<'_>, reading: impl Fn(&Value) -> Value) {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in &stage.operations {
        for alternative in 0..stage.rounds(operation) {
            let inputs = stage.inputs(operation, Style { alternative, ..Style::FULL });
            for written in stage.responses(operation, Style { alternative, ..style }) {
                match (call_with(call, &inputs, written.status, &written.body).await, written.decoded) {
                    (Ok(response), Some(decoded)) => {
                        failures.same_json(call.info.id, "response", &reading(&response.json), &reading(&decoded));
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
async fn unknown_enum_values_are_kept() {
    every_response(Style { enums: Some("a value of a later version"), ..Style::FULL }, Value::clone).await;
}

#[tokio::test]
async fn unknown_fields_are_passed_over() {
    every_response(Style { extra: true, ..Style::FULL }, without_extra).await;
}

#[tokio::test]
async fn null_stands_for_every_optional_field() {
    every_response(Style { optional: Field::Null, ..Style::FULL }, what_is_said).await;
}

#[tokio::test]
async fn null_stands_for_every_list() {
    every_response(Style { lists: Field::Null, ..Style::FULL }, what_is_said).await;
}

#[tokio::test]
async fn every_optional_field_may_be_left_out() {
    every_response(Style { optional: Field::Absent, ..Style::FULL }, what_is_said).await;
}

#[tokio::test]
async fn times_are_read_in_the_spellings_of_servers() {
    for (time, same) in [
        ("2026-01-02T09:30:00", TIME),
        ("2026-01-02 09:30:00", TIME),
        ("2026-01-02T09:30:00.000Z", TIME),
        ("2026-01-02T10:30:00+01:00", TIME),
        ("2026-01-02", "2026-01-02T00:00:00Z"),
    ] {
        every_response(Style { time, free_time: time, ..Style::FULL }, |value| spelt_as(value, time, same)).await;
    }
}

#[tokio::test]
async fn numbers_are_read_with_and_without_a_point() {
    for numbers in [Numbers::Whole, Numbers::WithPoint] {
        every_response(Style { numbers, ..Style::FULL }, as_float).await;
    }
}

#[tokio::test]
async fn a_shape_that_is_not_described_is_kept_as_json() {
    for shape in [json!({"shape_of_a_later_version": {"deep": [1, null]}}), json!(7), json!(["text"])] {
        every_response(Style { shape: Some(&shape), ..Style::FULL }, Value::clone).await;
    }
}
