use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use hero_api_ext::{
    Effect, Error, ErrorKind, Hero,
    booking::{Booked, Reservation, Slot},
    hero_api::{
        builder::{
            BookAppointment, CancelAppointment, CheckSlotAvailability, CountSlots, CreateAppointment, EditAppointment,
            GetAppointment, GetAppointmentStatus, ListAppointments, ListSlots, RescheduleAppointment,
        },
        mock::MockServerExt,
    },
};
use httpmock::MockServer;
use serde_json::{Value, json};

use crate::support::{PERSONAL, ThenCompleted as _, completed, fails_as_documented, hero, hero_and_clock, time};

fn slot() -> Slot {
    Slot::new("12", "5", "7", time("2026-03-16T09:30:00Z"), TimeDelta::minutes(15))
}

fn listed(id: u64) -> Value {
    json!({
        "id": id.to_string(),
        "appointment_type_id": "12",
        "location_id": 5,
        "practitioner_id": "7",
        "start_time": "2026-03-16T09:30:00Z",
        "finish_time": "2026-03-16T09:45:00.000Z",
    })
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn reserves(server: &MockServer) {
    server.create_appointment(|_when, then| {
        then.completed(json!({ "id": "77", "reserved_until": "2026-03-15T09:15:00Z" }));
    });
}

async fn reserved(hero: &Hero) -> Result<Reservation, Error> {
    hero.booking().reserve(&slot()).for_patient(156).await
}

async fn booked(hero: &Hero) -> Result<Booked, Error> {
    Ok(reserved(hero).await?.confirm().await?)
}

#[tokio::test]
async fn slots_are_filtered_over_all_pages() -> Result<(), Error> {
    let server = MockServer::start();
    let pages = [json!({ "data": [listed(1), listed(2)], "count": 3 }), json!({ "data": [listed(3)], "count": 3 })];
    let mocks = pages.map(|page| {
        let index = if page["data"][1].is_null() { "1" } else { "0" };
        server.list_slots(move |when, then| {
            when.appointment_type_ids("12")
                .location_ids("5")
                .practitioner_ids("7")
                .start_date("2026-03-16")
                .end_date("2026-03-20")
                .page_size("2")
                .page_index(index);
            then.completed(page);
        })
    });
    let hero = hero(&server);
    let search = hero.booking().slots().appointment_type("12").location("5").practitioner("7");
    let search = search.from(day("2026-03-16")).to(day("2026-03-20")).page_size(2);
    let mut slots = search.items();
    let first = slots.next().await.unwrap()?;
    assert_eq!((first.id(), first.location_id()), (Some("1"), Some("5")));
    assert_eq!(first.start(), Some(time("2026-03-16T09:30:00Z")));
    assert_eq!(first.duration(), Some(TimeDelta::minutes(15)));
    assert_eq!(slots.into_vec().await?.len(), 2);
    for mock in mocks {
        mock.assert();
    }
    Ok(())
}

#[tokio::test]
async fn slots_are_read_in_every_shape() -> Result<(), Error> {
    for (response, found) in [
        (completed::<ListSlots>(json!([{ "id": 9 }])), 1),
        (json!([]), 0),
        (json!({ "data": null, "count": 0 }), 0),
        (completed::<ListSlots>(json!([{ "id": "9", "start_time": null }]))[0].clone(), 1),
    ] {
        let server = MockServer::start();
        server.list_slots(|when, then| {
            when.page_index("0");
            then.ok_json(response.clone());
        });
        server.list_slots(|when, then| {
            when.page_index("1");
            then.ok_json(json!([]));
        });
        let hero = hero(&server);
        let slots = hero.booking().slots().items().into_vec().await?;
        assert_eq!(slots.len(), found, "{response}");
        for slot in slots {
            assert_eq!((slot.id(), slot.start(), slot.duration()), (Some("9"), None, None));
            let error = hero.booking().reserve(&slot).for_patient(156).await.err();
            assert_eq!(
                error.map(|error| error.kind()),
                Some(ErrorKind::InvalidInput),
                "nothing is sent for half a slot"
            );
        }
    }
    Ok(())
}

#[tokio::test]
async fn slots_are_read_by_pages() -> Result<(), Error> {
    let server = MockServer::start();
    for (index, page) in [("0", json!([listed(1), listed(2)])), ("1", json!([listed(3)]))] {
        server.list_slots(move |when, then| {
            when.page_index(index).page_size("2");
            then.completed(json!({ "data": page, "count": 3 }));
        });
    }
    let hero = hero(&server);
    let mut pages = hero.booking().slots().page_size(2).pages();
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        let page = page?;
        sizes.push((page.number(), page.count(), page.items().len()));
    }
    assert_eq!(sizes, [(0, Some(3), 2), (1, Some(3), 1)]);

    let backwards = hero.booking().slots().from(day("2026-03-16")).to(day("2026-03-15"));
    assert!(backwards.pages().next().await.is_some_and(|page| page.is_err_and(|error| error.is_invalid_input())));
    Ok(())
}

