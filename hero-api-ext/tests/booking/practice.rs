use std::time::Duration;

use chrono::TimeDelta;
use hero_api_ext::{
    Error, ErrorKind, SecretString,
    hero_api::{
        builder::{
            CreateAccessToken, GetCapabilities, GetConfiguration, GetPracticeGroupById, GetPractitioner,
            ListAppointmentTypes, ListLocations, ListPracticeGroupElements, ListPractitioners, UpdatePracticeGroup,
        },
        mock::MockServerExt,
    },
    practice::Address,
};
use httpmock::MockServer;
use secrecy::ExposeSecret;
use serde_json::json;

use crate::support::{ThenCompleted as _, fails_as_documented, hero, hero_and_clock, time};

#[tokio::test]
async fn practice_tells_settings_and_capabilities() -> Result<(), Error> {
    let server = MockServer::start();
    server.get_practice_group_by_id(|_when, then| {
        then.completed(json!({ "id": "12", "name": "High Street Surgery" }));
    });
    server.get_capabilities(|_when, then| {
        then.completed(json!({ "capabilities": ["sms_messaging", "teleportation"] }));
    });
    server.get_configuration(|_when, then| {
        then.completed(json!({ "colour": "blue" }));
    });
    server.list_practice_group_elements(|_when, then| {
        then.completed(json!({ "data": [{ "version": "2", "element": null }], "count": 1 }));
    });
    let hero = hero(&server);
    assert_eq!(hero.practice().settings().await?.name.as_deref(), Some("High Street Surgery"));
    let capabilities = hero.practice().capabilities().await?;
    assert!(capabilities.has("sms_messaging") && !capabilities.has("booking"));
    assert_eq!(capabilities.iter().collect::<Vec<_>>(), ["sms_messaging", "teleportation"]);
    assert_eq!(hero.practice().configuration().await?["colour"], "blue");
    assert_eq!(hero.practice().elements().await?.data.len(), 1);
    Ok(())
}

#[tokio::test]
async fn settings_are_changed_and_only_those_given() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.update_practice_group(|when, then| {
        when.into_inner().header("content-type", "application/json").json_body(json!({
            "name": "High Street Surgery",
            "address": { "line_1": "1 High Street", "town": "Leeds", "postcode": "LS1 1AA" },
            "prescription_partner_enabled": true,
            "prescription_partner": "signature_rx",
            "prescription_partner_credentials": { "email": "rx@surgery.example", "password": "marker" },
        }));
        then.completed(json!({ "id": "12" }));
    });
    let hero = hero(&server);
    let update = hero
        .practice()
        .update()
        .name("High Street Surgery")
        .address(Address::new().line_1("1 High Street").town("Leeds").postcode("LS1 1AA"))
        .prescription_partner_enabled(true)
        .prescription_partner("signature_rx")
        .prescription_partner_credentials("rx@surgery.example", &SecretString::from("marker"));
    assert!(!format!("{update:?}").contains("marker"));
    assert_eq!(update.await?["id"], "12");
    mock.assert();
    assert!(hero.practice().update().await.is_err_and(|error| error.kind() == ErrorKind::InvalidInput));
    Ok(())
}

#[tokio::test]
async fn what_the_practice_offers_is_found_by_filter() -> Result<(), Error> {
    let server = MockServer::start();
    server.list_appointment_types(|when, then| {
        when.location_ids(&vec!["5".to_owned(), "6".to_owned()]).has_availability(&true);
        then.completed(json!({
            "data": [{
                "id": "12", "name": "Annual review", "duration": 15, "slot_count": 3, "price": 0, "video": true,
                "next_available_at": "2026-03-16T09:30:00Z", "practitioner_type": "Nurse", "form_id": null,
            }],
            "count": 1,
        }));
    });
    server.list_locations(|when, then| {
        when.appointment_type_ids(&vec!["12".to_owned()]);
        then.completed(json!([{ "id": "5", "name": "Main site" }]));
    });
    server.list_practitioners(|when, then| {
        when.location_ids(&vec!["5".to_owned()]).appointment_type_ids(&vec!["12".to_owned()]).has_availability(&false);
        then.completed(json!({ "data": [{ "id": "7", "first_name": "Ada", "last_name": "Hill" }], "count": 1 }));
    });
    server.get_practitioner(|when, then| {
        when.id("7");
        then.completed(json!({ "id": "7", "name": "Ada Hill" }));
    });
    let hero = hero(&server);
    let practice = hero.practice();
    let kinds = practice.appointment_types().at_location("5").at_location("6").with_availability(true).await?;
    let [kind] = &kinds[..] else { panic!("one kind of appointment") };
    assert_eq!((kind.id(), kind.name(), kind.practitioner_type()), (Some("12"), Some("Annual review"), Some("Nurse")));
    assert_eq!((kind.duration(), kind.slot_count(), kind.form_id()), (Some(TimeDelta::minutes(15)), Some(3), None));
    assert_eq!(kind.next_available_at(), Some(time("2026-03-16T09:30:00Z")));
    assert!(kind.is_video() && !kind.is_in_person() && !kind.is_telephone());

    let locations = practice.locations().for_appointment_type("12").await?;
    assert_eq!(locations[0].name(), Some("Main site"));
    let practitioners =
        practice.practitioners().at_location("5").for_appointment_type("12").with_availability(false).await?;
    assert_eq!(practitioners[0].name().as_deref(), Some("Ada Hill"));
    assert_eq!(practice.practitioner("7").await?.name().as_deref(), Some("Ada Hill"));
    Ok(())
}

