//! What every test here needs: the operations with their calls, inputs for them, something that answers, a list of failures.

use std::{
    fmt::Display,
    sync::{Arc, Mutex},
};

use hero_api::{BoxFuture, Client, Credentials, Error, OperationInfo, Transport, TransportError};
use hero_tests::{
    call::{Answer, Call, Inputs},
    description::{Description, Operation},
    generated::CALLS,
    sample::Style,
};
use serde_json::{Value, json};

pub(crate) const API_KEY: &str = "key-of-the-partner";
pub(crate) const PRACTICE_GROUP: &str = "group-4711";

/// The locked description and its operations, each with its call.
pub(crate) struct Stage {
    pub(crate) description: Description,
    pub(crate) operations: Vec<(Operation, &'static Call)>,
}

impl Stage {
    pub(crate) fn new() -> Self {
        let description = Description::locked().unwrap();
        let operations = description.operations().unwrap();
        let with_call = |operation: Operation| {
            let call = CALLS.iter().find(|call| call.info.id == operation.id);
            (call.unwrap_or_else(|| panic!("{} has no call: run cargo xtask generate", operation.id)), operation)
        };
        let operations = operations.into_iter().map(with_call).map(|(call, operation)| (operation, call)).collect();
        Self { description, operations }
    }

    /// All parameters and the whole body.
    pub(crate) fn inputs(&self, operation: &Operation, style: Style<'_>) -> Inputs {
        let sample = |name: &str, schema: &Value| {
            let sample = self.description.sample_named(name, schema, style);
            sample.unwrap_or_else(|error| panic!("{}: {error}", operation.id))
        };
        let mut inputs = Inputs::default();
        for parameter in &operation.parameters {
            let value = sample(&parameter.name, &parameter.schema);
            inputs.parameters.push((parameter.location.clone(), parameter.name.clone(), value));
        }
        inputs.body = operation.body.as_ref().map(|schema| sample("", schema));
        inputs
    }

    /// The documented answer; an object of which nothing is known when no body is documented.
    pub(crate) fn answer(&self, operation: &Operation, style: Style<'_>) -> Value {
        let schema = operation.answer.as_ref().unwrap_or(&Value::Null);
        self.description.sample(schema, style).unwrap_or_else(|error| panic!("{}: {error}", operation.id))
    }

    /// How many samples show each alternative of the operation once.
    pub(crate) fn rounds(&self, operation: &Operation) -> usize {
        let parameters = operation.parameters.iter().map(|parameter| &parameter.schema);
        let schemas = parameters.chain(&operation.body).chain(&operation.answer);
        schemas.map(|schema| self.description.widest_choice(schema).unwrap()).max().unwrap_or(1)
    }
}

/// Answers every request with the same text, without a network, and counts the requests.
#[derive(Clone)]
pub(crate) struct Script {
    status: u16,
    body: String,
    pub(crate) requests: Arc<Mutex<usize>>,
}

impl Script {
    pub(crate) fn answering(status: u16, body: impl Into<String>) -> Self {
        Self { status, body: body.into(), requests: Arc::default() }
    }

    pub(crate) fn client(&self) -> Client {
        Client::with_transport("https://api.example.test", self.clone()).unwrap()
    }
}

impl Transport for Script {
    fn send<'a>(
        &'a self,
        _: reqwest::Request,
        _: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<reqwest::Response, TransportError>> {
        Box::pin(async move {
            *self.requests.lock().unwrap() += 1;
            Ok(http::Response::builder().status(self.status).body(self.body.clone())?.into())
        })
    }
}

/// Sends a request with `inputs` that is answered with `body`.
pub(crate) async fn answered(call: &Call, inputs: &Inputs, status: u16, body: &str) -> Result<Answer, Error> {
    let client = Script::answering(status, body).client();
    let request = (call.start)(&client, inputs).unwrap_or_else(|misfit| panic!("{}: {misfit}", call.info.id));
    request.send().await
}

pub(crate) fn client(server: &httpmock::MockServer) -> Client {
    Client::new(&server.base_url(), Credentials::new(API_KEY, PRACTICE_GROUP).unwrap()).unwrap()
}

/// What does not hold, over all operations: one run tells everything that is wrong.
#[derive(Default)]
pub(crate) struct Failures {
    found: Vec<String>,
    checked: usize,
}

impl Failures {
    pub(crate) fn check(&mut self, operation: &str, holds: bool, complaint: impl FnOnce() -> String) {
        self.checked += 1;
        if !holds {
            self.found.push(format!("{operation}: {}", complaint()));
        }
    }

    pub(crate) fn same<T: PartialEq + std::fmt::Debug>(
        &mut self,
        operation: &str,
        what: impl Display,
        found: &T,
        wanted: &T,
    ) {
        self.check(operation, found == wanted, || format!("{what}\n    is     {found:?}\n    not    {wanted:?}"));
    }

    /// As [`same`](Self::same), and tells where in the JSON the two differ.
    pub(crate) fn same_json(&mut self, operation: &str, what: &str, found: &Value, wanted: &Value) {
        self.check(operation, found == wanted, || {
            let mut places = Vec::new();
            differences("", found, wanted, &mut places);
            format!("{what}\n    {}", places.join("\n    "))
        });
    }
}

fn differences(place: &str, found: &Value, wanted: &Value, places: &mut Vec<String>) {
    let absent = &json!("(absent)");
    match (found, wanted) {
        (Value::Object(found), Value::Object(wanted)) => {
            for (name, value) in found {
                differences(&format!("{place}/{name}"), value, wanted.get(name).unwrap_or(absent), places);
            }
            for (name, value) in wanted.iter().filter(|(name, _)| !found.contains_key(*name)) {
                differences(&format!("{place}/{name}"), absent, value, places);
            }
        }
        (Value::Array(found), Value::Array(wanted)) if found.len() == wanted.len() => {
            for (index, (found, wanted)) in found.iter().zip(wanted).enumerate() {
                differences(&format!("{place}/{index}"), found, wanted, places);
            }
        }
        (found, wanted) if found != wanted => places.push(format!("at {place}: {found} instead of {wanted}")),
        _ => {}
    }
}

impl Drop for Failures {
    fn drop(&mut self) {
        println!("{} checks", self.checked);
        if !std::thread::panicking() {
            assert!(self.checked > 0, "nothing was checked");
            assert!(
                self.found.is_empty(),
                "{} of {} checks failed:\n{}",
                self.found.len(),
                self.checked,
                self.found.join("\n")
            );
        }
    }
}
