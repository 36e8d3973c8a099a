//! From the bytes of a description to the text of every generated file, on plain values.
//!
//! `generate` writes what comes out, `verify` compares it, and drift runs it on two descriptions at once.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    bindings::Bindings,
    coverage, generator, layout,
    model::Model,
    normalise::{self, Names, PassReport},
    overlay::{self, AppliedAction},
    passes,
    shapes::Shapes,
};
use document::{
    Document, Lines, canonical,
    error::{Error, Result},
    schema, sha256_hex,
};

/// A description with its corrections.
#[derive(Clone, Debug)]
pub struct Input<'a> {
    /// The bytes of the description.
    pub description: &'a [u8],
    /// Name and bytes of each overlay, in order.
    pub overlays: &'a [(String, Vec<u8>)],
    /// `transcribed` or `published`; goes into the bindings as `SPEC_ORIGIN`.
    pub origin: &'a str,
    /// The names that are to stay.
    pub known: Names,
    /// Whether an operation that cannot be taken is left out, instead of failing everything.
    pub skip_unsupported: bool,
}

impl<'a> Input<'a> {
    /// A description of which nothing is known yet, and of which everything has to be taken.
    #[must_use]
    pub fn new(description: &'a [u8], overlays: &'a [(String, Vec<u8>)], origin: &'a str) -> Self {
        Self { description, overlays, origin, known: Names::default(), skip_unsupported: false }
    }
}

/// What comes out.
#[derive(Debug)]
pub struct Output {
    /// Files below `src/generated`, by path.
    pub files: BTreeMap<String, String>,
    /// The coverage page.
    pub coverage: String,
    /// The shapes that responses are held against.
    pub shapes: Shapes,
    /// The description with its corrections, before it was normalised: JSON pointers lead into this one.
    pub corrected: Value,
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
    /// The names that everything got.
    pub names: Names,
    /// Names that were known, and that no schema has any more → the type in its place.
    pub retired: BTreeMap<String, Option<String>>,
    /// Type → the place in the normalised document where its schema was found.
    pub places: BTreeMap<String, String>,
    /// What schemes of credentials the description declares, by name.
    pub security_schemes: serde_json::Map<String, Value>,
    /// Operations that were left out since they cannot be taken: JSON pointer and reason.
    pub left_out: Vec<(String, String)>,
    /// What each overlay action did.
    pub actions: Vec<AppliedAction>,
    /// What each normalisation pass did.
    pub normalisation: Vec<PassReport>,
    /// What each pass over the generated code did.
    pub passes: Vec<passes::PassReport>,
}

/// The description with its corrections, as other tools are to see it.
///
/// # Errors
///
/// When the text cannot be read, or an overlay action cannot be applied.
pub fn effective(name: &str, description: &[u8], overlays: &[(String, Vec<u8>)]) -> Result<Value> {
    let Document { mut value, .. } = Document::read(name, description)?;
    corrections(&mut value, overlays)?;
    Ok(value)
}

/// Runs the whole pipeline.
///
/// # Errors
///
/// Says what cannot be taken, where it stands in the description (JSON pointer and line) and what to do.
pub fn run(input: Input<'_>) -> Result<Output> {
    let Document { value, lines } = Document::read("openapi.yaml", input.description)?;
    let mut corrected = value.clone();
    let actions = corrections(&mut corrected, input.overlays)?;
    let mut left_out = Vec::new();
    let (normalised, model, bindings, passes) = loop {
        match bind(&corrected, &input.known).map_err(|error| located(error, "openapi.yaml", &lines)) {
            Ok(bound) => break bound,
            Err(error) => {
                let removed = if input.skip_unsupported { leave_out(&mut corrected, &error) } else { Vec::new() };
                if removed.is_empty() {
                    return Err(error);
                }
                left_out.extend(removed.into_iter().map(|pointer| (pointer, error.to_string())));
            }
        }
    };
    let sha256 = sha256_hex(input.description);
    let source =
        layout::Source { sha256: sha256.clone(), origin: input.origin.to_owned(), version: model.version.clone() };
    let files = layout::files(&bindings, &model, &source)?;
    Ok(Output {
        files,
        coverage: coverage::render(&corrected),
        shapes: Shapes::compile(&corrected),
        sha256,
        canonical_sha256: sha256_hex(canonical(&value).as_bytes()),
        openapi: value.get("openapi").and_then(Value::as_str).unwrap_or_default().to_owned(),
        model,
        names: normalised.names,
        retired: normalised.retired,
        places: normalised.places,
        security_schemes: corrected
            .pointer("/components/securitySchemes")
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default(),
        left_out,
        corrected,
        bindings,
        actions,
        normalisation: normalised.reports,
        passes,
    })
}

