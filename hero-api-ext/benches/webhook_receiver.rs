//! How many deliveries of 1 kB one core takes, and how that compares: `cargo bench -p hero-api-ext --bench webhook_receiver`.
//!
//! Compared are the whole of `Receiver::handle` (verify, read, remember, confirm), the verification of the reference
//! implementation of Standard Webhooks with the reading of JSON after it, and what nobody can do without: HMAC and
//! JSON.

use std::{
    error::Error,
    hint::black_box,
    time::{Duration, Instant},
};

use futures_util::FutureExt;
use hero_api_ext::{
    clock::{Clock, SystemClock},
    webhook_receiver::{Event, Receiver, SignatureHeaders, Verifier, testing::signed_body},
};
use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde_json::{Value, json};
use sha2::Sha256;

const KEY: &str = "a key that was made up for a measurement";
// Short rounds, and many: on a machine that does other things too, some of them are undisturbed.
const DELIVERIES: u32 = 100;
const ROUNDS: usize = 500;
const WANTED: f64 = 10_000.0;

struct Delivery {
    headers: HeaderMap,
    body: Vec<u8>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let now = SystemClock::new().utc_now();
    let standard = standardwebhooks::Webhook::from_bytes(KEY.into())?;
    let deliveries = (0..DELIVERIES)
        .map(|id| {
            let body = body(id);
            let mut headers = signed_body(KEY, body.clone(), now)?.headers;
            let name = format!("msg_{id}");
            headers.insert("webhook-id", HeaderValue::from_str(&name)?);
            headers.insert("webhook-timestamp", now.timestamp().into());
            let signature = standard.sign(&name, now.timestamp(), &body)?;
            headers.insert("webhook-signature", HeaderValue::from_str(&signature)?);
            Ok(Delivery { headers, body })
        })
        .collect::<Result<Vec<_>, Box<dyn Error>>>()?;

    let mut best = [Duration::MAX; 3];
    // One after the other in each round, so that what disturbs the machine disturbs all.
    for _ in 0..ROUNDS {
        let receiver = Receiver::new(Verifier::new(KEY)?);
        let times = [
            timed(&deliveries, |delivery| received(&receiver, delivery)),
            timed(&deliveries, |delivery| {
                standard.verify(&delivery.body, &delivery.headers).is_ok() && is_json(&delivery.body)
            }),
            timed(&deliveries, |delivery| is_signed(delivery) && is_json(&delivery.body)),
        ];
        best = std::array::from_fn(|index| best[index].min(times[index]));
    }

    let [ours, theirs, floor] = best.map(|time| time.as_secs_f64() / f64::from(DELIVERIES));
    println!("deliveries of 1 kB on one core, the best of {ROUNDS} rounds of {DELIVERIES}:");
    for (name, each) in [("Receiver::handle", ours), ("standardwebhooks + JSON", theirs), ("HMAC + JSON", floor)] {
        println!("{:>26}  {:>8.0} a second  {:>6.2} µs  {:>5.2} x", name, 1.0 / each, each * 1e6, ours / each);
    }
    if 1.0 / ours < WANTED {
        return Err(format!("fewer than {WANTED} a second").into());
    }
    Ok(())
}

/// An event of 1 kB, most of it in a field that this version does not know.
fn body(id: u32) -> Vec<u8> {
    let event = |rest: &str| {
        json!({
            "object": "Appointment", "id": id.to_string(), "practice_group_id": "12", "event": "appointment.confirmed",
            "rest": rest,
        })
        .to_string()
    };
    let missing = 1024_usize.saturating_sub(event("").len());
    event(&"x".repeat(missing)).into_bytes()
}

fn received(receiver: &Receiver, delivery: &Delivery) -> bool {
    let headers = SignatureHeaders::from(&delivery.headers);
    let handler = async |delivery: hero_api_ext::webhook_receiver::Delivery| match delivery.event() {
        Event::AppointmentConfirmed { .. } => StatusCode::NO_CONTENT,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    };
    receiver.handle(&headers, &delivery.body, handler).now_or_never() == Some(StatusCode::NO_CONTENT)
}

fn is_signed(delivery: &Delivery) -> bool {
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(KEY.as_bytes()) else { return false };
    let timestamp = delivery.headers.get("x-herohealth-timestamp").map_or(&b""[..], HeaderValue::as_bytes);
    let mac = mac.chain_update(timestamp).chain_update(".").chain_update(&delivery.body).finalize().into_bytes();
    black_box(mac).len() == 32
}

fn is_json(body: &[u8]) -> bool {
    serde_json::from_slice::<Value>(body).is_ok_and(|value| black_box(value).is_object())
}

#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
fn timed(deliveries: &[Delivery], mut act: impl FnMut(&Delivery) -> bool) -> Duration {
    let start = Instant::now();
    let good = deliveries.iter().filter(|delivery| act(delivery)).count();
    let time = start.elapsed();
    assert_eq!(good, deliveries.len(), "every delivery is good");
    time
}
