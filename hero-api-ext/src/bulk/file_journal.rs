pub(super) mod disk;
pub(super) mod key_file;
mod line;
mod log;
mod reader;
mod state;

use std::{
    collections::HashMap,
    fmt,
    fs::File,
    io,
    ops::Range,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use hero_api::BoxFuture;
use tokio::task::spawn_blocking;

use self::{line::Header, log::Log, state::State};
use super::{Claim, Journal, JournalError, JournalKey, Journaled};

/// A [`Journal`] in a file: one line per note, added at the end and written through to the disk.
///
/// The file holds places, fingerprints and ids of messages; no names, numbers or texts. It is locked as long as the
/// journal is in use, so that of two runs at the same time, in one program or in several, only one sends. So there are
/// no leases: what an earlier run has started and not finished is unknown as soon as the file is opened. One open journal
/// is for one run; a second run with it finds everything [elsewhere](super::BulkOutcome::Elsewhere).
///
/// # What a crash or a full disk does
///
/// A note is in the file as a whole or not at all. When a write fails part-way, the file is cut back to the last whole
/// line; a last line that a crash cut short is passed over. Any other line that cannot be read makes
/// [`open`](Self::open) fail, with the number of the line.
///
/// # The key
///
/// The fingerprints are made with a [`JournalKey`]. [`open`](Self::open) keeps it in a second file, whose name is that
/// of the journal with `.key` at its end. Whoever has the journal alone cannot find out which patients it is about; so
/// leave the key out where the journal is copied to. A later run needs both files. [`open_with_key`](Self::open_with_key)
/// takes the key from a secret store instead.
///
/// Both files can be read by their owner only, where the system has such permissions (mode 0600 on Unix).
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
    log: Arc<Log>,
    key: JournalKey,
    /// How many inputs earlier runs have begun.
    earlier: usize,
    state: Mutex<State>,
}

impl FileJournal {
    /// Opens the journal in this file, or begins one.
    ///
    /// # Errors
    ///
    /// * [`ResourceBusy`](io::ErrorKind::ResourceBusy): another run has the file open.
    /// * [`InvalidData`](io::ErrorKind::InvalidData): the file is no journal, has a line that cannot be read, or belongs to
    ///   another key. Nothing was changed.
    /// * [`NotFound`](io::ErrorKind::NotFound): the journal has no key file beside it, or its folder does not exist.
    /// * Any other: the file cannot be read or written, or the file system knows no locks.
    pub async fn open(path: impl Into<PathBuf>) -> io::Result<Self> {
        Self::open_blocking(path.into(), None).await
    }

    /// As [`open`](Self::open), with a key that is kept elsewhere.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open).
    pub async fn open_with_key(path: impl Into<PathBuf>, key: JournalKey) -> io::Result<Self> {
        Self::open_blocking(path.into(), Some(key)).await
    }

    async fn open_blocking(path: PathBuf, key: Option<JournalKey>) -> io::Result<Self> {
        spawn_blocking(move || Self::open_now(&path, key)).await.map_err(io::Error::other)?
    }

    fn open_now(path: &Path, key: Option<JournalKey>) -> io::Result<Self> {
        let file = disk::open_locked(path)?;
        let size = file.metadata()?.len();
        let Some(content) = reader::read(&file, size)? else {
            return Self::begin(path, file, key);
        };
        let key = key.map_or_else(|| key_file::load(path), Ok)?;
        content.header.check(&key)?;
        disk::restrict(&file)?;
        if content.length < size {
            file.set_len(content.length)?;
        }
        Ok(Self::new(Log::new(file, content.length), key, content.notes))
    }

    /// Begins a journal in an empty file. The key is on the disk before the first fingerprint.
    fn begin(path: &Path, file: File, key: Option<JournalKey>) -> io::Result<Self> {
        let key = key.map_or_else(|| key_file::load_or_create(path), Ok)?;
        disk::restrict(&file)?;
        file.set_len(0)?;
        let log = Log::new(file, 0);
        log.append(&Header::of(&key).to_string())?;
        disk::sync_folder(path)?;
        Ok(Self::new(log, key, HashMap::new()))
    }

    fn new(log: Log, key: JournalKey, earlier: HashMap<usize, Journaled>) -> Self {
        Self { log: Arc::new(log), key, earlier: earlier.len(), state: Mutex::new(State::new(earlier)) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many inputs earlier runs have begun.
    #[must_use]
    pub fn len(&self) -> usize {
        self.earlier
    }

    /// Whether no earlier run has begun anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.earlier == 0
    }
}

impl Journal for FileJournal {
    fn key(&self) -> &JournalKey {
        &self.key
    }

    fn claim(&self, inputs: Range<usize>, unknown: bool) -> BoxFuture<'_, Result<Vec<Claim>, JournalError>> {
        let claims = self.state().claim(inputs, unknown);
        Box::pin(async { Ok(claims) })
    }

    fn start(&self, input: usize, fingerprint: u64) -> BoxFuture<'_, Result<bool, JournalError>> {
        Box::pin(async move {
            if !self.state().start(input) {
                return Ok(false);
            }
            self.log.write(line::write_started(input, fingerprint)).await?;
            Ok(true)
        })
    }

    fn finish(&self, input: usize, outcome: Journaled) -> BoxFuture<'_, Result<bool, JournalError>> {
        Box::pin(async move {
            if !self.state().finish(input) {
                return Ok(false);
            }
            self.log.write(line::write(input, &outcome)).await?;
            Ok(true)
        })
    }
}

/// Another run can open the file as soon as this journal is gone.
impl Drop for FileJournal {
    fn drop(&mut self) {
        self.log.close();
    }
}

impl fmt::Debug for FileJournal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileJournal").field("earlier", &self.earlier).finish_non_exhaustive()
    }
}
