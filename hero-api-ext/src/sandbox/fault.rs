//! What goes wrong on demand.

use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use http::StatusCode;

/// What goes wrong with a call. [`Sandbox::fault`](super::Sandbox::fault) orders it for the next call of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The response has this status, and nothing is done. A 400 has the documented body, any other status none.
    Status(StatusCode),
    /// The call does what it does, and the connection breaks before the response is whole.
    LostResponse,
    /// The response comes this much later. The clock of the sandbox sleeps for it before anything is done.
    Delay(Duration),
}

/// What was ordered, for each operation in order.
#[derive(Debug, Default)]
pub(super) struct Faults(BTreeMap<String, VecDeque<Fault>>);

impl Faults {
    pub(super) fn order(&mut self, operation_id: &str, fault: Fault) {
        self.0.entry(operation_id.to_owned()).or_default().push_back(fault);
    }

    pub(super) fn take(&mut self, operation_id: &str) -> Option<Fault> {
        self.0.get_mut(operation_id)?.pop_front()
    }
}
