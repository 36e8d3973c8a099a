//! The client of ploidy: its documentation gives credentials as a sensitive header.

#[path = "../harness.rs"]
mod harness;

use harness::{Client, KEY, Outcome, run, to_json, with_sources};
use practice_ploidy::client::default::parameters::FindPatientsQuery;

struct Generated;

fn client(base: &str) -> practice_ploidy::Client {
    let client = practice_ploidy::Client::new(base).expect("a client");
    client.with_sensitive_header("x-api-key", KEY).expect("a key")
}

impl Client for Generated {
    async fn get_patient(base: &str) -> Outcome {
        Outcome::new(client(base).get_patient("7").await, to_json, |error| with_sources(error))
    }

    async fn find_patients(base: &str, name: &str) -> Outcome {
        let query = FindPatientsQuery { name: name.to_owned() };
        Outcome::new(client(base).find_patients(&query).await, to_json, |error| with_sources(error))
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    run::<Generated>().await;
}