#[tokio::test]
async fn slot_of_another_type_is_an_error() {
    let server = MockServer::start();
    server.list_slots(|_when, then| {
        then.completed(json!([listed(1), listed(2)]));
    });
    let booking = hero(&server).booking();
    for (search, what) in [
        (booking.slots().appointment_type(13), "appointment type"),
        (booking.slots().location(6), "location"),
        (booking.slots().practitioner("8"), "practitioner"),
    ] {
        let mut slots = search.items();
        let error = slots.next().await.and_then(Result::err);
        assert!(error.is_some_and(|error| error.is_protocol() && error.to_string().contains(what)), "{what}");
        assert!(slots.next().await.is_none());
        let mut pages = search.pages();
        assert!(pages.next().await.is_some_and(|page| page.is_err_and(|error| error.is_protocol())), "{what}");
        assert!(pages.next().await.is_none());
    }
    let found = booking.slots().appointment_type(12).limit(1).items().next().await;
    let shown = found.map(|slot| format!("{slot:?}"));
    assert!(shown.is_some_and(|text| text.contains("start: Some(2026-03-16T09:30:00Z)")));
}

#[tokio::test]
async fn window_must_not_end_before_it_begins() {
    let server = MockServer::start();
    let hero = hero(&server);
    let search = hero.booking().slots().from(day("2026-03-16")).to(day("2026-03-15"));
    assert!(search.items().into_vec().await.is_err_and(|error| error.kind() == ErrorKind::InvalidInput));
    assert!(search.count().await.is_err_and(|error| error.kind() == ErrorKind::InvalidInput));
}

#[tokio::test]
async fn slots_are_counted_and_checked() -> Result<(), Error> {
    let server = MockServer::start();
    server.count_slots(|when, then| {
        when.location_id("5").start_date("2026-03-16");
        then.completed(json!({ "count": 41 }));
    });
    server.check_slot_availability(|when, then| {
        when.into_inner().json_body(json!({
            "appointment_type_id": "12",
            "location_id": "5",
            "practitioner_id": "7",
            "start_time": "2026-03-16T09:30:00Z",
            "duration": 15.0,
        }));
        then.completed(json!({ "available": false }));
    });
    let hero = hero(&server);
    assert_eq!(hero.booking().slots().location("5").from(day("2026-03-16")).count().await?, 41);
    assert!(!hero.booking().is_available(&slot()).await?);
    Ok(())
}

#[tokio::test]
async fn missing_count_or_flag_is_a_protocol_error() {
    let server = MockServer::start();
    server.count_slots(|_when, then| {
        then.ok_json(json!({}));
    });
    server.check_slot_availability(|_when, then| {
        then.ok_json(json!({}));
    });
    let hero = hero(&server);
    assert!(hero.booking().slots().count().await.is_err_and(|error| error.kind() == ErrorKind::Protocol));
    assert!(hero.booking().is_available(&slot()).await.is_err_and(|error| error.kind() == ErrorKind::Protocol));
}

