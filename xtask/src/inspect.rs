//! What the pipeline would do to a description.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use crate::{
    output::{Outcome, unwritable},
    paths::{read_all_named, read_named},
};
use codegen::{
    normalise::PassReport,
    pipeline::{self, Input, Output},
};
use document::{Document, error::Result};

/// How many changes of a pass are shown, unless all are wanted.
const EXAMPLES: usize = 12;

/// Prints operations, what each pass changes and why, and what would be refused. Writes nothing else.
///
/// Of many changes of one pass it prints the first few, unless `all` are wanted.
///
/// # Errors
///
/// When the description is none, or when nothing of it can be taken.
pub fn inspect(file: &Path, overlays: &[PathBuf], all: bool, out: &mut dyn Write) -> Result<Outcome> {
    let description = read_named(file)?;
    let overlays = read_all_named(overlays)?;
    let file = file.display().to_string();
    let document = Document::read(&file, &description)?;
    let output = pipeline::run(Input {
        file: &file,
        description: &description,
        overlays: &overlays,
        origin: "file",
        known: codegen::normalise::Names::default(),
        skip_unsupported: true,
    })?;
    let most = if all { usize::MAX } else { EXAMPLES };
    print(out, &document, &output, most).map_err(unwritable)?;
    Ok(if output.left_out.is_empty() { Outcome::Good } else { Outcome::Differs })
}

fn print(out: &mut dyn Write, document: &Document, output: &Output, most: usize) -> std::io::Result<()> {
    let model = &output.model;
    writeln!(
        out,
        "{} {}, OpenAPI {}: {} operations, {} types",
        model.title,
        model.version,
        output.openapi,
        model.operations.len(),
        model.schemas.len()
    )?;
    for (index, tag) in model.tags.iter().enumerate() {
        writeln!(out, "\n{}", tag.name)?;
        for operation in model.operations.iter().filter(|operation| operation.tag == index) {
            writeln!(out, "  {:<7} {:<50} {}", operation.method, operation.path, operation.id)?;
        }
    }
    if !output.notes.is_empty() {
        writeln!(out, "\ndropped or assumed")?;
        for (line, change) in &output.notes {
            writeln!(out, "  line {line:>5}  {}: {}", change.pointer, change.what)?;
        }
    }
    for PassReport { name, reason, changes } in &output.normalisation {
        if changes.is_empty() {
            continue;
        }
        writeln!(out, "\n{name}: {} changes\n  why: {reason}", changes.len())?;
        for change in changes.iter().take(most) {
            // A pointer may lead into what an earlier pass made: then the nearest line of the file is told.
            writeln!(
                out,
                "  line {:>5}  {}: {}",
                document.lines.nearest(&change.pointer),
                change.pointer,
                change.what
            )?;
        }
        if changes.len() > most {
            writeln!(out, "  … and {} more (`--all` shows them)", changes.len() - most)?;
        }
    }
    if !output.left_out.is_empty() {
        writeln!(
            out,
            "\ncannot be taken: {} operations (`--skip-unsupported` leaves them out)",
            output.left_out.len()
        )?;
        for (pointer, reason) in &output.left_out {
            writeln!(out, "  line {:>5}  {pointer}", document.lines.nearest(pointer))?;
            for line in reason.lines() {
                writeln!(out, "              {line}")?;
            }
        }
    }
    Ok(())
}
