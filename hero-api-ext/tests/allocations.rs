//! How often a call allocates: over plain reqwest, and with an observer.
#![cfg(feature = "observe")]
#![allow(clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

#[path = "../benches/support/mod.rs"]
#[allow(dead_code, reason = "benchmarks measure the time too")]
mod support;

use hero_api_ext::{
    Credentials, Environment, Hero, HeroBuilder,
    hero_api::{Operation, builder::GetPracticeGroupById},
    observe::CountingObserver,
};
use serde_json::json;
use tokio::runtime::Runtime;

/// The allocations of one call on this thread, the fewest of several: buffers grow now and then.
fn allocations<F: Future>(runtime: &Runtime, call: impl Fn() -> F) -> u64 {
    let counts = (0..50).map(|_| {
        allocation_counter::measure(|| {
            let _ = runtime.block_on(call());
        })
    });
    counts.map(|info| info.count_total).min().unwrap()
}

fn builder(base_url: &str) -> HeroBuilder {
    let credentials = Credentials::new("the-key", "12");
    Hero::builder().environment(Environment::Custom(base_url.to_owned())).credentials(credentials)
}

#[test]
fn call_has_at_most_20_more_allocations() {
    let base_url = support::serve(r#"{"id":"12","name":"Riverside Practice","address":{"town":"Leeds"}}"#).unwrap();
    let runtime = support::runtime().unwrap();
    let hero = builder(&base_url).build().unwrap();
    let ours =
        allocations(&runtime, || async { hero.api().get_practice_group_by_id().send().await.map(drop).unwrap() });
    let http = reqwest::Client::builder().no_proxy().user_agent("plain/1").build().unwrap();
    let url = format!("{base_url}/v1/me");
    let plain = allocations(&runtime, || async {
        let request = http.get(&url).header("accept", "application/json").header("x-api-key", "the-key");
        let request = request.header("x-practice-group-id", "12").header("accept-encoding", "gzip");
        request.send().await.unwrap().json::<<GetPracticeGroupById as Operation>::Output>().await.map(drop).unwrap();
    });
    assert!(plain > 10 && ours <= plain + 20, "{ours} against {plain}");
}

#[test]
fn observing_a_list_allocates_once() {
    let kind = |number: usize| {
        json!({
            "id": number.to_string(), "name": "Review \"2\"", "partner_slot_name": "GP", "next_available_at": null,
            "slot_count": 2, "price": 1.5, "assignee_id": null, "assignee_type": null, "sector": "nhs", "duration": 10,
            "video": true, "use_partner_bookable_slots": true, "form_id": null, "practitioner_type": "GP",
        })
    };
    let body = json!({"data": (0..100).map(kind).collect::<Vec<_>>(), "count": 100}).to_string();
    let base_url = support::serve(&body).unwrap();
    let runtime = support::runtime().unwrap();
    let [off, on] = [builder(&base_url), builder(&base_url).observe(CountingObserver::new())].map(|builder| {
        let hero = builder.build().unwrap();
        allocations(&runtime, || async { hero.api().list_appointment_types().send().await.map(drop).unwrap() })
    });
    // One, for what observers are to be told.
    assert!(off > 100 && on <= off + 1, "{on} against {off}");
}