/// The names of a lock of the first format, which knows the places of schemas in `description` and nothing else of them, as a
/// lock has them now; others as they are.
#[must_use]
pub fn upgraded(known: Names, description: Option<&[u8]>, overlays: &[(String, Vec<u8>)]) -> Names {
    let Some(description) = description.filter(|_| !known.places.is_empty()) else { return known };
    let input = Input { known: known.clone(), skip_unsupported: true, ..Input::new(description, overlays, "file") };
    run(input).map_or(known, |output| output.names)
}

/// Applies the overlays, each read from its bytes.
fn corrections(document: &mut Value, overlays: &[(String, Vec<u8>)]) -> Result<Vec<AppliedAction>> {
    let mut actions = Vec::new();
    for (name, bytes) in overlays {
        let Document { value, lines } = Document::read(name, bytes)?;
        let applied = overlay::apply(document, &[(name.clone(), value)]);
        actions.extend(applied.map_err(|error| located(error, name, &lines))?);
    }
    Ok(actions)
}

/// Adds file and line to an error that knows its pointer.
fn located(error: Error, file: &str, lines: &Lines) -> Error {
    match error.pointer().map(|pointer| lines.nearest(pointer)) {
        Some(line) => error.line(line).file(file),
        None => error,
    }
}

type Bound = (normalise::Normalised, Model, Bindings, Vec<passes::PassReport>);

/// The bindings of a corrected description.
fn bind(corrected: &Value, known: &Names) -> Result<Bound> {
    let normalised = normalise::normalise(corrected.clone(), known)?;
    let model = Model::new(corrected, &normalised)?;
    if model.operations.is_empty() {
        return Err(Error::new("the description has no operations")
            .at_pointer("/paths")
            .remedy("check that the file is the whole description, and that no overlay removes all of them"));
    }
    let mut bindings = Bindings::new(generator::generate(&normalised.document)?)?;
    if let Some(name) = bindings.impossible_type() {
        let place = normalised.places.get(name).cloned();
        return Err(Error::new(format!("no value fits the type {name}"))
            .at_pointer(place.unwrap_or_else(|| format!("/components/schemas/{name}")))
            .remedy("its parts contradict each other: correct one of them by an overlay"));
    }
    let passes = passes::run(&mut bindings, &model)?;
    Ok((normalised, model, bindings, passes))
}

/// Removes the operation that an error is about, or those that lead to the component that it is about, or that component
/// when none does; tells their pointers.
fn leave_out(document: &mut Value, error: &Error) -> Vec<String> {
    let Some(pointer) = error.pointer() else { return Vec::new() };
    let mut tokens = pointer.split('/').skip(1);
    let mut removed = match (tokens.next(), tokens.next(), tokens.next()) {
        (Some("paths"), Some(path), Some(method)) if schema::METHODS.contains(&method) => {
            vec![format!("/paths/{path}/{method}")]
        }
        (Some("components"), Some("schemas"), Some(name)) => {
            let component = schema::unescape(name);
            let leads_there =
                |operation: &Value| schema::reachable(document, schema::references(operation)).contains(&component);
            let led = schema::operations(document).filter(|(_, operation)| leads_there(operation));
            let led: Vec<String> = led.map(|(pointer, _)| pointer).collect();
            if led.is_empty() { vec![format!("/components/schemas/{name}")] } else { led }
        }
        _ => Vec::new(),
    };
    removed.retain(|pointer| remove(document, pointer));
    removed
}

fn remove(document: &mut Value, pointer: &str) -> bool {
    let Some((parent, token)) = pointer.rsplit_once('/') else { return false };
    let parent = document.pointer_mut(parent).and_then(Value::as_object_mut);
    parent.is_some_and(|parent| parent.shift_remove(&schema::unescape(token)).is_some())
}
