use std::time::Duration;

use hero_api_ext::{
    bulk::{Claim, Entry, Journal, JournalError, JournalKey, Journaled, SqliteJournal},
    messages::MessageId,
    testing::{Sharing, journal_conformance},
};

#[tokio::test]
async fn sqlite_journal_keeps_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    let lease = Duration::from_secs(2);
    let open = async |name: &str| SqliteJournal::open_with(folder.path().join(name), None, lease).await;
    journal_conformance(Sharing::Lease(lease), open).await.unwrap();
}

#[tokio::test]
async fn sqlite_continues_at_once_when_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
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
    let folder = tempfile::tempdir().unwrap();
    let journal = SqliteJournal::open(folder.path().join("journal")).await.unwrap();
    journal.claim(0..3, false).await.unwrap();
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap()).collect();
    assert!(files.len() >= 3, "{files:?}");
    let key = std::fs::read_to_string(folder.path().join("journal.key")).unwrap();
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
    let folder = tempfile::tempdir().unwrap();
    let open = async |byte: u8| {
        let key = JournalKey::new(&[byte; 32]).unwrap();
        SqliteJournal::open_with(folder.path().join("journal"), Some(key), SqliteJournal::LEASE).await
    };
    drop(open(1).await.unwrap());
    assert!(open(2).await.unwrap_err().to_string().contains("another key"));
    drop(open(1).await.unwrap());
    std::fs::write(folder.path().join("list.csv"), "name,nhs_number\n").unwrap();
    assert!(SqliteJournal::open(folder.path().join("list.csv")).await.is_err());
    assert_eq!(std::fs::read_to_string(folder.path().join("list.csv")).unwrap(), "name,nhs_number\n");
}

fn sent(input: usize) -> Journaled {
    Journaled { fingerprint: 7, entry: Entry::Sent(MessageId::from(format!("message-{input}"))) }
}

async fn send(journal: &SqliteJournal, input: usize) -> Result<(), JournalError> {
    journal.claim(input..input + 1, false).await?;
    assert!(journal.start(input, 7).await?);
    assert!(journal.finish(input, sent(input)).await?);
    Ok(())
}

#[tokio::test]
async fn torn_sqlite_log_loses_whole_notes_only() {
    let folder = tempfile::tempdir().unwrap();
    let key = || Some(JournalKey::new(&[7; 32]).unwrap());
    let journal = SqliteJournal::open_with(folder.path().join("journal"), key(), SqliteJournal::LEASE).await.unwrap();
    for input in 0..20 {
        send(&journal, input).await.unwrap();
    }
    let base = std::fs::read(folder.path().join("journal")).unwrap();
    let log = std::fs::read(folder.path().join("journal-wal")).unwrap();
    assert!(log.len() > 50_000, "the notes are in the log: {} bytes", log.len());
    let mut counts = Vec::new();
    for cut in (0..log.len()).step_by(log.len() / 60).chain([log.len()]) {
        let path = folder.path().join(format!("cut-{cut}"));
        std::fs::write(&path, &base).unwrap();
        // A crash leaves a part of the log, and garbage where the disk had not written yet.
        let torn = [&log[..cut], &[0xa5; 700]].concat();
        std::fs::write(folder.path().join(format!("cut-{cut}-wal")), torn).unwrap();
        let Ok(journal) = SqliteJournal::open_with(&path, key(), SqliteJournal::LEASE).await else {
            // Nothing but the creation of the tables was there.
            assert!(cut < log.len() / 3, "cut at {cut} of {}", log.len());
            continue;
        };
        let claims = journal.claim(0..20, false).await.unwrap();
        let whole = claims.iter().zip(0..).take_while(|(claim, input)| **claim == Claim::Settled(sent(*input))).count();
        let unknown = Claim::Settled(Journaled { fingerprint: 7, entry: Entry::Unknown });
        let rest: Vec<_> = claims.into_iter().skip(whole).filter(|claim| *claim != Claim::Granted(None)).collect();
        assert!(rest.is_empty() || rest == [unknown], "cut at {cut}: {rest:?}");
        counts.push(whole);
    }
    assert!(counts.is_sorted() && counts.last() == Some(&20) && counts.contains(&7), "{counts:?}");
}

/// Needs a folder with little room: `mount -t tmpfs -o size=400k tmpfs FOLDER`.
#[tokio::test]
async fn full_disk_fails_notes_and_loses_none() {
    let Some(folder) = std::env::var_os("HERO_TEST_SMALL_DISK").map(std::path::PathBuf::from) else {
        println!("skipped: no small disk (HERO_TEST_SMALL_DISK is not set)");
        return;
    };
    let (path, ballast) = (folder.join("journal"), folder.join("ballast"));
    std::fs::write(&ballast, vec![1; 150_000]).unwrap();
    let journal = SqliteJournal::open(&path).await.unwrap();
    let mut done = 0;
    let error = loop {
        match send(&journal, done).await {
            Ok(()) => done += 1,
            Err(error) => break error.to_string(),
        }
        assert!(done < 100_000, "the disk is never full");
    };
    assert!(done > 10 && error.contains("SQLite"), "{done}: {error}");
    std::fs::remove_file(&ballast).unwrap();
    send(&journal, done + 1).await.unwrap();
    drop(journal);
    let journal = SqliteJournal::open(&path).await.unwrap();
    let claims = journal.claim(0..done + 2, false).await.unwrap();
    let kept = claims.iter().zip(0..).filter(|(claim, input)| **claim == Claim::Settled(sent(*input))).count();
    println!("{done} messages before the disk was full ({error}), {kept} kept");
    assert_eq!(kept, done + 1, "every note that was made is there");
}