#[tokio::test]
async fn an_appointment_is_reserved_and_confirmed() -> Result<(), Error> {
    let server = MockServer::start();
    let create = server.create_appointment(|when, then| {
        when.into_inner().json_body(json!({
            "appointment_type_id": "12",
            "location_id": "5",
            "practitioner_id": "7",
            "start_time": "2026-03-16T09:30:00Z",
            "duration": 20.0,
            "patient_id": "156",
            "billpayer_id": "9",
            "reason": "Annual review",
            "suppress_mail": true,
            "suppress_availability_check": false,
        }));
        then.completed(json!({ "id": 77, "reserved_until": "2026-03-15T09:15:00Z" }));
    });
    let book = server.book_appointment(|when, then| {
        when.id("77");
        then.into_inner().status(200);
    });
    server.get_appointment_status(|when, then| {
        when.id("77");
        then.completed(json!({ "status": "confirmed" }));
    });
    let (hero, clock) = hero_and_clock(&server);
    let reservation = hero
        .booking()
        .reserve(&slot())
        .for_patient(156)
        .duration(TimeDelta::minutes(20))
        .reason("Annual review")
        .billpayer("9")
        .suppress_mail(true)
        .suppress_availability_check(false)
        .await?;
    assert_eq!(reservation.id(), "77");
    assert_eq!(reservation.reserved_until(), Some(time("2026-03-15T09:15:00Z")));
    assert_eq!(reservation.time_left(), Some(Duration::from_secs(900)));

    clock.advance(Duration::from_secs(899));
    let booked = reservation.confirm().await?;
    assert_eq!((booked.id(), booked.status().await?.as_str()), ("77", Some("confirmed")));
    create.assert();
    book.assert();
    Ok(())
}

#[tokio::test]
async fn expired_reservation_sends_nothing() -> Result<(), Error> {
    let server = MockServer::start();
    reserves(&server);
    let book = server.book_appointment(|_when, then| {
        then.completed(json!({}));
    });
    let edit = server.edit_appointment(|_when, then| {
        then.completed(json!({}));
    });
    let cancel = server.cancel_appointment(|_when, then| {
        then.completed(json!({}));
    });
    let (hero, clock) = hero_and_clock(&server);
    let reservation = reserved(&hero).await?;
    clock.advance(Duration::from_secs(900));
    assert!(reservation.has_run_out());
    assert!(reservation.edit().duration(TimeDelta::minutes(5)).await.is_err());
    let failure = reservation.confirm().await.err().unwrap();
    assert_eq!((failure.error().kind(), failure.error().effect()), (ErrorKind::InvalidInput, Effect::None));
    assert!(failure.to_string().contains("ran out"), "{failure}");
    failure.into_reservation().release().await?;
    for mock in [book, edit, cancel] {
        mock.assert_calls(0);
    }
    Ok(())
}

#[tokio::test]
async fn a_reservation_without_an_end_can_be_confirmed() -> Result<(), Error> {
    for until in [json!(null), json!("some time")] {
        let server = MockServer::start();
        server.create_appointment(|_when, then| {
            then.completed(json!({ "id": "77", "reserved_until": until }));
        });
        server.book_appointment(|_when, then| {
            then.completed(json!({ "id": "77" }));
        });
        let hero = hero(&server);
        let reservation = reserved(&hero).await?;
        assert_eq!((reservation.time_left(), reservation.has_run_out()), (None, false));
        reservation.confirm().await?;
    }
    Ok(())
}

#[tokio::test]
async fn failed_confirm_returns_the_reservation() -> Result<(), Error> {
    let server = MockServer::start();
    reserves(&server);
    let mut ill = server.book_appointment(|_when, then| {
        then.error(500, json!({}));
    });
    let hero = hero(&server);
    let failure = reserved(&hero).await?.confirm().await.err().unwrap();
    assert_eq!((failure.error().kind(), failure.error().effect()), (ErrorKind::Server, Effect::Unknown));
    ill.assert_calls(1);
    ill.delete();
    server.book_appointment(|_when, then| {
        then.completed(json!({}));
    });
    assert_eq!(failure.into_reservation().confirm().await?.id(), "77");
    Ok(())
}

#[tokio::test]
async fn a_reservation_is_released_without_a_mail() -> Result<(), Error> {
    let server = MockServer::start();
    reserves(&server);
    let cancel = server.cancel_appointment(|when, then| {
        when.id("77").into_inner().json_body(json!({ "suppress_mail": true }));
        then.into_inner().status(204);
    });
    let hero = hero(&server);
    reserved(&hero).await?.release().await?;
    cancel.assert();
    Ok(())
}

