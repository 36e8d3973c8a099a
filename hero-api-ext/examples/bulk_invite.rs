//! Invites many patients, each with a message of their own, and shows how far it has come.
//!
//! ```sh
//! cargo run -p hero-api-ext --example bulk_invite
//! ```
//!
//! It talks to a practice made up in this process: no key is needed and nobody gets a message. For a real practice,
//! make the client with `Hero::from_env()`.
//!
//! It runs twice with one journal, as after a crash: the second run sends only what the first did not.

use std::{error::Error, path::Path, time::Duration};

use hero_api_ext::{
    Credentials, Environment, Hero, PatientId,
    bulk::{BulkOutcome, FileJournal},
    hero_api::mock::MockServerExt,
};
use httpmock::MockServer;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

/// A patient to invite, as the practice's list has them.
#[derive(Clone)]
struct Invitation {
    patient: PatientId,
    first_name: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let practice = made_up_practice();
    let hero = Hero::builder()
        .environment(Environment::Custom(practice.base_url()))
        .credentials(Credentials::new("any-key", "12"))
        .build()?;

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
    let patients = (1_001..=1_060_u64).zip(names.into_iter().cycle());
    patients.map(|(id, name)| Invitation { patient: id.into(), first_name: name.to_owned() }).collect()
}

/// A practice where one patient has no mobile number, and where the server breaks down over another.
fn made_up_practice() -> MockServer {
    let practice = MockServer::start();
    let is_for = |patient: &'static str| {
        move |request: &httpmock::HttpMockRequest| {
            let body: serde_json::Value = serde_json::from_slice(request.body_ref()).unwrap_or_default();
            body["patient_id"] == patient
        }
    };
    practice.send_message(|when, then| {
        when.into_inner().is_true(is_for("1017"));
        let issue = json!({ "code": "invalid_type", "expected": "mobile", "path": ["recipient_contact_detail"] });
        then.error(400, json!({ "error": true, "statusCode": 400, "message": [issue] }));
    });
    practice.send_message(|when, then| {
        when.into_inner().is_true(is_for("1042"));
        then.error(500, json!({}));
    });
    practice.send_message(|_when, then| {
        then.ok_json(json!({ "message_id": "40017", "content": "…", "created_at": "2026-03-15T09:30:00Z" }))
            .into_inner()
            .delay(Duration::from_millis(50));
    });
    practice
}
