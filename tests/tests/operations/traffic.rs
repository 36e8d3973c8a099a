//! What clients observe of their traffic: nothing where a message is as described, and never a value.
//!
//! The end-to-end test in [`repair`] names operations and fields of the reference.

mod repair;
mod server;

use std::sync::{Arc, Mutex};

use hero_api_ext::{
    Credentials, Environment, Hero,
    observe::{CountingObserver, FileObserver, Observation, Observe, Observer, Totals},
    retry,
};
use hero_tests::sample::Style;
use serde_json::Value;

use self::server::Server;
use crate::{
    redaction::{styles, traces},
    stage::{Failures, Stage},
};

/// Keeps what it is told.
#[derive(Default)]
pub(crate) struct Kept(Mutex<(Vec<Observation>, Vec<Totals>)>);

impl Kept {
    fn take(&self) -> Vec<Observation> {
        std::mem::take(&mut self.0.lock().unwrap().0)
    }
}

impl Observer for Kept {
    fn observed(&self, observation: &Observation) {
        self.0.lock().unwrap().0.push(observation.clone());
    }

    fn compared(&self, totals: &Totals) {
        self.0.lock().unwrap().1.push(totals.clone());
    }
}

pub(crate) fn hero(server: &Server, observe: impl Into<Observe>) -> Hero {
    Hero::builder()
        .environment(Environment::Custom(server.base_url()))
        .credentials(Credentials::new("the-key", "12"))
        .retry_policy(retry::Never)
        .observe(observe)
        .build()
        .unwrap()
}

#[tokio::test]
async fn what_is_as_described_is_not_observed() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    let server = Server::start();
    let kept = Arc::new(Kept::default());
    let hero = hero(&server, Arc::clone(&kept));
    for (operation, call) in &stage.operations {
        for alternative in 0..stage.rounds(operation) {
            let style = Style { alternative, ..Style::FULL };
            let inputs = stage.inputs(operation, style);
            for reply in stage.responses(operation, style) {
                server.responds(reply.status, "content-type: application/json\r\n", &reply.body);
                let request = (call.start)(hero.api(), &inputs).unwrap();
                // Whether the bindings can read it is what other tests ask.
                let _ = request.send().await;
                let observed = kept.take();
                failures.check(call.info.id, observed.is_empty(), || format!("{observed:#?}"));
            }
        }
    }
    hero.flush_observations();
    let compared = kept.0.lock().unwrap().1.len();
    assert!(compared >= stage.operations.len(), "{compared} channels were compared");
}

/// Marks for keys that are no names of fields.
const KEYS: [&str; 4] = ["Winifred Marker", "marker@example.test", "9434765919", "1948-07-05"];

/// The response with markers as keys in each object, and each value of another type.
fn planted(value: &Value, swap: bool) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.iter().map(|(name, member)| (name.clone(), planted(member, swap)));
            let markers = KEYS.iter().map(|key| ((*key).to_owned(), Value::from("canary")));
            members.chain(markers).chain([("later".to_owned(), Value::from("canary"))]).collect()
        }
        Value::Array(items) => items.iter().map(|item| planted(item, swap)).collect(),
        Value::String(text) if swap => serde_json::json!([text]),
        Value::Null | Value::Bool(_) | Value::Number(_) if swap => Value::from("canary 9434765919"),
        other => other.clone(),
    }
}

#[tokio::test]
async fn no_marker_reaches_an_observer() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    let server = Server::start();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("observations.jsonl");
    let (kept, counts) = (Arc::new(Kept::default()), Arc::new(CountingObserver::new()));
    let file = FileObserver::open(&path).unwrap();
    let observe = Observe::new(Arc::clone(&kept)).and(Arc::clone(&counts)).and(file).with_technical_values(false);
    let hero = hero(&server, observe);
    let headers = "content-type: application/json\r\nx-request-id: canary\r\nx-canary-9434765919: canary\r\nretry-after: canary\r\n";
    let mut told = 0;
    for (operation, call) in &stage.operations {
        for style in styles() {
            let inputs = stage.inputs(operation, style);
            // A value of an enum may be anything.
            let reply = stage.response(operation, Style { enums: Some(style.text), extra: true, ..style });
            let body: Value = serde_json::from_str(&reply.body).unwrap_or_default();
            let bodies = [planted(&body, false).to_string(), planted(&body, true).to_string(), "canary {".to_owned()];
            for (status, body) in [reply.status, reply.status, 418].into_iter().zip(bodies) {
                for headers in [headers, "content-type: canary/canary\r\n"] {
                    server.responds(status, headers, &body);
                    let request = (call.start)(hero.api(), &inputs).unwrap();
                    let _ = request.send().await;
                }
            }
            let observed = kept.take();
            told += observed.len();
            let text = format!("{observed:?}");
            failures.check(call.info.id, !observed.is_empty(), || "nothing was observed".to_owned());
            failures.same(call.info.id, format_args!("traces in {text}"), &traces(&text), &vec![]);
            failures.check(call.info.id, !text.contains("arker"), || text.clone());
        }
    }
    hero.flush_observations();
    let lines = std::fs::read_to_string(&path).unwrap();
    let all = format!("{lines} {:?} {counts:?} {hero:?}", kept.0.lock().unwrap());
    assert!(told > stage.operations.len() && lines.lines().count() > told, "{told} observations");
    assert_eq!(traces(&all), Vec::<&str>::new());
    assert!(!all.contains("arker"));
}
