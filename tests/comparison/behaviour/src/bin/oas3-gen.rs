//! The client of oas3-gen. Its types of responses are read only, so a value that is kept has to be in their `Debug`.

#[path = "../harness.rs"]
mod harness;

use harness::{Client, KEY, Outcome, run};
use practice_oas3_gen::{
    FindPatientsRequest, FindPatientsRequestQuery, GetPatientRequest, GetPatientRequestPath, PracticeClient,
};

struct Generated;

fn client(base: &str) -> PracticeClient {
    PracticeClient::with_base_url(base).expect("a client").with_key(KEY)
}

impl Client for Generated {
    async fn get_patient(base: &str) -> Outcome {
        let request = GetPatientRequest { path: GetPatientRequestPath { patient_id: "7".to_owned() } };
        let result = client(base).get_patient(request).await;
        Outcome::new(result, |response| format!("{response:?}"), |error| format!("{error:#}"))
    }

    async fn find_patients(base: &str, name: &str) -> Outcome {
        let request = FindPatientsRequest { query: FindPatientsRequestQuery { name: name.to_owned() } };
        let result = client(base).find_patients(request).await;
        Outcome::new(result, |response| format!("{response:?}"), |error| format!("{error:#}"))
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    run::<Generated>().await;
}
