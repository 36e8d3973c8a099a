use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use hero_api_ext::{
    Error,
    bulk::{BulkOutcome, BulkResult, BulkStream, BulkSummary, FileJournal},
    hero_api::mock::MockServerExt,
};
use httpmock::MockServer;
use serde_json::json;

use crate::{script::Practice, support::hero_and_clock};

type Row = (u64, &'static str);

/// A file that is gone when the test is over.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        Self(std::env::temp_dir().join(format!("hero-api-ext-{}-{number}.journal", std::process::id())))
    }

    async fn journal(&self) -> FileJournal {
        FileJournal::open(&self.0).await.unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn start(practice: &Practice, rows: &'static [Row], journal: Option<FileJournal>) -> BulkStream<&'static Row> {
    let bulk = practice.hero.messages().bulk(rows, |messages, (patient, text)| Ok(messages.sms(*patient, *text)));
    match journal {
        Some(journal) => bulk.journal(journal).concurrency(1).start(),
        None => bulk.start(),
    }
}

async fn all(mut bulk: BulkStream<&'static Row>) -> (Vec<BulkResult<&'static Row>>, BulkSummary) {
    let mut results = Vec::new();
    while let Some(result) = bulk.next().await {
        results.push(result);
    }
    (results, bulk.summary())
}

/// Each outcome in one letter: sent, earlier, not sent, unknown.
fn letters(results: &[BulkResult<&'static Row>]) -> String {
    let letter = |result: &BulkResult<_>| match result.outcome() {
        BulkOutcome::Sent { earlier: false, .. } => 's',
        BulkOutcome::Sent { earlier: true, .. } => 'e',
        BulkOutcome::NotSent { .. } => 'n',
        _ => 'u',
    };
    results.iter().map(letter).collect()
}

#[tokio::test]
async fn a_failure_of_one_loses_no_other_and_the_three_outcomes_are_three() {
    let practice = Practice::open().await;
    let rows = &[(1, "hello"), (2, "lose"), (3, "refuse"), (4, "garble"), (5, " "), (6, "hello")];
    let (results, summary) = all(start(&practice, rows, None)).await;
    assert_eq!(letters(&results), "sunsns");
    for (place, result) in results.iter().enumerate() {
        assert_eq!((result.index(), *result.input()), (place, &rows[place]));
    }
    // Sent without a doubt, though its answer makes no sense.
    assert!(matches!(results[3].outcome(), BulkOutcome::Sent { message: None, .. }));
    assert!(matches!(results[2].outcome(), BulkOutcome::NotSent { error } if error.is_forbidden()));
    assert_eq!(summary.to_string(), "3 sent, 0 sent earlier, 2 not sent, 1 unknown");
    let mut messaged = practice.messaged();
    messaged.sort();
    assert_eq!(messaged, ["1", "2", "3", "4", "6"], "each once, and the empty one not at all");
    assert!(!format!("{results:?}").contains("hello"));
}

#[tokio::test]
async fn so_many_are_under_way_as_was_said_and_results_keep_their_order() {
    // Responses come when three requests wait for one: with fewer under way this would never end.
    let practice = Practice::with_groups_of(3).await;
    let inputs = 1..=9_u64;
    let mut bulk = practice
        .hero
        .messages()
        .bulk(inputs, |messages, patient| Ok(messages.sms(*patient, "hello")))
        .concurrency(3)
        .start();
    let mut patients = Vec::new();
    while let Some(result) = bulk.next().await {
        assert!(result.outcome().is_sent());
        patients.push(*result.input());
    }
    assert_eq!(patients, (1..=9).collect::<Vec<_>>());
    assert_eq!(practice.busiest(), 3);
}

#[tokio::test]
async fn inputs_are_taken_as_they_are_needed_and_a_dropped_bulk_takes_no_more() {
    let practice = Practice::open().await;
    let taken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&taken);
    let endless = (1..).inspect(move |_: &u64| {
        count.fetch_add(1, Ordering::SeqCst);
    });
    let bulk = practice.hero.messages().bulk(endless, |messages, patient| Ok(messages.sms(*patient, "hello")));
    let mut bulk = bulk.concurrency(2).start();
    for _ in 0..3 {
        assert!(bulk.next().await.is_some_and(|result| result.outcome().is_sent()));
    }
    drop(bulk);
    // Three were given out, and two were under way at most.
    assert!(taken.load(Ordering::SeqCst) <= 5, "{taken:?}");
    assert!((3..=5).contains(&practice.messaged().len()));
}

#[tokio::test]
async fn an_input_that_makes_no_message_is_not_sent_and_says_why() {
    let practice = Practice::open().await;
    let inputs = vec!["7", "seven", "9"];
    let mut bulk = practice
        .hero
        .messages()
        .bulk(inputs, |messages, patient| {
            let patient: hero_api_ext::PatientId = patient.parse()?;
            Ok(messages.sms(patient, "hello"))
        })
        .concurrency(1)
        .start();
    let mut outcomes = Vec::new();
    while let Some(result) = bulk.next().await {
        outcomes.push(result.into_parts());
    }
    assert!(matches!(&outcomes[1], ("seven", BulkOutcome::NotSent { error }) if error.is_invalid_input()));
    assert_eq!(practice.messaged(), ["7", "9"]);
}

#[tokio::test]
async fn a_bulk_goes_on_where_the_one_before_ended() {
    const ROWS: &[Row] = &[(1, "hello"), (2, "lose"), (3, "refuse"), (4, "garble"), (5, "hello")];
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    let (results, _) = all(start(&practice, ROWS, Some(scratch.journal().await))).await;
    assert_eq!(letters(&results), "sunss");
    assert!(results.iter().all(|result| result.journal_error().is_none()));

    let journal = scratch.journal().await;
    assert_eq!(journal.len(), 5);
    let (again, summary) = all(start(&practice, ROWS, Some(journal))).await;
    assert_eq!(letters(&again), "eunee");
    assert_eq!((summary.sent_earlier, summary.not_sent, summary.unknown), (3, 1, 1));
    assert!(
        matches!(again[0].outcome(), BulkOutcome::Sent { message: Some(id), earlier: true } if id.as_str() == "m1")
    );
    assert_eq!(practice.messaged(), ["1", "2", "3", "4", "5", "3"], "only what was not sent is sent again");

    let bulk = practice.hero.messages().bulk(ROWS, |messages, (patient, text)| Ok(messages.sms(*patient, *text)));
    let bulk = bulk.journal(scratch.journal().await).resend_unknown().concurrency(1).start();
    assert_eq!(letters(&all(bulk).await.0), "eunee");
    assert_eq!(practice.messaged()[6..], ["2", "3"], "the unknown one too, now that the caller said so");
}

#[tokio::test]
async fn what_a_crash_left_in_the_middle_is_unknown() {
    const ROWS: &[Row] = &[(1, "hello"), (2, "hello")];
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    all(start(&practice, ROWS, Some(scratch.journal().await))).await;
    let text = std::fs::read_to_string(&scratch.0).unwrap();
    assert!(!text.contains("hello"), "{text}");

    // The crash came after the second message left, in the middle of writing down what came of it.
    let cut = text.rfind("sent").unwrap();
    std::fs::write(&scratch.0, &text[..cut]).unwrap();
    let (results, _) = all(start(&practice, ROWS, Some(scratch.journal().await))).await;
    assert_eq!(letters(&results), "eu");
    assert_eq!(practice.messaged(), ["1", "2"]);
}

#[tokio::test]
async fn a_list_that_was_edited_messages_nobody_twice() {
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    all(start(&practice, &[(1, "hello"), (2, "hello")], Some(scratch.journal().await))).await;
    // The first row is gone, so the second is where the first was.
    let (results, _) = all(start(&practice, &[(2, "hello"), (3, "hello")], Some(scratch.journal().await))).await;
    assert_eq!(letters(&results), "nn");
    assert_eq!(practice.messaged(), ["1", "2"]);
}

#[tokio::test]
async fn a_file_of_something_else_is_not_taken_for_a_journal() {
    let scratch = Scratch::new();
    for content in ["name,nhs_number\n", "no line end", "hero-api-ext bulk journal 1\nnonsense\n"] {
        std::fs::write(&scratch.0, content).unwrap();
        assert!(FileJournal::open(&scratch.0).await.is_err(), "{content}");
        assert_eq!(std::fs::read_to_string(&scratch.0).unwrap(), content);
    }
    // What a crash left of the very first line.
    std::fs::write(&scratch.0, "hero-api").unwrap();
    assert!(scratch.journal().await.is_empty());
    assert!(scratch.journal().await.is_empty());
}

#[tokio::test]
async fn of_two_runs_on_one_journal_only_one_begins() {
    const ROWS: &[Row] = &[(1, "hello")];
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    let bulk = start(&practice, ROWS, Some(scratch.journal().await));
    let error = FileJournal::open(&scratch.0).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ResourceBusy, "{error}");
    all(bulk).await;
    assert_eq!(scratch.journal().await.len(), 1, "free again, and nothing was lost");
}

#[tokio::test]
async fn messages_are_spread_over_the_time() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.send_message(|_when, then| {
        then.ok_json(json!({ "message_id": "m", "content": "x", "created_at": "now" }));
    });
    let (hero, clock) = hero_and_clock(&server);
    let bulk = hero.messages().bulk(1..=5_u64, |messages, patient| Ok(messages.sms(*patient, "hello")));
    let mut bulk = bulk.concurrency(1).at_most(2, Duration::from_secs(1)).start();
    let mut times = Vec::new();
    while let Some(result) = bulk.next().await {
        assert!(result.outcome().is_sent());
        times.push(hero_api_ext::clock::Clock::now(&clock).as_millis());
    }
    mock.assert_calls(5);
    assert_eq!(times, [0, 500, 1_000, 1_500, 2_000]);
    Ok(())
}
