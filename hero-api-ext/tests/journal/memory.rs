//! A journal in memory that several workers share, with a defect on demand.

use std::{
    collections::HashMap,
    ops::Range,
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use hero_api_ext::{
    bulk::{Claim, Entry, Journal, JournalError, JournalKey, Journaled},
    hero_api::BoxFuture,
};
use tokio::time::Instant;

/// What can be wrong with a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Defect {
    /// A claim reads, and writes later without looking again.
    ClaimIsNotAtomic,
    ClaimLacksTheLast,
    StartNeedsNoClaim,
    StartKeepsTheClaim,
    FingerprintIsCut,
    OutcomeOverSent,
    UnknownGetsFree,
    LostStartGetsFree,
    ClaimsNeverEnd,
    NotesOverwriteEachOther,
    OneStoreForAll,
    LeaseIsIgnored,
    StartIsNotFenced,
    LateSentIsRefused,
    LateFailureIsNoted,
    OutcomeOfOthersIsNoted,
    ReleaseGivesUpStarted,
}

#[derive(Clone)]
struct Row {
    note: Option<Journaled>,
    is_started: bool,
    /// Who has it, and until when.
    owner: Option<(u64, Duration)>,
}

type Rows = HashMap<usize, Row>;

/// The store that all workers share.
#[derive(Clone)]
pub(crate) struct Store {
    journals: Arc<Mutex<HashMap<String, Rows>>>,
    opened: Instant,
    workers: Arc<AtomicU64>,
    lease: Duration,
    defect: Option<Defect>,
}

impl Store {
    pub(crate) fn new(lease: Duration, defect: Option<Defect>) -> Self {
        Self { journals: Arc::default(), opened: Instant::now(), workers: Arc::default(), lease, defect }
    }

    pub(crate) fn open(&self, name: &str) -> Worker {
        let name = if self.has(Defect::OneStoreForAll) { "all" } else { name };
        let number = self.workers.fetch_add(1, Ordering::Relaxed);
        Worker { store: self.clone(), name: name.to_owned(), number, key: JournalKey::new(&[7; 16]).unwrap() }
    }

    fn has(&self, defect: Defect) -> bool {
        self.defect == Some(defect)
    }
}

pub(crate) struct Worker {
    store: Store,
    name: String,
    number: u64,
    key: JournalKey,
}

