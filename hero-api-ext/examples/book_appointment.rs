//! Books an appointment: finds a free slot, holds it, moves it to a time that suits better, and confirms it.
//!
//! It needs no key: Hero is the sandbox, in this process.
//!
//! ```text
//! cargo run -p hero-api-ext --example book_appointment
//! ```

use chrono::{DateTime, TimeDelta, Utc};
use hero_api_ext::{
    Error, Hero, PatientId,
    clock::TestClock,
    practice::{AppointmentType, Practitioner},
    sandbox::Sandbox,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Reservations run out: the practice is one of March 2026, and so is the clock.
    let sandbox = Sandbox::builder().slots(9).clock(TestClock::at(at(13, 9, 0))).start().await?;
    book(&sandbox.hero()?, PatientId::from(156)).await?;
    Ok(())
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
