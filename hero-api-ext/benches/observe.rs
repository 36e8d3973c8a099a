//! What it costs to observe, on one GET from loopback: a practice group, 100 appointment types, and a page of 100 patients.
//!
//! ```text
//! cargo bench -p hero-api-ext --features observe --bench observe
//! ```
//!
//! Calls with and without an observer are made in turn in one run, with warm connections, to a server that is another process on
//! another core. It fails when a call takes more than 1.1 times the time. `tests/allocations.rs` counts allocations.

mod support;

use std::path::Path;

use hero_api_ext::{Hero, hero_api::BoxFuture, observe::FileObserver};
use serde_json::{Value, json};
use support::{
    Failure,
    calls::builder,
    row::{Limit, Row, report},
    server::{Server, has_served},
};

/// The system's gives memory back and takes it again with each call of one client, and not of another, by how its heap lies.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Sent<'a> = BoxFuture<'a, Result<(), Failure>>;

struct Case {
    name: &'static str,
    body: Value,
    send: fn(&Hero) -> Sent<'_>,
}

/// A call of an operation, whose response is dropped.
macro_rules! send {
    ($($call:tt)*) => {
        |hero| Box::pin(async { hero.api().$($call)*.send().await.map(drop).map_err(Failure::from) })
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
    let list = |item: &dyn Fn(usize) -> Value| json!({"data": (0..100).map(item).collect::<Vec<_>>(), "count": 100});
    [
        Case { name: "a practice group", body: practice, send: send!(get_practice_group_by_id()) },
        Case { name: "100 appointment types", body: list(&kind), send: send!(list_appointment_types()) },
        Case {
            name: "a page of 100 patients",
            body: support::patients::page(),
            send: send!(list_patients_v3().page_index("0").page_size("100")),
        },
    ]
}

fn main() -> Result<(), Failure> {
    if has_served()? {
        return Ok(());
    }
    let path = std::env::temp_dir().join(format!("hero-bench-{}.jsonl", std::process::id()));
    let rows = report(cases().into_iter().map(|case| row(&path, case)));
    std::fs::remove_file(path)?;
    rows
}

fn row(path: &Path, Case { name, body, send }: Case) -> Result<Row, Failure> {
    let runtime = support::runtime()?;
    let body = body.to_string();
    let server = Server::start(&body)?;
    let off = builder(server.base_url()).build()?;
    let on = builder(server.base_url()).observe(FileObserver::open(path)?).build()?;
    let [off, on] = support::compare(&runtime, || send(&off), || send(&on))?;
    Ok(Row {
        what: format!("observing {name}, {} bytes", body.len()),
        ours: format!("{on:.1?}"),
        peer: format!("{off:.1?}, not observed"),
        ratio: on.as_secs_f64() / off.as_secs_f64(),
        limit: Limit::AtMost(1.1),
    })
}
