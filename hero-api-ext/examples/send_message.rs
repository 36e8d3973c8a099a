//! Sends a patient a text message, has it written to their record, and says what became of it.
//!
//! ```sh
//! cargo run -p hero-api-ext --example send_message
//! ```
//!
//! It talks to a practice made up in this process: no key is needed and nobody gets a message. For a real practice,
//! make the client with `Hero::from_env()`.

use std::sync::atomic::{AtomicUsize, Ordering};

use hero_api_ext::{
    Credentials, Environment, Error, Hero, PatientId,
    hero_api::mock::MockServerExt,
    messages::{RecordOutcome, WriteToRecord},
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

    let patient: PatientId = "98765".parse()?;
    let sent = hero
        .messages()
        .sms(&patient, "Your asthma review is due. Please ring the practice to book it.")
        .write_to_record(WriteToRecord::without_approval().snomed("279991000000102".parse()?))
        .send()
        .await?;
    println!("Text message {} to patient {patient} is with Hero.", sent.id());

    println!("Waiting for it to be in the patient's record…");
    match hero.messages().wait_until_recorded(sent.id()).send().await? {
        RecordOutcome::Recorded { at: Some(time) } => {
            println!("It is in the record since {}.", time.format("%H:%M UTC on %d %B %Y"));
        }
        RecordOutcome::Recorded { at: None } => println!("It is in the record."),
        RecordOutcome::Failed(_) => println!("It could not be written to the record: please add it by hand."),
        _ => println!("It is not in the record yet: somebody may have to approve it in Hero."),
    }
    Ok(())
}

/// A practice that takes the message, and needs a moment to write it to the record.
fn made_up_practice() -> MockServer {
    let practice = MockServer::start();
    practice.send_message(|_when, then| {
        then.ok_json(json!({ "message_id": "40017", "content": "…", "created_at": "2026-03-15T09:30:00Z" }));
    });
    let asked = AtomicUsize::new(0);
    practice.get_message(|when, then| {
        // Every mock looks at every request, also at that which sends the message.
        when.into_inner()
            .is_true(move |request| request.method().as_str() == "GET" && asked.fetch_add(1, Ordering::SeqCst) < 2);
        then.ok_json(json!({ "id": "40017", "write_to_record": { "status": "pending" } }));
    });
    practice.get_message(|_when, then| {
        let write = json!({ "status": "succeeded", "write_to_record_at": "2026-03-15T09:30:04Z" });
        then.ok_json(json!({ "id": "40017", "write_to_record": write }));
    });
    practice
}
