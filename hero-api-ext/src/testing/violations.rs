use std::{error, fmt, sync::Arc};

type EngineError = Box<dyn error::Error + Send + Sync>;

/// The clauses that an engine does not keep to.
#[derive(Clone)]
pub struct Violations {
    clauses: Vec<&'static str>,
    checked: usize,
    /// What the engine failed with first.
    failure: Option<Arc<dyn error::Error + Send + Sync>>,
}

impl Violations {
    /// The clauses, in the order in which they were checked.
    #[must_use]
    pub fn clauses(&self) -> &[&'static str] {
        &self.clauses
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} clauses are violated: {}", self.clauses.len(), self.checked, self.clauses.join("; "))?;
        if self.failure.is_some() { f.write_str(" (the engine failed)") } else { Ok(()) }
    }
}

impl fmt::Debug for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Violations")
            .field("clauses", &self.clauses)
            .field("checked", &self.checked)
            .finish_non_exhaustive()
    }
}

impl error::Error for Violations {
    /// What the engine failed with first, if a clause is violated because it failed.
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.failure.as_deref().map(|error| error as &(dyn error::Error + 'static))
    }
}

/// Collects what is found.
pub(super) struct Report(Violations);

impl Report {
    pub(super) fn new() -> Self {
        Self(Violations { clauses: Vec::new(), checked: 0, failure: None })
    }

    /// A clause holds if the check says so; an engine that fails violates it.
    pub(super) async fn check(&mut self, clause: &'static str, check: impl Future<Output = Result<bool, EngineError>>) {
        let outcome = check.await;
        self.note(clause, outcome);
    }

    // Not in `check`, which is compiled for each clause.
    fn note(&mut self, clause: &'static str, outcome: Result<bool, EngineError>) {
        self.0.checked += 1;
        match outcome {
            Ok(true) => {}
            Ok(false) => self.0.clauses.push(clause),
            Err(error) => {
                self.0.clauses.push(clause);
                self.0.failure.get_or_insert(error.into());
            }
        }
    }

    /// An engine as two replicas have it, where it can be made.
    #[cfg(any(feature = "webhook-receiver", feature = "practice-group"))]
    pub(super) async fn replicas<E>(&mut self, make: impl AsyncFn() -> Result<E, EngineError>) -> Option<(E, E)> {
        let mut replicas = None;
        self.check("it can be made, twice", async {
            replicas = Some((make().await?, make().await?));
            Ok(true)
        })
        .await;
        replicas
    }

    pub(super) fn into_result(self) -> Result<(), Violations> {
        if self.0.clauses.is_empty() { Ok(()) } else { Err(self.0) }
    }
}

/// A random number that no other run has.
pub(super) fn random() -> Result<[u8; 16], EngineError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}
