//! The journal of a bulk: what a later run sends, and what a failure of the journal does.

use std::{
    ops::Range,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use hero_api_ext::{
    Assignee, Error,
    bulk::{BulkOutcome, BulkResult, BulkStream, Claim, FileJournal, Journal, JournalError, JournalKey, Journaled},
    hero_api::{BoxFuture, mock::MockServerExt},
    messages::{Any, Message, Messages, WriteToRecord},
};
use httpmock::MockServer;
use serde_json::json;
use tempfile::TempDir;

use crate::{
    patients_messages::{
        bulk::{Row, all, letters},
        script::Practice,
    },
    support::{ThenCompleted as _, hero_and_clock, time},
};

/// The folder of a journal.
struct Scratch(TempDir);

impl Scratch {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("flu.journal")
    }

    fn key_path(&self) -> PathBuf {
        self.0.path().join("flu.journal.key")
    }

    async fn journal(&self) -> FileJournal {
        FileJournal::open(self.path()).await.unwrap()
    }

    fn text(&self) -> String {
        std::fs::read_to_string(self.path()).unwrap()
    }
}

fn start(practice: &Practice, rows: &[Row], journal: impl Journal + 'static) -> BulkStream<Row> {
    let rows = rows.to_vec();
    let bulk = practice.hero.messages().bulk(rows, |messages, (patient, text)| Ok(messages.sms(*patient, *text)));
    bulk.journal(journal).concurrency(1).send()
}

async fn run(practice: &Practice, rows: &[Row], journal: impl Journal + 'static) -> Vec<BulkResult<Row>> {
    all(start(practice, rows, journal)).await.0
}

#[tokio::test]
async fn later_run_sends_only_what_was_not_sent() {
    const ROWS: &[Row] = &[(1, "hello"), (2, "lose"), (3, "refuse"), (4, "garble"), (5, "hello")];
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    let results = run(&practice, ROWS, scratch.journal().await).await;
    assert_eq!(letters(&results), "sunus");
    assert!(results.iter().all(|result| result.journal_error().is_none()));

    let journal = scratch.journal().await;
    assert_eq!(journal.len(), 5);
    let (again, summary) = all(start(&practice, ROWS, journal)).await;
    assert_eq!(letters(&again), "eunue");
    assert_eq!((summary.sent_earlier, summary.not_sent, summary.unknown), (2, 1, 2));
    assert!(
        matches!(again[0].outcome(), BulkOutcome::Sent { message, earlier: true } if message.as_str() == "m1"),
        "{again:?}"
    );
    assert_eq!(practice.messaged(), ["1", "2", "3", "4", "5", "3"], "only what was not sent is sent again");
}

#[tokio::test]
async fn unknown_is_sent_again_when_the_caller_says_so() {
    const ROWS: &[Row] = &[(1, "hello"), (2, "lose")];
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    run(&practice, ROWS, scratch.journal().await).await;
    let bulk = practice.hero.messages().bulk(ROWS, |messages, (patient, text)| Ok(messages.sms(*patient, *text)));
    let bulk = bulk.journal(scratch.journal().await).resend_unknown().concurrency(1).send();
    assert_eq!(letters(&all(bulk).await.0), "eu");
    assert_eq!(practice.messaged(), ["1", "2", "2"]);
}

#[tokio::test]
async fn started_message_is_unknown_after_a_crash() {
    const ROWS: &[Row] = &[(1, "hello"), (2, "hello")];
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    run(&practice, ROWS, scratch.journal().await).await;
    let text = scratch.text();
    // The crash came after the second message left, while its outcome was written down.
    let cut = text.rfind("sent").unwrap();
    std::fs::write(scratch.path(), &text[..cut]).unwrap();
    assert_eq!(letters(&run(&practice, ROWS, scratch.journal().await).await), "eu");
    assert_eq!(practice.messaged(), ["1", "2"]);
}

#[tokio::test]
async fn journal_survives_a_torn_character() {
    const ROWS: &[Row] = &[(1, "hello"), (2, "hello")];
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    run(&practice, &ROWS[..1], scratch.journal().await).await;
    let whole = std::fs::read(scratch.path()).unwrap();
    // The first byte of an é.
    std::fs::write(scratch.path(), [whole.as_slice(), b"1 00\xc3"].concat()).unwrap();
    assert_eq!(letters(&run(&practice, ROWS, scratch.journal().await).await), "es");
    assert!(std::fs::read(scratch.path()).unwrap().starts_with(&whole));
    assert_eq!(scratch.journal().await.len(), 2);
}

