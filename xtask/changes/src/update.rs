//! `cargo xtask update`: takes over the description that is published now.
//!
//! Everything that can be refused is refused before the first byte is written. The writes go through the
//! [`journal`], so that a kill leaves the old state, or one that the next `generate` or `update` completes.

mod candidate;
mod changes;
mod check;

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use xtask::{
    apply,
    journal::{self, Arrival, Note},
    lock::{Lock, Origin},
    output::{Outcome, unwritable},
    paths, workspace,
};

use crate::{
    context::rust_context,
    download::{Fetch, FetchRequest, Fetched},
    source,
};
use changes::Changes;
use document::{
    error::{Error, Result},
    printable::printable,
    sha256_hex,
};
use drift::{Axis, FailOn, Format, ParsedDescription, Report, Settings, Waivers};
use files::Disk;

/// Where `--keep` puts a description that was refused.
pub const REJECTED: &str = "openapi.rejected.yaml";

/// What to update from, and what to put up with.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Options {
    /// Where the description is.
    pub source: Source,
    /// Takes a description that lost more than half of its operations.
    pub allow_shrink: bool,
    /// Lets cargo check what depends on the bindings.
    pub check: bool,
    /// Takes the file as a changed copy, which the vendor does not publish.
    pub local: bool,
    /// Saves a description that was refused beside the locked one.
    pub keep: bool,
}

/// Where the description is.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Source {
    /// At the address in the lock.
    #[default]
    Locked,
    /// At this address, which the lock then names.
    Url(String),
    /// In this file, downloaded by other means from the address in the lock.
    File(PathBuf),
}

/// Takes over the published description when it differs from the locked one. `today` goes into the lock.
///
/// # Errors
///
/// When there is no whole description to be had, or nothing can be generated from it: the files are then as they were.
/// Or when a file cannot be written: the next run goes on where this one ended.
pub fn update(
    disk: &mut Disk<'_>,
    options: &Options,
    today: &str,
    fetch: &mut Fetch<'_>,
    out: &mut dyn Write,
) -> Result<Outcome> {
    match journal::read(disk.root())? {
        Some(_) => drop(apply::regenerate(disk, out)?),
        // What a killed run left there means nothing.
        None => journal::close(disk)?,
    }
    let locked = Locked::read(disk.root())?;
    let found = match find(options, &locked, fetch)? {
        Found::NotModified { url } => {
            writeln!(out, "{url} was not modified since it was locked: nothing to do").map_err(unwritable)?;
            return Ok(Outcome::Good);
        }
        Found::File(found) => found,
    };
    if !options.local && locked.vouches_for(&found.bytes) {
        writeln!(out, "{} is byte for byte what is locked: nothing to do", found.from).map_err(unwritable)?;
        return Ok(Outcome::Good);
    }
    let Accepted { arrival, planned, changes } = match accept(disk.root(), &locked, &found, options, today) {
        Ok(accepted) => accepted,
        Err(error) => return Err(reject(disk, &found, options, error)),
    };
    journal::open(disk, &arrival)?;
    apply::apply(disk, &planned, out).map_err(|error| {
        Error::new("the update could not be completed")
            .remedy("remove the cause, and run `cargo xtask generate`: it goes on where this run ended")
            .because(error)
    })?;
    report(out, &arrival.note, &changes).map_err(unwritable)?;
    let report = match &locked.description {
        Some(old) => compare(out, disk.root(), locked.lock.as_ref(), old, &arrival)?,
        None => None,
    };
    if options.check { check::check(disk.root(), report.as_ref(), out) } else { Ok(Outcome::Good) }
}

/// What the update brought, as `drift` tells it. The files are written by now: a description that cannot be compared is
/// no reason to fail.
fn compare(
    out: &mut dyn Write,
    root: &Path,
    lock: Option<&Lock>,
    old: &[u8],
    arrival: &Arrival,
) -> Result<Option<Report>> {
    let report = difference(root, lock, old, &arrival.note.from, &arrival.description);
    let text = match &report {
        Ok(report) => report.render(Format::Text, false),
        Err(error) => format!("what changed cannot be told: {}\n", printable(&error.to_string())),
    };
    write!(out, "\n{text}").map_err(unwritable)?;
    Ok(report.ok())
}

/// The report on what an update replaces and brings.
fn difference(root: &Path, lock: Option<&Lock>, old: &[u8], name: &str, new: &[u8]) -> Result<Report> {
    let base = ParsedDescription::read("the old openapi.yaml", old.to_vec())?;
    let settings = Settings { axis: Axis::Both, fail_on: FailOn::Never, waivers: &Waivers::default(), today: "" };
    let revision = Some((name.to_owned(), new.to_vec()));
    ::drift::report(&base, revision, Vec::new(), &rust_context(root, lock)?, &settings)
}

