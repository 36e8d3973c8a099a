//! From the bytes of a description to the text of every generated file, on plain values.
//!
//! `generate` writes what comes out, `verify` compares it, and drift runs it on two descriptions at once.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    bindings::Bindings,
    coverage,
    document::{Document, canonical, sha256_hex},
    error::{Error, Result},
    generator, layout,
    model::Model,
    normalise::{self, PassReport},
    overlay::{self, AppliedAction},
    passes,
};

/// A description with its corrections.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The bytes of the description.
    pub description: &'a [u8],
    /// Name and bytes of each overlay, in order.
    pub overlays: &'a [(String, Vec<u8>)],
    /// `transcribed` or `published`; goes into the bindings as `SPEC_ORIGIN`.
    pub origin: &'a str,
}

/// What comes out.
#[derive(Debug)]
pub struct Output {
    /// Files below `src/generated`, by path.
    pub files: BTreeMap<String, String>,
    /// The coverage page.
    pub coverage: String,
    /// What the bindings were generated from.
    pub model: Model,
    /// The bindings before they were printed.
    pub bindings: Bindings,
    /// SHA-256 of the description's bytes.
    pub sha256: String,
    /// SHA-256 of its canonical form.
    pub canonical_sha256: String,
    /// The OpenAPI version that it states.
    pub openapi: String,
    /// What each overlay action did.
    pub actions: Vec<AppliedAction>,
    /// What each normalisation pass did.
    pub normalisation: Vec<PassReport>,
    /// What each pass over the generated code did.
    pub passes: Vec<passes::PassReport>,
}

/// Reads a description: UTF-8, YAML or JSON.
///
/// # Errors
///
/// Says where the text is no text, or no YAML, or has a key twice.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Error::new(format!("byte {} is no UTF-8", error.valid_up_to())).file(name).remedy("save the file as UTF-8")
    })?;
    Document::parse(text).map_err(|error| error.file(name))
}

/// Runs the whole pipeline.
///
/// # Errors
///
/// Says what cannot be taken, where it stands in the description (JSON pointer and line) and what to do.
pub fn run(input: Input<'_>) -> Result<Output> {
    let Document { value, lines } = read("openapi.yaml", input.description)?;
    let with_line = |error: Error| match error.pointer().map(|pointer| lines.nearest(pointer)) {
        Some(line) => error.line(line),
        None => error,
    };
    let mut overlays = Vec::with_capacity(input.overlays.len());
    for (name, bytes) in input.overlays {
        overlays.push((name.clone(), read(name, bytes)?.value));
    }
    let mut corrected = value.clone();
    let actions = overlay::apply(&mut corrected, &overlays)?;
    let normalised = normalise::normalise(corrected.clone()).map_err(with_line)?;
    let model = Model::new(&corrected, &normalised).map_err(with_line)?;
    let mut bindings = Bindings::new(generator::generate(&normalised.document).map_err(with_line)?)?;
    let passes = passes::run(&mut bindings, &model).map_err(with_line)?;
    let sha256 = sha256_hex(input.description);
    let source =
        layout::Source { sha256: sha256.clone(), origin: input.origin.to_owned(), version: model.version.clone() };
    let files = layout::files(&bindings, &model, &source)?;
    Ok(Output {
        files,
        coverage: coverage::render(&value),
        sha256,
        canonical_sha256: sha256_hex(canonical(&value).as_bytes()),
        openapi: value.get("openapi").and_then(Value::as_str).unwrap_or_default().to_owned(),
        model,
        bindings,
        actions,
        normalisation: normalised.reports,
        passes,
    })
}
