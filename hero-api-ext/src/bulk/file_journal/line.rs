use std::{fmt, io};

use crate::{
    bulk::{Entry, JournalKey, Journaled},
    messages::MessageId,
};

/// The first line: it tells a journal from another file, and whether a key is the journal's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    key_check: u64,
}

const TITLE: &str = "hero-api-ext bulk journal 2 ";
const HEX_DIGITS: usize = 16;
const STARTED: &str = "started";

impl Header {
    /// The length of the line, its end included.
    pub(super) const LENGTH: usize = TITLE.len() + HEX_DIGITS + 1;

    pub(super) fn of(key: &JournalKey) -> Self {
        Self { key_check: key.fingerprint(TITLE.as_bytes()) }
    }

    /// Whether `key` is the one that the journal was begun with.
    pub(super) fn check(self, key: &JournalKey) -> io::Result<()> {
        if self == Self::of(key) {
            return Ok(());
        }
        let why = "the journal was begun with another key: give the key that belongs to it";
        Err(io::Error::new(io::ErrorKind::InvalidData, why))
    }

    /// Reads a first line without its end.
    pub(super) fn parse(line: &[u8]) -> Option<Self> {
        let digits = line.strip_prefix(TITLE.as_bytes())?;
        Some(Self { key_check: hex(std::str::from_utf8(digits).ok()?)? })
    }

    /// Whether these bytes are what a crash can leave of the first line.
    pub(super) fn is_torn(bytes: &[u8]) -> bool {
        match bytes.strip_prefix(TITLE.as_bytes()) {
            Some(digits) => digits.len() <= HEX_DIGITS && digits.iter().all(u8::is_ascii_hexdigit),
            None => TITLE.as_bytes().starts_with(bytes),
        }
    }
}

impl fmt::Display for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{TITLE}{:016x}", self.key_check)
    }
}

/// The line of a message that is about to leave, its end included.
pub(super) fn write_started(index: usize, fingerprint: u64) -> String {
    format!("{index} {fingerprint:016x} {STARTED}\n")
}

/// A note as a line, its end included.
pub(super) fn write(index: usize, Journaled { fingerprint, entry }: &Journaled) -> String {
    let (word, id) = match entry {
        Entry::Sent(message) => ("sent", Some(message)),
        Entry::NotSent => ("not-sent", None),
        Entry::Unknown => ("unknown", None),
    };
    match id {
        Some(id) => format!("{index} {fingerprint:016x} {word} {}\n", id.as_str()),
        None => format!("{index} {fingerprint:016x} {word}\n"),
    }
}

/// Reads a line without its end. A message that was started, and nothing else, is unknown.
pub(super) fn parse(line: &[u8]) -> Option<(usize, Journaled)> {
    let mut words = std::str::from_utf8(line).ok()?.split(' ');
    let index = words.next()?.parse().ok()?;
    let fingerprint = hex(words.next()?)?;
    let entry = match (words.next()?, words.next()) {
        ("sent", Some(id)) => Entry::Sent(MessageId::from(id)),
        ("not-sent", None) => Entry::NotSent,
        ("unknown" | STARTED, None) => Entry::Unknown,
        _ => return None,
    };
    words.next().is_none().then_some((index, Journaled { fingerprint, entry }))
}

fn hex(digits: &str) -> Option<u64> {
    let is_hex = digits.len() == HEX_DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hex { u64::from_str_radix(digits, 16).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_survives_its_line() {
        for entry in [Entry::Sent(MessageId::from("m-7")), Entry::NotSent, Entry::Unknown] {
            let journaled = Journaled { fingerprint: 7, entry };
            let line = write(3, &journaled);
            assert_eq!(parse(line.trim_end().as_bytes()), Some((3, journaled)), "{line}");
        }
        let unknown = Journaled { fingerprint: 7, entry: Entry::Unknown };
        assert_eq!(parse(write_started(3, 7).trim_end().as_bytes()), Some((3, unknown)));
    }

    #[test]
    fn part_of_a_line_is_no_line() {
        let line = write_started(12, 7);
        for length in 0..line.trim_end().len() {
            assert_eq!(parse(&line.as_bytes()[..length]), None, "{length}");
        }
    }

    #[test]
    fn header_is_read_whole_and_recognised_in_part() {
        let header = Header::of(&JournalKey::new(&[7; 16]).unwrap());
        let line = header.to_string();
        assert_eq!(line.len(), Header::LENGTH);
        let whole = line.trim_end().as_bytes();
        assert_eq!(Header::parse(whole), Some(header));
        for length in 0..=whole.len() {
            assert!(Header::is_torn(&whole[..length]), "{length}");
        }
        assert!(!Header::is_torn(b"hero-api-ext bulk journal 3"));
        assert!(!Header::is_torn(b"name,nhs_number"));
    }

    #[test]
    fn another_key_is_refused() {
        let header = Header::of(&JournalKey::new(&[7; 16]).unwrap());
        let error = header.check(&JournalKey::new(&[8; 16]).unwrap()).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    }
}