#[tokio::test]
async fn edited_list_messages_nobody_twice() {
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    run(&practice, &[(1, "hello"), (2, "hello")], scratch.journal().await).await;
    // The first row is gone, so the second is where the first was. It was sent, and is not called unsent.
    let results = run(&practice, &[(2, "hello"), (3, "hello")], scratch.journal().await).await;
    assert_eq!(letters(&results), "uu");
    assert!(matches!(results[0].outcome(), BulkOutcome::Unknown { error: Some(error) } if error.is_invalid_input()));
    assert_eq!(practice.messaged(), ["1", "2"]);
}

/// One message, and others that differ from it in one thing that is sent.
fn variants(messages: &Messages) -> Result<Vec<(&'static str, Message<Any>)>, Error> {
    let email = || messages.email(7, "hello");
    let app = || messages.nhs_app(7, "hello").fallback_sms();
    let filed = WriteToRecord::after_approval;
    Ok(vec![
        ("email", email().any()),
        ("patient", messages.email(8, "hello").any()),
        ("text", messages.email(7, "hello!").any()),
        ("channel", messages.sms(7, "hello").any()),
        ("address", email().to("ann@example.com".parse()?).any()),
        ("attachment", email().attachment("a1").any()),
        ("other attachment", email().attachment("a2").any()),
        ("short link", email().short_link("a1").any()),
        ("time", email().send_at(time("2126-03-16T08:00:00Z")).any()),
        ("other time", email().send_at(time("2126-03-16T08:00:01Z")).any()),
        ("record", email().write_to_record(filed()).any()),
        ("record at once", email().write_to_record(WriteToRecord::without_approval()).any()),
        ("code", email().write_to_record(filed().snomed("401271004".parse()?)).any()),
        ("term", email().write_to_record(filed().snomed_term("Email")).any()),
        ("task", email().task("a1").any()),
        ("assignee", email().assignee(Assignee::Admin(3)).any()),
        ("team", email().assignee(Assignee::AdminTeam(3)).any()),
        ("fallback", app().any()),
        ("fallback number", messages.nhs_app(7, "hello").fallback_sms_to("07700 900123".parse()?).any()),
        ("fallback channel", messages.nhs_app(7, "hello").fallback_email().any()),
    ])
}

#[tokio::test]
async fn changed_message_is_not_taken_for_sent() -> Result<(), Error> {
    let practice = Practice::open().await;
    let names: Vec<&str> = variants(&practice.hero.messages())?.into_iter().map(|(name, _)| name).collect();
    let scratch = Scratch::new();
    let mut found = Vec::new();
    for (place, name) in names.iter().enumerate() {
        let bulk =
            practice.hero.messages().bulk([place], |messages, place| Ok(variants(messages)?.swap_remove(*place).1));
        let results = all(bulk.journal(scratch.journal().await).send()).await.0;
        found.push((*name, letters(&results)));
    }
    let expected = names.iter().enumerate().map(|(place, name)| (*name, if place == 0 { "s" } else { "u" }.to_owned()));
    assert_eq!(found, expected.collect::<Vec<_>>());

    let other_group = practice.hero.with_practice_group("13");
    let bulk = other_group.messages().bulk([7], |messages, patient| Ok(messages.email(*patient, "hello")));
    assert_eq!(letters(&all(bulk.journal(scratch.journal().await).send()).await.0), "u", "practice group");
    assert_eq!(practice.messaged(), ["7"]);
    Ok(())
}

#[tokio::test]
async fn past_message_is_still_known_as_sent() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.send_message(|_when, then| {
        then.completed(json!({ "message_id": "m", "content": "x", "created_at": "now" }));
    });
    let (hero, clock) = hero_and_clock(&server);
    let scratch = Scratch::new();
    for expected in ["s", "e"] {
        let bulk = hero.messages().bulk([7_u64], |messages, patient| {
            Ok(messages.sms(*patient, "hello").send_at(time("2026-03-15T10:00:00Z")))
        });
        let results = all(bulk.journal(scratch.journal().await).send()).await.0;
        assert_eq!(letters(&results), expected);
        clock.advance(Duration::from_secs(86_400));
    }
    mock.assert_calls(1);
    Ok(())
}

