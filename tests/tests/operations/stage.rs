//! What every test here needs: the operations with their calls, inputs for them, something that responds, a list of failures.

use std::{
    fmt::Display,
    sync::{Arc, Mutex},
};

use hero_api::{BoxFuture, Client, Credentials, Error, OperationInfo, Transport, TransportError};
use hero_tests::{
    call::{Call, Inputs, Response},
    description::{Content, Description, Operation, Success},
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

/// A response that a server may give.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: String,
    /// What it is decoded as; nothing where no body is described.
    pub(crate) decoded: Option<Value>,
}

impl Stage {
    pub(crate) fn new() -> Self {
        let description = Description::locked().unwrap();
        let with_call = |operation: Operation| {
            let is_its =
                |call: &&Call| call.info.method == operation.method.as_str() && call.info.path == operation.path;
            let call = CALLS.iter().find(is_its);
            let call = call.unwrap_or_else(|| panic!("{} has no call: run cargo xtask generate", operation.path));
            (operation, call)
        };
        let operations = description.operations().unwrap().into_iter().map(with_call).collect();
        Self { description, operations }
    }

    /// All parameters and the whole body.
    pub(crate) fn inputs(&self, operation: &Operation, style: Style<'_>) -> Inputs {
        let sample = |name: &str, schema: &Value| {
            let sample = self.description.sample_named(name, schema, style);
            sample.unwrap_or_else(|error| panic!("{}: {error}", operation.path))
        };
        let mut inputs = Inputs::default();
        for parameter in &operation.parameters {
            let value = sample(&parameter.name, &parameter.schema);
            inputs.parameters.push((parameter.location.clone(), parameter.name.clone(), value));
        }
        inputs.body = operation.body.as_ref().map(|body| {
            let is_typed = body.is_json() || body.is_form();
            if is_typed { sample("", &body.schema) } else { json!("bytes of a body") }
        });
        inputs
    }

    /// The documented responses.
    pub(crate) fn responses(&self, operation: &Operation, style: Style<'_>) -> Vec<Reply> {
        // Bytes and JSON have one type in common: bytes.
        let as_bytes = operation.successes.iter().any(|success| matches!(success.content, Content::Bytes));
        let response = |success: &Success| {
            let sample = match &success.content {
                Content::Undocumented => None,
                Content::Bytes => Some(json!("bytes of a response")),
                Content::Json(schema) => Some(self.description.sample(schema, style).unwrap()),
            };
            let body = sample.as_ref().map(Value::to_string).unwrap_or_default();
            let decoded = if as_bytes { Some(json!(body.as_bytes())) } else { sample };
            Reply { status: success.status, body, decoded }
        };
        operation.successes.iter().map(response).collect()
    }

    /// The first documented response.
    pub(crate) fn response(&self, operation: &Operation, style: Style<'_>) -> Reply {
        self.responses(operation, style).remove(0)
    }

    /// How many samples show each alternative of the operation once.
    pub(crate) fn rounds(&self, operation: &Operation) -> usize {
        let parameters = operation.parameters.iter().map(|parameter| &parameter.schema);
        let body = operation.body.iter().map(|body| &body.schema);
        let responses = operation.successes.iter().filter_map(|success| match &success.content {
            Content::Json(schema) => Some(schema),
            _ => None,
        });
        let schemas = parameters.chain(body).chain(responses);
        schemas.map(|schema| self.description.widest_choice(schema).unwrap()).max().unwrap_or(1)
    }
}

/// Responds to every request with the same text, without a network, and counts the requests.
#[derive(Clone)]
pub(crate) struct Script {
    status: u16,
    body: String,
    pub(crate) requests: Arc<Mutex<usize>>,
}

impl Script {
    pub(crate) fn responding(status: u16, body: impl Into<String>) -> Self {
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

/// Sends a request with `inputs` to which `body` is the response.
pub(crate) async fn call_with(call: &Call, inputs: &Inputs, status: u16, body: &str) -> Result<Response, Error> {
    let client = Script::responding(status, body).client();
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
