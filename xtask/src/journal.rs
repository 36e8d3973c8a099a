//! The journal of an update: what makes many files change as one.
//!
//! An update replaces `openapi.yaml`, the generated files and `openapi.lock`, and can be killed between any two of them.
//! So it first puts the description that arrived into the staging folder, and then a note of where it came from. The
//! note is the point of no return:
//!
//! - without it the update did not happen: the files are those from before, and `close` throws away what was staged;
//! - with it the update is decided: [`crate::workspace::plan`] takes the staged description in place of
//!   the files, so that the next `generate` or `update` writes whatever is not written yet, and then removes the note.
//!
//! Nothing else is kept in the journal, because everything else follows from the description. The note also names the
//! description that the update replaces. When there is a third one, from another branch for example, nobody can know
//! what is meant, and nothing is written.

use std::{fs, path::Path};

use serde::{Deserialize, Serialize};

use crate::paths;
use document::{
    error::{Error, Result},
    sha256_hex,
};
use files::{Disk, STAGING};

const NOTE: &str = "update.toml";
const STAGED: &str = "openapi.yaml";

/// A published description that is to become the locked one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Arrival {
    /// The bytes.
    pub description: Vec<u8>,
    /// Where they come from.
    pub note: Note,
}

/// Where a description comes from.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The address or the file that it was taken from.
    pub from: String,
    /// Where the vendor publishes it.
    pub url: String,
    /// The day it was fetched, as `YYYY-MM-DD`.
    pub fetched: String,
    /// The `ETag` that came with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// The `Last-Modified` that came with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// Whether it is a changed copy, and not what the vendor publishes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub local: bool,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// SHA-256 of the description that it replaces, when there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
}

/// Decides the update: from here on, it is completed by this run or by the next.
///
/// # Errors
///
/// When a file cannot be written; the update did not happen then.
pub fn open(disk: &mut Disk<'_>, arrival: &Arrival) -> Result<()> {
    let note = toml::to_string(&arrival.note)
        .map_err(|error| Error::new("the note on the update cannot be written").because(error))?;
    disk.replace(&format!("{STAGING}/{STAGED}"), &arrival.description)?;
    disk.replace(&format!("{STAGING}/{NOTE}"), note.as_bytes())
}

/// The update that was decided and not completed.
///
/// # Errors
///
/// When the journal is damaged, or belongs to other files than those in `root`.
pub fn read(root: &Path) -> Result<Option<Arrival>> {
    let staging = root.join(STAGING);
    let text = match fs::read_to_string(staging.join(NOTE)) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unusable("the note on an interrupted update cannot be read").because(error)),
    };
    let note: Note = toml::from_str(&text)
        .map_err(|error| unusable("the note on an interrupted update is damaged").because(error))?;
    let description = fs::read(staging.join(STAGED))
        .map_err(|error| unusable("the description of an interrupted update cannot be read").because(error))?;
    if sha256_hex(&description) != note.sha256 {
        return Err(unusable("the description of an interrupted update is damaged"));
    }
    let found = paths::description(root)?.map(|bytes| sha256_hex(&bytes));
    if found != note.replaces && found.as_ref() != Some(&note.sha256) {
        return Err(unusable("openapi.yaml was changed after an update was interrupted"));
    }
    Ok(Some(Arrival { description, note }))
}

/// Closes the journal, and removes whatever an interrupted run left beside it.
///
/// # Errors
///
/// When a file cannot be removed.
pub fn close(disk: &mut Disk<'_>) -> Result<()> {
    // The note first: without it, what is left means nothing.
    disk.clear_staging(&[NOTE, STAGED])
}

fn unusable(message: &str) -> Error {
    Error::new(message).file(format!("{STAGING}/{NOTE}")).remedy(format!(
        "remove the folder {STAGING}, restore the files by `git restore .` where they are half written, and update again"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrival(replaces: &[u8]) -> Arrival {
        Arrival {
            description: b"new".to_vec(),
            note: Note {
                local: false,
                from: "https://example.com/a".to_owned(),
                url: "https://example.com/a".to_owned(),
                fetched: "2025-01-31".to_owned(),
                etag: Some("\"x\"".to_owned()),
                last_modified: None,
                sha256: sha256_hex(b"new"),
                replaces: Some(sha256_hex(replaces)),
            },
        }
    }

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(paths::DESCRIPTION), "old").unwrap();
        folder
    }

    #[test]
    fn what_was_opened_is_read_until_it_is_closed() {
        let folder = folder();
        let mut disk = Disk::new(folder.path());
        assert_eq!(read(folder.path()).unwrap(), None);
        open(&mut disk, &arrival(b"old")).unwrap();
        assert_eq!(read(folder.path()).unwrap(), Some(arrival(b"old")));
        fs::write(folder.path().join(paths::DESCRIPTION), "new").unwrap();
        assert_eq!(read(folder.path()).unwrap(), Some(arrival(b"old")));
        close(&mut disk).unwrap();
        assert_eq!(read(folder.path()).unwrap(), None);
        assert!(!folder.path().join(STAGING).exists());
    }

    #[test]
    fn a_description_without_a_note_means_nothing() {
        let folder = folder();
        let mut count = 0;
        let mut disk = Disk::observed(folder.path(), |step| {
            count += usize::from(step.starts_with("move"));
            if count == 2 { Err(std::io::Error::other("stopped")) } else { Ok(()) }
        });
        open(&mut disk, &arrival(b"old")).unwrap_err();
        assert!(folder.path().join(STAGING).join(STAGED).exists());
        assert_eq!(read(folder.path()).unwrap(), None);
        close(&mut Disk::new(folder.path())).unwrap();
        assert!(!folder.path().join(STAGING).exists());
    }

    #[test]
    fn an_update_of_other_files_is_refused() {
        let folder = folder();
        open(&mut Disk::new(folder.path()), &arrival(b"another")).unwrap();
        let message = read(folder.path()).unwrap_err().to_string();
        assert!(message.contains("was changed") && message.contains("remove the folder .xtask-update"), "{message}");
    }

    #[test]
    fn a_damaged_journal_is_refused() {
        for (name, content) in [(NOTE, "from = 1"), (STAGED, "ne")] {
            let folder = folder();
            open(&mut Disk::new(folder.path()), &arrival(b"old")).unwrap();
            fs::write(folder.path().join(STAGING).join(name), content).unwrap();
            assert!(read(folder.path()).unwrap_err().to_string().contains("damaged"), "{name}");
        }
    }
}
