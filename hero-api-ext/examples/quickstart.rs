//! Prints what a practice offers its patients.
//!
//! ```text
//! cargo run -p hero-api-ext --example quickstart
//! ```
//!
//! As it stands it talks to the sandbox, in this process. With `HERO_API_KEY`, `HERO_PRACTICE_GROUP_ID` and
//! `HERO_ENVIRONMENT` (production, staging or mock) set it talks to Hero.

use std::{env, error::Error, fmt::Write};

use hero_api_ext::{Hero, practice::AppointmentType, sandbox::Sandbox};
use serde_json::{Map, Value};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let variables = ["HERO_API_KEY", "HERO_PRACTICE_GROUP_ID", "HERO_ENVIRONMENT"];
    let is_real = variables.iter().all(|name| env::var_os(name).is_some());
    if is_real {
        print!("{}", overview(&Hero::from_env()?).await?);
    } else {
        let sandbox = Sandbox::start().await?;
        println!("{} are not all set, so this practice is invented.\n", variables.join(", "));
        print!("{}", overview(&sandbox.hero()?).await?);
    }
    Ok(())
}

/// What the practice is, who works there, and what patients can book.
pub(crate) async fn overview(hero: &Hero) -> Result<String, Box<dyn Error>> {
    let practice = hero.practice().settings().send().await?;
    let locations = hero.api().list_locations().send().await?;
    let practitioners = hero.api().list_practitioners().send().await?;
    let offers = hero.practice().appointment_types().send().await?;

    let mut text = String::new();
    let town = practice.address.and_then(|address| address.town);
    let name = practice.name.unwrap_or_else(|| "This practice".to_owned());
    writeln!(text, "{name}{}", town.map(|town| format!(", {town}")).unwrap_or_default())?;
    writeln!(text, "  Locations: {}", names(locations.data.iter().map(|location| &**location)))?;
    writeln!(text, "  Clinicians: {}", names(practitioners.data.iter().map(|practitioner| &**practitioner)))?;
    writeln!(text, "  Patients can book:")?;
    for offer in &offers {
        writeln!(text, "    {}", described(offer))?;
    }
    Ok(text)
}

fn names<'a>(things: impl Iterator<Item = &'a Map<String, Value>>) -> String {
    let names: Vec<&str> = things.map(|thing| thing.get("name").and_then(Value::as_str).unwrap_or("unnamed")).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

fn described(offer: &AppointmentType) -> String {
    let ways =
        [(offer.is_in_person(), "in person"), (offer.is_telephone(), "by telephone"), (offer.is_video(), "by video")];
    let ways: Vec<&str> = ways.into_iter().filter(|(is_offered, _)| *is_offered).map(|(_, way)| way).collect();
    let length = offer.duration().map(|length| format!(", {} minutes", length.num_minutes())).unwrap_or_default();
    let next = offer.next_available_at().map_or_else(|| "nothing free".to_owned(), |time| format!("next free {time}"));
    format!("{}{length}, {}: {next}", offer.name().unwrap_or("unnamed"), ways.join(" or "))
}
