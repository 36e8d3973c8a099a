//! Plans and writes the files of the workspace, and says what changed.

use std::io::Write;

use codegen::pipeline::Output;
use document::error::Result;

use crate::{
    journal,
    output::{Outcome, unwritable},
    paths,
    workspace::{self, Planned},
};
use files::{Changes, Disk};

/// Writes everything that the description decides, and completes an update that was interrupted.
///
/// # Errors
///
/// When the description cannot be generated from: the files on disk are then as they were. Or when a file cannot be
/// written: the next run goes on where this one ended.
pub fn regenerate(disk: &mut Disk<'_>, out: &mut dyn Write) -> Result<Outcome> {
    let planned = workspace::plan(disk.root())?;
    if let Some(arrival) = &planned.interrupted {
        let note = &arrival.note;
        writeln!(out, "completing the update of {} from {}, which was interrupted", note.fetched, note.from)
            .map_err(unwritable)?;
    }
    apply(disk, &planned, out)
}

/// Writes what was planned, and closes the journal.
pub fn apply(disk: &mut Disk<'_>, planned: &Planned, out: &mut dyn Write) -> Result<Outcome> {
    let changes = files::compare(disk.root(), &planned.tree, &planned.owned)?;
    files::write(disk, &planned.tree, &changes, paths::LOCK)?;
    journal::close(disk)?;
    summarise(out, &planned.output, &changes).map_err(unwritable)?;
    Ok(Outcome::Good)
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
    for (name, now) in &output.retired {
        let place = now.as_ref().map_or_else(String::new, |now| format!("; {now} is in its place"));
        writeln!(out, "  names      {name} is gone: no schema is surely the one that it named{place}")?;
    }
    for (line, change) in &output.notes {
        writeln!(out, "  note       line {line}, {}: {}", change.pointer, change.what)?;
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
