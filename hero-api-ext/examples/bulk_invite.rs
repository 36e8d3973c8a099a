//! Invites many patients, each with a message of their own, and shows how far it has come.
//!
//! ```sh
//! cargo run -p hero-api-ext --example bulk_invite
//! ```
//!
//! It talks to the sandbox, in this process: no key is needed and nobody gets a message. For a real practice, make the client
//! with `Hero::from_env()`.
//!
//! It runs twice with one journal, as after a crash: the second run sends only what the first did not.

use std::{error::Error, path::Path, time::Duration};

use hero_api_ext::{
    Hero, PatientId,
    bulk::{BulkOutcome, FileJournal},
    sandbox::Sandbox,
};
use indicatif::{ProgressBar, ProgressStyle};

/// A patient to invite, as the practice's list has them.
#[derive(Clone)]
struct Invitation {
    patient: PatientId,
    first_name: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let sandbox = Sandbox::start().await?;
    let hero = sandbox.hero()?;
    // The server breaks down over one message, and is slow with another.
    sandbox.fail_next("sendMessage", 500)?;
    sandbox.delay_next("sendMessage", Duration::from_secs(1))?;

    let journal = std::env::temp_dir().join(format!("flu-clinic-{}.journal", std::process::id()));
    println!("Inviting 60 patients to the flu clinic:");
    invite(&hero, &journal).await?;
    println!("\nThe same list once more. Nobody is invited twice:");
    invite(&hero, &journal).await?;
    std::fs::remove_file(journal)?;
    Ok(())
}

async fn invite(hero: &Hero, journal: &Path) -> Result<(), Box<dyn Error + Send + Sync>> {
    let list = list_of_patients();
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} patients, {msg}")?;
    let bar = ProgressBar::new(u64::try_from(list.len())?).with_style(style);

    let mut bulk = hero
        .messages()
        .bulk(list, |messages, Invitation { patient, first_name }| {
            let text = format!("Dear {first_name}, your flu vaccination is due. Please ring us to book.");
            Ok(messages.sms(patient, text))
        })
        .concurrency(4)
        .journal(FileJournal::open(journal).await?)
        .send();

    let mut remarks = Vec::new();
    while let Some(result) = bulk.next().await {
        bar.inc(1);
        bar.set_message(format!("{} invited", bulk.summary().sent + bulk.summary().sent_earlier));
        let patient = &result.input().patient;
        match result.outcome() {
            BulkOutcome::NotSent { error } if error.is_validation() => {
                remarks.push(format!("patient {patient} cannot get text messages: please check the mobile number"));
            }
            BulkOutcome::NotSent { error } => remarks.push(format!("patient {patient} was not invited: {error}")),
            BulkOutcome::Unknown { .. } => {
                remarks
                    .push(format!("patient {patient} may have been invited: please look in Hero before ringing them"));
            }
            _ => {}
        }
    }
    bar.finish_and_clear();

    let summary = bulk.summary();
    println!("  {} invited now, {} earlier.", summary.sent, summary.sent_earlier);
    for remark in remarks {
        println!("  - {remark}");
    }
    Ok(())
}

fn list_of_patients() -> Vec<Invitation> {
    let names = ["Ann", "Ben", "Chloe", "Dev", "Ewan", "Fatima"];
    let patients = (101..=160_u64).zip(names.into_iter().cycle());
    patients.map(|(id, name)| Invitation { patient: id.into(), first_name: name.to_owned() }).collect()
}
