//! The client of progenitor with builders: the key is a default header of the HTTP client, as progenitor leaves credentials to it.

#[path = "../harness.rs"]
mod harness;

use harness::{Client, KEY, Outcome, run, to_json, with_sources};
use practice_progenitor_builder::ClientPatientsExt as _;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

struct Generated;

fn client(base: &str) -> practice_progenitor_builder::Client {
    let mut key = HeaderValue::from_static(KEY);
    key.set_sensitive(true);
    let http = reqwest::Client::builder()
        .default_headers(HeaderMap::from_iter([(HeaderName::from_static("x-api-key"), key)]))
        .build()
        .expect("a client");
    practice_progenitor_builder::Client::new_with_client(base, http)
}

impl Client for Generated {
    async fn get_patient(base: &str) -> Outcome {
        Outcome::new(
            client(base).get_patient().patient_id("7").send().await,
            |patient| to_json(&**patient),
            |error| with_sources(error),
        )
    }

    async fn find_patients(base: &str, name: &str) -> Outcome {
        Outcome::new(
            client(base).find_patients().name(name).send().await,
            |patients| to_json(&**patients),
            |error| with_sources(error),
        )
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    run::<Generated>().await;
}
