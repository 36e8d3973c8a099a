//! What it costs to observe, on one GET from loopback: a practice group, 100 appointment types, and a page of 100 patients.
//!
//! ```text
//! cargo bench -p hero-api-ext --features observe --bench observe
//! ```
//!
//! Calls with and without an observer are made in turn in one run, with warm connections. It fails when a call takes more than
//! 1.1 times the time. `tests/allocations.rs` counts allocations.

mod support;

use std::error::Error;

use hero_api_ext::{Credentials, Environment, Hero, HeroBuilder, hero_api::BoxFuture, observe::FileObserver};
use serde_json::{Value, json};

/// The system's gives memory back and takes it again with each call of one client, and not of another, by how its heap lies.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const MOST: f64 = 1.1;

type Sent<'a> = BoxFuture<'a, Result<(), Box<dyn Error>>>;

struct Case {
    name: &'static str,
    body: Value,
    send: fn(&Hero) -> Sent<'_>,
}

/// A call of an operation, whose response is dropped.
macro_rules! send {
    ($($call:tt)*) => {
        |hero| Box::pin(async { hero.api().$($call)*.send().await.map(drop).map_err(Box::<dyn Error>::from) })
    };
}

fn cases() -> [Case; 3] {
    let practice = json!({
        "id": "12", "name": "Riverside Practice", "email": "post@riverside.example", "phone": "+441134960000",
        "address": {"line_1": "1 Mill Lane", "town": "Leeds", "postcode": "LS1 1AA"}, "timezone": "Europe/London",
        "locale": "en-GB", "created_at": "2024-05-01T09:30:00Z",
    });
    let kind = |number: usize| {
        json!({
            "id": number.to_string(), "name": "Review", "partner_slot_name": "GP", "next_available_at": "2026-03-03T09:30:00Z",
            "slot_count": 2, "price": 0, "assignee_id": null, "assignee_type": null, "sector": "nhs", "duration": 10,
            "video": true, "use_partner_bookable_slots": true, "form_id": null, "practitioner_type": "GP",
        })
    };
    let patient = |number: usize| {
        json!({
            "hero_id": number.to_string(), "title": "Ms", "first_name": "Jane", "last_name": "Doe", "dob": "1979-01-31",
            "sex": "Female", "email": format!("jane.{number}@example.test"), "mobile": "+447700900000",
            "nhs_number": "9990000000", "line_1": "1 Mill Lane", "line_2": null, "line_3": null, "town": "Leeds",
            "county": null, "postcode": "LS1 1AA", "deceased_at": null, "restricted": false, "ehr_registered": true,
            "data_source": "pds", "last_sync_at": "2026-03-03T09:30:00Z", "identifiers": [],
        })
    };
    let list = |item: &dyn Fn(usize) -> Value| json!({"data": (0..100).map(item).collect::<Vec<_>>(), "count": 100});
    [
        Case { name: "a practice group", body: practice, send: send!(get_practice_group_by_id()) },
        Case { name: "100 appointment types", body: list(&kind), send: send!(list_appointment_types()) },
        Case {
            name: "a page of 100 patients",
            body: list(&patient),
            send: send!(list_patients_v3().page_index("0").page_size("100")),
        },
    ]
}

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = support::runtime()?;
    let path = std::env::temp_dir().join(format!("hero-bench-{}.jsonl", std::process::id()));
    let mut is_over = false;
    for Case { name, body, send } in cases() {
        let body = body.to_string();
        let base_url = support::serve(&body)?;
        let off = builder(&base_url).build()?;
        let on = builder(&base_url).observe(FileObserver::open(&path)?).build()?;
        let [off, on] = support::compare(&runtime, || send(&off), || send(&on))?;
        let ratio = on.as_secs_f64() / off.as_secs_f64();
        is_over |= ratio > MOST;
        println!("{name}, {} bytes: off {off:.1?}, on {on:.1?}: {ratio:.3} times (at most {MOST})", body.len());
    }
    std::fs::remove_file(path)?;
    if is_over { Err("the budget is exceeded".into()) } else { Ok(()) }
}

fn builder(base_url: &str) -> HeroBuilder {
    let credentials = Credentials::new("the-key", "12");
    Hero::builder().environment(Environment::Custom(base_url.to_owned())).credentials(credentials)
}
