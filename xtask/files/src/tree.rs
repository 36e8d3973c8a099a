//! The files that should be on disk.

use std::collections::{BTreeMap, BTreeSet};

use document::error::{Error, Result};

/// What should be on disk: relative paths with forward slashes, and the bytes of each file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    files: BTreeMap<String, Vec<u8>>,
    /// Each file and folder in lower case, with a file that needs it.
    taken: BTreeMap<String, Entry>,
    exact: BTreeSet<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    File(String),
    Folder(String),
}

impl Tree {
    /// An empty tree.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. Refused are paths that leave the workspace, and those that some file system takes for one of another file.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Result<()> {
        let path = path.into();
        if !is_relative(&path) {
            return Err(Error::new(format!("{path:?} is not a path inside the workspace")));
        }
        let folded = path.to_lowercase();
        let folders: Vec<&str> = folded.match_indices('/').map(|(end, _)| &folded[..end]).collect();
        let blocked = folders.iter().find_map(|folder| match self.taken.get(*folder) {
            Some(Entry::File(other)) => Some(other),
            _ => None,
        });
        let same = self.taken.get(&folded).map(|(Entry::File(other) | Entry::Folder(other))| other);
        if let Some(other) = blocked.or(same) {
            return Err(Error::new(format!("the files {other:?} and {path:?} exclude each other"))
                .remedy("give one of them another name: not all file systems tell upper from lower case"));
        }
        for folder in folders {
            self.taken.entry(folder.to_owned()).or_insert_with(|| Entry::Folder(path.clone()));
        }
        self.taken.insert(folded, Entry::File(path.clone()));
        self.files.insert(path, bytes.into());
        Ok(())
    }

    /// Adds a file of which each byte counts, line ends too.
    pub fn insert_exact(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Result<()> {
        let path = path.into();
        self.insert(path.clone(), bytes)?;
        self.exact.insert(path);
        Ok(())
    }

    /// Whether each byte of a file counts.
    #[must_use]
    pub fn is_exact(&self, path: &str) -> bool {
        self.exact.contains(path)
    }

    /// The bytes of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// All files, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

/// Whether a path stays inside the folder it is relative to, on every system.
#[must_use]
pub fn is_relative(path: &str) -> bool {
    let odd = |part: &str| matches!(part, "" | "." | "..") || part.contains(['\\', ':', '\0']);
    !path.split('/').any(odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_in_the_order_of_their_paths() {
        let mut tree = Tree::new();
        for path in ["b", "a/c", "a.rs"] {
            tree.insert(path, path).expect("path");
        }
        assert_eq!(tree.iter().map(|(path, _)| path).collect::<Vec<_>>(), ["a.rs", "a/c", "b"]);
        assert_eq!(tree.get("a/c"), Some(&b"a/c"[..]));
    }

    #[test]
    fn paths_that_leave_the_workspace_are_refused() {
        for path in ["../a", "/a", "a/../b", "./a", "a//b", "", "a/", "C:\\a", "C:/a", "a\\b"] {
            assert!(Tree::new().insert(path, "").is_err(), "{path}");
        }
    }

    #[test]
    fn paths_that_differ_by_case_are_refused() {
        for path in ["A.rs", "a.rs/b", "a.rs", "B", "b/c", "b/C/d"] {
            let mut tree = Tree::new();
            for taken in ["a.rs", "b/c", "b/d"] {
                tree.insert(taken, "").expect("path");
            }
            assert!(tree.insert(path, "").is_err(), "{path}");
        }
    }
}
