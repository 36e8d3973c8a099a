//! The key of a journal, in a file beside it: 64 hexadecimal digits and a line end.

use std::{
    ffi::OsString,
    fs::File,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use data_encoding::HEXLOWER;

use super::disk;
use crate::bulk::JournalKey;

const KEY_LENGTH: usize = 32;
const FILE_LENGTH: usize = 2 * KEY_LENGTH + 1;

/// The key of a journal that has entries.
pub(in crate::bulk) fn load(journal: &Path) -> io::Result<JournalKey> {
    let content = read(&path_of(journal)).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => io::Error::new(
            error.kind(),
            "the key of the journal is missing: restore the file that ends in .key beside it",
        ),
        _ => error,
    })?;
    parse(&content).ok_or_else(not_a_key)
}

/// The key for a new journal: the one that is there, or a new one.
pub(in crate::bulk) fn load_or_create(journal: &Path) -> io::Result<JournalKey> {
    let path = path_of(journal);
    match read(&path) {
        Ok(content) => match parse(&content) {
            Some(key) => return Ok(key),
            // A crash can leave a part of a key, which nothing was made with.
            None if is_torn(&content) => {}
            None => return Err(not_a_key()),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    create(&path)
}

fn path_of(journal: &Path) -> PathBuf {
    let mut name = OsString::from(journal);
    name.push(".key");
    name.into()
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    File::open(path)?.take(FILE_LENGTH as u64 + 1).read_to_end(&mut content)?;
    Ok(content)
}

fn parse(content: &[u8]) -> Option<JournalKey> {
    let secret = HEXLOWER.decode(content.strip_suffix(b"\n")?).ok()?;
    if secret.len() == KEY_LENGTH { JournalKey::new(&secret).ok() } else { None }
}

fn is_torn(content: &[u8]) -> bool {
    content.len() < FILE_LENGTH && content.iter().all(u8::is_ascii_hexdigit)
}

fn create(path: &Path) -> io::Result<JournalKey> {
    let mut secret = [0; KEY_LENGTH];
    getrandom::fill(&mut secret).map_err(io::Error::other)?;
    let mut file = disk::owner_only().write(true).create(true).truncate(true).open(path)?;
    disk::restrict(&file)?;
    file.write_all(format!("{}\n", HEXLOWER.encode(&secret)).as_bytes())?;
    file.sync_all()?;
    JournalKey::new(&secret).map_err(io::Error::other)
}

fn not_a_key() -> io::Error {
    let why =
        "the file that ends in .key beside the journal is not its key: restore it, or give the journal another path";
    io::Error::new(io::ErrorKind::InvalidData, why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_key_is_a_key() {
        let whole = format!("{}\n", HEXLOWER.encode(&[0xa5; KEY_LENGTH]));
        assert_eq!(whole.len(), FILE_LENGTH);
        assert!(parse(whole.as_bytes()).is_some());
        for end in 0..whole.len() {
            let part = &whole.as_bytes()[..end];
            assert!(parse(part).is_none() && is_torn(part), "cut at {end}");
        }
    }

    #[test]
    fn other_file_is_neither_a_key_nor_a_part_of_one() {
        for content in ["-----BEGIN PRIVATE KEY-----\n", "a5\n", &"a".repeat(66), &"z".repeat(10)] {
            assert!(parse(content.as_bytes()).is_none() && !is_torn(content.as_bytes()), "{content}");
        }
    }
}
