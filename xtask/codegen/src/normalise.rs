//! Normalisation: rewrites a description, before it reaches progenitor, into the one form that generates rightly.
//!
//! Each pass is a named function on a JSON value. It says why it exists, counts what it changed, and states what
//! holds once it has run; that statement is checked right after the pass and again after the last one, so a pass
//! that stops working, or is undone by a later one, is an error and not a silent difference in the bindings.
//!
//! Adding a pass: write `normalise/<noun>.rs` with a `PASS`, and put it into [`PASSES`] where its input is ready.

mod bodies;
mod components;
mod directions;
mod discriminators;
mod distribute_one_of;
mod enums;
mod errors;
mod extensions;
mod extras;
mod facts;
mod free_name;
mod hoisting;
mod inheritance;
mod intersections;
mod json_schema;
mod keywords;
mod lenient_responses;
mod limits;
mod local_refs;
mod merge_all_of;
mod metadata;
mod names;
mod nullability;
mod operations;
mod parameters;
mod property_names;
mod read_write_only;
mod references;
mod required_in_all_of;
mod strict_requests;
mod success;
mod text;
mod unions;

use self::{bodies::PART_TYPES, enums::WIRE_VALUES, hoisting::OPEN_ENUM, success::BY_STATUS};
pub(crate) use self::{bodies::UPLOAD, text::escape};
pub use self::{
    bodies::{Encoding, FormField},
    discriminators::Tag,
    facts::{Facts, ParameterFacts, PropertyFacts, SchemaFacts},
    limits::Limits,
    names::{Shape, TypeRecord},
    parameters::{MemberOf, ParameterStyle, StyleKind},
};

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use document::error::{Error, Result};

/// The passes in the order in which they run.
pub const PASSES: [Pass; 31] = [
    metadata::PASS,
    references::PASS,
    json_schema::PASS,
    required_in_all_of::PASS,
    local_refs::PASS,
    extensions::PASS,
    inheritance::PASS,
    extras::PASS,
    keywords::PASS,
    intersections::PASS,
    components::PASS,
    nullability::PASS,
    operations::PASS,
    parameters::PASS,
    discriminators::PASS,
    distribute_one_of::PASS,
    merge_all_of::PASS,
    enums::PASS,
    property_names::PASS,
    bodies::PASS,
    success::PASS,
    errors::PASS,
    directions::PASS,
    read_write_only::PASS,
    lenient_responses::PASS,
    strict_requests::PASS,
    limits::PASS,
    unions::PASS,
    text::PASS,
    hoisting::PASS,
    names::PASS,
];

/// One named rewrite of the description.
#[derive(Clone, Copy)]
pub struct Pass {
    /// Stable name, shown in summaries.
    pub name: &'static str,
    /// Why progenitor needs it, or what would go wrong without it.
    pub reason: &'static str,
    run: fn(&mut State, &mut Log) -> Result<()>,
    holds: fn(&Value) -> Result<()>,
}

/// What a pass did, in numbers and examples.
#[derive(Clone, Debug, Serialize)]
pub struct PassReport {
    /// The pass.
    pub name: &'static str,
    /// Its reason.
    pub reason: &'static str,
    /// Each change: the place in the document as it was when the pass ran, and what was done there.
    pub changes: Vec<Change>,
}

/// One change of one pass.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// JSON pointer.
    pub pointer: String,
    /// What was done, as a fragment: `dropped pattern`.
    pub what: String,
    /// Whether something was dropped or assumed that whoever generates should know of.
    pub is_note: bool,
}

/// What the running pass did so far.
#[derive(Debug, Default)]
struct Log(Vec<Change>);

impl Log {
    /// Notes one change.
    fn changed(&mut self, pointer: impl Into<String>, what: impl Into<String>) {
        self.0.push(Change { pointer: pointer.into(), what: what.into(), is_note: false });
    }

    /// Notes that something was dropped or assumed, which `generate` tells in a line.
    fn noted(&mut self, pointer: impl Into<String>, what: impl Into<String>) {
        self.0.push(Change { pointer: pointer.into(), what: what.into(), is_note: true });
    }
}

