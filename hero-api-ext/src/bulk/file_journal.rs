use std::{
    collections::HashMap,
    fmt,
    fs::{File, OpenOptions, TryLockError},
    io::{self, Read, Write},
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use hero_api::BoxFuture;
use tokio::task::spawn_blocking;

use super::{Entry, Journal, JournalError, Journaled};
use crate::messages::MessageId;

/// A [`Journal`] in a file: one line for each note, added at the end and written through to the disk.
///
/// The file holds places, fingerprints and ids of messages; no names, numbers or texts. A last line that a crash cut
/// short is passed over. The file is locked as long as the journal is in use, so that of two runs at the same time, in one
/// program or in several, only one sends.
///
/// # Examples
///
/// ```no_run
/// use hero_api_ext::bulk::FileJournal;
///
/// # async fn example() -> Result<(), std::io::Error> {
/// let journal = FileJournal::open("flu-2026.journal").await?;
/// println!("{} inputs were begun before", journal.len());
/// # Ok(())
/// # }
/// ```
pub struct FileJournal {
    file: Arc<Mutex<File>>,
    earlier: HashMap<usize, Journaled>,
}

/// The first line, by which a file of something else is told from a journal.
const HEADER: &str = "hero-api-ext bulk journal 1";

impl FileJournal {
    /// Opens the journal in this file, or begins one.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or written, or is something else than a journal. [`ResourceBusy`](io::ErrorKind::ResourceBusy)
    /// when another run has it open, another error where the file system knows no locks.
    pub async fn open(path: impl Into<PathBuf>) -> io::Result<Self> {
        let path = path.into();
        spawn_blocking(move || Self::read(&path)).await.map_err(io::Error::other)?
    }

    fn read(path: &std::path::Path) -> io::Result<Self> {
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
        file.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => {
                io::Error::new(io::ErrorKind::ResourceBusy, "another run has the journal open: wait for it, or stop it")
            }
            TryLockError::Error(error) => error,
        })?;
        let mut text = String::new();
        file.read_to_string(&mut text)?;
        // What has no line end was cut short, by a crash or by a full disk.
        let whole = text.rfind('\n').map_or("", |end| &text[..=end]);
        let mut lines = whole.lines();
        match lines.next() {
            Some(HEADER) => {}
            None if HEADER.starts_with(&text) => {
                file.set_len(0)?;
                append(&mut file, HEADER)?;
            }
            _ => return Err(io::Error::new(io::ErrorKind::InvalidData, "the file is no journal")),
        }
        if whole.len() < text.len() && !whole.is_empty() {
            file.set_len(u64::try_from(whole.len()).map_err(io::Error::other)?)?;
        }
        let mut earlier = HashMap::new();
        for line in lines {
            let invalid = || io::Error::new(io::ErrorKind::InvalidData, "the journal has a line that makes no sense");
            let (index, journaled) = parsed(line).ok_or_else(invalid)?;
            earlier.insert(index, journaled);
        }
        Ok(Self { file: Arc::new(Mutex::new(file)), earlier })
    }

    /// How many inputs earlier runs have begun.
    #[must_use]
    pub fn len(&self) -> usize {
        self.earlier.len()
    }

    /// Whether no earlier run has begun anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.earlier.is_empty()
    }
}

impl Journal for FileJournal {
    fn earlier(&self, index: usize) -> BoxFuture<'_, Result<Option<Journaled>, JournalError>> {
        let journaled = self.earlier.get(&index).cloned();
        Box::pin(async { Ok(journaled) })
    }

    fn note(&self, index: usize, journaled: Journaled) -> BoxFuture<'_, Result<(), JournalError>> {
        let file = Arc::clone(&self.file);
        let noting = move || append(&mut file.lock().unwrap_or_else(PoisonError::into_inner), &line(index, &journaled));
        Box::pin(async { Ok(spawn_blocking(noting).await??) })
    }
}

impl fmt::Debug for FileJournal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileJournal").field("earlier", &self.earlier.len()).finish_non_exhaustive()
    }
}

/// In one write, so that a crash leaves a part of this line at most; then through to the disk.
fn append(file: &mut File, line: &str) -> io::Result<()> {
    file.write_all(format!("{line}\n").as_bytes())?;
    file.sync_data()
}

fn line(index: usize, Journaled { fingerprint, entry }: &Journaled) -> String {
    let (word, id) = match entry {
        Entry::Started => ("started", None),
        Entry::Sent(message) => ("sent", message.as_ref()),
        Entry::NotSent => ("not-sent", None),
        Entry::Unknown => ("unknown", None),
    };
    // An id comes from the server, and must not begin a line of its own.
    let id = id.map(|id| id.as_str().replace(char::is_whitespace, "")).unwrap_or_default();
    format!("{index} {fingerprint:016x} {word} {id}").trim_end().to_owned()
}

fn parsed(line: &str) -> Option<(usize, Journaled)> {
    let mut words = line.split(' ');
    let index = words.next()?.parse().ok()?;
    let fingerprint = u64::from_str_radix(words.next()?, 16).ok()?;
    let entry = match (words.next()?, words.next()) {
        ("started", None) => Entry::Started,
        ("sent", id) => Entry::Sent(id.map(MessageId::from)),
        ("not-sent", None) => Entry::NotSent,
        ("unknown", None) => Entry::Unknown,
        _ => return None,
    };
    words.next().is_none().then_some((index, Journaled { fingerprint, entry }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_survives_its_line() {
        for entry in [
            Entry::Started,
            Entry::Sent(None),
            Entry::Sent(Some(MessageId::from("m-7"))),
            Entry::NotSent,
            Entry::Unknown,
        ] {
            let journaled = Journaled { fingerprint: 7, entry };
            assert_eq!(parsed(&line(3, &journaled)), Some((3, journaled)));
        }
    }

    #[test]
    fn an_id_with_a_line_end_stays_on_its_line() {
        let journaled = Journaled { fingerprint: 7, entry: Entry::Sent(Some(MessageId::from("m\n4 0 sent"))) };
        assert_eq!(line(3, &journaled), "3 0000000000000007 sent m40sent");
    }
}
