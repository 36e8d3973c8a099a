//! The one place that writes into the workspace: compares what should be there with what is, and makes it so.
//!
//! `generate` and `verify` differ in one call only, so they cannot disagree about what is up to date.

use std::fs;
use std::io;
use std::path::Path;

use document::error::{Error, Result};

mod diff;
mod disk;
mod tree;

use disk::failed;

pub use diff::diff;
pub use disk::{Disk, STAGING};
pub use tree::{Tree, is_relative};

/// How the disk differs from a tree: paths, each list sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// In the tree, not on disk.
    pub created: Vec<String>,
    /// In both, with other content.
    pub changed: Vec<String>,
    /// On disk, written by the last generation, no longer in the tree.
    pub removed: Vec<String>,
    /// The same in both.
    pub unchanged: Vec<String>,
}

impl Changes {
    /// Whether the disk is as it should be.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.created.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

/// Compares the disk with what is wanted. `owned` are the files of the last lock: only those can be removed.
///
/// Line ends do not count: git may check text out with either. They do in a file that is [exact](Tree::insert_exact).
pub fn compare(root: &Path, wanted: &Tree, owned: &[String]) -> Result<Changes> {
    let mut changes = Changes::default();
    for (path, bytes) in wanted.iter() {
        let list = match read(root, path)? {
            None => &mut changes.created,
            Some(found) if found == bytes => &mut changes.unchanged,
            Some(found) if !wanted.is_exact(path) && normal(&found) == normal(bytes) => &mut changes.unchanged,
            Some(_) => &mut changes.changed,
        };
        list.push(path.to_owned());
    }
    for path in owned.iter().filter(|path| wanted.get(path).is_none()) {
        if !is_relative(path) {
            return Err(Error::new(format!("{path:?} is not a path inside the workspace")).file("openapi.lock"));
        }
        if root.join(path).symlink_metadata().is_ok_and(|found| !found.is_dir()) {
            changes.removed.push(path.clone());
        }
    }
    changes.removed.sort_unstable();
    changes.removed.dedup();
    Ok(changes)
}

/// Makes the disk as wanted: writes created and changed files, removes what no longer belongs, and writes `last` (the
/// lock) when all else is done, so that an interrupted run is seen as one.
pub fn write(disk: &mut Disk<'_>, wanted: &Tree, changes: &Changes, last: &str) -> Result<()> {
    let mut paths: Vec<&String> = changes.created.iter().chain(&changes.changed).collect();
    paths.sort_by_key(|path| (*path == last, *path));
    // First, because a folder may take the place of a file, or the other way round.
    for path in &changes.removed {
        disk.remove(path)?;
    }
    for path in paths {
        let Some(bytes) = wanted.get(path) else {
            return Err(Error::new(format!("{path} is to be written, but nothing says with what")));
        };
        disk.replace(path, bytes)?;
    }
    // The journal of an update stays: whoever opened it closes it.
    disk.clear_staging(&[])
}

/// The file on disk; nothing when there is none.
fn read(root: &Path, path: &str) -> Result<Option<Vec<u8>>> {
    use io::ErrorKind::{IsADirectory, NotADirectory, NotFound};
    match fs::read(root.join(path)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), NotFound | NotADirectory | IsADirectory) => Ok(None),
        Err(error) => Err(failed("read", path, error)),
    }
}