/// What a rewrite did to one schema.
#[derive(Debug, Default)]
struct Steps(Vec<(String, bool)>);

impl Steps {
    fn push(&mut self, what: impl Into<String>) {
        self.0.push((what.into(), false));
    }

    /// As [`Log::noted`].
    fn note(&mut self, what: impl Into<String>) {
        self.0.push((what.into(), true));
    }
}

impl From<Vec<String>> for Steps {
    fn from(steps: Vec<String>) -> Self {
        Self(steps.into_iter().map(|what| (what, false)).collect())
    }
}

/// The responses of an operation that are no success: they leave the operation and become rows of the error table.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct ErrorResponse {
    /// `404`, `4XX` or `default`.
    pub status: String,
    /// The component that describes the body, if one is described.
    pub schema: Option<String>,
}

/// The names that everything has. The lock keeps them, so that what a later description adds renames nothing.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Names {
    /// `GET /path` → operation id.
    pub operations: BTreeMap<String, String>,
    /// Type → what identifies its schema.
    pub types: BTreeMap<String, TypeRecord>,
    /// Place of a schema → type, as locks of the first format have it. The place is a JSON pointer in which a parameter stands
    /// under its name.
    pub places: BTreeMap<String, String>,
}

/// Rewrites the schema at a pointer, and says what it changed.
type SchemaRewrite<'a, S> = dyn FnMut(&str, &mut Value) -> Result<S> + 'a;

/// Rewrites a schema with the help of the components, and says what it changed.
type RewriteWithComponents<'a, S> = dyn FnMut(&Map<String, Value>, &mut Value) -> Result<S> + 'a;

/// Rewrites the operation at a pointer with the help of the components.
type OperationRewrite<'a> = dyn FnMut(&Map<String, Value>, &str, &mut Value) -> Result<()> + 'a;

/// The description on its way through the passes, with what they record for the generator.
pub struct State {
    /// The document.
    pub document: Value,
    /// Operation id → its error responses.
    pub errors: BTreeMap<String, Vec<ErrorResponse>>,
    /// Operation id → the statuses of success.
    pub successes: BTreeMap<String, Vec<String>>,
    /// Operation id → how its request body is written, where that is not `application/json`.
    pub encodings: BTreeMap<String, Encoding>,
    /// The names that are to stay.
    pub known: Names,
    /// The names that were found.
    pub names: Names,
    /// `header x-api-key`, `query key`: what credentials set, in lower case.
    pub credential_names: Vec<String>,
    /// Type → what the vendor calls its component.
    vendor: BTreeMap<String, String>,
    /// Operation → what the lock calls it, where that is another name.
    former: BTreeMap<String, String>,
    /// Type → the place in the document where it was found.
    places: BTreeMap<String, String>,
    /// Names of the lock that no schema has any more → the type in its place.
    retired: BTreeMap<String, Option<String>>,
}

impl State {
    fn new(document: Value) -> Self {
        Self {
            document,
            errors: BTreeMap::new(),
            successes: BTreeMap::new(),
            encodings: BTreeMap::new(),
            known: Names::default(),
            names: Names::default(),
            credential_names: Vec::new(),
            vendor: BTreeMap::new(),
            former: BTreeMap::new(),
            places: BTreeMap::new(),
            retired: BTreeMap::new(),
        }
    }
}

/// Rewrites each schema of the document by a function that says what it changed.
fn rewrite_schemas<S: Into<Steps>>(
    document: &mut Value,
    log: &mut Log,
    rewrite: &mut SchemaRewrite<'_, S>,
) -> Result<()> {
    document::schema::visit(document, &mut |pointer, _, schema| {
        let in_place = |error: Error| if error.pointer().is_none() { error.at_pointer(pointer) } else { error };
        let Steps(steps) = rewrite(pointer, schema).map_err(in_place)?.into();
        log.0.extend(steps.into_iter().map(|(what, is_note)| Change { pointer: pointer.to_owned(), what, is_note }));
        Ok(())
    })
}