#[tokio::test]
async fn access_token_expires_and_is_not_printed() -> Result<(), Error> {
    let server = MockServer::start();
    server.create_access_token(|_when, then| {
        then.completed(json!({ "access_token": "marker" }));
    });
    let token = hero(&server).practice().access_token().await?;
    assert_eq!(token.expires_at(), time("2026-03-15T09:30:00Z"));
    assert_eq!(token.secret().expose_secret(), "marker");
    assert!(!format!("{token:?}").contains("marker"));
    Ok(())
}

#[tokio::test]
async fn access_token_is_reused_until_it_expires() -> Result<(), Error> {
    let server = MockServer::start();
    let mut mock = server.create_access_token(|_when, then| {
        then.completed(json!({ "access_token": "first" }));
    });
    let (hero, clock) = hero_and_clock(&server);
    let tokens = hero.practice().access_tokens();
    let (one, other) = (tokens.clone(), tokens.clone());
    let (one, other) = futures_util::future::join(one.get().send(), other.get().send()).await;
    assert_eq!(one?, other?);
    clock.advance(Duration::from_secs(24 * 60));
    assert_eq!(tokens.get().await?.secret().expose_secret(), "first");
    mock.assert_calls(1);

    mock.delete();
    let mut mock = server.create_access_token(|_when, then| {
        then.completed(json!({ "access_token": "second" }));
    });
    clock.advance(Duration::from_secs(60));
    assert_eq!(tokens.get().await?.secret().expose_secret(), "second");
    mock.assert_calls(1);

    // No new token can be had: the one at hand serves as long as it lives.
    mock.delete();
    server.create_access_token(|_when, then| {
        then.error(403, json!({}));
    });
    clock.advance(Duration::from_secs(29 * 60));
    assert_eq!(tokens.get().await?.secret().expose_secret(), "second");
    assert!(tokens.refresh().await.is_err());
    clock.advance(Duration::from_secs(60));
    assert!(tokens.get().await.is_err_and(|error| error.kind() == ErrorKind::Forbidden));
    Ok(())
}

#[tokio::test]
async fn practice_tells_documented_errors_apart() {
    let nothing = |_: &MockServer| {};
    fails_as_documented::<GetPracticeGroupById, _, _>(nothing, async |hero| hero.practice().settings().await).await;
    fails_as_documented::<UpdatePracticeGroup, _, _>(nothing, async |hero| {
        hero.practice().update().name("High Street Surgery").await
    })
    .await;
    fails_as_documented::<GetCapabilities, _, _>(nothing, async |hero| hero.practice().capabilities().await).await;
    fails_as_documented::<GetConfiguration, _, _>(nothing, async |hero| hero.practice().configuration().await).await;
    fails_as_documented::<ListAppointmentTypes, _, _>(nothing, async |hero| hero.practice().appointment_types().await)
        .await;
    fails_as_documented::<ListLocations, _, _>(nothing, async |hero| hero.practice().locations().await).await;
    fails_as_documented::<ListPractitioners, _, _>(nothing, async |hero| hero.practice().practitioners().await).await;
    fails_as_documented::<GetPractitioner, _, _>(nothing, async |hero| hero.practice().practitioner("7").await).await;
    fails_as_documented::<ListPracticeGroupElements, _, _>(nothing, async |hero| hero.practice().elements().await)
        .await;
    fails_as_documented::<CreateAccessToken, _, _>(nothing, async |hero| hero.practice().access_token().await).await;
}
