//! What the bindings put on the wire, against what the description says.

use std::sync::{Arc, Mutex};

use hero_tests::{
    call::{Inputs, Plan},
    description::{Operation, Parameter},
    sample::Style,
};
use httpmock::{HttpMockRequest, MockServer};
use serde_json::{Value, json};

use crate::stage::{API_KEY, Failures, PRACTICE_GROUP, Stage, client};

/// A request as it arrived.
#[derive(Clone, Debug, Default, PartialEq)]
struct Arrived {
    method: String,
    path: String,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Arrived {
    fn of(request: &HttpMockRequest) -> Self {
        Self {
            method: request.method_str().to_owned(),
            path: request.uri().path().to_owned(),
            query: pairs_of(request.uri().query().unwrap_or_default()),
            headers: request.headers_vec().iter().map(|(name, value)| (name.to_lowercase(), value.clone())).collect(),
            body: request.body_vec(),
        }
    }

    fn header(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str()).collect()
    }
}

#[tokio::test]
async fn every_operation_sends_what_is_described() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    let server = MockServer::start();
    let client = client(&server);
    for (operation, call) in &stage.operations {
        for round in 0..stage.rounds(operation) {
            let style = Style { alternative: round, ..Style::FULL };
            let inputs = stage.inputs(operation, style);
            let response = stage.response(operation, style);
            let id = call.info.id;
            let arrived: Arc<Mutex<Vec<Arrived>>> = Arc::default();
            let seen = Arc::clone(&arrived);
            let mut mock = server.mock(|when, then| {
                when.is_true(move |request| {
                    seen.lock().unwrap().push(Arrived::of(request));
                    true
                });
                then.status(response.status).body(response.body);
            });
            match (call.start)(&client, &inputs) {
                Err(misfit) => failures.check(call.info.id, false, || format!("refused: {misfit}")),
                Ok(request) => {
                    let response = request.send().await;
                    failures.check(call.info.id, response.is_ok(), || format!("{:?}", response.err()));
                    match arrived.lock().unwrap().as_slice() {
                        [one] => compare(&mut failures, &stage, (id, operation), &inputs, one),
                        several => failures.same(call.info.id, "requests", &several.len(), &1),
                    }
                }
            }
            mock.delete();
        }
    }
}

fn compare(
    failures: &mut Failures,
    stage: &Stage,
    (id, operation): (&str, &Operation),
    inputs: &Inputs,
    arrived: &Arrived,
) {
    let mut path = operation.path.clone();
    let mut query = Vec::new();
    for (parameter, (_, name, value)) in operation.parameters.iter().zip(&inputs.parameters) {
        let texts = texts(parameter, value);
        match parameter.location.as_str() {
            "path" => path = path.replace(&format!("{{{name}}}"), &texts.concat()),
            "query" => query.extend(texts.into_iter().map(|text| (name.clone(), text))),
            "header" => failures.same(id, name, &arrived.header(name), &texts.iter().map(String::as_str).collect()),
            other => failures.check(id, false, || format!("parameters in {other} are not tested")),
        }
    }
    query.sort();
    failures.same(id, "method", &arrived.method, &operation.method);
    failures.same(id, "path", &arrived.path, &path);
    failures.same(id, "query", &arrived.query, &query);
    failures.same(id, "x-api-key", &arrived.header("x-api-key"), &vec![API_KEY]);
    failures.same(id, "x-practice-group-id", &arrived.header("x-practice-group-id"), &vec![PRACTICE_GROUP]);
    for header in stage.description.key_headers() {
        failures.same(id, format_args!("headers called {header}"), &arrived.header(header).len(), &1);
    }
    failures.same(id, "api-version", &arrived.header("api-version"), &vec![]);
    failures.same(id, "accept", &arrived.header("accept"), &vec!["application/json"]);
    if let (Some(body), Some(described)) = (&inputs.body, &operation.body) {
        failures.same(id, "content-type", &arrived.header("content-type"), &vec![described.media_type.as_str()]);
        if described.is_json() {
            let found = serde_json::from_slice::<Value>(&arrived.body).unwrap_or_else(|error| json!(error.to_string()));
            failures.same_json(id, "body", &found, body);
        } else if described.is_form() {
            let mut pairs = Vec::new();
            form("", body, &mut pairs);
            failures.same(id, "form", &pairs_of(&String::from_utf8_lossy(&arrived.body)), &pairs);
        } else {
            failures.same(id, "bytes", &Some(String::from_utf8_lossy(&arrived.body).as_ref()), &body.as_str());
        }
    } else {
        failures.same(id, "body", &arrived.body, &Vec::new());
        failures.same(id, "content-type", &arrived.header("content-type"), &vec![]);
    }
}

