//! Each delivery is handled once, and none that was not handled is lost.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use hero_api_ext::{
    hero_api::BoxFuture,
    webhook_receiver::{
        Claim, DeliveryId, GuardError, GuardFull, MemoryGuard, Outcome, Receipt, ReplayGuard, SignatureHeaders,
        Verifier, VerifyError,
    },
};
use http::StatusCode;

use crate::webhook_receiver::setup::{BODY, KEY, NOW, SIGNATURE, Station, borrowed, headers, mac, now, sign, signed};

const OLD_KEY: &str = "the key before";

#[tokio::test]
async fn delivery_in_any_signature_form_runs_once() {
    let station = Station::new();
    assert_eq!(station.post(&signed(BODY), BODY).await, StatusCode::NO_CONTENT);
    let hex = sign(KEY, NOW.to_string(), BODY);
    let bytes = mac(KEY, format!("{NOW}.{BODY}").as_bytes());
    for signature in [
        hex.clone(),
        hex.to_uppercase(),
        BASE64.encode(&bytes),
        BASE64URL_NOPAD.encode(&bytes),
        format!("sha256={hex}"),
        format!("v1={}, v1={}", "00".repeat(32), BASE64.encode(&bytes)),
    ] {
        assert_eq!(station.post(&headers(NOW.to_string(), signature), BODY).await, StatusCode::OK);
    }
    assert_eq!((station.handled(), station.count(Outcome::Repeated)), (1, 6));
}

#[tokio::test]
async fn two_signatures_are_one_delivery() {
    let verifier = Verifier::new(KEY).and_then(|verifier| verifier.with_key(OLD_KEY)).unwrap();
    let station = Station::with(verifier, |receiver| receiver);
    let (new, old) = (sign(KEY, NOW.to_string(), BODY), sign(OLD_KEY, NOW.to_string(), BODY));
    let both = headers(NOW.to_string(), format!("{new},{old}"));
    assert_eq!(station.post(&both, BODY).await, StatusCode::NO_CONTENT);
    for signature in [&new, &old] {
        assert_eq!(station.post(&headers(NOW.to_string(), signature), BODY).await, StatusCode::OK);
    }
    let mut apart = headers(NOW.to_string(), &old);
    apart.push((SIGNATURE, new.into_bytes()));
    assert_eq!(station.post(&apart, BODY).await, StatusCode::OK);
    assert_eq!(station.handled(), 1);
}

#[test]
fn key_rotation_loses_no_delivery() {
    let rotating = Verifier::new(KEY).and_then(|verifier| verifier.with_key(OLD_KEY)).unwrap();
    let rotated = Verifier::new(KEY).unwrap();
    let old = headers(NOW.to_string(), sign(OLD_KEY, NOW.to_string(), BODY));
    let new = signed(BODY);
    assert!(rotating.verify(&borrowed(&old), BODY.as_bytes(), now()).is_ok());
    assert!(rotating.verify(&borrowed(&new), BODY.as_bytes(), now()).is_ok());
    assert!(rotated.verify(&borrowed(&new), BODY.as_bytes(), now()).is_ok());
    let refused = rotated.verify(&borrowed(&old), BODY.as_bytes(), now());
    assert_eq!(refused.err(), Some(VerifyError::WrongSignature));
}

