//! How often a call allocates: over plain reqwest, and with an observer.
#![cfg(feature = "observe")]
#![allow(clippy::unwrap_used, reason = "a helper that fails has to fail its test")]

#[path = "../benches/support/mod.rs"]
mod support;

use hero_api_ext::{observe::CountingObserver, sandbox::completed_response};
use serde_json::json;
use support::calls::{Call, Clients, GetPatients, GetSmall, PostMessage, builder};
use tokio::runtime::Runtime;

/// How often each call may allocate more than one by plain reqwest. Lower it when a call gets better.
const GET_SMALL: u64 = 5;
const GET_PATIENTS: u64 = 5;
const POST_MESSAGE: u64 = 17;
/// The same where `serde_json` keeps the order of fields: what is built with the generator turns that on.
const POST_MESSAGE_IN_ORDER: u64 = 19;

/// The allocations of one call on this thread, the fewest of several: buffers grow now and then.
fn allocations<F: Future>(runtime: &Runtime, call: impl Fn() -> F) -> u64 {
    let counts = (0..50).map(|_| {
        allocation_counter::measure(|| {
            let _ = runtime.block_on(call());
        })
    });
    counts.map(|info| info.count_total).min().unwrap()
}

/// How often a call allocates more than one by plain reqwest, when it allocates `planted` times besides.
fn more_than_plain<C: Call>(planted: u64) -> i64 {
    let runtime = support::runtime().unwrap();
    let clients = Clients::<C>::new().unwrap();
    let ours = allocations(&runtime, async || {
        (0..planted).for_each(|number| drop(std::hint::black_box(Box::new(number))));
        clients.ours().await.unwrap();
    });
    let plain = allocations(&runtime, async || clients.plain().await.unwrap());
    assert!(plain > 10, "{plain}");
    ours.cast_signed() - plain.cast_signed()
}

/// A call may allocate as often as its ceiling says. The ceiling is close to what the call needs: one that is far above guards
/// nothing, so a planted allocation has to cross it.
fn keeps_to<C: Call>(ceiling: u64) {
    let more = more_than_plain::<C>(0);
    assert!(more <= ceiling.cast_signed(), "{}: {more} more than plain", C::NAME);
    let planted = more_than_plain::<C>(3);
    assert!(
        planted > ceiling.cast_signed(),
        "{}: with 3 more, only {planted} more than plain: lower the ceiling",
        C::NAME
    );
}

#[test]
fn get_allocates_no_more_than_its_ceiling() {
    keeps_to::<GetSmall>(GET_SMALL);
}

#[test]
fn page_allocates_no_more_than_its_ceiling() {
    keeps_to::<GetPatients>(GET_PATIENTS);
}

#[test]
fn message_allocates_no_more_than_its_ceiling() {
    let object = json!({"b": 1, "a": 2});
    let is_ordered = object.as_object().unwrap().keys().next().unwrap() == "b";
    keeps_to::<PostMessage>(if is_ordered { POST_MESSAGE_IN_ORDER } else { POST_MESSAGE });
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
    let body = json!({"data": (0..100).map(kind).collect::<Vec<_>>(), "count": 100});
    let body = completed_response("listAppointmentTypes", body).unwrap().to_string();
    let base_url = support::serve(&body).unwrap();
    let runtime = support::runtime().unwrap();
    let [off, on] = [builder(&base_url), builder(&base_url).observe(CountingObserver::new())].map(|builder| {
        let hero = builder.build().unwrap();
        allocations(&runtime, || async { hero.api().list_appointment_types().send().await.map(drop).unwrap() })
    });
    // One, for what observers are to be told.
    assert!(off > 100 && on <= off + 1, "{on} against {off}");
}
