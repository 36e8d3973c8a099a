//! Bulks that share a journal.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use hero_api_ext::{
    Credentials, Environment, Hero,
    bulk::{BulkOutcome, Claim, Journal},
    clock::{Clock, SystemClock},
    hero_api::mock::MockServerExt,
    sandbox::completed_response,
};
use httpmock::MockServer;
use serde_json::json;

use crate::journal::memory::{Defect, Store};

const LEASE: Duration = Duration::from_millis(400);
const PATIENTS: u64 = 300;

/// A server that accepts every message. It is there as long as the first value.
fn practice() -> (MockServer, Hero) {
    let server = MockServer::start();
    server.send_message(|_when, then| {
        let sent = json!({ "message_id": "m", "content": "x", "created_at": "now" });
        then.ok_json(completed_response("sendMessage", sent).unwrap());
    });
    let hero = Hero::builder()
        .environment(Environment::Custom(server.base_url()))
        .credentials(Credentials::new("the-key", "12"))
        .build()
        .unwrap();
    (server, hero)
}

/// The outcomes of one worker: those that it sent, and those that are elsewhere.
async fn work(hero: &Hero, journal: impl Journal + 'static) -> (Vec<usize>, usize) {
    let bulk = hero.messages().bulk(1..=PATIENTS, |messages, patient| Ok(messages.sms(*patient, "hello")));
    let mut bulk = bulk.journal(journal).claim_size(10).send();
    let mut sent = Vec::new();
    while let Some(result) = bulk.next().await {
        match result.outcome() {
            BulkOutcome::Sent { earlier: false, .. } => sent.push(result.index()),
            outcome => assert!(outcome.is_elsewhere() || outcome.is_sent(), "{outcome:?}"),
        }
    }
    let summary = bulk.summary();
    assert_eq!(summary.total(), usize::try_from(PATIENTS).unwrap());
    assert_eq!(summary.sent, sent.len());
    (sent, summary.elsewhere)
}

#[tokio::test]
async fn workers_divide_the_list() {
    let (_server, hero) = practice();
    let store = Store::new(Duration::from_secs(60), None);
    let workers = (0..4).map(|_| work(&hero, store.open("flu")));
    let mut shares: Vec<Vec<usize>> =
        futures_util::future::join_all(workers).await.into_iter().map(|(sent, _)| sent).collect();
    assert!(shares.iter().all(|share| share.len() >= 10), "each has a share: {shares:?}");
    let mut all: Vec<usize> = shares.drain(..).flatten().collect();
    all.sort_unstable();
    assert!(all.iter().copied().eq(0..usize::try_from(PATIENTS).unwrap()));
    assert_eq!(work(&hero, store.open("flu")).await, (Vec::new(), 0), "nothing is left");
}

#[tokio::test]
async fn fence_holds_without_exclusive_claims() {
    let (_server, hero) = practice();
    let store = Store::new(Duration::from_secs(60), Some(Defect::ClaimIsNotAtomic));
    let workers = (0..4).map(|_| work(&hero, store.open("flu")));
    let shares = futures_util::future::join_all(workers).await;
    let sent: usize = shares.iter().map(|(sent, _)| sent.len()).sum();
    assert_eq!(sent, usize::try_from(PATIENTS).unwrap());
}

#[tokio::test]
async fn dropped_bulk_gives_its_claims_back() {
    let (_server, hero) = practice();
    // A lease that would outlast the test.
    let store = Store::new(Duration::from_secs(600), None);
    let bulk = hero.messages().bulk(1..=PATIENTS, |messages, patient| Ok(messages.sms(*patient, "hello")));
    let mut bulk = bulk.journal(store.open("flu")).claim_size(100).send();
    assert!(bulk.next().await.unwrap().outcome().is_sent());
    drop(bulk);
    let other = store.open("flu");
    for _ in 0..500 {
        let claims = other.claim(0..300, false).await.unwrap();
        if !claims.contains(&Claim::Elsewhere) {
            return;
        }
        SystemClock::new().sleep(Duration::from_millis(10)).await;
    }
    unreachable!("claims of a bulk that was dropped are still held");
}

#[tokio::test]
async fn stalled_worker_does_not_send_what_was_taken() {
    let (_server, hero) = practice();
    let store = Store::new(LEASE, None);
    let (first, second) = (store.open("flu"), store.open("flu"));
    let told = AtomicUsize::new(0);
    // The first worker has claimed all, and its pace lets the lease run out after the first message.
    let bulk = hero.messages().bulk(1..=2_u64, |messages, patient| Ok(messages.sms(*patient, "hello")));
    let mut bulk = bulk.journal(first).concurrency(2).at_most(1, LEASE * 3).send();
    let slow = async {
        let mut outcomes = Vec::new();
        while let Some(result) = bulk.next().await {
            outcomes.push(result.outcome().is_sent());
            told.fetch_add(1, Ordering::SeqCst);
        }
        outcomes
    };
    let taken = async {
        SystemClock::new().sleep(LEASE * 2).await;
        let claims = second.claim(0..2, false).await.unwrap();
        assert_eq!(told.load(Ordering::SeqCst), 1, "the first message was sent, the second not");
        assert_eq!(claims[1], Claim::Granted(None));
        assert!(second.start(1, 7).await.unwrap());
    };
    let (outcomes, ()) = tokio::join!(slow, taken);
    assert_eq!(outcomes, [true, false], "the second is elsewhere");
}
