//! Responses that are no success.

use hero_api::{Client, Error};
use hero_tests::{
    call::{Call, Inputs},
    sample::Style,
};
use httpmock::MockServer;
use serde_json::{Value, json};

use crate::stage::{Failures, Stage, client};

/// The error of a call that gets this response.
async fn failed(
    (server, client): (&MockServer, &Client),
    call: &Call,
    inputs: &Inputs,
    status: u16,
    body: &str,
) -> Option<Error> {
    let body = body.to_owned();
    let mut mock = server.mock(|when, then| {
        when.is_true(|_| true);
        then.status(status).header("retry-after", "7").header("x-request-id", "request-1").body(body);
    });
    let request = (call.start)(client, inputs).unwrap_or_else(|misfit| panic!("{}: {misfit}", call.info.id));
    let error = request.send().await.err();
    mock.delete();
    error
}

fn arrives_intact(failures: &mut Failures, id: &str, status: u16, body: &str, error: Option<&Error>) {
    let Some(error) = error else { return failures.check(id, false, || format!("{status} is taken for a success")) };
    failures.check(id, error.is_status(), || format!("{status} is {error:?}"));
    failures.same(id, "status", &error.status().map(|status| status.as_u16()), &Some(status));
    failures.same(id, "operation", &error.operation().map(|row| row.id), &Some(id));
    failures.same(id, "body", &error.sensitive_body().map(AsRef::as_ref), &Some(body.as_bytes()));
    for (name, value) in [("retry-after", "7"), ("x-request-id", "request-1")] {
        let found = error.headers().and_then(|headers| headers.get(name)).and_then(|value| value.to_str().ok());
        failures.same(id, name, &found, &Some(value));
    }
}

/// A status that the pattern of the description stands for.
fn one_of(pattern: &str) -> u16 {
    match pattern.parse() {
        Ok(status) => status,
        Err(_) if pattern == "default" => 503,
        Err(_) => pattern
            .chars()
            .next()
            .and_then(|class| class.to_digit(10))
            .map_or(500, |class| u16::try_from(class).unwrap() * 100 + 9),
    }
}

#[tokio::test]
async fn every_documented_error_arrives_whole_and_decodes() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    let server = MockServer::start();
    let client = client(&server);
    for (operation, call) in &stage.operations {
        let (id, inputs) = (call.info.id, stage.inputs(operation, Style::FULL));
        for (pattern, schema) in &operation.errors {
            let status = one_of(pattern);
            let written = schema.as_ref().map(|schema| stage.description.sample(schema, Style::FULL).unwrap());
            let body = written.as_ref().map_or_else(|| format!("no body is documented for {status}"), Value::to_string);
            let error = failed((&server, &client), call, &inputs, status, &body).await;
            arrives_intact(&mut failures, id, status, &body, error.as_ref());
            let decoder = call.errors.iter().find(|decoder| decoder.status == pattern);
            failures.same(id, format_args!("a type for the body of {pattern}"), &decoder.is_some(), &schema.is_some());
            if let (Some(error), Some(decoder), Some(written)) = (error, decoder, written) {
                match (decoder.decode)(&error) {
                    Ok(response) => failures.same_json(id, "error body", &response.json, &written),
                    Err(error) => failures.check(id, false, || format!("{error}\n    in {written}")),
                }
            }
        }
    }
}

#[tokio::test]
async fn an_undocumented_error_arrives_whole_too() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    let server = MockServer::start();
    let client = client(&server);
    for (operation, call) in &stage.operations {
        let inputs = stage.inputs(operation, Style::FULL);
        let body = json!({"i_am": ["a teapot"]}).to_string();
        let error = failed((&server, &client), call, &inputs, 418, &body).await;
        arrives_intact(&mut failures, call.info.id, 418, &body, error.as_ref());
        let error = error.map(|error| error.decode_body::<Value>());
        failures.check(
            call.info.id,
            error.is_some_and(|body| body.is_ok_and(|body| body["i_am"][0] == "a teapot")),
            || "the body does not decode".to_owned(),
        );
    }
}
