//! Registers people with the practice through the NHS Personal Demographics Service.
//!
//! ```sh
//! cargo run -p hero-api-ext --example register_patient
//! ```
//!
//! It talks to the sandbox, in this process: no key is needed and nobody is registered. For a real practice, make the client
//! with `Hero::from_env()`.

use chrono::NaiveDate;
use hero_api_ext::{
    Error, Hero, NhsNumber,
    patients::{Identity, Registration},
    sandbox::Sandbox,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sandbox = Sandbox::start().await?;
    let hero = sandbox.hero()?;

    // From a form at the front desk: name, NHS number, birth date.
    for (name, number, born) in [
        ("Ada Fernsby", "999 900 0010", "1985-07-14"),
        ("Bram Oakes", "999-900-0029", "1990-12-31"),
        ("Chloe Brown", "9434765919", "2001-01-31"),
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
