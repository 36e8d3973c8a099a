//! Every operation against a mock server of somebody else's, which checks requests and makes up responses.
//!
//! It runs only when it is asked for, since it needs [Prism](https://github.com/stoplightio/prism), from npm:
//!
//! ```text
//! cargo xtask effective --out target/effective.json
//! npx @stoplight/prism-cli mock -p 4010 --errors target/effective.json       # static; -d for dynamic responses
//! PRISM_URL=http://127.0.0.1:4010 cargo test -p hero-tests --test operations prism -- --ignored --nocapture
//! ```
//!
//! Prism takes what a description of one version of OpenAPI says, and so does not see how the bindings read it: a request that
//! it refuses, or a response that does not decode, is a fault of the bindings or of the description.

use hero_api::{Client, Credentials};
use hero_tests::sample::{Field, Style};

use crate::stage::{API_KEY, Failures, PRACTICE_GROUP, Stage};

/// How often each request is sent where `PRISM_ROUNDS` does not say: dynamic responses differ each time.
const ROUNDS: usize = 10;

#[tokio::test]
#[ignore = "needs a running Prism at PRISM_URL"]
async fn prism_takes_every_request() {
    let url = std::env::var("PRISM_URL").unwrap();
    let rounds = std::env::var("PRISM_ROUNDS").map_or(ROUNDS, |rounds| rounds.parse().unwrap());
    let client = Client::new(&url, Credentials::new(API_KEY, PRACTICE_GROUP).unwrap()).unwrap();
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in &stage.operations {
        for alternative in 0..stage.rounds(operation) {
            for optional in [Field::Given, Field::Absent] {
                let style = Style { alternative, optional, ..Style::FULL };
                let inputs = stage.inputs(operation, style);
                for _ in 0..rounds {
                    let request = (call.start)(&client, &inputs).unwrap();
                    let response = request.send().await;
                    failures.check(call.info.id, response.is_ok(), || {
                        let error = response.err().unwrap();
                        let body = error.sensitive_body().map(|body| String::from_utf8_lossy(body).into_owned());
                        format!("{error}\n    {}", body.unwrap_or_default())
                    });
                }
            }
        }
    }
}
