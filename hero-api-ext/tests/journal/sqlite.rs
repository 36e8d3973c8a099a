use std::time::Duration;

use hero_api_ext::{
    bulk::{Claim, Entry, Journal, JournalKey, Journaled, SqliteJournal},
    testing::{Sharing, journal_conformance},
};

use crate::Scratch;

#[tokio::test]
async fn sqlite_journal_keeps_the_contract() {
    let scratch = Scratch::new();
    let lease = Duration::from_secs(2);
    let open = async |name: &str| SqliteJournal::open_with(scratch.path(name), None, lease).await;
    journal_conformance(Sharing::Lease(lease), open).await.unwrap();
}

#[tokio::test]
async fn sqlite_continues_at_once_when_alone() {
    let scratch = Scratch::new();
    let path = scratch.path("journal");
    let journal = SqliteJournal::open(&path).await.unwrap();
    journal.claim(0..3, false).await.unwrap();
    assert!(journal.start(0, 7).await.unwrap());
    drop(journal);
    // The thread that had the file ends a moment later.
    let unknown = Claim::Settled(Journaled { fingerprint: 7, entry: Entry::Unknown });
    let expected = [unknown, Claim::Granted(None), Claim::Granted(None)];
    for _ in 0..100 {
        let journal = SqliteJournal::open(&path).await.unwrap();
        if journal.claim(0..3, false).await.unwrap() == expected {
            return;
        }
        drop(journal);
        std::thread::sleep(Duration::from_millis(10));
    }
    unreachable!("the lease of a worker that is gone still runs");
}

#[tokio::test]
async fn sqlite_files_are_the_owners_and_tell_no_key() {
    let scratch = Scratch::new();
    let journal = SqliteJournal::open(scratch.path("journal")).await.unwrap();
    journal.claim(0..3, false).await.unwrap();
    let files: Vec<_> = std::fs::read_dir(scratch.folder()).unwrap().map(|entry| entry.unwrap()).collect();
    assert!(files.len() >= 3, "{files:?}");
    let key = std::fs::read_to_string(scratch.path("journal.key")).unwrap();
    for file in files {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = file.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "{file:?}");
        }
        let content = std::fs::read(file.path()).unwrap();
        let is_key = file.file_name() == "journal.key";
        let tells = content.windows(16).any(|window| window == &key.as_bytes()[..16]);
        assert_eq!(tells, is_key, "{file:?}");
    }
    assert_eq!(format!("{journal:?}"), "SqliteJournal { .. }");
}

#[tokio::test]
async fn sqlite_refuses_another_key_and_another_file() {
    let scratch = Scratch::new();
    let open = async |byte: u8| {
        let key = JournalKey::new(&[byte; 32]).unwrap();
        SqliteJournal::open_with(scratch.path("journal"), Some(key), SqliteJournal::LEASE).await
    };
    drop(open(1).await.unwrap());
    assert!(open(2).await.unwrap_err().to_string().contains("another key"));
    drop(open(1).await.unwrap());
    std::fs::write(scratch.path("list.csv"), "name,nhs_number\n").unwrap();
    assert!(SqliteJournal::open(scratch.path("list.csv")).await.is_err());
    assert_eq!(std::fs::read_to_string(scratch.path("list.csv")).unwrap(), "name,nhs_number\n");
}