#[tokio::test]
async fn an_edit_repeats_what_it_does_not_change() -> Result<(), Error> {
    let server = MockServer::start();
    reserves(&server);
    let hero = hero(&server);
    let mut reservation = reserved(&hero).await?;
    for (expected, start, practitioner) in [
        (
            json!({ "start_time": "2026-03-16T10:00:00Z", "duration": 15.0, "practitioner_id": "7" }),
            Some("2026-03-16T10:00:00Z"),
            None,
        ),
        (json!({ "start_time": "2026-03-16T10:00:00Z", "duration": 15.0, "practitioner_id": "8" }), None, Some("8")),
    ] {
        let mut mock = server.edit_appointment(|when, then| {
            when.id("77").into_inner().json_body(expected);
            then.into_inner().status(200);
        });
        let edit = reservation.edit();
        let edit = if let Some(start) = start { edit.start(time(start)) } else { edit };
        let edit = if let Some(practitioner) = practitioner { edit.practitioner(practitioner) } else { edit };
        reservation = edit.send().await?;
        mock.assert();
        mock.delete();
    }
    Ok(())
}

fn appointment(confirmed_at: Value) -> Value {
    json!({
        "id": "77",
        "patient_id": "156",
        "practitioner_id": "7",
        "location_id": "5",
        "appointment_type_id": "12",
        "duration": 15,
        "start_time": "2026-03-16T09:30:00Z",
        "reserved_until": "2026-03-15T09:15:00Z",
        "booking_confirmed_at": confirmed_at,
    })
}

#[tokio::test]
async fn unconfirmed_reservation_is_taken_up_by_id() -> Result<(), Error> {
    let server = MockServer::start();
    let mut mock = server.get_appointment(|when, then| {
        when.id("77");
        then.completed(appointment(json!(null)));
    });
    let edit = server.edit_appointment(|when, then| {
        when.into_inner().json_body(json!({
            "start_time": "2026-03-16T09:30:00Z",
            "duration": 30.0,
            "practitioner_id": "7",
            "suppress_mail": true,
        }));
        then.completed(json!({}));
    });
    let hero = hero(&server);
    let reservation = hero.booking().reservation("77").send().await?;
    assert_eq!(reservation.time_left(), Some(Duration::from_secs(900)));
    let reservation = reservation.edit().duration(TimeDelta::minutes(30)).suppress_mail(true).send().await?;
    edit.assert();
    assert_eq!(reservation.appointment().await?.patient_id.as_deref(), Some("156"));

    mock.delete();
    server.get_appointment(|_when, then| {
        then.completed(appointment(json!("2026-03-15T09:01:00Z")));
    });
    let error = hero.booking().reservation("77").await.err();
    assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::InvalidInput));
    assert!(hero.booking().appointment("77").await?.booking_confirmed_at.is_some());
    Ok(())
}

#[tokio::test]
async fn a_booked_appointment_is_moved_and_cancelled() -> Result<(), Error> {
    let server = MockServer::start();
    reserves(&server);
    server.book_appointment(|_when, then| {
        then.completed(json!({}));
    });
    let reschedule = server.reschedule_appointment(|when, then| {
        when.id("77").into_inner().json_body(json!({
            "start_time": "2026-03-16T09:30:00Z",
            "duration": 15,
            "practitioner_id": "7",
            "suppress_mail": false,
            "note": "moved",
        }));
        then.completed(json!({ "id": "77" }));
    });
    let cancel = server.cancel_appointment(|when, then| {
        when.id("77").into_inner().json_body(json!({ "suppress_mail": true, "suppress_cancellation_policy": true }));
        then.completed(json!({}));
    });
    let hero = hero(&server);
    let booked = booked(&hero).await?;
    booked.reschedule().to_slot(&slot()).suppress_mail(false).field("note", "moved").await?;
    booked.cancel().suppress_mail(true).suppress_cancellation_policy(true).await?;
    reschedule.assert();
    cancel.assert();
    assert!(hero.booking().reschedule("77").await.is_err_and(|error| error.kind() == ErrorKind::InvalidInput));
    Ok(())
}