#[tokio::test]
async fn failed_delivery_is_handled_when_repeated() {
    let station = Station::new();
    let failed = station.post_to(&signed(BODY), BODY, StatusCode::INTERNAL_SERVER_ERROR).await;
    assert_eq!(failed, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(station.post(&signed(BODY), BODY).await, StatusCode::NO_CONTENT);
    assert_eq!(station.post(&signed(BODY), BODY).await, StatusCode::OK);
    assert_eq!(station.handled(), 2);
    let counts = [Outcome::HandlerFailed, Outcome::Handled, Outcome::Repeated].map(|outcome| station.count(outcome));
    assert_eq!(counts, [1, 1, 1]);
}

#[tokio::test]
async fn delivery_is_leased_to_one_handler() {
    let station = Station::new();
    let first = station.receiver.receive(&borrowed(&signed(BODY)), BODY.as_bytes()).await;
    assert!(matches!(first, Ok(Receipt::New(_))));
    assert_eq!(station.post(&signed(BODY), BODY).await, StatusCode::CONFLICT);
    station.clock.pass(60);
    assert_eq!(station.post(&signed(BODY), BODY).await, StatusCode::CONFLICT);
    station.clock.pass(1);
    assert_eq!(station.post(&signed(BODY), BODY).await, StatusCode::NO_CONTENT);
    assert_eq!((station.handled(), station.count(Outcome::InProgress)), (1, 2));
    assert!(station.seen.lock().unwrap()[0].is_taken_over());
    assert_eq!(station.count(Outcome::TakenOver), 1);
}

#[tokio::test]
async fn release_does_not_hide_an_earlier_handler() {
    let station = Station::new();
    let taken_over = async || match station.receiver.receive(&borrowed(&signed(BODY)), BODY.as_bytes()).await {
        Ok(Receipt::New(delivery)) => delivery,
        other => panic!("{other:?}"),
    };
    assert!(!taken_over().await.is_taken_over());
    station.clock.pass(61);
    let second = taken_over().await;
    assert!(second.is_taken_over());
    station.receiver.release(&second).await.unwrap();
    assert!(taken_over().await.is_taken_over(), "the first handler may have acted");
}

#[tokio::test]
async fn late_release_keeps_the_claim_of_another() {
    let station = Station::new();
    let receive = async || station.receiver.receive(&borrowed(&signed(BODY)), BODY.as_bytes()).await;
    let Ok(Receipt::New(late)) = receive().await else { panic!("it is new") };
    station.clock.pass(61);
    let Ok(Receipt::New(_at_work)) = receive().await else { panic!("the lease has run out") };
    station.receiver.release(&late).await.unwrap();
    assert_eq!(station.post(&signed(BODY), BODY).await, StatusCode::CONFLICT);
}

#[tokio::test]
async fn delivery_is_remembered_while_believable() {
    for signed_at in [NOW - 300, NOW, NOW + 300] {
        let station = Station::new();
        let delivery = headers(signed_at.to_string(), sign(KEY, signed_at.to_string(), BODY));
        assert_eq!(station.post(&delivery, BODY).await, StatusCode::NO_CONTENT);
        while station.count(Outcome::TooOld) == 0 {
            let status = station.post(&delivery, BODY).await;
            assert!([StatusCode::OK, StatusCode::UNAUTHORIZED].contains(&status), "{signed_at}: {status}");
            station.clock.pass(1);
        }
        assert_eq!(station.handled(), 1, "{signed_at}");
    }
}

#[tokio::test]
async fn memory_is_a_day_without_a_time_check() {
    let verifier = Verifier::new(KEY).unwrap().without_time_check();
    let station = Station::with(verifier, |receiver| receiver);
    let delivery = headers("whenever", sign(KEY, "whenever", BODY));
    assert_eq!(station.post(&delivery, BODY).await, StatusCode::NO_CONTENT);
    station.clock.pass(86_400);
    assert_eq!(station.post(&delivery, BODY).await, StatusCode::OK);
    station.clock.pass(1);
    assert_eq!(station.post(&delivery, BODY).await, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn full_guard_refuses_new_and_forgets_nothing() {
    let verifier = Verifier::new(KEY).unwrap();
    let station = Station::with(verifier, |receiver| receiver.with_guard(MemoryGuard::with_capacity(2)));
    let bodies: Vec<String> = (0..3).map(|id| BODY.replace("\"7\"", &format!("\"{id}\""))).collect();
    let mut statuses = Vec::new();
    for body in bodies.iter().chain(&bodies) {
        statuses.push(station.post(&signed(body), body).await.as_u16());
    }
    assert_eq!(statuses, [204, 204, 503, 200, 200, 503]);
    // Nothing signed now is believed after this, so nothing has to be remembered.
    station.clock.pass(301);
    let later = (NOW + 301).to_string();
    let delivery = headers(&later, sign(KEY, &later, &bodies[2]));
    assert_eq!(station.post(&delivery, &bodies[2]).await, StatusCode::NO_CONTENT);
    assert_eq!((station.handled(), station.count(Outcome::GuardFull)), (3, 2));
    assert_eq!(station.count(Outcome::GuardFailed), 0, "a full guard is no broken one");
}

/// A store that can be cut off.
#[derive(Clone, Default)]
struct Store {
    guard: Arc<MemoryGuard>,
    is_down: Arc<AtomicBool>,
}

impl Store {
    fn reached(&self) -> Result<&MemoryGuard, GuardError> {
        if self.is_down.load(Ordering::Relaxed) { Err("redis://user:marker@store".into()) } else { Ok(&self.guard) }
    }
}

impl ReplayGuard for Store {
    fn claim(
        &self,
        id: DeliveryId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<Claim, GuardError>> {
        Box::pin(async move { self.reached()?.claim(id, now, until).await })
    }

    fn confirm(
        &self,
        id: DeliveryId,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(async move { self.reached()?.confirm(id, now, until).await })
    }

    fn release(&self, id: DeliveryId, claimed_until: DateTime<Utc>) -> BoxFuture<'_, Result<(), GuardError>> {
        Box::pin(async move { self.reached()?.release(id, claimed_until).await })
    }
}

#[tokio::test]
async fn two_programs_with_one_store_handle_once() {
    let store = Store::default();
    let stations =
        [0, 1].map(|_| Station::with(Verifier::new(KEY).unwrap(), |receiver| receiver.with_guard(store.clone())));
    assert_eq!(stations[0].post(&signed(BODY), BODY).await, StatusCode::NO_CONTENT);
    assert_eq!(stations[1].post(&signed(BODY), BODY).await, StatusCode::OK);
}

#[tokio::test]
async fn store_that_is_down_loses_no_delivery() {
    let store = Store::default();
    let station = Station::with(Verifier::new(KEY).unwrap(), |receiver| {
        receiver.with_guard(store.clone()).with_observer(|rejection| {
            let text = format!("{rejection} {rejection:?}");
            assert!(!text.contains("marker"), "{text}");
        })
    });
    store.is_down.store(true, Ordering::Relaxed);
    assert_eq!(station.post(&signed(BODY), BODY).await, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(station.handled(), 0);
    store.is_down.store(false, Ordering::Relaxed);
    assert_eq!(station.post(&signed(BODY), BODY).await, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn store_failure_after_the_handler_is_counted() {
    let store = Store::default();
    let station = Station::with(Verifier::new(KEY).unwrap(), |receiver| receiver.with_guard(store.clone()));
    let status = station
        .receiver
        .handle(&borrowed(&signed(BODY)), BODY.as_bytes(), async |_| {
            store.is_down.store(true, Ordering::Relaxed);
            StatusCode::NO_CONTENT
        })
        .await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    assert_eq!((station.count(Outcome::Handled), station.count(Outcome::NotRemembered)), (1, 1));
}

#[tokio::test]
async fn late_release_forgets_no_confirmed_delivery() {
    let station = Station::new();
    let receive = async || match station.receiver.receive(&borrowed(&signed(BODY)), BODY.as_bytes()).await {
        Ok(Receipt::New(delivery)) => delivery,
        other => panic!("{other:?}"),
    };
    let late = receive().await;
    // The lease runs out, and the repeated delivery is handled by another.
    station.clock.pass(61);
    let other = receive().await;
    station.receiver.confirm(&other).await.unwrap();
    station.receiver.release(&late).await.unwrap();
    assert_eq!(station.post(&signed(BODY), BODY).await, StatusCode::OK);
    assert_eq!((station.handled(), station.count(Outcome::Repeated)), (0, 1));
}

#[tokio::test]
async fn memory_is_given_back() -> Result<(), GuardError> {
    let guard = MemoryGuard::with_capacity(10);
    let verifier = Verifier::new(KEY)?;
    for round in 0..1000 {
        let time = now() + TimeDelta::seconds(round);
        let text = time.timestamp().to_string();
        let signature = sign(KEY, &text, BODY);
        let headers = SignatureHeaders::new(text.as_bytes(), signature.as_bytes());
        let id = verifier.verify(&headers, BODY.as_bytes(), time)?.id();
        assert_eq!(guard.claim(id, time, time + TimeDelta::seconds(60)).await?, Claim::New);
        assert_eq!(guard.claim(id, time, time).await?, Claim::InProgress);
        if round % 2 == 0 {
            guard.release(id, time + TimeDelta::seconds(60)).await?;
        } else {
            guard.confirm(id, time, time + TimeDelta::seconds(10)).await?;
            assert_eq!(guard.claim(id, time, time).await?, Claim::Handled);
        }
        assert!(guard.len() <= 6, "{}", guard.len());
    }
    Ok(())
}

#[test]
fn one_of_many_claims_at_once_is_new() {
    let guard = MemoryGuard::new();
    let verifier = Verifier::new(KEY).unwrap();
    let headers = signed(BODY);
    let id = verifier.verify(&borrowed(&headers), BODY.as_bytes(), now()).unwrap().id();
    let claim = || futures_util::FutureExt::now_or_never(guard.claim(id, now(), now())).unwrap().unwrap();
    let new = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..16).map(|_| scope.spawn(claim)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).filter(|claim| *claim == Claim::New).count()
    });
    assert_eq!(new, 1);
}

#[test]
fn full_guard_says_what_to_do() {
    assert!(GuardFull.to_string().contains("capacity"));
}
