//! The client of `cargo xtask generate --spec`.

#[path = "../harness.rs"]
mod harness;

use harness::{Client, KEY, Outcome, run, to_json, with_sources};
use practice_ours::Credentials;

struct Generated;

fn client(base: &str) -> practice_ours::Client {
    let credentials = Credentials::none().with_key(KEY).expect("a key");
    practice_ours::Client::new(base, credentials).expect("a client")
}

impl Client for Generated {
    async fn get_patient(base: &str) -> Outcome {
        let result = client(base).get_patient().patient_id("7").send().await;
        Outcome::new(result, |patient| to_json(&**patient), |error| with_sources(error))
    }

    async fn find_patients(base: &str, name: &str) -> Outcome {
        let result = client(base).find_patients().name(name).send().await;
        Outcome::new(result, |patients| to_json(&**patients), |error| with_sources(error))
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    run::<Generated>().await;
}
