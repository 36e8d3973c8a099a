//! Bulk sending: each input has one outcome, in order, and the sending does not wait.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures_util::FutureExt;
use hero_api_ext::{
    Credentials, CredentialsProvider, Effect, Error, PatientId,
    bulk::{BulkOutcome, BulkResult, BulkStream, BulkSummary},
    clock::{Clock, TestClock},
    hero_api::{BoxFuture, TransportError, mock::MockServerExt},
};
use httpmock::MockServer;
use serde_json::json;

use crate::{
    patients_messages::script::Practice,
    support::{ThenCompleted as _, hero_and_clock},
};

/// A patient and a text.
pub(crate) type Row = (u64, &'static str);

pub(crate) async fn all<I>(mut bulk: BulkStream<I>) -> (Vec<BulkResult<I>>, BulkSummary) {
    let mut results = Vec::new();
    while let Some(result) = bulk.next().await {
        results.push(result);
    }
    (results, bulk.summary())
}

/// Each outcome as one letter: sent, earlier, not sent, unknown.
pub(crate) fn letters<I>(results: &[BulkResult<I>]) -> String {
    let letter = |result: &BulkResult<I>| match result.outcome() {
        BulkOutcome::Sent { earlier: false, .. } => 's',
        BulkOutcome::Sent { earlier: true, .. } => 'e',
        BulkOutcome::NotSent { .. } => 'n',
        _ => 'u',
    };
    results.iter().map(letter).collect()
}

fn start(practice: &Practice, rows: Vec<Row>) -> BulkStream<Row> {
    practice.hero.messages().bulk(rows, |messages, (patient, text)| Ok(messages.sms(*patient, *text))).send()
}

#[tokio::test]
async fn awaiting_a_bulk_does_what_send_does() {
    let practice = Practice::open().await;
    let bulk = practice.hero.messages().bulk([1, 2], |messages, patient| Ok(messages.sms(*patient, "hello"))).await;
    let (results, summary) = all(bulk).await;
    assert_eq!((letters(&results).as_str(), summary.sent), ("ss", 2));
}

#[tokio::test]
async fn failure_of_one_message_loses_no_other() {
    let practice = Practice::open().await;
    let rows = vec![(1, "hello"), (2, "lose"), (3, "refuse"), (4, "garble"), (5, " "), (6, "hello")];
    let (results, summary) = all(start(&practice, rows.clone())).await;
    assert_eq!(letters(&results), "sununs");
    for (place, result) in results.iter().enumerate() {
        assert_eq!((result.index(), *result.input()), (place, rows[place]));
    }
    assert!(matches!(results[2].outcome(), BulkOutcome::NotSent { error } if error.is_forbidden()));
    assert_eq!(summary.to_string(), "2 sent, 0 sent earlier, 2 not sent, 2 unknown");
    let mut messaged = practice.messaged();
    messaged.sort();
    assert_eq!(messaged, ["1", "2", "3", "4", "6"], "each once, and the empty one not at all");
    assert!(!format!("{results:?}").contains("hello"));
}

#[tokio::test]
async fn success_that_names_no_message_is_unknown() {
    let practice = Practice::open().await;
    let rows = vec![(1, "garble"), (2, "html"), (3, "empty"), (4, "error"), (5, "gzip"), (6, "hello")];
    let (results, _) = all(start(&practice, rows)).await;
    assert_eq!(letters(&results), "uuuuus");
    assert!(matches!(results[5].outcome(), BulkOutcome::Sent { message, .. } if message.as_str().starts_with('m')));
    assert_eq!(practice.messaged().len(), 6, "each is sent once");
}

/// Lets the attempt run out instead of giving credentials.
struct SlowVault(TestClock);

impl CredentialsProvider for SlowVault {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, TransportError>> {
        self.0.advance(Duration::from_secs(31));
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn call_without_an_attempt_is_not_sent() {
    let practice = Practice::open().await;
    let clock = TestClock::default();
    let hero = practice.builder().credentials_provider(SlowVault(clock.clone())).clock(clock).build().unwrap();
    let bulk = hero.messages().bulk(1..=20_u64, |messages, patient| Ok(messages.sms(*patient, "hello")));
    let (results, _) = all(bulk.concurrency(1).send()).await;
    assert_eq!(letters(&results), "n".repeat(20));
    for result in results {
        let (_, BulkOutcome::NotSent { error }) = result.into_parts() else { unreachable!("every outcome is n") };
        assert!(error.is_timeout() && error.attempts() == 0 && error.effect() == Effect::None, "{error:?}");
    }
    assert!(practice.messaged().is_empty());
}

#[tokio::test]
async fn concurrency_is_kept_and_results_are_in_order() {
    // Responses come when three requests wait for one: with fewer under way this would never end.
    let practice = Practice::with_groups_of(3).await;
    let bulk = practice.hero.messages().bulk(1..=9_u64, |messages, patient| Ok(messages.sms(*patient, "hello")));
    let (results, _) = all(bulk.concurrency(3).send()).await;
    assert_eq!(letters(&results), "sssssssss");
    assert_eq!(results.iter().map(|result| *result.input()).collect::<Vec<_>>(), (1..=9).collect::<Vec<_>>());
    assert_eq!(practice.busiest(), 3);
}

/// A slow message, and 40 that must be seen before its response comes.
fn slow_first() -> Vec<Row> {
    [(0, "hold until 41")].into_iter().chain((1..=40).map(|patient| (patient, "hello"))).collect()
}

#[tokio::test]
async fn slow_response_holds_up_no_other_message() {
    let practice = Practice::open().await;
    let (results, _) = all(start(&practice, slow_first())).await;
    assert_eq!(letters(&results), "s".repeat(41));
    let places: Vec<usize> = results.iter().map(BulkResult::index).collect();
    assert_eq!(places, (0..=40).collect::<Vec<_>>());
}

#[tokio::test]
async fn completion_order_returns_a_slow_result_late() {
    let practice = Practice::open().await;
    let bulk =
        practice.hero.messages().bulk(slow_first(), |messages, (patient, text)| Ok(messages.sms(*patient, *text)));
    // Without any buffer, since no result waits for another.
    let (results, summary) = all(bulk.buffer(0).completion_order().send()).await;
    let mut places: Vec<usize> = results.iter().map(BulkResult::index).collect();
    assert!(places.iter().position(|place| *place == 0).is_some_and(|position| position >= 36), "{places:?}");
    places.sort_unstable();
    assert_eq!(places, (0..=40).collect::<Vec<_>>());
    assert_eq!(summary.sent, 41);
    for result in results {
        assert_eq!(result.index() as u64, result.input().0);
    }
}

#[tokio::test]
async fn full_buffer_holds_up_the_sending() {
    let practice = Practice::open().await;
    let bulk =
        practice.hero.messages().bulk(slow_first(), |messages, (patient, text)| Ok(messages.sms(*patient, *text)));
    let mut bulk = bulk.concurrency(2).buffer(3).send();
    // The first is held until 41 are seen, so there is no result, however often somebody asks.
    for _ in 0..2_000 {
        assert!(bulk.next().now_or_never().is_none());
        tokio::task::yield_now().await;
    }
    // The slow one and one beside it until three wait behind it; then only the slow one and what came beside it last.
    assert_eq!(practice.messaged().len(), 5);
}

/// Counts the inputs that are taken of endless ones.
fn endless(taken: &Arc<AtomicUsize>) -> impl Iterator<Item = u64> + Send + 'static {
    let taken = Arc::clone(taken);
    (1..).inspect(move |_: &u64| {
        taken.fetch_add(1, Ordering::SeqCst);
    })
}

#[tokio::test]
async fn without_a_buffer_inputs_are_taken_as_needed() {
    let practice = Practice::open().await;
    let taken = Arc::new(AtomicUsize::new(0));
    let bulk = practice.hero.messages().bulk(endless(&taken), |messages, patient| Ok(messages.sms(*patient, "hello")));
    let mut bulk = bulk.concurrency(2).buffer(0).send();
    for _ in 0..3 {
        assert!(bulk.next().await.is_some_and(|result| result.outcome().is_sent()));
    }
    drop(bulk);
    // Three were given out, and two were under way at most.
    assert!(taken.load(Ordering::SeqCst) <= 5, "{taken:?}");
    assert!((3..=5).contains(&practice.messaged().len()));
}

#[tokio::test]
async fn dropped_bulk_takes_no_more_inputs() {
    let practice = Practice::open().await;
    let taken = Arc::new(AtomicUsize::new(0));
    let bulk = practice.hero.messages().bulk(endless(&taken), |messages, patient| Ok(messages.sms(*patient, "hello")));
    let mut bulk = bulk.concurrency(2).buffer(10).send();
    for _ in 0..3 {
        assert!(bulk.next().await.is_some_and(|result| result.outcome().is_sent()));
    }
    let before = taken.load(Ordering::SeqCst);
    assert!(before <= 3 + 10 + 2, "{before}");
    drop(bulk);
    for _ in 0..200 {
        tokio::task::yield_now().await;
    }
    assert_eq!(taken.load(Ordering::SeqCst), before);
}

#[tokio::test]
async fn input_that_makes_no_message_is_not_sent() {
    let practice = Practice::open().await;
    let bulk = practice.hero.messages().bulk(["7", "seven", "9"], |messages, patient| {
        let patient: PatientId = patient.parse()?;
        Ok(messages.sms(patient, "hello"))
    });
    let mut bulk = bulk.concurrency(1).send();
    let mut outcomes = Vec::new();
    while let Some(result) = bulk.next().await {
        outcomes.push(result.into_parts());
    }
    assert!(matches!(&outcomes[1], ("seven", BulkOutcome::NotSent { error }) if error.is_invalid_input()));
    assert_eq!(practice.messaged(), ["7", "9"]);
}

#[tokio::test]
async fn messages_are_spread_over_the_time() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.send_message(|_when, then| {
        then.completed(json!({ "message_id": "m", "content": "x", "created_at": "now" }));
    });
    let (hero, clock) = hero_and_clock(&server);
    let bulk = hero.messages().bulk(1..=5_u64, |messages, patient| Ok(messages.sms(*patient, "hello")));
    let mut bulk = bulk.concurrency(1).buffer(0).at_most(2, Duration::from_secs(1)).send();
    let mut times = Vec::new();
    while let Some(result) = bulk.next().await {
        assert!(result.outcome().is_sent());
        times.push(clock.now().as_millis());
    }
    mock.assert_calls(5);
    assert_eq!(times, [0, 500, 1_000, 1_500, 2_000]);
    Ok(())
}
