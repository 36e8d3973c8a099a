//! A message as a row of a database.

use super::{Claim, Entry, Journaled};
use crate::messages::MessageId;

/// The states, by the numbers that are in the database.
pub(super) const FREE: i16 = 0;
pub(super) const STARTED: i16 = 1;
pub(super) const SENT: i16 = 2;
pub(super) const NOT_SENT: i16 = 3;
pub(super) const UNKNOWN: i16 = 4;

/// A row, as the worker sees it that reads it.
pub(super) struct Row {
    pub(super) state: i16,
    pub(super) fingerprint: Option<i64>,
    pub(super) message: Option<String>,
    pub(super) is_own: bool,
    /// Whether its lease runs.
    pub(super) is_live: bool,
}

/// What a row means to the worker that reads it.
pub(super) enum Reading {
    /// It can be told.
    Told(Claim),
    /// It is free to be claimed, or has to become unknown.
    Open,
}

impl Row {
    pub(super) fn read(self, unknown: bool) -> Reading {
        let (state, is_own, is_live) = (self.state, self.is_own, self.is_live);
        let note = self.note();
        match (state, note) {
            (SENT, Some(note)) => Reading::Told(Claim::Settled(note)),
            (UNKNOWN, Some(note)) if !unknown => Reading::Told(Claim::Settled(note)),
            (STARTED, _) if is_live => Reading::Told(Claim::Elsewhere),
            (FREE, _) | (NOT_SENT | UNKNOWN, Some(_)) if is_live && !is_own => Reading::Told(Claim::Elsewhere),
            (FREE, _) if is_live => Reading::Told(Claim::Granted(None)),
            (NOT_SENT | UNKNOWN, Some(note)) if is_live => Reading::Told(Claim::Granted(Some(note))),
            (FREE | STARTED | NOT_SENT | UNKNOWN, _) => Reading::Open,
            // Written by a later version of this crate, or by hand: not to be touched.
            _ => Reading::Told(Claim::Elsewhere),
        }
    }

    fn note(self) -> Option<Journaled> {
        let entry = match self.state {
            SENT => Entry::Sent(MessageId::from(self.message?)),
            NOT_SENT => Entry::NotSent,
            STARTED | UNKNOWN => Entry::Unknown,
            _ => return None,
        };
        Some(Journaled { fingerprint: self.fingerprint?.cast_unsigned(), entry })
    }
}

/// The state of an entry, and its message.
pub(super) fn state(entry: &Entry) -> (i16, Option<&str>) {
    match entry {
        Entry::Sent(message) => (SENT, Some(message.as_str())),
        Entry::NotSent => (NOT_SENT, None),
        Entry::Unknown => (UNKNOWN, None),
    }
}

/// A place in the list, as databases have numbers.
pub(super) fn number(input: usize) -> i64 {
    i64::try_from(input).unwrap_or(i64::MAX)
}
