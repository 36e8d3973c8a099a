use std::{
    collections::{BTreeMap, HashMap, HashSet},
    ops::Range,
};

use crate::bulk::{Claim, Entry, Journaled};

/// What this run has claimed and started, beside what earlier runs have left. It does not grow with what was sent.
pub(super) struct State {
    /// What earlier runs have noted.
    earlier: HashMap<usize, Journaled>,
    /// All inputs that were claimed: the end of each range by its start.
    seen: BTreeMap<usize, usize>,
    claimed: HashSet<usize>,
    started: HashSet<usize>,
}

impl State {
    pub(super) fn new(earlier: HashMap<usize, Journaled>) -> Self {
        Self { earlier, seen: BTreeMap::new(), claimed: HashSet::new(), started: HashSet::new() }
    }

    pub(super) fn claim(&mut self, inputs: Range<usize>, unknown: bool) -> Vec<Claim> {
        let claims = inputs.clone().map(|input| self.claim_one(input, unknown)).collect();
        self.see(inputs);
        claims
    }

    fn claim_one(&mut self, input: usize, unknown: bool) -> Claim {
        if self.seen.range(..=input).next_back().is_some_and(|(_, end)| input < *end) {
            return Claim::Elsewhere;
        }
        match self.earlier.get(&input).cloned() {
            Some(note) if is_settled(&note.entry, unknown) => Claim::Settled(note),
            note => {
                self.claimed.insert(input);
                Claim::Granted(note)
            }
        }
    }

    /// Adds a range to those that were claimed, and joins it with those that it touches.
    fn see(&mut self, inputs: Range<usize>) {
        if inputs.is_empty() {
            return;
        }
        let Range { mut start, mut end } = inputs;
        while let Some((before, its_end)) = self.seen.range(..=end).next_back().map(|(start, end)| (*start, *end))
            && its_end >= start
        {
            self.seen.remove(&before);
            start = start.min(before);
            end = end.max(its_end);
        }
        self.seen.insert(start, end);
    }

    /// Uses up the claim of an input; `false` if there is none.
    pub(super) fn start(&mut self, input: usize) -> bool {
        self.claimed.remove(&input) && self.started.insert(input)
    }

    /// Ends what was started, or could not be noted as started; `false` if this run has not claimed it.
    pub(super) fn finish(&mut self, input: usize) -> bool {
        self.started.remove(&input) || self.claimed.remove(&input)
    }
}

fn is_settled(entry: &Entry, unknown: bool) -> bool {
    match entry {
        Entry::Sent(_) => true,
        Entry::NotSent => false,
        Entry::Unknown => !unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_input_is_claimed_once() {
        let mut state = State::new(HashMap::new());
        let granted = |claims: Vec<Claim>| claims.iter().filter(|claim| **claim == Claim::Granted(None)).count();
        assert_eq!(granted(state.claim(10..20, false)), 10);
        assert_eq!(granted(state.claim(30..40, false)), 10);
        assert_eq!(granted(state.claim(15..35, false)), 10);
        assert_eq!(granted(state.claim(0..50, false)), 20);
        assert_eq!(granted(state.claim(0..50, true)), 0);
        assert_eq!(state.seen, BTreeMap::from([(0, 50)]));
    }

    #[test]
    fn claim_is_used_up_by_one_start() {
        let mut state = State::new(HashMap::new());
        assert!(!state.start(0));
        state.claim(0..1, false);
        assert!(state.start(0) && !state.start(0));
        assert!(state.finish(0) && !state.finish(0));
    }
}
