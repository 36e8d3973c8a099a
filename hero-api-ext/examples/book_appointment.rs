//! Books an appointment: finds a free slot, holds it, moves it to a time that suits better, and confirms it.
//!
//! It needs no key. The practice is in this process: the typed mock helpers of `hero_api::mock` play Hero.
//!
//! ```text
//! cargo run -p hero-api-ext --example book_appointment
//! ```

use chrono::{DateTime, TimeDelta, Utc};
use hero_api_ext::{
    Credentials, Environment, Error, Hero, PatientId,
    clock::TestClock,
    hero_api::mock::MockServerExt,
    practice::{AppointmentType, Practitioner},
};
use httpmock::MockServer;
use serde_json::{Value, json};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let server = MockServer::start();
    open_practice(&server);
    let hero = Hero::builder()
        .environment(Environment::Custom(server.base_url()))
        .credentials(Credentials::new("any key", "12"))
        // Reservations run out: the practice is one of March 2026, and so is the clock.
        .clock(TestClock::at(at(13, 9, 0)))
        .build()?;
    book(&hero, PatientId::from(156)).await
}

/// What a program that books does.
async fn book(hero: &Hero, patient: PatientId) -> Result<(), Error> {
    let practice = hero.practice();
    if let Some(name) = practice.settings().send().await?.name {
        println!("{name}");
    }

    // What can be booked, and with whom.
    let kinds = practice.appointment_types().with_availability(true).send().await?;
    let Some((kind, id)) = kinds.iter().find_map(|kind| Some((kind, kind.id()?))) else {
        println!("There is nothing to book.");
        return Ok(());
    };
    let name = kind.name().unwrap_or("An appointment");
    let practitioners = practice.practitioners().for_appointment_type(id).send().await?;

    // The free slots of the week, page by page behind the scenes.
    let search = hero.booking().slots().appointment_type(id);
    let mut slots = search.from(at(16, 9, 0).date_naive()).to(at(20, 18, 0).date_naive()).items();
    println!("\n{name}{}: free from 16 to 20 March", length_of(kind));
    let mut free = Vec::new();
    while let Some(slot) = slots.next().await {
        let slot = slot?;
        println!("  {} with {}", shown(slot.start()), who(&practitioners, slot.practitioner_id()));
        free.push(slot);
    }
    let (Some(first), Some(last)) = (free.first(), free.last()) else {
        println!("  no time at all");
        return Ok(());
    };

    // Held for a while, so that nobody else gets it while the patient decides.
    let booking = hero.booking();
    let mut reservation = booking.reserve(first).for_patient(patient).reason("Review of medication").send().await?;
    println!("\n{} is held for the patient until {}.", shown(first.start()), shown(reservation.reserved_until()));

    // Before it is confirmed it can be edited.
    if let (Some(start), Some(practitioner)) = (last.start(), last.practitioner_id()) {
        reservation = reservation.edit().start(start).practitioner(practitioner).send().await?;
        println!("The patient would rather come on {}.", shown(Some(start)));
    }

    match reservation.confirm().send().await {
        Ok(booked) => println!("Booked as appointment {}.", booked.id()),
        Err(failure) => {
            println!("Not booked: {failure}");
            failure.into_reservation().release().send().await?;
            println!("The slot is free again.");
        }
    }
    Ok(())
}

fn length_of(kind: &AppointmentType) -> String {
    kind.duration().map(|length| format!(" ({} minutes)", length.num_minutes())).unwrap_or_default()
}

fn who(practitioners: &[Practitioner], id: Option<&str>) -> String {
    let found = practitioners.iter().find(|practitioner| practitioner.id() == id);
    found.and_then(Practitioner::name).unwrap_or_else(|| "somebody".to_owned())
}

/// Hero's times are UTC. A program for patients shows them in Europe/London, which in the middle of March is the same.
fn shown(time: Option<DateTime<Utc>>) -> String {
    time.map_or_else(|| "an unknown time".to_owned(), |time| time.format("%A %-d %B, %H:%M").to_string())
}

/// In days since 1970 began.
const FEBRUARY_28_2026: i64 = 20_512;

/// A time in March 2026.
fn at(day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    let days = TimeDelta::days(FEBRUARY_28_2026 + i64::from(day));
    DateTime::UNIX_EPOCH + days + TimeDelta::minutes(i64::from(hour * 60 + minute))
}

/// A surgery with a nurse and a doctor, who are free three times.
fn open_practice(server: &MockServer) {
    server.get_practice_group_by_id(|_when, then| {
        then.ok_json(json!({ "id": "12", "name": "High Street Surgery, Leeds" }));
    });
    server.list_appointment_types(|_when, then| {
        then.ok_json(json!({ "data": [{ "id": "31", "name": "Medication review", "duration": 15 }], "count": 1 }));
    });
    server.list_practitioners(|_when, then| {
        let (nurse, doctor) =
            (json!({ "id": "7", "name": "Nurse Amara Obi" }), json!({ "id": "8", "name": "Dr Ada Hill" }));
        then.ok_json(json!({ "data": [nurse, doctor], "count": 2 }));
    });
    let slots = [slot(1, "7", at(16, 9, 30)), slot(2, "7", at(17, 14, 0)), slot(3, "8", at(19, 11, 15))];
    for (index, page) in slots.chunks(2).enumerate() {
        server.list_slots(|when, then| {
            when.appointment_type_ids("31").page_index(&index.to_string());
            then.ok_json(json!({ "data": page, "count": slots.len() }));
        });
    }
    server.create_appointment(|_when, then| {
        then.ok_json(json!({ "id": "4711", "reserved_until": at(13, 9, 15) }));
    });
    server.edit_appointment(|when, then| {
        when.id("4711");
        then.ok_json(json!({}));
    });
    server.book_appointment(|when, then| {
        when.id("4711");
        then.ok_json(json!({}));
    });
}

fn slot(id: u32, practitioner: &str, start: DateTime<Utc>) -> Value {
    json!({
        "id": id.to_string(),
        "appointment_type_id": "31",
        "location_id": "5",
        "practitioner_id": practitioner,
        "start_time": start,
        "finish_time": start + TimeDelta::minutes(15),
    })
}
