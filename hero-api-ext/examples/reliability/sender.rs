use std::{
    error::Error,
    io::{self, Write},
    ops::Range,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use hero_api_ext::{
    Credentials, Environment, Hero,
    bulk::{BulkOutcome, BulkResult, Claim, FileJournal, Journal, JournalError, JournalKey, Journaled},
    clock::{Clock, SystemClock},
    hero_api::BoxFuture,
    retry::FullJitter,
};

use super::{defect::Defect, report};

/// The text of every message.
pub(crate) const TEXT: &str = "Please book your vaccination.";

/// What a sending process is told.
#[derive(Clone)]
pub(crate) struct Task {
    pub(crate) url: String,
    pub(crate) journal: PathBuf,
    /// The patients are 1 to this number.
    pub(crate) patients: u64,
    pub(crate) concurrency: usize,
    /// Drops the stream after so many results, as soon as many messages are under way.
    pub(crate) cancel_after: Option<usize>,
    /// Ends without any warning after so many results, as soon as many messages are under way.
    pub(crate) abort_after: Option<usize>,
    pub(crate) defect: Option<Defect>,
}

impl Task {
    /// Sends, and prints each result.
    pub(crate) async fn run(self) -> Result<(), Box<dyn Error + Send + Sync>> {
        let under_way = Arc::new(AtomicUsize::new(0));
        let journal = Watched {
            journal: FileJournal::open(&self.journal).await?,
            under_way: Arc::clone(&under_way),
            defect: self.defect,
        };
        let hero = self.hero()?;
        let bulk = hero.messages().bulk(1..=self.patients, |messages, patient| Ok(messages.sms(*patient, TEXT)));
        // In a short list the default buffer would hold everything before the first process is cancelled.
        let buffer = usize::try_from(self.patients / 20)?.min(1_024);
        let bulk = bulk.journal(journal).concurrency(self.concurrency).buffer(buffer);
        let bulk = if self.has(Defect::ResendUnknown) { bulk.resend_unknown() } else { bulk };
        let bulk = if self.has(Defect::Disorder) { bulk.completion_order() } else { bulk };
        let mut bulk = bulk.send();

        let mut out = io::stdout().lock();
        let warm = usize::try_from(self.patients / 20)?.max(1);
        let mut results = 0;
        while let Some(result) = bulk.next().await {
            self.print(&mut out, &result)?;
            results += 1;
            if results == warm {
                writeln!(out, "{}", report::memory()?)?;
            }
            let is_busy = under_way.load(Ordering::SeqCst) > self.concurrency / 2;
            if is_busy && self.abort_after.is_some_and(|enough| results >= enough) {
                std::process::abort();
            }
            if is_busy && self.cancel_after.is_some_and(|enough| results >= enough) {
                break;
            }
        }
        drop(bulk);
        if !self.has(Defect::AbortOnCancel) {
            let clock = SystemClock::new();
            while under_way.load(Ordering::SeqCst) > 0 {
                clock.sleep(Duration::from_millis(10)).await;
            }
        }
        writeln!(out, "{}", report::memory()?)?;
        self.spoil_journal()?;
        Ok(())
    }

    fn hero(&self) -> Result<Hero, hero_api_ext::Error> {
        let milliseconds = Duration::from_millis;
        Hero::builder()
            .environment(Environment::Custom(self.url.clone()))
            .credentials(Credentials::new("any-key", "12"))
            .attempt_timeout(milliseconds(3_000))
            .backoff(FullJitter::new(milliseconds(20), milliseconds(20), milliseconds(100)))
            .build()
    }

    fn print(&self, out: &mut impl Write, result: &BulkResult<u64>) -> io::Result<()> {
        let (letter, message) = match result.outcome() {
            BulkOutcome::Sent { message, earlier: false } if !self.has(Defect::EverythingUnknown) => {
                ('s', Some(message))
            }
            BulkOutcome::Sent { message, earlier: true } => ('e', Some(message)),
            BulkOutcome::NotSent { .. } => ('n', None),
            _ => ('u', None),
        };
        if self.has(Defect::Leak) {
            // Each page is touched, so that it counts; and the compiler may not see that nothing reads it.
            std::mem::forget(std::hint::black_box(vec![1_u8; 262_144]));
        }
        if self.has(Defect::MissingResults) && result.index() % 50 == 49 {
            return Ok(());
        }
        let line = report::result_line(result.index(), letter, message.map_or("-", |message| message.as_str()));
        if self.has(Defect::RepeatedResults) && result.index() % 50 == 49 {
            writeln!(out, "{line}")?;
        }
        writeln!(out, "{line}")?;
        // A process that is killed must have told what it knew.
        out.flush()
    }

    fn spoil_journal(&self) -> io::Result<()> {
        if self.has(Defect::OpenJournal) {
            open_to_all(&self.journal)?;
        }
        if self.has(Defect::TellingJournal) {
            let mut file = std::fs::OpenOptions::new().append(true).open(&self.journal)?;
            // Without an end, so that the next run passes it over.
            file.write_all(TEXT.as_bytes())?;
        }
        Ok(())
    }

    fn has(&self, defect: Defect) -> bool {
        self.defect == Some(defect)
    }
}

#[cfg(unix)]
fn open_to_all(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_all(_: &Path) -> io::Result<()> {
    Ok(())
}

/// A journal that counts the messages under way.
struct Watched {
    journal: FileJournal,
    under_way: Arc<AtomicUsize>,
    defect: Option<Defect>,
}

impl Journal for Watched {
    fn key(&self) -> &JournalKey {
        self.journal.key()
    }

    fn claim(&self, inputs: Range<usize>, unknown: bool) -> BoxFuture<'_, Result<Vec<Claim>, JournalError>> {
        Box::pin(async move {
            let mut claims = self.journal.claim(inputs, unknown).await?;
            if self.defect == Some(Defect::ForgetfulJournal) {
                claims.fill(Claim::Granted(None));
            }
            Ok(claims)
        })
    }

    fn start(&self, input: usize, fingerprint: u64) -> BoxFuture<'_, Result<bool, JournalError>> {
        self.under_way.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            match self.defect {
                Some(Defect::LateJournal) => Ok(true),
                Some(Defect::ForgetfulJournal) => self.journal.start(input, fingerprint).await.map(|_| true),
                _ => self.journal.start(input, fingerprint).await,
            }
        })
    }

    fn finish(&self, input: usize, outcome: Journaled) -> BoxFuture<'_, Result<bool, JournalError>> {
        Box::pin(async move {
            if self.defect == Some(Defect::LateJournal) {
                self.journal.start(input, outcome.fingerprint).await?;
            }
            let noted = self.journal.finish(input, outcome).await;
            self.under_way.fetch_sub(1, Ordering::SeqCst);
            noted
        })
    }
}
