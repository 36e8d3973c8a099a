//! `cargo xtask verify`: whether the committed files are what the description yields.

use std::{io::Write, path::Path};

use document::error::Result;

use crate::{
    journal,
    output::{Outcome, unwritable},
    standalone,
    workspace::{self, Planned},
};

/// How many lines of a diff are shown.
const DIFF_LINES: usize = 40;

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
