mod alone;
mod shared;

use std::{marker::PhantomData, ops::Range, time::Duration};

use super::{Violations, violations::Report};
use crate::{
    bulk::{Claim, Entry, Journal, JournalError, Journaled},
    messages::MessageId,
};

/// Who can have a journal open at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// One worker. The suite closes a journal before it opens it again.
    OneWorker,
    /// Several workers, with this lease. The suite waits for its end a few times, so make it short; but long enough for
    /// a hundred calls, such as a second.
    Lease(Duration),
}

/// Checks a [`Journal`]: that each message is started once, and what was noted stays.
///
/// `open` opens the journal with this name, as a new worker. The names begin with `conformance-`, and none of these
/// journals may exist before. It takes about eight leases.
///
/// # Errors
///
/// The clauses that are violated, each as a sentence. What was found first is the
/// [`source`](std::error::Error::source).
///
/// # Examples
///
/// ```
/// use hero_api_ext::{bulk::FileJournal, testing::{Sharing, journal_conformance}};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let folder = std::env::temp_dir().join(format!("conformance-{}", std::process::id()));
/// std::fs::create_dir_all(&folder)?;
/// let open = async |name: &str| Ok(FileJournal::open(folder.join(name)).await?);
/// journal_conformance(Sharing::OneWorker, open).await?;
/// # std::fs::remove_dir_all(folder)?;
/// # Ok(())
/// # }
/// ```
pub async fn journal_conformance<J: Journal>(
    sharing: Sharing,
    open: impl AsyncFn(&str) -> Result<J, JournalError>,
) -> Result<(), Violations> {
    let suite = Suite { sharing, open, journal: PhantomData };
    let mut report = Report::new();
    suite.for_one_worker(&mut report).await;
    if matches!(sharing, Sharing::Lease(_)) {
        suite.for_several_workers(&mut report).await;
    }
    report.into_result()
}

struct Suite<J, F> {
    sharing: Sharing,
    open: F,
    journal: PhantomData<fn() -> J>,
}

/// An id that a database could spoil.
const MESSAGE: &str = "m-é-'\"\\;--%";

fn sent(fingerprint: u64) -> Journaled {
    Journaled { fingerprint, entry: Entry::Sent(MessageId::from(MESSAGE)) }
}

fn not_sent(fingerprint: u64) -> Journaled {
    Journaled { fingerprint, entry: Entry::NotSent }
}

fn unknown(fingerprint: u64) -> Journaled {
    Journaled { fingerprint, entry: Entry::Unknown }
}

/// What a clause ends with: an error says what was found.
type Checked = Result<(), JournalError>;

impl<J: Journal, F: AsyncFn(&str) -> Result<J, JournalError>> Suite<J, F> {
    /// Opens the journal of a clause, as another worker.
    async fn open(&self, clause: &str) -> Result<J, JournalError> {
        (self.open)(&format!("conformance-{clause}")).await
    }

    /// Waits until the leases of now have ended.
    #[expect(clippy::disallowed_methods, reason = "the lease is measured by the clock of the journal")]
    async fn wait(&self) {
        if let Sharing::Lease(lease) = self.sharing {
            tokio::time::sleep(lease + lease / 4).await;
        }
    }
}

fn check(is_kept: bool, found: &str) -> Checked {
    if is_kept { Ok(()) } else { Err(found.into()) }
}

async fn claim(worker: &impl Journal, inputs: Range<usize>) -> Result<Vec<Claim>, JournalError> {
    worker.claim(inputs, false).await
}

/// The claim of one input.
async fn claim_one(worker: &impl Journal, input: usize) -> Result<Claim, JournalError> {
    match claim(worker, input..input + 1).await?.as_slice() {
        [claim] => Ok(claim.clone()),
        claims => Err(format!("one input has {} claims", claims.len()).into()),
    }
}

async fn expect_claim(worker: &impl Journal, input: usize, expected: Claim) -> Checked {
    let claim = claim_one(worker, input).await?;
    check(claim == expected, &format!("input {input} is {claim:?} and should be {expected:?}"))
}

/// Claims and starts an input.
async fn begin(worker: &impl Journal, input: usize, fingerprint: u64) -> Checked {
    expect_claim(worker, input, Claim::Granted(None)).await?;
    check(worker.start(input, fingerprint).await?, "an input was granted and did not start")
}

/// Takes an input from its claim to its outcome.
async fn send(worker: &impl Journal, input: usize, outcome: Journaled) -> Checked {
    begin(worker, input, outcome.fingerprint).await?;
    check(worker.finish(input, outcome).await?, "the outcome of what was started was not noted")
}