/// Rewrites each schema by a function that also reads other schemas: it gets the components as they were before.
fn rewrite_with_components<S: Into<Steps>>(
    document: &mut Value,
    log: &mut Log,
    rewrite: &mut RewriteWithComponents<'_, S>,
) -> Result<()> {
    let components = document::schema::components(document).cloned().unwrap_or_default();
    rewrite_schemas(document, log, &mut |_, schema| rewrite(&components, schema))
}

/// Calls `f` with the components, the JSON pointer of each operation and the operation.
fn for_each_operation(document: &mut Value, f: &mut OperationRewrite<'_>) -> Result<()> {
    const COMPONENTS: &str = "/components/schemas";
    let taken = match document.pointer_mut(COMPONENTS) {
        Some(Value::Object(components)) => std::mem::take(components),
        _ => Map::new(),
    };
    let done = document::schema::for_each_operation(document, &mut |pointer, operation| f(&taken, pointer, operation));
    if let Some(Value::Object(components)) = document.pointer_mut(COMPONENTS) {
        *components = taken;
    }
    done
}

/// A normalised description, ready for progenitor, and what was recorded on the way.
pub struct Normalised {
    /// OpenAPI 3.0.3: every operation has one success response, and every object, union, enum and
    /// constrained string is a component.
    pub document: Value,
    /// Operation id → its error responses.
    pub errors: BTreeMap<String, Vec<ErrorResponse>>,
    /// Operation id → the statuses of success.
    pub successes: BTreeMap<String, Vec<String>>,
    /// Operation id → how its request body is written, where that is not `application/json`.
    pub encodings: BTreeMap<String, Encoding>,
    /// What the passes found out beyond the document.
    pub facts: Facts,
    /// The names that were found: they stay when the next run knows them.
    pub names: Names,
    /// Type → the place in the document where it was found.
    pub places: BTreeMap<String, String>,
    /// Names that were known, and that no schema has any more → the type in its place.
    pub retired: BTreeMap<String, Option<String>>,
    /// What each pass did.
    pub reports: Vec<PassReport>,
}

/// Runs all passes over `document`. What has no usable name of its own keeps the one that is `known`.
///
/// # Errors
///
/// Says what the description has that cannot be taken, where, and what to do about it.
pub fn normalise(document: Value, known: &Names) -> Result<Normalised> {
    let mut state = State::new(document);
    state.known = known.clone();
    let mut reports = Vec::with_capacity(PASSES.len());
    for pass in PASSES {
        let in_pass = |error: Error| error.because(format!("the normalisation pass `{}` stopped here", pass.name));
        let mut log = Log::default();
        (pass.run)(&mut state, &mut log).map_err(in_pass)?;
        (pass.holds)(&state.document).map_err(in_pass)?;
        reports.push(PassReport { name: pass.name, reason: pass.reason, changes: log.0 });
    }
    for pass in PASSES {
        (pass.holds)(&state.document).map_err(|error| error.because(format!("a later pass undid `{}`", pass.name)))?;
    }
    let State { mut document, errors, successes, encodings, names, places, retired, .. } = state;
    let facts = Facts::take(&mut document)?;
    Ok(Normalised { document, errors, successes, encodings, facts, names, places, retired, reports })
}

/// Checks that no schema of `document` makes `offends` return a complaint.
fn no_schema(document: &Value, offends: &dyn Fn(&Value) -> Option<String>) -> Result<()> {
    match document::schema::find(document, offends) {
        Some((pointer, complaint)) => Err(Error::new(complaint).at_pointer(pointer)),
        None => Ok(()),
    }
}

/// Runs one pass alone: what its tests start from.
#[cfg(test)]
fn run_alone(pass: Pass, document: Value) -> Result<(Value, Vec<Change>)> {
    let mut state = State::new(document);
    let mut log = Log::default();
    (pass.run)(&mut state, &mut log)?;
    (pass.holds)(&state.document)?;
    Ok((state.document, log.0))
}
