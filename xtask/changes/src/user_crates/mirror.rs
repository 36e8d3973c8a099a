//! Copies of workspaces, each below one folder at the path that it has on the disk.
//!
//! Relative paths between the copies lead to copies, and absolute ones are rewritten. So nothing of the original is touched.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Component, Path, PathBuf},
};

use document::error::{Error, Result};

/// Folders that are never part of a crate.
const LEFT_OUT: [&str; 2] = [".git", "node_modules"];

/// The copies. They are removed when this is dropped; the lock that keeps other runs away is released with them.
pub(super) struct Mirror {
    folder: PathBuf,
    target: PathBuf,
    _lock: fs::File,
}

impl Mirror {
    /// Copies go below `target`. The place is the same in each run, so that cargo finds again what it compiled.
    pub(super) fn below(target: &Path) -> Result<Self> {
        let home = target.join("drift");
        let open = || -> io::Result<(PathBuf, PathBuf, fs::File)> {
            fs::create_dir_all(&home)?;
            let lock = fs::File::create(home.join("lock"))?;
            // Another run of the same workspace is waited for.
            lock.lock()?;
            // Cargo follows links when it tells where a file is. The long form of Windows is none that it takes.
            let home = if cfg!(windows) { home.clone() } else { home.canonicalize()? };
            Ok((home, target.canonicalize()?, lock))
        };
        let (home, target, lock) = open().map_err(|error| failed("use", &home, error))?;
        let folder = home.join("tree");
        remove(&folder).map_err(|error| failed("clear", &folder, error))?;
        Ok(Self { folder, target, _lock: lock })
    }

    /// Where the copy of a path is, or would be.
    pub(super) fn path(&self, original: &Path) -> PathBuf {
        original.components().fold(self.folder.clone(), |path, component| match component {
            Component::Normal(name) => path.join(name),
            // A drive of Windows, as a folder.
            Component::Prefix(prefix) => {
                path.join(prefix.as_os_str().to_string_lossy().replace([':', '\\', '/', '?'], ""))
            }
            _ => path,
        })
    }

    /// Whether a path is in a copy.
    pub(super) fn holds(&self, path: &Path) -> bool {
        path.starts_with(&self.folder)
    }

    /// The original of a copied file.
    pub(super) fn original(&self, copy: &Path) -> Option<PathBuf> {
        copy.strip_prefix(&self.folder).ok().map(|rest| Path::new("/").join(rest))
    }

    /// Copies a workspace, without what cargo and git keep in it.
    pub(super) fn copy(&self, root: &Path) -> Result<()> {
        let target = self.path(root);
        self.copy_folder(root, &target).map_err(|error| failed("copy", root, error))?;
        close(&target.join("Cargo.toml")).map_err(|error| failed("copy", root, error))
    }

    fn copy_folder(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            let (path, name) = (entry.path(), entry.file_name());
            let is_link = entry.file_type()?.is_symlink();
            // A link that leads nowhere is no source.
            let Ok(metadata) = fs::metadata(&path) else { continue };
            if metadata.is_dir() && !is_link && !is_left_out(&path) && !self.is_target(&path) {
                self.copy_folder(&path, &to.join(&name))?;
            } else if metadata.is_file() && name == "Cargo.toml" {
                fs::write(to.join(&name), self.manifest(&fs::read_to_string(&path)?))?;
            } else if metadata.is_file() {
                fs::copy(&path, to.join(&name))?;
            }
        }
        Ok(())
    }

    /// Whether a folder is the one that the copies are below: with or without the tag of a cache, it is not copied into itself.
    fn is_target(&self, folder: &Path) -> bool {
        folder.canonicalize().is_ok_and(|folder| folder == self.target)
    }

    /// A manifest whose absolute paths lead to copies.
    fn manifest(&self, text: &str) -> String {
        let Ok(table) = text.parse::<toml::Table>() else { return text.to_owned() };
        let mut paths = BTreeSet::new();
        absolute_paths(&toml::Value::Table(table), &mut paths);
        paths.into_iter().fold(text.to_owned(), |text, path| {
            let copy = self.path(Path::new(&path)).display().to_string();
            ['"', '\''].into_iter().fold(text, |text, quote| {
                text.replace(&format!("{quote}{path}{quote}"), &format!("{quote}{copy}{quote}"))
            })
        })
    }
}

