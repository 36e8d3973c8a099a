use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Write},
    path::Path,
};

/// What a log needs of a file. Tests put one in its place that fails part-way.
pub(super) trait Disk: Send {
    /// Adds bytes at the end. After an error, some of them may be there.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Writes through to the disk.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts the file back.
    fn truncate(&mut self, length: u64) -> io::Result<()>;
}

impl Disk for File {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }
}

/// Opens a regular file for reading and adding, or creates it, and locks it.
pub(super) fn open_locked(path: &Path) -> io::Result<File> {
    // Before opening, since that can block for a pipe or act on a device.
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return Err(not_regular());
    }
    let file = owner_only().read(true).append(true).create(true).open(path)?;
    if !file.metadata()?.is_file() {
        return Err(not_regular());
    }
    file.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => {
            io::Error::new(io::ErrorKind::ResourceBusy, "another run has the journal open: wait for it, or stop it")
        }
        TryLockError::Error(error) => error,
    })?;
    Ok(file)
}

fn not_regular() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "the journal is not a regular file: give another path")
}

/// Options by which a new file can be read by its owner only.
pub(in crate::bulk) fn owner_only() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Takes a file that was there before from everybody but its owner.
pub(in crate::bulk) fn restrict(file: &File) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if file.metadata()?.permissions().mode() & 0o077 != 0 {
            file.set_permissions(fs::Permissions::from_mode(0o600))?;
        }
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

/// Writes the name of a new file through to the disk. Without it, a crash of the machine can lose the whole file.
pub(in crate::bulk) fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}
