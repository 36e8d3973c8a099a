use std::{
    io, mem,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::{sync::oneshot, task::spawn_blocking};

use super::disk::Disk;
use crate::bulk::JournalError;

/// Lines that are added at the end of a file, each as a whole or not at all.
///
/// Lines that come while others are written go to the disk together, in one write.
pub(super) struct Log {
    queue: Mutex<Queue>,
    tail: Mutex<Tail>,
}

#[derive(Default)]
struct Queue {
    waiting: Vec<Waiting>,
    /// Whether somebody writes, and will write what waits.
    is_written: bool,
}

struct Waiting {
    line: String,
    done: oneshot::Sender<Result<(), Arc<io::Error>>>,
}

/// The end of the file.
struct Tail {
    /// `None` when the log was closed.
    disk: Option<Box<dyn Disk>>,
    /// The end of the last whole line.
    length: u64,
    /// Whether there may be a part of a line behind it.
    is_torn: bool,
}

impl Log {
    /// Continues a file whose last whole line ends at `length`.
    pub(super) fn new(disk: impl Disk + 'static, length: u64) -> Self {
        Self { queue: Mutex::default(), tail: Mutex::new(Tail { disk: Some(Box::new(disk)), length, is_torn: false }) }
    }

    /// Adds lines at once, on this thread.
    pub(super) fn append(&self, lines: &str) -> io::Result<()> {
        self.tail.lock().unwrap_or_else(PoisonError::into_inner).append(lines.as_bytes())
    }

    /// Closes the file, which unlocks it. The thread that wrote last may hold the log for a moment longer.
    pub(super) fn close(&self) {
        self.tail.lock().unwrap_or_else(PoisonError::into_inner).disk = None;
    }

    /// Adds a line. It is on the disk when this returns.
    pub(super) async fn write(self: &Arc<Self>, line: String) -> Result<(), JournalError> {
        let (done, written) = oneshot::channel();
        let must_write = {
            let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
            queue.waiting.push(Waiting { line, done });
            !mem::replace(&mut queue.is_written, true)
        };
        if must_write {
            let log = Arc::clone(self);
            drop(spawn_blocking(move || log.write_waiting()));
        }
        Ok(written.await??)
    }

    fn write_waiting(&self) {
        loop {
            let waiting = {
                let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
                queue.is_written = !queue.waiting.is_empty();
                mem::take(&mut queue.waiting)
            };
            if waiting.is_empty() {
                return;
            }
            let lines: String = waiting.iter().map(|waiting| waiting.line.as_str()).collect();
            let written = self.append(&lines).map_err(Arc::new);
            for Waiting { done, .. } in waiting {
                // Who no longer waits does not need the result.
                let _ = done.send(written.clone());
            }
        }
    }
}

impl Tail {
    fn append(&mut self, lines: &[u8]) -> io::Result<()> {
        let Self { disk, length, is_torn } = self;
        let disk = disk.as_mut().ok_or_else(|| io::Error::other("the journal was closed"))?;
        if *is_torn {
            disk.truncate(*length)?;
            *is_torn = false;
        }
        if let Err(error) = disk.append(lines).and_then(|()| disk.sync()) {
            // The next call tries again when this fails.
            *is_torn = disk.truncate(*length).is_err();
            return Err(error);
        }
        *length += lines.len() as u64;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    #[derive(Default)]
    struct State {
        content: Vec<u8>,
        room: usize,
        writes: usize,
        fails_to_sync: bool,
        fails_to_truncate: bool,
    }

    /// A disk with little room, which writes what fits and fails then.
    #[derive(Clone, Default)]
    struct FullDisk(Arc<Mutex<State>>);

    impl FullDisk {
        fn with_room(room: usize) -> Self {
            let disk = Self::default();
            disk.0.lock().unwrap().room = room;
            disk
        }

        fn change(&self, change: impl FnOnce(&mut State)) {
            change(&mut self.0.lock().unwrap());
        }

        fn text(&self) -> String {
            String::from_utf8(self.0.lock().unwrap().content.clone()).unwrap()
        }
    }

    impl Disk for FullDisk {
        fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
            let mut state = self.0.lock().unwrap();
            state.writes += 1;
            let fitting = bytes.len().min(state.room - state.content.len());
            state.content.extend_from_slice(&bytes[..fitting]);
            if fitting < bytes.len() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        }

        fn sync(&mut self) -> io::Result<()> {
            if self.0.lock().unwrap().fails_to_sync { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        }

        fn truncate(&mut self, length: u64) -> io::Result<()> {
            let mut state = self.0.lock().unwrap();
            if state.fails_to_truncate {
                return Err(io::Error::other("read-only"));
            }
            state.content.truncate(usize::try_from(length).unwrap());
            Ok(())
        }
    }

    #[test]
    fn line_that_was_written_in_part_is_taken_back() {
        let disk = FullDisk::with_room(8);
        let log = Log::new(disk.clone(), 0);
        log.append("one\n").unwrap();
        assert_eq!(log.append("second\n").unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(disk.text(), "one\n");
        disk.change(|state| state.room = 100);
        log.append("third\n").unwrap();
        assert_eq!(disk.text(), "one\nthird\n");
    }

    #[test]
    fn line_that_was_not_synced_is_taken_back() {
        let disk = FullDisk::with_room(100);
        let log = Log::new(disk.clone(), 0);
        disk.change(|state| state.fails_to_sync = true);
        assert!(log.append("one\n").is_err());
        assert_eq!(disk.text(), "");
    }

    #[test]
    fn nothing_is_glued_to_a_part_that_cannot_be_cut() {
        let disk = FullDisk::with_room(6);
        let log = Log::new(disk.clone(), 0);
        log.append("one\n").unwrap();
        disk.change(|state| state.fails_to_truncate = true);
        assert!(log.append("second\n").is_err());
        disk.change(|state| state.room = 100);
        assert!(log.append("third\n").is_err());
        assert_eq!(disk.text(), "one\nse");
        disk.change(|state| state.fails_to_truncate = false);
        log.append("fourth\n").unwrap();
        assert_eq!(disk.text(), "one\nfourth\n");
    }

    #[test]
    fn closed_log_takes_no_line() {
        let disk = FullDisk::with_room(100);
        let log = Log::new(disk.clone(), 0);
        log.close();
        assert!(log.append("one\n").is_err());
        assert_eq!(disk.text(), "");
    }

    #[tokio::test]
    async fn lines_that_come_together_are_written_together() {
        let disk = FullDisk::with_room(1_000);
        let log = Arc::new(Log::new(disk.clone(), 0));
        let results = {
            // Held, so that the first write begins when the others wait.
            let tail = log.tail.lock().unwrap();
            let mut writes: Vec<_> = (0..10).map(|number| Box::pin(log.write(format!("{number}\n")))).collect();
            for write in &mut writes {
                assert!(write.now_or_never().is_none());
            }
            drop(tail);
            futures_util::future::join_all(writes).await
        };
        assert!(results.iter().all(Result::is_ok));
        let text = disk.text();
        let mut lines: Vec<&str> = text.lines().collect();
        lines.sort_unstable();
        assert_eq!(lines, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
        assert!(disk.0.lock().unwrap().writes <= 2);
    }

    #[tokio::test]
    async fn each_line_of_a_failed_write_is_told() {
        let disk = FullDisk::with_room(3);
        let log = Arc::new(Log::new(disk.clone(), 0));
        let (one, two) = tokio::join!(log.write("one\n".to_owned()), log.write("two\n".to_owned()));
        assert!(one.is_err() && two.is_err());
        assert_eq!(disk.text(), "");
    }
}
