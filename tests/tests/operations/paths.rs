//! Path parameters lead to their operation, whatever is in them.

use std::sync::{Arc, Mutex};

use hero_tests::{call::Inputs, description::Operation, sample::Style};
use httpmock::MockServer;
use serde_json::json;

use crate::stage::{Failures, Script, Stage, client};

/// The inputs of `operation` with each of its path parameters in turn set to `value`.
fn variants(stage: &Stage, operation: &Operation, value: &str) -> Vec<(String, Inputs)> {
    let inputs = stage.inputs(operation, Style::FULL);
    let in_path = inputs.parameters.iter().enumerate().filter(|(_, (location, ..))| location == "path");
    let changed = in_path.map(|(index, (_, name, _))| {
        let mut changed = inputs.clone();
        changed.parameters[index].2 = json!(value);
        (name.clone(), changed)
    });
    changed.collect()
}

#[tokio::test]
async fn what_would_leave_the_path_is_refused() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in &stage.operations {
        for value in ["", ".", ".."] {
            for (name, inputs) in variants(&stage, operation, value) {
                let script = Script::responding(200, "{}");
                let client = script.client();
                // A type with a pattern refuses the value earlier still.
                if let Ok(request) = (call.start)(&client, &inputs) {
                    let error = request.send().await.err();
                    let refused = error
                        .as_ref()
                        .is_some_and(|error| error.is_invalid_request() && error.to_string().contains(&name));
                    failures.check(call.info.id, refused, || format!("{value:?} for {name}: {error:?}"));
                }
                failures.same(call.info.id, "requests sent", &*script.requests.lock().unwrap(), &0);
            }
        }
    }
}

#[tokio::test]
async fn any_other_value_arrives_as_one_segment() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    let server = MockServer::start();
    let client = client(&server);
    let arrived: Arc<Mutex<Vec<String>>> = Arc::default();
    let seen = Arc::clone(&arrived);
    server.mock(|when, then| {
        when.is_true(move |request| {
            seen.lock().unwrap().push(request.uri().path().to_owned());
            true
        });
        then.status(418);
    });
    for (operation, call) in &stage.operations {
        for value in [r"a/b c?%\", "../x", "%2e%2e", "#é+&", "a;b=c"] {
            for (name, inputs) in variants(&stage, operation, value) {
                arrived.lock().unwrap().clear();
                let Ok(request) = (call.start)(&client, &inputs) else { continue };
                let sent = request.send().await.err();
                failures.check(call.info.id, sent.as_ref().is_some_and(hero_api::Error::is_status), || {
                    format!("{value:?}: {sent:?}")
                });
                let paths = arrived.lock().unwrap().clone();
                let found = paths.first().and_then(|path| in_place_of(&name, &operation.path, path));
                failures.same(call.info.id, format_args!("{name} in {paths:?}"), &found.as_deref(), &Some(value));
            }
        }
    }
}

/// The decoded segment of `path` that stands where the template has the parameter; nothing when the segments do not match up.
fn in_place_of(name: &str, template: &str, path: &str) -> Option<String> {
    let (templates, segments): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    let place = templates.iter().position(|segment| *segment == format!("{{{name}}}"))?;
    (templates.len() == segments.len()).then(|| decoded(segments[place]))
}

fn decoded(segment: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = segment.as_bytes();
    while let [first, others @ ..] = rest {
        rest = others;
        let code = others
            .get(..2)
            .and_then(|code| std::str::from_utf8(code).ok())
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        match (first, code) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &others[2..];
            }
            _ => bytes.push(*first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
