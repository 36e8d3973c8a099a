//! Who has the journal open: each worker holds a shared lock on a file beside it, which the system takes from a process
//! that ends. The main file is left to SQLite, which has locks of its own there.

use std::{
    ffi::OsString,
    fs::{File, TryLockError},
    io,
    path::Path,
};

use crate::bulk::file_journal::disk;

pub(super) struct Workers {
    file: File,
    /// Whether no other worker has the journal open.
    pub(super) is_alone: bool,
}

impl Workers {
    /// Joins them. Call it inside of a transaction that writes, so that no other worker joins at the same time.
    pub(super) fn join(journal: &Path) -> io::Result<Self> {
        let mut name = OsString::from(journal);
        name.push(".workers");
        let file = disk::owner_only().read(true).append(true).create(true).open(Path::new(&name))?;
        let is_alone = match file.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => false,
            Err(TryLockError::Error(error)) => return Err(error),
        };
        if is_alone {
            file.unlock()?;
        }
        file.lock_shared()?;
        Ok(Self { file, is_alone })
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        // Closing the file unlocks it too.
        let _ = self.file.unlock();
    }
}