/// What is in the workspace.
struct Locked {
    lock: Option<Lock>,
    description: Option<Vec<u8>>,
}

impl Locked {
    fn read(root: &Path) -> Result<Self> {
        Ok(Self { lock: workspace::lock(root)?, description: paths::description(root)? })
    }

    /// The lock, when it says that the description on disk is what the vendor published.
    fn published(&self) -> Option<&Lock> {
        let sha256 = sha256_hex(self.description.as_ref()?);
        self.lock.as_ref().filter(|lock| lock.origin == Origin::Published && lock.sha256 == sha256)
    }

    fn vouches_for(&self, bytes: &[u8]) -> bool {
        self.published().is_some() && self.description.as_deref() == Some(bytes)
    }

    fn url(&self) -> Result<&str> {
        self.lock.as_ref().map(|lock| lock.url.as_str()).ok_or_else(|| {
            Error::new("no lock says where the description is published")
                .file(paths::LOCK)
                .remedy("restore the file from git, or give the address with --url")
        })
    }
}

/// What the source has.
enum Found {
    NotModified { url: String },
    File(Candidate),
}

/// A file, not looked into yet.
struct Candidate {
    bytes: Vec<u8>,
    /// The address or the file.
    from: String,
    url: String,
    etag: Option<String>,
    last_modified: Option<String>,
}

fn find(options: &Options, locked: &Locked, fetch: &mut Fetch<'_>) -> Result<Found> {
    let url = match &options.source {
        Source::Url(url) => url.clone(),
        Source::Locked => locked.url()?.to_owned(),
        Source::File(path) => {
            let url = locked.url()?.to_owned();
            let from = path.display().to_string();
            return Ok(Found::File(Candidate {
                bytes: source::local(path, &from)?,
                from,
                url,
                etag: None,
                last_modified: None,
            }));
        }
    };
    let mut request = FetchRequest::new(url.clone());
    // Only when the bytes at hand are those that the server would mean by "not modified".
    if let Some(lock) = locked.published().filter(|lock| lock.url == url) {
        request.etag.clone_from(&lock.etag);
        request.last_modified.clone_from(&lock.last_modified);
    }
    Ok(match fetch(&request)? {
        Fetched::NotModified => Found::NotModified { url },
        Fetched::Body { bytes, etag, last_modified, final_url } => {
            Found::File(Candidate { bytes, from: final_url, url, etag, last_modified })
        }
    })
}

/// A description that bindings were generated from, in memory.
struct Accepted {
    arrival: Arrival,
    planned: workspace::Planned,
    changes: Changes,
}

fn accept(root: &Path, locked: &Locked, found: &Candidate, options: &Options, today: &str) -> Result<Accepted> {
    let document = candidate::check(&found.from, &found.bytes)?;
    let changes = Changes::between(locked.description.as_deref(), &document.value);
    if !options.allow_shrink {
        changes.check_shrink()?;
    }
    let arrival = Arrival {
        note: Note {
            from: found.from.clone(),
            url: found.url.clone(),
            fetched: today.to_owned(),
            local: options.local,
            etag: found.etag.clone(),
            last_modified: found.last_modified.clone(),
            sha256: sha256_hex(&found.bytes),
            replaces: locked.description.as_deref().map(sha256_hex),
        },
        description: found.bytes.clone(),
    };
    let planned = workspace::plan_with(root, Some(&arrival))?;
    Ok(Accepted { arrival, planned, changes })
}

/// The error that a person sees, with the way to the refused file.
fn reject(disk: &mut Disk<'_>, found: &Candidate, options: &Options, error: Error) -> Error {
    let in_file = |error: Error, name: &str| {
        if error.place().is_some_and(|place| place.file.as_ref().is_some_and(|file| *file != found.from)) {
            error
        } else {
            error.file(name)
        }
    };
    let refused = Error::new("the description was refused, and nothing was changed").file(&found.from);
    if !options.keep {
        return refused
            .remedy(format!("see below; --keep saves the refused file as {REJECTED} for a look"))
            .because(in_file(error, &found.from));
    }
    match disk.replace(REJECTED, &found.bytes).and_then(|()| journal::close(disk)) {
        Ok(()) => {
            refused.remedy(format!("see below; the refused file is in {REJECTED}")).because(in_file(error, REJECTED))
        }
        Err(unsaved) => refused
            .remedy(format!("see below; {REJECTED} could not be saved ({})", unsaved.message()))
            .because(in_file(error, &found.from)),
    }
}

fn report(out: &mut dyn Write, note: &Note, changes: &Changes) -> std::io::Result<()> {
    if note.local {
        writeln!(out, "{} is now the changed copy {}", paths::DESCRIPTION, note.from)?;
    } else {
        writeln!(out, "{} is now what {} publishes", paths::DESCRIPTION, note.from)?;
    }
    write!(out, "{changes}")
}
