use std::{
    io::{self, Write},
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use hero_api_ext::{
    Credentials, Environment, Hero,
    bulk::BulkOutcome,
    clock::{Clock, SystemClock},
    retry::FullJitter,
};

use super::{
    Failure,
    journal::{Measured, Store, Times},
};

/// What a process that sends is told.
#[derive(Clone)]
pub(crate) struct Task {
    pub(crate) url: String,
    pub(crate) store: Option<Store>,
    /// The patients are 1 to this number.
    pub(crate) patients: u64,
    pub(crate) concurrency: usize,
    /// In seconds.
    pub(crate) lease: f64,
    pub(crate) defect: String,
}

impl Task {
    pub(crate) fn arguments(&self, store: &Store) -> Vec<String> {
        let [first, second] = store.arguments();
        let numbers = [self.patients.to_string(), self.concurrency.to_string(), self.lease.to_string()];
        [self.url.clone(), first, second].into_iter().chain(numbers).chain([self.defect.clone()]).collect()
    }

    pub(crate) fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let [url, first, second, patients, concurrency, lease, defect] = arguments else {
            return Err("work takes seven arguments".into());
        };
        Ok(Self {
            url: url.clone(),
            store: Some(Store::from_arguments(first, second)),
            patients: patients.parse()?,
            concurrency: concurrency.parse()?,
            lease: lease.parse()?,
            defect: defect.clone(),
        })
    }

    /// Sends what the journal says is its own, until nothing is elsewhere. Prints each result of its own.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let store = self.store.as_ref().ok_or("there is no journal")?;
        let journal = Measured {
            journal: store.open(Duration::from_secs_f64(self.lease)).await?,
            times: Arc::new(Times::default()),
            clock: Arc::new(SystemClock::new()),
            defect: self.defect.clone(),
        };
        let hero = self.hero()?;
        let mut out = io::stdout().lock();
        loop {
            let bulk = hero.messages().bulk(1..=self.patients, |messages, patient| {
                Ok(messages.sms(*patient, "Please book your vaccination."))
            });
            let mut bulk = bulk.journal(journal.clone()).concurrency(self.concurrency).completion_order().send();
            while let Some(result) = bulk.next().await {
                let letter = match result.outcome() {
                    BulkOutcome::Sent { earlier: false, .. } => 's',
                    BulkOutcome::NotSent { .. } => 'n',
                    BulkOutcome::Unknown { .. } => 'u',
                    _ => continue,
                };
                writeln!(out, "result {} {letter}", result.index())?;
                // A process that is killed must have told what it knew.
                out.flush()?;
            }
            // With a defect, nothing is ever elsewhere for good.
            if bulk.summary().elsewhere == 0 || !self.defect.is_empty() {
                break;
            }
            journal.clock.sleep(Duration::from_millis(500)).await;
        }
        let times = &journal.times;
        let numbers = [&times.starts, &times.start_micros, &times.finish_micros, &times.claims, &times.claim_micros];
        let [starts, start, finish, claims, claim] = numbers.map(|number| number.load(Ordering::Relaxed));
        writeln!(out, "times {starts} {start} {finish} {claims} {claim}")?;
        Ok(())
    }

    fn hero(&self) -> Result<Hero, hero_api_ext::Error> {
        let milliseconds = Duration::from_millis;
        Hero::builder()
            .environment(Environment::Custom(self.url.clone()))
            .credentials(Credentials::new("any-key", "12"))
            .timeout(milliseconds(8_000))
            .attempt_timeout(milliseconds(3_000))
            .backoff(FullJitter::new(milliseconds(20), milliseconds(20), milliseconds(100)))
            .build()
    }
}