/// Text with the line ends that we write; other content as it is.
fn normal(bytes: &[u8]) -> Vec<u8> {
    if bytes.contains(&0) || !bytes.contains(&b'\r') {
        return bytes.to_vec();
    }
    let mut out = Vec::with_capacity(bytes.len());
    for (index, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(index + 1) != Some(&b'\n') {
            out.push(*byte);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "openapi.lock";

    fn tree(files: &[(&str, &str)]) -> Tree {
        let mut tree = Tree::new();
        for (path, text) in files {
            tree.insert(*path, *text).expect("path");
        }
        tree
    }

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("folder");
        let wanted = tree(files);
        let changes = compare(folder.path(), &wanted, &[]).expect("changes");
        write(&mut Disk::new(folder.path()), &wanted, &changes, LOCK).expect("written");
        folder
    }

    fn owned(paths: &[&str]) -> Vec<String> {
        paths.iter().map(|path| (*path).to_owned()).collect()
    }

    #[test]
    fn only_what_differs_is_written() {
        let disk = folder(&[("a.rs", "a"), ("b.rs", "b"), ("old/deep/c.rs", "c"), ("old/d.rs", "d"), ("mine.rs", "m")]);
        let root = disk.path();
        let before = fs::metadata(root.join("a.rs")).expect("file").modified().expect("time");
        let wanted = tree(&[("a.rs", "a"), ("b.rs", "B"), ("new/e.rs", "e"), (LOCK, "l")]);
        let changes = compare(root, &wanted, &owned(&["a.rs", "old/deep/c.rs", "gone.rs"])).expect("changes");
        assert_eq!(changes.created, ["new/e.rs", LOCK]);
        assert_eq!(changes.changed, ["b.rs"]);
        assert_eq!(changes.removed, ["old/deep/c.rs"]);
        assert_eq!(changes.unchanged, ["a.rs"]);
        write(&mut Disk::new(root), &wanted, &changes, LOCK).expect("written");
        assert!(!root.join("old/deep").exists() && root.join("old/d.rs").exists() && root.join("mine.rs").exists());
        assert_eq!(fs::metadata(root.join("a.rs")).expect("file").modified().expect("time"), before);
        assert!(compare(root, &wanted, &[]).expect("changes").is_empty());
        assert!(!root.join(STAGING).exists());
    }

    #[test]
    fn a_failed_write_leaves_the_lock() {
        let disk = folder(&[(LOCK, "old"), ("blocked", "a file where a folder is wanted")]);
        let wanted = tree(&[("blocked/a.rs", "a"), (LOCK, "new")]);
        let changes = compare(disk.path(), &wanted, &[]).expect("changes");
        let message = write(&mut Disk::new(disk.path()), &wanted, &changes, LOCK).expect_err("blocked").to_string();
        assert!(message.contains("failed to write blocked/a.rs"), "{message}");
        assert_eq!(fs::read(disk.path().join(LOCK)).expect("lock"), b"old");
    }

    #[test]
    fn line_ends_do_not_count() {
        let disk = folder(&[("a.md", "one\r\ntwo\r\n"), ("b.md", "one\rtwo")]);
        let changes =
            compare(disk.path(), &tree(&[("a.md", "one\ntwo\n"), ("b.md", "one\ntwo")]), &[]).expect("changes");
        assert_eq!(changes.unchanged, ["a.md"]);
        assert_eq!(changes.changed, ["b.md"]);
    }

    #[test]
    fn a_lock_cannot_have_files_elsewhere_removed() {
        assert!(compare(Path::new("."), &Tree::new(), &owned(&["../a"])).is_err());
    }

    #[test]
    fn a_file_may_become_a_folder_and_back() {
        let disk = folder(&[("a", ""), ("b/c", "")]);
        let wanted = tree(&[("a/d", ""), ("b", "")]);
        let changes = compare(disk.path(), &wanted, &owned(&["a", "b/c"])).expect("changes");
        write(&mut Disk::new(disk.path()), &wanted, &changes, LOCK).expect("written");
        assert!(disk.path().join("a/d").is_file() && disk.path().join("b").is_file());
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let disk = folder(&[("a.sh", "a"), ("b", "b")]);
        let mode = |path: &str| fs::metadata(disk.path().join(path)).expect("file").permissions().mode() & 0o777;
        fs::set_permissions(disk.path().join("a.sh"), fs::Permissions::from_mode(0o750)).expect("permissions");
        let wanted = tree(&[("a.sh", "changed")]);
        let changes = compare(disk.path(), &wanted, &[]).expect("changes");
        write(&mut Disk::new(disk.path()), &wanted, &changes, LOCK).expect("written");
        assert_eq!(mode("a.sh"), 0o750);
        assert_ne!(mode("b"), 0o600);
    }
}
