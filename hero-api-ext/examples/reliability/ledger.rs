use std::{
    collections::{BTreeMap, HashMap},
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::fault::Fault;

/// What really happened, as the server knows it: the truth that results are held against.
#[derive(Default)]
pub(crate) struct Ledger(Mutex<State>);

#[derive(Default)]
pub(crate) struct State {
    pub(crate) patients: HashMap<u64, Truth>,
    pub(crate) faults: BTreeMap<Fault, u64>,
    pub(crate) requests: u64,
    /// How often the server was away for a moment.
    pub(crate) absences: u64,
    next_message: u64,
}

/// What happened to the messages for one patient.
#[derive(Clone, Default)]
pub(crate) struct Truth {
    pub(crate) attempts: u64,
    /// The ids of the messages that were accepted.
    pub(crate) accepted: Vec<String>,
    pub(crate) was_ambiguous: bool,
}

impl Ledger {
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// The fault of the next request for a patient.
    pub(crate) fn arrive(&mut self, seed: u64, patient: u64) -> Fault {
        self.requests += 1;
        let truth = self.patients.entry(patient).or_default();
        truth.attempts += 1;
        let fault = Fault::choose(seed, patient, truth.attempts);
        truth.was_ambiguous |= fault.is_ambiguous();
        *self.faults.entry(fault).or_default() += 1;
        fault
    }

    /// Accepts a message, and returns its id.
    pub(crate) fn accept(&mut self, patient: u64) -> String {
        let id = self.new_id();
        self.patients.entry(patient).or_default().accepted.push(id.clone());
        id
    }

    /// An id that belongs to no message.
    pub(crate) fn new_id(&mut self) -> String {
        self.next_message += 1;
        self.next_message.to_string()
    }
}
