//! An update that ends before any of its steps, and what the next command makes of what is left.

use std::{
    cell::RefCell,
    env, fs, io,
    path::Path,
    process::{self, Command, Stdio},
};

use document::error::Result;
use files::{Disk, STAGING};
use tempfile::TempDir;
use xtask::{apply, output::Outcome};
use xtask_changes::{
    download::Fetched,
    update::{Options, Source, update},
};

use crate::workspace::{OLD, Snapshot, TODAY, lock, new, small, snapshot, transcribed, verified};

const ROOT: &str = "XTASK_TEST_ROOT";
const STEP: &str = "XTASK_TEST_STEP";
/// What the child ends with when it is killed.
const KILLED: i32 = 86;

/// Updates to `published`.
fn run(disk: &mut Disk<'_>, published: &str) -> Result<Outcome> {
    let mut download = |_: &_| {
        Ok(Fetched::Body {
            bytes: published.as_bytes().to_vec(),
            etag: Some("\"v1\"".to_owned()),
            last_modified: None,
            final_url: "https://a.example/openapi.yaml".to_owned(),
        })
    };
    let options = Options { source: Source::Url("https://a.example/openapi.yaml".to_owned()), ..Options::default() };
    update(disk, &options, TODAY, &mut download, &mut Vec::new())
}

/// An update, as it goes when nothing stops it.
struct Whole {
    old: Snapshot,
    new: Snapshot,
    steps: Vec<String>,
    published: String,
}

impl Whole {
    fn from(old: Snapshot, published: String) -> Self {
        let folder = copy(&old);
        let steps = RefCell::new(Vec::new());
        let mut disk = Disk::observed(folder.path(), |step| {
            steps.borrow_mut().push(step.to_owned());
            Ok(())
        });
        run(&mut disk, &published).unwrap();
        drop(disk);
        let steps = steps.into_inner();
        for kind in ["remove hero-api/", "create the folder of hero-api/", "move the temporary file to openapi.lock"] {
            assert!(steps.iter().any(|step| step.starts_with(kind)), "{kind} is not in {steps:#?}");
        }
        assert!(verified(copy(&old).path()) && verified(folder.path()));
        Self { old, new: snapshot(folder.path()), steps, published }
    }

    /// Checks that one `generate` brings what is left to the old state or the new one, and one `update` to the new one.
    fn assert_recovers(&self, root: &Path, what: &str) {
        let left = snapshot(root);
        if verified(root) {
            assert!(left == self.old || left == self.new, "{what}: verify takes what is neither old nor new");
        }
        let again = copy(&left);
        for entry in fs::read_dir(root.join(STAGING)).into_iter().flatten().map(io::Result::unwrap) {
            fs::create_dir_all(again.path().join(STAGING)).unwrap();
            fs::copy(entry.path(), again.path().join(STAGING).join(entry.file_name())).unwrap();
        }
        apply::regenerate(&mut Disk::new(root), &mut Vec::new()).unwrap_or_else(|error| panic!("{what}: {error:#}"));
        let after = snapshot(root);
        assert!(after == self.old || after == self.new, "{what}: generate ends neither old nor new");
        run(&mut Disk::new(again.path()), &self.published).unwrap_or_else(|error| panic!("{what}: {error:#}"));
        assert!(snapshot(again.path()) == self.new, "{what}: update ends other than new");
        for root in [root, again.path()] {
            assert!(!root.join(STAGING).exists(), "{what}: something is left in the staging folder");
        }
    }
}

fn copy(from: &Snapshot) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in from {
        let target = folder.path().join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    folder
}

/// The test below, by which it starts itself again.
const KILLS_ITSELF: &str = "kills::a_killed_update_is_completed_or_undone";

#[test]
#[ignore = "slow: generates four times for each step of an update"]
fn a_killed_update_is_completed_or_undone() {
    // This test starts itself again as the process to be killed.
    if let (Some(root), Ok(step)) = (env::var_os(ROOT), env::var(STEP)) {
        return update_until_killed(Path::new(&root), step.parse().unwrap());
    }
    let whole = Whole::from(snapshot(small(&transcribed()).path()), new());
    for (index, step) in whole.steps.iter().enumerate() {
        let folder = copy(&whole.old);
        let status = Command::new(env::current_exe().unwrap())
            .args(["--ignored", "--exact", KILLS_ITSELF, "--test-threads=1"])
            .env(ROOT, folder.path())
            .env(STEP, index.to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert_eq!(status.code(), Some(KILLED), "{step}");
        whole.assert_recovers(folder.path(), &format!("killed before step {index}, {step}"));
    }
}

/// Updates `root`, and ends the process before the step of this number.
fn update_until_killed(root: &Path, mut left: usize) {
    let mut disk = Disk::observed(root, |_| {
        if left == 0 {
            // No destructor runs, so nothing is tidied up.
            process::exit(KILLED);
        }
        left -= 1;
        Ok(())
    });
    run(&mut disk, &new()).unwrap();
}

#[test]
#[ignore = "slow: generates four times for each step of an update"]
fn a_full_disk_stops_an_update_cleanly() {
    // From one published description to the next: `generate` alone refuses bytes that the lock does not vouch for.
    let folder = small(&transcribed());
    run(&mut Disk::new(folder.path()), &new()).unwrap();
    let whole = Whole::from(snapshot(folder.path()), OLD.to_owned());
    let decided = whole.steps.iter().position(|step| step.ends_with("to .xtask-update/update.toml")).unwrap();
    for (index, step) in whole.steps.iter().enumerate() {
        let folder = copy(&whole.old);
        let mut count = 0;
        let mut disk = Disk::observed(folder.path(), |_| {
            count += 1;
            if count > index { Err(io::Error::other("no space left")) } else { Ok(()) }
        });
        let message = format!("{:#}", run(&mut disk, &whole.published).unwrap_err());
        drop(disk);
        assert!(message.contains("no space left"), "{message}");
        assert_eq!(message.contains("cargo xtask generate"), index > decided, "{step}: {message}");
        assert_eq!(index <= decided, snapshot(folder.path()) == whole.old && verified(folder.path()), "{step}");
        whole.assert_recovers(folder.path(), &format!("stopped before step {index}, {step}"));
    }
}

#[test]
fn a_completed_update_locks_the_download() {
    let whole = Whole::from(snapshot(small(&transcribed()).path()), new());
    let folder = copy(&whole.old);
    let mut disk = Disk::observed(folder.path(), |step| {
        if step.ends_with("to openapi.yaml") { Err(io::Error::other("stopped")) } else { Ok(()) }
    });
    run(&mut disk, &whole.published).unwrap_err();
    let mut seen = Vec::new();
    apply::regenerate(&mut Disk::new(folder.path()), &mut seen).unwrap();
    let seen = String::from_utf8(seen).unwrap();
    assert!(
        seen.starts_with(&format!("completing the update of {TODAY} from https://a.example/openapi.yaml")),
        "{seen}"
    );
    assert_eq!(lock(folder.path()).etag.as_deref(), Some("\"v1\""));
}
