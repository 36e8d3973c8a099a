use std::time::Duration;

use hero_api_ext::{
    Error, NhsNumber,
    messages::{BatchStatus, RecordOutcome, WriteToRecord},
};

use crate::sandbox::{browse, opened};

#[tokio::test]
async fn message_gets_into_the_record_or_says_why_not() -> Result<(), Error> {
    let (_sandbox, hero, _) = opened().await;
    let messages = hero.messages();
    let sent = messages.sms(7, "Hello").write_to_record(WriteToRecord::without_approval()).await?;
    assert!(matches!(messages.wait_until_recorded(sent.id()).await?, RecordOutcome::Recorded { at: Some(_) }));
    // The twentieth has no record.
    let sent = messages.sms(20, "Hello").write_to_record(WriteToRecord::without_approval()).await?;
    assert!(matches!(messages.wait_until_recorded(sent.id()).await?, RecordOutcome::Failed(Some(_))));
    Ok(())
}

#[tokio::test]
async fn record_waits_for_an_approval() -> Result<(), Error> {
    let (_sandbox, hero, _) = opened().await;
    let messages = hero.messages();
    let sent = messages.email(7, "Hello").write_to_record(WriteToRecord::after_approval()).await?;
    let wait = || messages.wait_until_recorded(sent.id()).within(Duration::from_secs(60));
    assert_eq!(wait().await?, RecordOutcome::Pending);
    let url = sent.sensitive_approval_url().unwrap();
    assert_eq!(browse(&url, Some("")).await.0, 200);
    assert!(matches!(wait().await?, RecordOutcome::Recorded { .. }));
    Ok(())
}

#[tokio::test]
async fn message_needs_a_contact() -> Result<(), Error> {
    let (sandbox, hero, _) = opened().await;
    assert!(hero.messages().sms(25, "Hello").await.is_err_and(|error| error.is_validation()));
    hero.messages().sms(25, "Hello").to("07700 900999".parse()?).await?;
    assert!(hero.messages().sms(9_999, "Hello").await.is_err_and(|error| error.is_validation()));
    let sent = sandbox.messages();
    assert_eq!((sent.len(), sent[0].patient_id.as_str(), sent[0].text.as_str()), (1, "25", "Hello"));
    assert!(!format!("{sent:?}").contains("Hello"));
    Ok(())
}

#[tokio::test]
async fn batch_is_traced_then_sent_to_whom_was_found() -> Result<(), Error> {
    let (sandbox, hero, clock) = opened().await;
    let (known, no_mobile, other) =
        (sandbox.patient("7").unwrap(), sandbox.patient("25").unwrap(), sandbox.pds_people().remove(0));
    let numbers = [&known, &no_mobile, &other].map(|person| (person.nhs_number.parse::<NhsNumber>(), person.born));
    let mut rows = Vec::new();
    for (number, born) in numbers {
        rows.push((number?, born));
    }
    rows.push(("943 476 5919".parse()?, known.born));
    let recipients = hero.messages().check_recipients(rows).unwrap();
    let batch = hero.messages().batch_sms("Flu", "Please come.").recipients(recipients).send().await?;
    assert!(hero.api().send_batch_message().id(batch.id()).send().await.is_err(), "nobody is traced yet");

    let traced = batch.wait_until_traced().await?;
    assert_eq!((traced.traced(), traced.untraced().len()), (3, 1));
    let sending = traced.send().await?;
    assert_eq!(sending.status().await?, BatchStatus::Pending);
    clock.advance(Duration::from_secs(3));
    assert_eq!(sending.status().await?, BatchStatus::Completed);
    let (mut outcomes, mut found) = (sending.outcomes(), Vec::new());
    while let Some(outcome) = outcomes.next().await {
        found.push(outcome?.status().to_string());
    }
    assert_eq!(found, ["ERROR", "SUCCESS", "SUCCESS"]);
    Ok(())
}
