//! The folder that commands write into, one small step at a time.
//!
//! Each step that changes the disk is announced before it is done. That is how tests stop a command, or kill it, before
//! each of its steps, and see what the next command makes of what is left.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use document::error::{Error, Result};

/// The folder, at the root of the workspace, for what must not be seen half done: temporary files, and the journal of an
/// update. Nothing in it is ever committed, and each command that writes leaves it empty, hence removed.
pub const STAGING: &str = ".xtask-update";

/// What temporary files end with.
const TEMPORARY: &str = ".tmp";

/// Is told each step before it is done; an error stops the command there.
type Before<'a> = dyn FnMut(&str) -> io::Result<()> + 'a;

/// The one writer of files.
pub struct Disk<'a> {
    root: PathBuf,
    before: Box<Before<'a>>,
}

impl std::fmt::Debug for Disk<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Disk").field("root", &self.root).finish_non_exhaustive()
    }
}

impl<'a> Disk<'a> {
    /// The folder at `root`.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self::observed(root, |_| Ok(()))
    }

    /// The folder at `root`, with `before` called before each step; an error from it stops the command there.
    #[must_use]
    pub fn observed(root: &Path, before: impl FnMut(&str) -> io::Result<()> + 'a) -> Self {
        Self { root: root.to_owned(), before: Box::new(before) }
    }

    /// Where the folder is.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Puts `bytes` at `path`: whoever reads sees the old content or the new one, and nothing between.
    ///
    /// # Errors
    ///
    /// Names the file; what was there before is still there.
    pub fn replace(&mut self, path: &str, bytes: &[u8]) -> Result<()> {
        self.try_replace(path, bytes).map_err(|error| failed("write", path, error))
    }

    /// Removes a file, and the folders that it leaves empty.
    ///
    /// # Errors
    ///
    /// Names the file.
    pub fn remove(&mut self, path: &str) -> Result<()> {
        self.try_remove(path).map_err(|error| failed("remove", path, error))
    }

    /// Removes what an interrupted command left in the staging folder, and the folder. `files` go first, in this order.
    ///
    /// # Errors
    ///
    /// Names the file that cannot be removed.
    pub fn clear_staging(&mut self, files: &[&str]) -> Result<()> {
        self.try_clear(files).map_err(|error| failed("clear", STAGING, error))
    }

    fn try_replace(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let target = self.root.join(path);
        let staging = self.root.join(STAGING);
        for folder in [target.parent().ok_or(io::ErrorKind::InvalidInput)?, &staging] {
            if !folder.is_dir() {
                (self.before)(&format!("create the folder of {path}"))?;
                fs::create_dir_all(folder)?;
            }
        }
        let mut builder = tempfile::Builder::new();
        builder.suffix(TEMPORARY);
        // A temporary file is private by default; what it becomes is not.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        (self.before)(&format!("create a temporary file for {path}"))?;
        let mut file = builder.tempfile_in(&staging)?;
        let (first, second) = bytes.split_at(bytes.len() / 2);
        (self.before)(&format!("write the first half of {path}"))?;
        file.write_all(first)?;
        (self.before)(&format!("write the second half of {path}"))?;
        file.write_all(second)?;
        if let Ok(found) = fs::metadata(&target) {
            file.as_file().set_permissions(found.permissions())?;
        }
        file.as_file().sync_all()?;
        (self.before)(&format!("move the temporary file to {path}"))?;
        file.persist(&target)?;
        Ok(())
    }

    fn try_remove(&mut self, path: &str) -> io::Result<()> {
        let target = self.root.join(path);
        (self.before)(&format!("remove {path}"))?;
        fs::remove_file(&target)?;
        let mut folder = target.parent();
        // `remove_dir` refuses a folder with content, which is where the walk ends.
        while let Some(empty) = folder.filter(|folder| *folder != self.root && is_empty(folder)) {
            (self.before)(&format!("remove the folder that {path} leaves empty"))?;
            if fs::remove_dir(empty).is_err() {
                break;
            }
            folder = empty.parent();
        }
        Ok(())
    }

    fn try_clear(&mut self, files: &[&str]) -> io::Result<()> {
        let staging = self.root.join(STAGING);
        if !staging.is_dir() {
            return Ok(());
        }
        for name in files {
            if staging.join(name).exists() {
                (self.before)(&format!("remove {name} from the staging folder"))?;
                fs::remove_file(staging.join(name))?;
            }
        }
        for entry in fs::read_dir(&staging)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().ends_with(TEMPORARY) {
                (self.before)("remove a temporary file from the staging folder")?;
                fs::remove_file(entry.path())?;
            }
        }
        if is_empty(&staging) {
            (self.before)("remove the staging folder")?;
            fs::remove_dir(&staging)?;
        }
        Ok(())
    }
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

pub(super) fn failed(verb: &str, path: &str, error: io::Error) -> Error {
    Error::new(format!("failed to {verb} {path}: {error}")).because(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop_at(step: usize) -> impl FnMut(&str) -> io::Result<()> {
        let mut count = 0;
        move |_| {
            count += 1;
            if count > step { Err(io::Error::other("stopped")) } else { Ok(()) }
        }
    }

    #[test]
    fn a_file_that_cannot_be_replaced_is_as_it_was() {
        let folder = tempfile::tempdir().expect("folder");
        Disk::new(folder.path()).replace("a/b", b"old").expect("written");
        let steps = 4;
        for step in 0..steps {
            let mut disk = Disk::observed(folder.path(), stop_at(step));
            let message = disk.replace("a/b", b"new").expect_err("stopped").to_string();
            assert!(message.contains("failed to write a/b: stopped"), "{message}");
            assert_eq!(fs::read(folder.path().join("a/b")).expect("file"), b"old", "{step}");
        }
        Disk::observed(folder.path(), stop_at(steps)).replace("a/b", b"new").expect("written");
        assert_eq!(fs::read(folder.path().join("a/b")).expect("file"), b"new");
    }

    #[test]
    fn clearing_leaves_files_of_people() {
        let folder = tempfile::tempdir().expect("folder");
        let staging = folder.path().join(STAGING);
        fs::create_dir(&staging).expect("folder");
        for name in ["x.tmp", "journal", "mine"] {
            fs::write(staging.join(name), "").expect("file");
        }
        Disk::new(folder.path()).clear_staging(&["journal", "absent"]).expect("cleared");
        assert!(staging.join("mine").exists());
        assert_eq!(fs::read_dir(&staging).expect("folder").count(), 1);
        fs::remove_file(staging.join("mine")).expect("file");
        Disk::new(folder.path()).clear_staging(&[]).expect("cleared");
        assert!(!staging.exists());
    }
}