/// A form as pairs: a list repeats its name, a field of an object is `name[field]`, and null is left out.
fn form(name: &str, value: &Value, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Null => {}
        Value::Array(items) => items.iter().for_each(|item| form(name, item, pairs)),
        Value::Object(members) => {
            for (member, value) in members {
                form(&if name.is_empty() { member.clone() } else { format!("{name}[{member}]") }, value, pairs);
            }
        }
        Value::String(text) => pairs.push((name.to_owned(), text.clone())),
        other => pairs.push((name.to_owned(), other.to_string())),
    }
    pairs.sort();
}

/// The pairs of a query or form, in order of their names.
fn pairs_of(text: &str) -> Vec<(String, String)> {
    let url = reqwest::Url::parse(&format!("http://localhost/?{text}")).unwrap();
    let mut pairs: Vec<_> = url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
    pairs.sort();
    pairs
}

/// A parameter as texts, one a pair: what OpenAPI calls `form` in queries and `simple` elsewhere.
fn texts(parameter: &Parameter, value: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match (value, parameter.delimiter) {
        (Value::Array(items), None) => items.iter().map(text).collect(),
        (Value::Array(items), Some(delimiter)) => {
            vec![items.iter().map(text).collect::<Vec<_>>().join(&delimiter.to_string())]
        }
        (single, _) => vec![text(single)],
    }
}

#[tokio::test]
async fn every_typed_mock_matches_its_request() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    let server = MockServer::start();
    let client = client(&server);
    for (operation, call) in &stage.operations {
        let inputs = stage.inputs(operation, Style::FULL);
        let response = stage.response(operation, Style::FULL).decoded.unwrap_or_default();
        let mut expectations = vec![(None, inputs.clone())];
        for (index, (location, name, value)) in inputs.parameters.iter().enumerate() {
            if let Some(other) = another(value) {
                let mut changed = inputs.clone();
                changed.parameters[index].2 = other;
                expectations.push((Some(format!("{location} {name}")), changed));
            }
        }
        for (changed, expected) in expectations {
            // Header names of the raw mock show that untyped expectations can be added to typed ones.
            let plan = Plan {
                expect: Box::new(|when| when.header("x-api-key", API_KEY)),
                ..Plan::responding(response.clone())
            };
            let mut mock = match (call.mock)(&server, &expected, plan) {
                Ok(mock) => mock,
                // A changed value may be one that the type refuses.
                Err(_) if changed.is_some() => continue,
                Err(misfit) => {
                    failures.check(call.info.id, false, || misfit);
                    continue;
                }
            };
            if let Ok(request) = (call.start)(&client, &inputs) {
                let sent = request.send().await;
                let wanted = usize::from(changed.is_none());
                failures.same(call.info.id, format_args!("hits with another {changed:?}"), &mock.calls(), &wanted);
                failures.same(call.info.id, "response", &sent.is_ok(), &(wanted == 1));
            }
            mock.delete();
        }
    }
}

/// A value of the same type.
fn another(value: &Value) -> Option<Value> {
    match value {
        Value::String(text) => Some(json!(format!("{text}9"))),
        Value::Number(number) => Some(json!(number.as_i64()? + 1)),
        Value::Bool(flag) => Some(json!(!flag)),
        Value::Array(items) => items.first().and_then(another).map(|item| json!([item])),
        _ => None,
    }
}