impl Drop for Mirror {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next run.
        let _ = remove(&self.folder);
    }
}

fn remove(folder: &Path) -> io::Result<()> {
    if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) }
}

/// The values of `path` that are absolute.
fn absolute_paths(value: &toml::Value, found: &mut BTreeSet<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                match value.as_str().filter(|_| key == "path") {
                    Some(path) if Path::new(path).is_absolute() => drop(found.insert(path.to_owned())),
                    _ => absolute_paths(value, found),
                }
            }
        }
        toml::Value::Array(values) => values.iter().for_each(|value| absolute_paths(value, found)),
        _ => {}
    }
}

/// Whether a folder holds what tools keep, and no sources.
fn is_left_out(folder: &Path) -> bool {
    let is_named = folder.file_name().is_some_and(|name| LEFT_OUT.iter().any(|other| name == *other));
    is_named || folder.join("CACHEDIR.TAG").exists()
}

/// Makes a package that is in no workspace the root of one: the copy may be below a folder that is one.
fn close(manifest: &Path) -> io::Result<()> {
    let text = fs::read_to_string(manifest)?;
    let table: toml::Table = text.parse().unwrap_or_default();
    if table.contains_key("workspace") { Ok(()) } else { fs::write(manifest, format!("{text}\n[workspace]\n")) }
}

fn failed(verb: &str, path: &Path, error: io::Error) -> Error {
    Error::new(format!("cannot {verb} the folder")).file(path.display().to_string()).because(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_sources_and_nothing_that_tools_keep() {
        let folder = tempfile::tempdir().expect("folder");
        let own = folder.path().canonicalize().expect("path").join("app");
        for (path, text) in [
            ("Cargo.toml", "[package]\nname = \"app\"\n"),
            ("src/main.rs", "fn main() {}\n"),
            (".git/HEAD", ""),
            ("target/CACHEDIR.TAG", ""),
        ] {
            let path = own.join(path);
            fs::create_dir_all(path.parent().expect("folder")).expect("folder");
            fs::write(path, text).expect("file");
        }
        let target = folder.path().join("elsewhere");
        let mirror = Mirror::below(&target).expect("mirror");
        mirror.copy(&own).expect("copied");
        let copied = mirror.path(&own);
        assert!(
            copied.join("src/main.rs").exists() && !copied.join(".git").exists() && !copied.join("target").exists()
        );
        assert!(fs::read_to_string(copied.join("Cargo.toml")).expect("file").ends_with("\n[workspace]\n"));
        assert_eq!(fs::read_to_string(own.join("Cargo.toml")).expect("file"), "[package]\nname = \"app\"\n");
        if cfg!(unix) {
            assert_eq!(mirror.original(&copied.join("src/main.rs")), Some(own.join("src/main.rs")));
        }
        let (absolute, expected) =
            ("[dependencies]\nhero-api = { path = '/a/hero-api' }\n", mirror.path(Path::new("/a/hero-api")));
        if cfg!(unix) {
            assert!(mirror.manifest(absolute).contains(&format!("'{}'", expected.display())));
        }
        drop(mirror);
        assert!(!copied.exists());
    }

    #[test]
    fn a_copy_does_not_copy_itself() {
        let folder = tempfile::tempdir().expect("folder");
        fs::write(folder.path().join("Cargo.toml"), "").expect("file");
        let mirror = Mirror::below(&folder.path().join("build")).expect("mirror");
        mirror.copy(folder.path()).expect("copied");
        let copied = mirror.path(folder.path());
        assert!(copied.join("Cargo.toml").exists() && !copied.join("build").exists());
    }
}
