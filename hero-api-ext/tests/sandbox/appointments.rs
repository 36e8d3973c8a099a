use std::time::Duration;

use hero_api_ext::{Error, Hero, booking::Slot};
use serde_json::json;

use crate::sandbox::{browse, code, opened, raw};

async fn slots(hero: &Hero) -> Vec<Slot> {
    hero.booking().slots().appointment_type(32).limit(3).items().into_vec().await.unwrap()
}

#[tokio::test]
async fn slot_is_taken_until_its_reservation_runs_out() -> Result<(), Error> {
    let (_sandbox, hero, clock) = opened().await;
    let slot = &slots(&hero).await[0];
    let free = hero.booking().slots().count().await?;
    let reservation = hero.booking().reserve(slot).for_patient(7).await?;
    assert_eq!(reservation.time_left(), Some(Duration::from_secs(15 * 60)));
    assert_eq!(hero.booking().slots().count().await?, free - 1);
    assert!(!hero.booking().is_available(slot).await?);
    assert!(hero.booking().reserve(slot).for_patient(8).await.is_err_and(|error| error.is_validation()));

    clock.advance(Duration::from_secs(15 * 60));
    assert!(reservation.appointment().await.is_err_and(|error| error.is_not_found()));
    assert_eq!(hero.booking().slots().count().await?, free);
    assert!(!hero.booking().reserve(slot).for_patient(8).await?.has_run_out());
    Ok(())
}

#[tokio::test]
async fn edit_goes_before_and_reschedule_after_booking() -> Result<(), Error> {
    let (sandbox, hero, _) = opened().await;
    let slots = slots(&hero).await;
    let reservation = hero.booking().reserve(&slots[0]).for_patient(7).await?;
    let (id, path) = (reservation.id().to_owned(), format!("/v1/appointments/{}", reservation.id()));
    let moved = json!({ "start_time": slots[1].start(), "duration": 15, "practitioner_id": "8" }).to_string();
    assert_eq!(code(raw(&sandbox, "PATCH", &format!("{path}/reschedule"), &moved).await), "not_booked");
    let reservation = reservation.edit().start(slots[1].start().unwrap()).await?;
    let booked = reservation.confirm().await?;
    assert_eq!(code(raw(&sandbox, "PUT", &path, &moved).await), "already_settled");
    assert_eq!(code(raw(&sandbox, "PATCH", &format!("{path}/book"), "").await), "already_settled");

    booked.reschedule().to_slot(&slots[2]).await?;
    assert_eq!(booked.appointment().await?.start_time, slots[2].start());
    assert_eq!(booked.status().await?.as_str(), Some("booked"));
    booked.cancel().await?;
    assert_eq!(hero.booking().status(id).await?.as_str(), Some("cancelled"));
    assert!(booked.cancel().await.is_err_and(|error| error.is_validation()));
    Ok(())
}

#[tokio::test]
async fn late_cancellation_is_against_the_policy() -> Result<(), Error> {
    let (sandbox, hero, clock) = opened().await;
    let slot = &slots(&hero).await[0];
    let booked = hero.booking().reserve(slot).for_patient(7).await?.confirm().await?;
    clock.advance(Duration::from_secs(2 * 60 * 60));
    let path = format!("/v1/appointments/{}/cancel", booked.id());
    assert_eq!(code(raw(&sandbox, "PATCH", &path, "{}").await), "cancellation_policy");
    booked.cancel().suppress_cancellation_policy(true).await
}

#[tokio::test]
async fn booking_link_books_once_for_its_patient() -> Result<(), Error> {
    let (sandbox, hero, _) = opened().await;
    let link = hero.links().booking(31, 5).for_patient(7).maximum_uses(1).await?;
    let (url, id) = (link.url().unwrap(), link.id().unwrap());
    let status = async || Ok::<_, Error>(hero.links().status_of_url(url).await?.as_str().map(str::to_owned));
    assert_eq!(status().await?.as_deref(), Some("unused"));
    assert!(browse(url, None).await.1.contains("date of birth"));
    assert_eq!(status().await?.as_deref(), Some("opened"));

    assert_eq!(browse(url, Some("dob=1900-01-01")).await.0, 403);
    let born = sandbox.patient("7").unwrap().born;
    assert_eq!(browse(url, Some(&format!("dob={born}"))).await.0, 200);
    assert_eq!(browse(url, Some(&format!("dob={born}"))).await.0, 410);
    let used = hero.links().status_of_id(id).await?;
    assert_eq!((used.as_str(), used.references().len()), (Some("used"), 1));
    let booked = hero.booking().appointments().await?;
    assert_eq!((booked.len(), booked[0].get("patient_id")), (1, Some(&json!("7"))));

    hero.links().switch_off(id).await?;
    assert_eq!(hero.links().status_of_id(id).await?.as_str(), Some("inactive"));
    assert!(hero.links().status_of_id("4").await.is_err_and(|error| error.is_validation()));
    Ok(())
}
