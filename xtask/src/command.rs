//! The commands: each writes what a person sees to a `Write`, so that tests see the same.

use std::{
    ffi::OsString,
    io::Write,
    path::{Path, PathBuf},
    process,
};

use crate::{
    files::{self, Changes, Disk},
    journal, standalone,
    workspace::{self, Planned},
};
use codegen::{pipeline::Output, standalone::Request};
use document::error::{Error, Result};

/// How many lines of a diff `verify` shows.
const DIFF_LINES: usize = 40;

/// How a command ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// As it should be.
    Good,
    /// Something differs; the output says what, and how to repair it.
    Differs,
}

/// Writes everything that the description decides, and completes an update that was interrupted.
///
/// # Errors
///
/// When the description cannot be generated from: the files on disk are then as they were. Or when a file cannot be
/// written: the next run goes on where this one ended.
pub fn generate(disk: &mut Disk<'_>, out: &mut dyn Write) -> Result<Outcome> {
    let planned = workspace::plan(disk.root())?;
    if let Some(arrival) = &planned.interrupted {
        let note = &arrival.note;
        writeln!(out, "completing the update of {} from {}, which was interrupted", note.fetched, note.from)
            .map_err(unwritable)?;
    }
    apply(disk, &planned, out)
}

/// Writes a crate of its own for another description into `folder`.
///
/// # Errors
///
/// As [`generate`], and when the folder holds something else.
pub fn generate_standalone(
    spec: &Path,
    overlays: &[PathBuf],
    folder: &Path,
    name: String,
    skip_unsupported: bool,
    out: &mut dyn Write,
) -> Result<Outcome> {
    let overlays = overlays.iter().map(|overlay| read(overlay)).collect::<Result<_>>()?;
    let request = Request { name, description: read(spec)?, overlays, skip_unsupported };
    let planned = standalone::plan(&request, folder)?;
    std::fs::create_dir_all(folder)
        .map_err(|error| Error::new("cannot make the folder").file(folder.display().to_string()).because(error))?;
    apply(&mut Disk::new(folder), &planned, out)
}

pub(crate) fn read(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file)
        .map_err(|error| Error::new("cannot read the file").file(file.display().to_string()).because(error))
}

/// Writes what was planned, and closes the journal.
pub(crate) fn apply(disk: &mut Disk<'_>, planned: &Planned, out: &mut dyn Write) -> Result<Outcome> {
    let changes = files::compare(disk.root(), &planned.tree, &planned.owned)?;
    files::write(disk, &planned.tree, &changes, workspace::LOCK)?;
    journal::close(disk)?;
    summarise(out, &planned.output, &changes).map_err(unwritable)?;
    Ok(Outcome::Good)
}

/// Compares what is committed with what the description decides.
///
/// # Errors
///
/// When the description cannot be generated from, or a file cannot be read.
pub fn verify(root: &Path, out: &mut dyn Write) -> Result<Outcome> {
    if let Some(arrival) = journal::read(root)? {
        let note = &arrival.note;
        writeln!(
            out,
            "the update of {} from {} was interrupted\nto fix: run `cargo xtask generate`, which completes it",
            note.fetched, note.from
        )
        .map_err(unwritable)?;
        return Ok(Outcome::Differs);
    }
    compare(root, workspace::plan(root)?, "run `cargo xtask generate` and commit what it writes", out)
}

/// Compares a crate that `generate --spec --out` made with what its description decides.
///
/// # Errors
///
/// As [`verify`], and when the folder holds no such crate.
pub fn verify_standalone(folder: &Path, out: &mut dyn Write) -> Result<Outcome> {
    let request = standalone::request_of(folder)?;
    let repair = format!(
        "run `cargo xtask generate --spec {}/openapi.yaml --out {0} --name {}` with its overlays",
        folder.display(),
        request.name
    );
    compare(folder, standalone::plan(&request, folder)?, &repair, out)
}

fn compare(root: &Path, planned: Planned, repair: &str, out: &mut dyn Write) -> Result<Outcome> {
    let Planned { tree, owned, output, .. } = planned;
    let changes = files::compare(root, &tree, &owned)?;
    if changes.is_empty() {
        writeln!(
            out,
            "{} operations, {} files: all as the description says",
            output.model.operations.len(),
            changes.unchanged.len()
        )
        .map_err(unwritable)?;
        return Ok(Outcome::Good);
    }
    let diff = files::diff(root, &tree, &changes, DIFF_LINES)?;
    let count = changes.created.len() + changes.changed.len() + changes.removed.len();
    (|| {
        write!(out, "{diff}")?;
        writeln!(
            out,
            "\n{count} {} not what openapi.yaml and overlay.yaml yield",
            if count == 1 { "file is" } else { "files are" }
        )?;
        writeln!(out, "to fix: {repair}")
    })()
    .map_err(unwritable)?;
    Ok(Outcome::Differs)
}

/// Generates, then lets cargo build.
///
/// # Errors
///
/// As [`generate`], and when cargo cannot be started.
pub fn build(disk: &mut Disk<'_>, cargo_args: &[OsString], out: &mut dyn Write) -> Result<Outcome> {
    generate(disk, out)?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = process::Command::new(cargo)
        .arg("build")
        .args(cargo_args)
        .current_dir(disk.root())
        .status()
        .map_err(|error| Error::new("cannot start cargo").because(error))?;
    Ok(if status.success() { Outcome::Good } else { Outcome::Differs })
}

pub(crate) fn unwritable(error: std::io::Error) -> Error {
    Error::new("cannot write the output").because(error)
}

fn summarise(out: &mut dyn Write, output: &Output, changes: &Changes) -> std::io::Result<()> {
    let model = &output.model;
    writeln!(
        out,
        "{} {}: {} operations, {} types, {} tags",
        model.title,
        model.version,
        model.operations.len(),
        model.schemas.len(),
        model.tags.len()
    )?;
    for action in &output.actions {
        writeln!(out, "  overlay    {:>4} × {}", action.changed, action.description)?;
    }
    for pass in &output.normalisation {
        writeln!(out, "  normalise  {:>4} × {}", pass.changes.len(), pass.name)?;
    }
    for pass in &output.passes {
        writeln!(out, "  bindings   {:>4} × {}", pass.places, pass.name)?;
    }
    for (pointer, reason) in &output.left_out {
        writeln!(out, "  left out   {pointer}: {}", reason.lines().next().unwrap_or_default())?;
    }
    for (what, paths) in [("created", &changes.created), ("changed", &changes.changed), ("removed", &changes.removed)] {
        for path in paths.iter().take(10) {
            writeln!(out, "  {what}  {path}")?;
        }
        if paths.len() > 10 {
            writeln!(out, "  {what}  … and {} more", paths.len() - 10)?;
        }
    }
    writeln!(
        out,
        "{} files: {} created, {} changed, {} removed, {} as they were",
        changes.created.len() + changes.changed.len() + changes.unchanged.len(),
        changes.created.len(),
        changes.changed.len(),
        changes.removed.len(),
        changes.unchanged.len()
    )
}
