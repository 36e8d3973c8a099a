//! Limits that replicas share.

use std::{
    cell::RefCell,
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use hero_api_ext::{
    clock::{Clock, TestClock},
    hero_api::BoxFuture,
    limit::{Limiter, LimiterError, LocalLimiter, Turn},
    testing::limiter_conformance,
};

#[tokio::test]
async fn local_limiter_keeps_to_the_suite() {
    let limiters = RefCell::new(HashMap::new());
    let clock = TestClock::default();
    let checked = limiter_conformance(&clock, async |limit, name| {
        if !limiters.borrow().contains_key(name) {
            let limiter = LocalLimiter::with_clock(limit, Arc::new(clock.clone()))?;
            limiters.borrow_mut().insert(name.to_owned(), Arc::new(limiter));
        }
        Ok(Arc::clone(&limiters.borrow()[name]))
    });
    checked.await.unwrap();
}

const CLAUSES: [&str; 9] = [
    "the first request is sent at once",
    "requests are as far apart as the limit says",
    "replicas share one limit",
    "limits of other names are apart",
    "of many requests at once, each has a place of its own",
    "a burst is sent at once, and no more",
    "a pause saves up no more than the burst",
    "a request that would be too late takes no place",
    "no wait is longer than allowed",
];

/// A limiter that breaks one clause.
struct Broken {
    clause: &'static str,
    clock: TestClock,
    spacing: Duration,
    tolerance: Duration,
    /// When the next place is free.
    free: Arc<Mutex<Duration>>,
}

impl Broken {
    fn breaks(&self, number: usize) -> bool {
        CLAUSES[number] == self.clause
    }

    async fn turn(&self, longest: Duration) -> Turn {
        let now = self.clock.now();
        let mut free = *self.free.lock().unwrap();
        if self.breaks(4) {
            tokio::task::yield_now().await;
        }
        if !self.breaks(6) {
            free = free.max(now);
        }
        let mut wait = free.saturating_sub(now + self.tolerance);
        if self.breaks(0) {
            wait += Duration::from_millis(1);
        }
        let is_late = wait > longest && !self.breaks(8);
        if !is_late || self.breaks(7) {
            *self.free.lock().unwrap() = free + self.spacing;
        }
        if is_late { Turn::TooLate } else { Turn::After(wait) }
    }
}

impl Limiter for Broken {
    fn take(&self, longest: Duration) -> BoxFuture<'_, Result<Turn, LimiterError>> {
        Box::pin(async move { Ok(self.turn(longest).await) })
    }
}

async fn violated(clause: &'static str) -> Vec<&'static str> {
    let clock = TestClock::default();
    let frees: RefCell<HashMap<String, Arc<Mutex<Duration>>>> = RefCell::default();
    let result = limiter_conformance(&clock, async |limit, name| {
        let (spacing, burst) = (limit.period() / limit.requests(), limit.max_burst());
        let name = if clause == CLAUSES[3] { "one for all" } else { name };
        let shared = Arc::clone(frees.borrow_mut().entry(name.to_owned()).or_default());
        Ok(Broken {
            clause,
            clock: clock.clone(),
            spacing: if clause == CLAUSES[1] { spacing / 2 } else { spacing },
            tolerance: spacing * (burst - 1) + if clause == CLAUSES[5] { spacing } else { Duration::ZERO },
            free: if clause == CLAUSES[2] { Arc::default() } else { shared },
        })
    });
    result.await.map_or_else(|violations| violations.clauses().to_vec(), |()| Vec::new())
}

#[tokio::test]
async fn each_clause_finds_a_limiter_that_breaks_it() {
    assert_eq!(violated("").await, [""; 0], "the limiter keeps to all clauses but the one that it is told to break");
    for clause in CLAUSES {
        let violated = violated(clause).await;
        assert!(violated.contains(&clause), "{clause}: {violated:?}");
    }
}

/// A limiter that is away.
struct Away;

impl Limiter for Away {
    fn take(&self, _: Duration) -> BoxFuture<'_, Result<Turn, LimiterError>> {
        Box::pin(async { Err("it is away".into()) })
    }
}

#[tokio::test]
async fn limiter_that_fails_violates_every_clause() {
    let violations = limiter_conformance(&TestClock::default(), async |_, _| Ok(Away)).await.unwrap_err();
    assert_eq!(violations.clauses(), CLAUSES, "each clause has a broken limiter above");
}
