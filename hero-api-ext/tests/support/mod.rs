//! What tests of flows share: a client for a loopback server, a clock that moves when it is told to, and mocks that name only
//! what their test is about.

use chrono::{DateTime, Utc};
use hero_api_ext::{
    Credentials, Environment, Error, Hero,
    clock::TestClock,
    hero_api::{
        Operation, OperationInfo, StatusPattern,
        mock::{MockOperation, Then},
    },
    sandbox::completed_response,
};
use httpmock::MockServer;
use serde_json::{Value, json};

/// When the tests take place.
pub(crate) const TODAY: &str = "2026-03-15T09:00:00Z";

/// A text that stands for personal data, and must not turn up in an error or in `Debug`.
pub(crate) const PERSONAL: &str = "Winifred Marker";

pub(crate) fn time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn hero(server: &MockServer) -> Hero {
    hero_and_clock(server).0
}

pub(crate) fn hero_and_clock(server: &MockServer) -> (Hero, TestClock) {
    let clock = TestClock::at(time(TODAY));
    let hero = Hero::builder()
        .environment(Environment::Custom(server.base_url()))
        .credentials(Credentials::new("the-key", "12"))
        .clock(clock.clone())
        .build()
        .unwrap();
    (hero, clock)
}

/// Mocks that a later description, which requires more of a response, leaves as they are.
pub(crate) trait ThenCompleted {
    /// Responds with success, this JSON, and what the description requires besides. A test whose response has to lack something
    /// takes `ok_json`.
    fn completed(self, body: Value) -> Self;
}

impl<O: Operation> ThenCompleted for Then<O> {
    fn completed(self, body: Value) -> Self {
        self.ok_json(completed::<O>(body))
    }
}

/// A response of the operation `O`, with what the description requires.
pub(crate) fn completed<O: Operation>(body: Value) -> Value {
    completed_response(O::INFO.id, body).unwrap()
}

/// Runs `flow` against a server that responds to the operation `O` with each error that the description documents for it,
/// and with `503`, after `prepare` mocked what comes before.
pub(crate) async fn fails_as_documented<O: Operation, T: std::fmt::Debug, E: Into<Error>>(
    prepare: impl Fn(&MockServer),
    flow: impl AsyncFn(&Hero) -> Result<T, E>,
) {
    let documented = O::INFO.errors.iter().filter_map(|row| match row.status {
        StatusPattern::Exact(status) => Some(status),
        _ => None,
    });
    let statuses: Vec<u16> = documented.chain([503]).collect();
    assert!(statuses.len() > 3, "{} documents its errors", O::INFO);
    // One client for all: most of the time that a client takes goes into reading the certificates of the system.
    let server = MockServer::start();
    let hero = hero(&server);
    prepare(&server);
    for status in statuses {
        let mut mock = server.mock_operation::<O>(|_when, then| {
            then.error(status, error_body(status));
        });
        let error: Error = flow(&hero).await.err().map(Into::into).unwrap();
        assert_documented(O::INFO, status, mock.calls(), &error);
        mock.delete();
    }
}

fn error_body(status: u16) -> Value {
    json!({
        "error": true,
        "statusCode": status,
        "message": [{ "code": "invalid_type", "expected": PERSONAL, "path": ["start_time"] }],
    })
}

/// Checks the error of an operation whose server responded so many times with this status.
fn assert_documented(operation: &OperationInfo, status: u16, calls: usize, error: &Error) {
    assert_eq!(error.status().map(|status| status.as_u16()), Some(status), "{operation}: {error}");
    assert_eq!(error.operation().map(|operation| operation.id), Some(operation.id));
    assert!(!format!("{error} {error:?}").contains(PERSONAL), "{error:?}");
    assert!(calls >= 1);
    if status == 400 {
        assert_eq!(error.validation_issues().len(), 1, "{operation}");
    }
    if !operation.idempotent && status != 429 {
        assert_eq!(calls, 1, "{operation} may have acted, so it is sent once");
    }
}