#[tokio::test]
async fn a_status_is_read_whatever_its_shape() -> Result<(), Error> {
    for (response, status) in [
        (json!("arrived"), Some("arrived")),
        (json!({ "status": "arrived" }), Some("arrived")),
        (json!({ "state": 1 }), None),
    ] {
        let server = MockServer::start();
        server.get_appointment_status(|when, then| {
            when.id("77");
            then.ok_json(response.clone());
        });
        let found = hero(&server).booking().status("77").await?;
        assert_eq!((found.as_str(), &**found.json()), (status, &response));
    }
    Ok(())
}

#[tokio::test]
async fn reservation_without_id_has_effect_done() {
    let server = MockServer::start();
    server.create_appointment(|_when, then| {
        then.ok_json(json!({ "reserved_until": null }));
    });
    let error = reserved(&hero(&server)).await.err().unwrap();
    assert_eq!((error.kind(), error.effect()), (ErrorKind::Decode, Effect::Done));
}

#[tokio::test]
async fn booking_tells_documented_errors_apart() {
    let nothing = |_: &MockServer| {};
    fails_as_documented::<ListSlots, _, _>(nothing, async |hero| hero.booking().slots().items().into_vec().await).await;
    fails_as_documented::<CountSlots, _, _>(nothing, async |hero| hero.booking().slots().count().await).await;
    fails_as_documented::<CheckSlotAvailability, _, _>(nothing, async |hero| {
        hero.booking().is_available(&slot()).await
    })
    .await;
    fails_as_documented::<CreateAppointment, _, _>(nothing, reserved).await;
    fails_as_documented::<BookAppointment, _, _>(reserves, booked).await;
    fails_as_documented::<CancelAppointment, _, _>(reserves, async |hero| reserved(hero).await?.release().await).await;
    fails_as_documented::<CancelAppointment, _, _>(nothing, async |hero| hero.booking().cancel("77").await).await;
    fails_as_documented::<EditAppointment, _, _>(reserves, async |hero| {
        reserved(hero).await?.edit().start(time("2026-03-16T10:00:00Z")).await
    })
    .await;
    fails_as_documented::<RescheduleAppointment, _, _>(nothing, async |hero| {
        hero.booking().reschedule("77").to_slot(&slot()).await
    })
    .await;
    fails_as_documented::<GetAppointment, _, _>(nothing, async |hero| hero.booking().appointment("77").await).await;
    fails_as_documented::<GetAppointment, _, _>(nothing, async |hero| hero.booking().reservation("77").await).await;
    fails_as_documented::<ListAppointments, _, _>(nothing, async |hero| hero.booking().appointments().await).await;
    fails_as_documented::<GetAppointmentStatus, _, _>(nothing, async |hero| hero.booking().status("77").await).await;
}

#[tokio::test]
async fn appointments_are_listed_in_every_shape() -> Result<(), Error> {
    for response in [json!({ "data": [listed(1), listed(2)], "count": 2 }), json!([listed(1), listed(2)])] {
        let server = MockServer::start();
        server.list_appointments(|_when, then| {
            then.completed(response.clone());
        });
        let appointments = hero(&server).booking().appointments().await?;
        assert_eq!(appointments.iter().map(|one| one["id"].clone()).collect::<Vec<_>>(), ["1", "2"]);
    }
    Ok(())
}

#[tokio::test]
async fn nothing_of_booking_prints_personal_data() -> Result<(), Error> {
    let server = MockServer::start();
    reserves(&server);
    server.book_appointment(|_when, then| {
        then.error(404, json!({ "message": PERSONAL }));
    });
    let hero = hero(&server);
    let reserve = hero.booking().reserve(&slot()).for_patient(156).reason(PERSONAL);
    let mut text = format!("{reserve:?}");
    let reservation = reserve.await?;
    text += &format!("{reservation:?} {:?}", hero.booking().reschedule("77").field("note", PERSONAL));
    let failure = reservation.confirm().await.err().unwrap();
    text += &format!("{failure:?} {failure}");
    assert!(!text.contains(PERSONAL) && !text.contains("09:30"), "{text}");
    Ok(())
}

#[test]
fn debug_of_a_slot_shows_its_times() {
    let shown = format!("{:?}", slot());
    assert!(shown.contains("2026-03-16T09:30:00Z") && shown.contains("2026-03-16T09:45:00Z"), "{shown}");
}