#[tokio::test]
async fn later_run_does_not_wait_for_what_was_sent() -> Result<(), Error> {
    let server = MockServer::start();
    server.send_message(|_when, then| {
        then.completed(json!({ "message_id": "m", "content": "x", "created_at": "now" }));
    });
    let (hero, clock) = hero_and_clock(&server);
    let scratch = Scratch::new();
    for (patients, expected) in [(1..=3_u64, "sss"), (1..=4, "eees")] {
        let bulk = hero.messages().bulk(patients, |messages, patient| Ok(messages.sms(*patient, "hello")));
        let bulk = bulk.journal(scratch.journal().await).concurrency(1).at_most(1, Duration::from_secs(1));
        assert_eq!(letters(&all(bulk.send()).await.0), expected);
    }
    assert_eq!(clock.sleeps(), [Duration::from_secs(1); 2], "none in the second run");
    Ok(())
}

#[tokio::test]
async fn file_of_something_else_is_refused_and_left_alone() {
    let scratch = Scratch::new();
    let journal = |rest: &str| format!("hero-api-ext bulk journal 2 0000000000000000\n{rest}");
    for content in
        ["name,nhs_number\n", "no line end", "hero-api-ext bulk journal 1\n", &journal("nonsense\n"), &journal("")]
    {
        std::fs::write(scratch.path(), content).unwrap();
        let error = FileJournal::open(scratch.path()).await.unwrap_err();
        assert!(!error.to_string().contains("name"), "{error}");
        assert_eq!(scratch.text(), content);
        assert!(!scratch.key_path().exists());
    }
    // What a crash left of the very first line.
    std::fs::write(scratch.path(), "hero-api").unwrap();
    assert!(scratch.journal().await.is_empty());
    assert!(scratch.journal().await.is_empty());
}

#[cfg(unix)]
#[tokio::test]
async fn device_or_folder_is_refused() {
    let scratch = Scratch::new();
    for path in [Path::new("/dev/zero"), Path::new("/dev/null"), scratch.0.path()] {
        let error = FileJournal::open(path).await.unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput, "{error}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_can_read_the_files() {
    use std::os::unix::fs::PermissionsExt;

    let mode = |path: PathBuf| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let scratch = Scratch::new();
    drop(scratch.journal().await);
    assert_eq!((mode(scratch.path()), mode(scratch.key_path())), (0o600, 0o600));
    std::fs::set_permissions(scratch.path(), std::fs::Permissions::from_mode(0o644)).unwrap();
    drop(scratch.journal().await);
    assert_eq!(mode(scratch.path()), 0o600);
}

#[tokio::test]
async fn journal_alone_tells_no_patient() {
    let practice = Practice::open().await;
    let mut notes = Vec::new();
    for scratch in [Scratch::new(), Scratch::new()] {
        run(&practice, &[(9_434_765, "hello")], scratch.journal().await).await;
        let text = scratch.text();
        assert!(!text.contains("hello") && !text.contains("9434765"), "{text}");
        let key = std::fs::read_to_string(scratch.key_path()).unwrap();
        assert!(!text.contains(key.trim_end()));
        notes.push(text.lines().nth(1).unwrap().to_owned());
    }
    // The same message: whoever tries all patients needs the key, which is another in each journal.
    assert_ne!(notes[0], notes[1]);
    assert!(notes.iter().all(|note| note.starts_with("0 ") && note.ends_with(" started")), "{notes:?}");
}

#[tokio::test]
async fn key_from_a_secret_store_leaves_no_key_file() {
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    let open = async |secret: &[u8]| FileJournal::open_with_key(scratch.path(), JournalKey::new(secret).unwrap()).await;
    run(&practice, &[(1, "hello")], open(&[1; 32]).await.unwrap()).await;
    assert_eq!(letters(&run(&practice, &[(1, "hello")], open(&[1; 32]).await.unwrap()).await), "e");
    assert_eq!(open(&[2; 32]).await.unwrap_err().kind(), std::io::ErrorKind::InvalidData);
    assert!(!scratch.key_path().exists());
}

#[tokio::test]
async fn journal_without_its_key_is_refused() {
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    run(&practice, &[(1, "hello")], scratch.journal().await).await;
    std::fs::remove_file(scratch.key_path()).unwrap();
    let error = FileJournal::open(scratch.path()).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::NotFound);
    assert!(error.to_string().contains(".key"), "{error}");
}

#[tokio::test]
async fn second_run_on_a_journal_in_use_is_refused() {
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    let bulk = start(&practice, &[(1, "hello")], scratch.journal().await);
    let error = FileJournal::open(scratch.path()).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ResourceBusy, "{error}");
    all(bulk).await;
    assert_eq!(scratch.journal().await.len(), 1, "free again, and nothing was lost");
}

/// A journal whose disk is full for some notes, counted from 0.
struct Faulty {
    journal: FileJournal,
    full: Range<usize>,
    notes: AtomicUsize,
}

