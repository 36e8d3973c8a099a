//! Registers people with the practice through the NHS Personal Demographics Service.
//!
//! ```sh
//! cargo run -p hero-api-ext --example register_patient
//! ```
//!
//! It talks to a practice made up in this process: no key is needed and nobody is registered. For a real practice, make
//! the client with `Hero::from_env()`.

use chrono::NaiveDate;
use hero_api_ext::{
    Credentials, Environment, Error, Hero, NhsNumber,
    hero_api::mock::MockServerExt,
    patients::{Identity, Registration},
};
use httpmock::MockServer;
use serde_json::json;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let practice = made_up_practice();
    let hero = Hero::builder()
        .environment(Environment::Custom(practice.base_url()))
        .credentials(Credentials::new("any-key", "12"))
        .build()?;

    // From a form at the front desk: name, NHS number, birth date.
    for (name, number, born) in [
        ("Ann Smith", "943 476 5919", "1989-04-11"),
        ("Ben Jones", "450-557-7104", "1971-05-12"),
        ("Chloe Brown", "9990000018", "2001-01-31"),
        ("Dev Patel", "943 476 5918", "1990-10-02"),
    ] {
        println!("{name}: {}", register(&hero, number, born).await?);
    }
    Ok(())
}

async fn register(hero: &Hero, number: &str, born: &str) -> Result<String, Error> {
    let Ok(number) = number.parse::<NhsNumber>() else {
        return Ok("this NHS number cannot be right, please check its digits.".to_owned());
    };
    let Ok(born) = born.parse::<NaiveDate>() else {
        return Ok("this is no birth date.".to_owned());
    };
    match hero.patients().register(Identity::nhs_number(number, born)).send().await {
        Ok(Registration::Registered(patient)) => Ok(format!("registered, patient {patient}.")),
        Ok(Registration::IdentityCheck(check)) => {
            Ok(format!("has to prove who they are first, on {}", check.sensitive_login_url()))
        }
        Ok(_) => Ok("Hero has a response that this program does not know.".to_owned()),
        Err(error) if error.is_not_found() => {
            Ok("the NHS knows nobody with this number and birth date, please ask again.".to_owned())
        }
        Err(error) => Err(error),
    }
}

/// A practice that knows the first of them, wants proof from the second, and has never heard of the third.
fn made_up_practice() -> MockServer {
    let practice = MockServer::start();
    practice.register_patient_pds(|when, then| {
        when.into_inner().json_body_includes(r#"{ "nhs_number": "943 476 5919" }"#);
        then.ok_json(json!({ "patient_id": "98765" }));
    });
    practice.register_patient_pds(|when, then| {
        when.into_inner().json_body_includes(r#"{ "nhs_number": "450 557 7104" }"#);
        let page = "https://patient.example.org/prove/7f3a";
        then.ok_json(json!({ "message": "Please verify your identity", "login_url": page }));
    });
    practice.register_patient_pds(|_when, then| {
        then.error(404, json!({}));
    });
    practice
}
