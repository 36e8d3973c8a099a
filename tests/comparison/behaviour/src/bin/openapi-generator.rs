//! The client of openapi-generator.

#[path = "../harness.rs"]
mod harness;

use harness::{Client, KEY, Outcome, run, to_json, with_sources};
use practice_openapi_generator::apis::{
    configuration::{ApiKey, Configuration},
    patients_api,
};

struct Generated;

fn configuration(base: &str) -> Configuration {
    let api_key = Some(ApiKey { prefix: None, key: KEY.to_owned() });
    Configuration { base_path: base.to_owned(), api_key, ..Configuration::default() }
}

impl Client for Generated {
    async fn get_patient(base: &str) -> Outcome {
        Outcome::new(patients_api::get_patient(&configuration(base), "7").await, to_json, |error| with_sources(error))
    }

    async fn find_patients(base: &str, name: &str) -> Outcome {
        Outcome::new(patients_api::find_patients(&configuration(base), name).await, to_json, |error| {
            with_sources(error)
        })
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    run::<Generated>().await;
}
