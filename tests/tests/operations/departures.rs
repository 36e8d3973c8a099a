//! Answers that depart from the description in the ways in which servers do: none costs the caller the answer.

use hero_tests::sample::{EXTRA_FIELD, Field, Numbers, Style, TIME};
use serde_json::{Map, Value, json};

use crate::{
    answers::explained,
    stage::{Failures, Stage, answered},
};

/// Sends an answer in `style` to every operation. What was decoded must be what was written, as far as `reading` tells them
/// apart.
async fn every_answer(style: Style<'_>, reading: impl Fn(&Value) -> Value) {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in &stage.operations {
        for alternative in 0..stage.rounds(operation) {
            let inputs = stage.inputs(operation, Style { alternative, ..Style::FULL });
            let written = stage.answer(operation, Style { alternative, ..style });
            match answered(call, &inputs, operation.status, &written.to_string()).await {
                Ok(answer) => {
                    failures.same_json(&operation.id, "answer", &reading(&answer.json), &reading(&explained(&written)));
                }
                Err(error) => failures.check(&operation.id, false, || format!("{error}\n    in {written}")),
            }
        }
    }
}

/// `value` with each part of it, outermost last, as `change` would have it.
fn everywhere(value: &Value, change: &dyn Fn(Value) -> Value) -> Value {
    change(match value {
        Value::Object(members) => {
            Value::Object(members.iter().map(|(name, value)| (name.clone(), everywhere(value, change))).collect())
        }
        Value::Array(items) => items.iter().map(|item| everywhere(item, change)).collect(),
        other => other.clone(),
    })
}

/// Without the fields that say nothing: null, absent and empty are one.
fn what_is_said(value: &Value) -> Value {
    everywhere(value, &|value| match value {
        Value::Object(members) => Value::Object(
            members
                .into_iter()
                .filter(|(_, value)| !matches!(value, Value::Null) && *value != json!([]) && *value != json!({}))
                .collect::<Map<_, _>>(),
        ),
        Value::Array(items) => items.into_iter().filter(|item| !item.is_null()).collect(),
        other => other,
    })
}

#[tokio::test]
async fn unknown_enum_values_are_kept() {
    every_answer(Style { enums: Some("a value of a later version"), ..Style::FULL }, Value::clone).await;
}

#[tokio::test]
async fn unknown_fields_are_passed_over() {
    let without_extra = |value: &Value| {
        everywhere(value, &|value| match value {
            Value::Object(mut members) => {
                members.remove(EXTRA_FIELD);
                Value::Object(members)
            }
            other => other,
        })
    };
    every_answer(Style { extra: true, ..Style::FULL }, without_extra).await;
}

#[tokio::test]
async fn null_stands_for_every_optional_field() {
    every_answer(Style { optional: Field::Null, ..Style::FULL }, what_is_said).await;
}

#[tokio::test]
async fn null_stands_for_every_list() {
    every_answer(Style { lists: Field::Null, ..Style::FULL }, what_is_said).await;
}

#[tokio::test]
async fn every_optional_field_may_be_left_out() {
    every_answer(Style { optional: Field::Absent, ..Style::FULL }, what_is_said).await;
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
        // Dates are written as the first half of `time`, and must come back so: only what was sent as a time is compared anew.
        let is_date = time.len() == 10;
        let as_read = |value: &Value| {
            everywhere(value, &|value| match value {
                Value::String(text) if text == time || (is_date && text == same) => json!(same),
                other => other,
            })
        };
        every_answer(Style { time, free_time: time, ..Style::FULL }, as_read).await;
    }
}

#[tokio::test]
async fn numbers_are_read_with_and_without_a_point() {
    let as_float = |value: &Value| everywhere(value, &|value| value.as_f64().map_or(value, Value::from));
    for numbers in [Numbers::Whole, Numbers::WithPoint] {
        every_answer(Style { numbers, ..Style::FULL }, as_float).await;
    }
}

#[tokio::test]
async fn a_shape_that_is_not_described_is_kept_as_json() {
    for shape in [json!({"shape_of_a_later_version": {"deep": [1, null]}}), json!(7), json!(["text"])] {
        every_answer(Style { shape: Some(&shape), ..Style::FULL }, Value::clone).await;
    }
}
