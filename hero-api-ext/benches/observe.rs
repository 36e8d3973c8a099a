//! What it costs to observe, on one GET from loopback: a practice group, and a list of 100 appointment types.
//!
//! ```text
//! cargo bench -p hero-api-ext --features observe --bench observe
//! ```
//!
//! Calls with and without an observer are made in turn in one run, with warm connections. It fails when a call takes more than
//! 1.1 times the time.

use std::{
    error::Error,
    io::{Read, Write},
    net::TcpListener,
    thread,
    time::{Duration, Instant},
};

use hero_api_ext::{Credentials, Environment, Hero, HeroBuilder, observe::FileObserver};
use serde_json::json;
use tokio::runtime::{Builder, Runtime};

const CALLS: usize = 5_000;
const MOST: f64 = 1.1;

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let practice = json!({
        "id": "12", "name": "Riverside Practice", "email": "post@riverside.example", "phone": "+441134960000",
        "address": {"line_1": "1 Mill Lane", "town": "Leeds", "postcode": "LS1 1AA"}, "timezone": "Europe/London",
        "locale": "en-GB", "created_at": "2024-05-01T09:30:00Z",
    });
    let one = json!({
        "id": "1", "name": "Review", "partner_slot_name": "GP", "next_available_at": "2026-03-03T09:30:00Z", "slot_count": 2,
        "price": 0, "assignee_id": null, "assignee_type": null, "sector": "nhs", "duration": 10, "video": true,
        "use_partner_bookable_slots": true, "form_id": null, "practitioner_type": "GP",
    });
    let list = json!({"data": vec![one; 100], "count": 100});
    let path = std::env::temp_dir().join(format!("hero-bench-{}.jsonl", std::process::id()));
    let mut worst: f64 = 0.0;
    for (name, body) in [("a practice group", practice), ("100 appointment types", list)] {
        let base_url = serve(&body.to_string())?;
        let off = builder(&base_url).build()?;
        let on = builder(&base_url).observe(FileObserver::open(&path)?).build()?;
        let (mut times_off, mut times_on) = (Vec::new(), Vec::new());
        // Call by call in turn, so that what else the machine does falls on both.
        for _ in 0..CALLS {
            times_off.push(time(&runtime, &off, name)?);
            times_on.push(time(&runtime, &on, name)?);
        }
        let (off, on) = (median(times_off), median(times_on));
        let ratio = on.as_secs_f64() / off.as_secs_f64();
        worst = worst.max(ratio);
        let size = body.to_string().len();
        println!("{name}, {size} bytes: off {off:.1?}, on {on:.1?}, {ratio:.3} times (at most {MOST})");
    }
    let _ = std::fs::remove_file(path);
    if worst > MOST { Err("the budget is exceeded".into()) } else { Ok(()) }
}

fn builder(base_url: &str) -> HeroBuilder {
    let credentials = Credentials::new("the-key", "12");
    Hero::builder().environment(Environment::Custom(base_url.to_owned())).credentials(credentials)
}

fn time(runtime: &Runtime, hero: &Hero, name: &str) -> Result<Duration, Box<dyn Error>> {
    #[expect(clippy::disallowed_methods, reason = "a benchmark measures the time")]
    let start = Instant::now();
    if name.starts_with("100") {
        runtime.block_on(hero.api().list_appointment_types().send())?;
    } else {
        runtime.block_on(hero.api().get_practice_group_by_id().send())?;
    }
    Ok(start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// A server that gives every request on a kept connection this body.
fn serve(body: &str) -> Result<String, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let base_url = format!("http://{}", listener.local_addr()?);
    let head = format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", body.len());
    let response = head + body;
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let response = response.clone();
            thread::spawn(move || {
                let mut stream = stream;
                let mut buffer = [0; 4096];
                while stream.read(&mut buffer).is_ok_and(|read| read > 0) {
                    if stream.write_all(response.as_bytes()).is_err() {
                        return;
                    }
                }
            });
        }
    });
    Ok(base_url)
}
