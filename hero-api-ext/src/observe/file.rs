use std::{
    fmt,
    fs::{File, OpenOptions},
    io::{self, Write},
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use data_encoding::HEXLOWER;
use serde::Serialize;

use super::{Observation, Observer, Totals};

/// The version of the form of the lines.
pub const FORMAT: u32 = 1;

/// Writes each observation as a line of JSON to the end of a file, for `cargo xtask drift --traffic FILE`.
///
/// Counts in a line are from the start of the observer, so the last line of a difference says it all. The file is made with mode
/// 0600, is never shortened, and several programs may write to it. A line that cannot be written is
/// [counted](Self::lost_lines) and fails no call.
pub struct FileObserver {
    file: Mutex<File>,
    run: String,
    lost: AtomicU64,
}

#[derive(Serialize)]
struct Line<'a, T> {
    format: u32,
    /// Tells the lines of one observer from those of others.
    run: &'a str,
    /// SHA-256 of the description.
    description: &'static str,
    #[serde(flatten)]
    entry: &'a T,
}

impl FileObserver {
    /// Opens the file, or makes it.
    ///
    /// # Errors
    ///
    /// The file cannot be opened for writing, or the system has no randomness to name the run with.
    pub fn open(path: impl AsRef<Path>) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path)?;
        let mut name = [0; 8];
        getrandom::fill(&mut name).map_err(io::Error::other)?;
        Ok(Self { file: Mutex::new(file), run: HEXLOWER.encode(&name), lost: AtomicU64::new(0) })
    }

    /// How many lines could not be written.
    #[must_use]
    pub fn lost_lines(&self) -> u64 {
        self.lost.load(Ordering::Relaxed)
    }

    fn write(&self, entry: &impl Serialize) {
        let line = Line { format: FORMAT, run: &self.run, description: hero_api::SPEC_SHA256, entry };
        let written = serde_json::to_vec(&line).map_err(io::Error::from).and_then(|mut line| {
            line.push(b'\n');
            // In one piece, so that the lines of several programs do not mix.
            self.file.lock().unwrap_or_else(PoisonError::into_inner).write_all(&line)
        });
        if written.is_err() {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl Observer for FileObserver {
    fn observed(&self, observation: &Observation) {
        self.write(observation);
    }

    fn compared(&self, totals: &Totals) {
        self.write(totals);
    }
}

impl fmt::Debug for FileObserver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileObserver")
            .field("run", &self.run)
            .field("lost_lines", &self.lost_lines())
            .finish_non_exhaustive()
    }
}
