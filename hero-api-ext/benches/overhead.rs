//! What this crate costs over plain reqwest, on one GET from loopback that takes no retry.
//!
//! ```text
//! cargo bench -p hero-api-ext --bench overhead
//! ```
//!
//! Both sides are measured in turn in one run, with warm connections, the same headers and the same type to decode. It fails
//! when a call takes more than 1.1 times the time. `tests/allocations.rs` counts allocations: with an allocator that counts, each
//! would take longer here.

mod support;

use std::error::Error;

use hero_api_ext::{
    Credentials, Environment, Hero,
    hero_api::{Operation, builder::GetPracticeGroupById},
};

/// The system's gives memory back and takes it again with each call of one client, and not of another, by how its heap lies.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const MOST: f64 = 1.1;

fn main() -> Result<(), Box<dyn Error>> {
    let base_url = support::serve(
        r#"{"id":"12","name":"Riverside Practice","email":"post@riverside.example","phone":"+441134960000","address":{"line_1":"1 Mill Lane","town":"Leeds","postcode":"LS1 1AA"},"timezone":"Europe/London","locale":"en-GB","created_at":"2024-05-01T09:30:00Z"}"#,
    )?;
    let runtime = support::runtime()?;
    let hero = Hero::builder()
        .environment(Environment::Custom(base_url.clone()))
        .credentials(Credentials::new("the-key", "12"))
        .build()?;
    let http = reqwest::Client::builder().no_proxy().user_agent("plain/1").build()?;
    let url = format!("{base_url}/v1/me");

    let ours =
        || async { hero.api().get_practice_group_by_id().send().await.map(drop).map_err(Box::<dyn Error>::from) };
    let plain = || async {
        let request = http.get(&url).header("accept", "application/json").header("x-api-key", "the-key");
        let request = request.header("x-practice-group-id", "12").header("accept-encoding", "gzip");
        let response = request.send().await?;
        response.json::<<GetPracticeGroupById as Operation>::Output>().await.map(drop).map_err(Box::<dyn Error>::from)
    };
    let [plain, ours] = support::compare(&runtime, plain, ours)?;

    let ratio = ours.as_secs_f64() / plain.as_secs_f64();
    println!("plain reqwest {plain:.1?}, hero-api-ext {ours:.1?}: {ratio:.3} times (at most {MOST})");
    if ratio > MOST { Err("the budget is exceeded".into()) } else { Ok(()) }
}
