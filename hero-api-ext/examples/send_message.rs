//! Sends a patient a text message, has it written to their record, and says what became of it.
//!
//! ```sh
//! cargo run -p hero-api-ext --example send_message
//! ```
//!
//! It talks to the sandbox, in this process: no key is needed and nobody gets a message. For a real practice, make the client
//! with `Hero::from_env()`.

use std::error::Error;

use hero_api_ext::{
    PatientId,
    messages::{RecordOutcome, WriteToRecord},
    sandbox::Sandbox,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let hero = sandbox.hero()?;

    let patient: PatientId = "156".parse()?;
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
