use std::{
    collections::HashMap,
    io::{self, BufRead, BufReader, Read},
};

use super::line::{self, Header};
use crate::bulk::Journaled;

/// The longest line: an id of a message has at most 256 bytes.
const MAX_LINE: u64 = 1_024;

/// What a journal holds.
#[derive(Debug, PartialEq)]
pub(super) struct Content {
    pub(super) header: Header,
    pub(super) notes: HashMap<usize, Journaled>,
    /// The end of the last whole line.
    pub(super) length: u64,
}

/// Reads a journal of at most `size` bytes; `None` when it is empty or a crash cut its first line short.
///
/// The first line is checked before anything else is read, and no line is longer than a limit, so that neither a wrong
/// file nor one that never ends fills the memory.
pub(super) fn read(source: impl Read, size: u64) -> io::Result<Option<Content>> {
    let mut source = BufReader::new(source.take(size));
    let mut bytes = Vec::new();
    let Some(first) = next_line(&mut source, &mut bytes, Header::LENGTH as u64)? else {
        return if Header::is_torn(&bytes) { Ok(None) } else { Err(not_a_journal()) };
    };
    let header = Header::parse(first).ok_or_else(not_a_journal)?;
    let mut length = Header::LENGTH as u64;
    let mut notes = HashMap::new();
    let mut number = 1_u64;
    while let Some(line) = next_line(&mut source, &mut bytes, MAX_LINE)? {
        number += 1;
        let (index, journaled) = line::parse(line).ok_or_else(|| unreadable(number))?;
        length += line.len() as u64 + 1;
        notes.insert(index, journaled);
    }
    if bytes.len() as u64 >= MAX_LINE {
        return Err(unreadable(number + 1));
    }
    Ok(Some(Content { header, notes, length }))
}

/// The next line without its end, at most `limit` bytes with it. `None` leaves in `bytes` what has no end.
fn next_line<'a>(source: &mut impl BufRead, bytes: &'a mut Vec<u8>, limit: u64) -> io::Result<Option<&'a [u8]>> {
    bytes.clear();
    source.take(limit).read_until(b'\n', bytes)?;
    Ok(bytes.strip_suffix(b"\n"))
}

fn not_a_journal() -> io::Error {
    let why = "the file is not a journal of this version of the crate: give another path";
    io::Error::new(io::ErrorKind::InvalidData, why)
}

fn unreadable(line: u64) -> io::Error {
    let why = format!("line {line} of the journal cannot be read: restore the file, or begin another journal");
    io::Error::new(io::ErrorKind::InvalidData, why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bulk::{Entry, JournalKey};

    fn header() -> String {
        Header::of(&JournalKey::new(&[7; 16]).unwrap()).to_string()
    }

    fn unknown() -> Journaled {
        Journaled { fingerprint: 7, entry: Entry::Unknown }
    }

    fn started(index: usize) -> String {
        line::write_started(index, 7)
    }

    /// Counts what is read of it.
    struct Counted<R>(R, usize);

    impl<R: Read> Read for Counted<R> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let read = self.0.read(buffer)?;
            self.1 += read;
            Ok(read)
        }
    }

    #[test]
    fn last_note_of_an_input_counts() {
        let sent = Journaled { entry: Entry::Sent("m1".into()), ..unknown() };
        let text = [header(), started(3), started(4), line::write(3, &sent)].concat();
        let content = read(text.as_bytes(), u64::MAX).unwrap().unwrap();
        assert_eq!(content.notes, HashMap::from([(3, sent), (4, unknown())]));
        assert_eq!(content.length, text.len() as u64);
    }

    #[test]
    fn torn_last_line_is_passed_over_at_any_byte() {
        let whole = header() + &started(3);
        let last = line::write(4, &Journaled { fingerprint: 7, entry: Entry::Sent("m-é".into()) });
        for end in 0..last.len() {
            let torn = [whole.as_bytes(), &last.as_bytes()[..end]].concat();
            let content = read(torn.as_slice(), u64::MAX).unwrap().unwrap();
            assert_eq!((content.notes.len(), content.length), (1, whole.len() as u64), "cut at {end}");
        }
    }

    #[test]
    fn torn_first_line_is_an_empty_journal() {
        let header = header();
        for end in 0..header.len() {
            assert_eq!(read(&header.as_bytes()[..end], u64::MAX).unwrap(), None, "cut at {end}");
        }
    }

    #[test]
    fn wrong_header_is_refused_before_the_rest() {
        let mut endless = Counted(io::repeat(b'x'), 0);
        assert!(read(&mut endless, u64::MAX).is_err());
        let mut other = Counted("name,nhs_number\n".as_bytes().chain(io::repeat(b'\n')), 0);
        assert!(read(&mut other, u64::MAX).is_err());
        // One buffer at most.
        assert!(endless.1 <= 8_192 && other.1 <= 16_384, "{} {}", endless.1, other.1);
    }

    #[test]
    fn file_that_never_ends_is_refused() {
        let header = header();
        for filler in [b'x', 0, b'\n'] {
            let mut endless = Counted(header.as_bytes().chain(io::repeat(filler)), 0);
            let error = read(&mut endless, u64::MAX).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidData, "{filler}");
            assert!(endless.1 <= 16_384, "{}", endless.1);
        }
    }

    #[test]
    fn unreadable_line_is_named_by_its_number() {
        let text = [header(), started(3), "nonsense\n".to_owned()].concat();
        let error = read(text.as_bytes(), u64::MAX).unwrap_err().to_string();
        assert!(error.starts_with("line 3 of the journal cannot be read"), "{error}");
    }

    #[test]
    fn no_more_is_read_than_the_file_had() {
        let text = header() + &started(3);
        let growing = text.as_bytes().chain(io::repeat(b'x'));
        assert_eq!(read(growing, text.len() as u64).unwrap().unwrap().notes.len(), 1);
    }
}