impl Faulty {
    async fn new(scratch: &Scratch, full: Range<usize>) -> Self {
        Self { journal: scratch.journal().await, full, notes: AtomicUsize::new(0) }
    }

    fn is_full(&self) -> bool {
        self.full.contains(&self.notes.fetch_add(1, Ordering::SeqCst))
    }
}

impl Journal for Faulty {
    fn key(&self) -> &JournalKey {
        self.journal.key()
    }

    fn claim(&self, inputs: Range<usize>, unknown: bool) -> BoxFuture<'_, Result<Vec<Claim>, JournalError>> {
        self.journal.claim(inputs, unknown)
    }

    fn start(&self, input: usize, fingerprint: u64) -> BoxFuture<'_, Result<bool, JournalError>> {
        if self.is_full() {
            return Box::pin(async { Err("no space left".into()) });
        }
        self.journal.start(input, fingerprint)
    }

    fn finish(&self, input: usize, outcome: Journaled) -> BoxFuture<'_, Result<bool, JournalError>> {
        if self.is_full() {
            return Box::pin(async { Err("no space left".into()) });
        }
        self.journal.finish(input, outcome)
    }
}

const FOUR: &[Row] = &[(1, "hello"), (2, "hello"), (3, "hello"), (4, "hello")];

#[tokio::test]
async fn journal_that_cannot_note_a_start_stops_the_bulk() {
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    // The start of the second; the disk has room again at once.
    let results = run(&practice, FOUR, Faulty::new(&scratch, 2..3).await).await;
    assert_eq!(letters(&results), "snnn");
    let errors: Vec<bool> = results.iter().map(|result| result.journal_error().is_some()).collect();
    assert_eq!(errors, [false, true, false, false]);
    assert_eq!(practice.messaged(), ["1"]);
    assert_eq!(letters(&run(&practice, FOUR, scratch.journal().await).await), "esss");
}

#[tokio::test]
async fn journal_that_fails_to_note_stops_the_bulk() {
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    let results = run(&practice, FOUR, Faulty::new(&scratch, 3..4).await).await;
    assert_eq!(letters(&results), "ssnn");
    assert!(results[1].journal_error().is_some());
    assert_eq!(letters(&run(&practice, FOUR, scratch.journal().await).await), "euss");
    assert_eq!(practice.messaged(), ["1", "2", "3", "4"]);
}

#[tokio::test]
async fn bulk_continues_without_journal_when_told_to() {
    let (practice, scratch) = (Practice::open().await, Scratch::new());
    let bulk = practice.hero.messages().bulk(FOUR, |messages, (patient, text)| Ok(messages.sms(*patient, *text)));
    // Start and outcome of the second, and the start of the third.
    let bulk = bulk.journal(Faulty::new(&scratch, 2..5).await).continue_without_journal().concurrency(1);
    let results = all(bulk.send()).await.0;
    assert_eq!(letters(&results), "ssss");
    let errors: Vec<bool> = results.iter().map(|result| result.journal_error().is_some()).collect();
    assert_eq!(errors, [false, true, false, false], "the outcome of the third is noted");
    assert_eq!(entries(&scratch.text()), ["0 started", "0 sent", "2 sent", "3 started", "3 sent"]);
}

/// Index and state of each note.
fn entries(text: &str) -> Vec<String> {
    let words = text.lines().skip(1).map(|line| line.split(' ').collect::<Vec<_>>());
    words.map(|words| format!("{} {}", words[0], words[2])).collect()
}

/// A journal that cannot be read.
struct Unreadable(JournalKey);

impl Journal for Unreadable {
    fn key(&self) -> &JournalKey {
        &self.0
    }

    fn claim(&self, _: Range<usize>, _: bool) -> BoxFuture<'_, Result<Vec<Claim>, JournalError>> {
        Box::pin(async { Err("marker".into()) })
    }

    fn start(&self, _: usize, _: u64) -> BoxFuture<'_, Result<bool, JournalError>> {
        panic!("nothing may be sent");
    }

    fn finish(&self, _: usize, _: Journaled) -> BoxFuture<'_, Result<bool, JournalError>> {
        panic!("nothing was sent");
    }
}

#[tokio::test]
async fn nothing_is_sent_when_the_journal_cannot_be_read() {
    let practice = Practice::open().await;
    let results = run(&practice, FOUR, Unreadable(JournalKey::new(&[7; 16]).unwrap())).await;
    assert_eq!(letters(&results), "nnnn");
    assert!(!format!("{results:?}").contains("marker"));
    assert!(practice.messaged().is_empty());
}