impl Worker {
    fn has(&self, defect: Defect) -> bool {
        self.store.has(defect)
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Rows>> {
        self.store.journals.lock().unwrap()
    }

    fn with<T>(&self, act: impl FnOnce(&mut Rows) -> T) -> T {
        act(self.all().entry(self.name.clone()).or_default())
    }

    fn owns(&self, row: &Row) -> bool {
        row.owner.is_some_and(|(worker, _)| worker == self.number)
    }

    fn is_live(&self, row: &Row) -> bool {
        let is_ignored = self.has(Defect::LeaseIsIgnored) && !self.owns(row);
        let never_ends = self.has(Defect::ClaimsNeverEnd) && !row.is_started && row.owner.is_some();
        never_ends || !is_ignored && row.owner.is_some_and(|(_, end)| end > self.store.opened.elapsed())
    }

    /// What an input is, and whether this worker may write its claim.
    fn look(&self, rows: &mut Rows, input: usize, unknown: bool) -> (Claim, bool) {
        let row = rows.entry(input).or_insert(Row { note: None, is_started: false, owner: None });
        let is_live = self.is_live(row);
        if row.is_started && is_live {
            return (Claim::Elsewhere, false);
        }
        if row.is_started {
            row.is_started = false;
            row.owner = None;
            if self.has(Defect::LostStartGetsFree) {
                row.note = None;
            } else if let Some(note) = &mut row.note {
                note.entry = Entry::Unknown;
            }
        }
        let is_settled = row.note.as_ref().is_some_and(|note| match note.entry {
            Entry::Sent(_) => true,
            Entry::Unknown => !unknown,
            _ => false,
        });
        if is_settled {
            return (Claim::Settled(row.note.clone().unwrap()), false);
        }
        if is_live && !self.owns(row) {
            return (Claim::Elsewhere, false);
        }
        (Claim::Granted(row.note.clone()), true)
    }

    fn write_claim(&self, rows: &mut Rows, input: usize) {
        let row = rows.get_mut(&input).unwrap();
        row.owner = Some((self.number, self.store.opened.elapsed() + self.store.lease));
        if self.has(Defect::UnknownGetsFree)
            && let Some(note) = &mut row.note
        {
            note.entry = Entry::NotSent;
        }
    }

    fn try_start(&self, rows: &mut Rows, input: usize, fingerprint: u64) -> bool {
        if self.has(Defect::StartNeedsNoClaim) {
            rows.entry(input).or_insert(Row {
                note: None,
                is_started: false,
                owner: Some((self.number, Duration::MAX)),
            });
        }
        let Some(row) = rows.get_mut(&input) else { return false };
        let is_claimed = self.owns(row) || self.has(Defect::StartIsNotFenced) && row.owner.is_some();
        if row.is_started && !self.has(Defect::StartKeepsTheClaim) || !is_claimed {
            return false;
        }
        let fingerprint = if self.has(Defect::FingerprintIsCut) { fingerprint & (u64::MAX >> 1) } else { fingerprint };
        row.note = Some(Journaled { fingerprint, entry: Entry::Unknown });
        row.is_started = true;
        row.owner = Some((self.number, self.store.opened.elapsed() + self.store.lease));
        true
    }

    fn try_finish(&self, rows: &mut Rows, input: usize, outcome: Journaled) -> bool {
        let Some(row) = rows.get_mut(&input) else { return false };
        let is_sent = matches!(row.note, Some(Journaled { entry: Entry::Sent(_), .. }));
        let is_own = row.is_started && (self.owns(row) || self.has(Defect::OutcomeOfOthersIsNoted));
        let is_late = matches!(outcome.entry, Entry::Sent(_)) && !self.has(Defect::LateSentIsRefused)
            || self.has(Defect::LateFailureIsNoted) && !row.is_started && !is_sent;
        if is_sent && !self.has(Defect::OutcomeOverSent) || !(is_own || is_late || is_sent) {
            return false;
        }
        let fingerprint = row.note.as_ref().map_or(0, |note| note.fingerprint);
        row.note = Some(Journaled { fingerprint, ..outcome });
        row.is_started = false;
        row.owner = None;
        true
    }
}

impl Journal for Worker {
    fn key(&self) -> &JournalKey {
        &self.key
    }

    fn claim(&self, inputs: Range<usize>, unknown: bool) -> BoxFuture<'_, Result<Vec<Claim>, JournalError>> {
        Box::pin(async move {
            let mut claims: Vec<_> =
                self.with(|rows| inputs.clone().map(|input| self.look(rows, input, unknown)).collect());
            if self.has(Defect::ClaimIsNotAtomic) {
                tokio::task::yield_now().await;
            } else {
                claims = self.with(|rows| inputs.clone().map(|input| self.look(rows, input, unknown)).collect());
            }
            self.with(|rows| {
                for (input, _) in inputs.zip(&claims).filter(|(_, (_, is_open))| *is_open) {
                    self.write_claim(rows, input);
                }
            });
            if self.has(Defect::ClaimLacksTheLast) {
                claims.pop();
            }
            Ok(claims.into_iter().map(|(claim, _)| claim).collect())
        })
    }

    fn start(&self, input: usize, fingerprint: u64) -> BoxFuture<'_, Result<bool, JournalError>> {
        Box::pin(async move {
            let before = self.with(|rows| rows.clone());
            if self.has(Defect::NotesOverwriteEachOther) {
                tokio::task::yield_now().await;
                // As a file that is read and written as a whole.
                self.with(|rows| *rows = before);
            }
            Ok(self.with(|rows| self.try_start(rows, input, fingerprint)))
        })
    }

    fn finish(&self, input: usize, outcome: Journaled) -> BoxFuture<'_, Result<bool, JournalError>> {
        Box::pin(async move { Ok(self.with(|rows| self.try_finish(rows, input, outcome))) })
    }

    fn release(&self, inputs: Range<usize>) -> BoxFuture<'_, Result<(), JournalError>> {
        Box::pin(async move {
            self.with(|rows| {
                for (_, row) in rows.iter_mut().filter(|(input, row)| inputs.contains(*input) && self.owns(row)) {
                    if !row.is_started || self.has(Defect::ReleaseGivesUpStarted) {
                        row.owner = None;
                        row.is_started = false;
                    }
                }
            });
            Ok(())
        })
    }
}
