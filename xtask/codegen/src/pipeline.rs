//! From the bytes of a description to the text of every generated file, on plain values.
//!
//! `generate` writes what comes out, `verify` compares it, and drift runs it on two descriptions at once.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{
    bindings::Bindings,
    coverage, generator, layout,
    model::Model,
    normalise::{self, Change, Names, PassReport},
    overlay::{self, AppliedAction},
    passes,
    shapes::Shapes,
};
use document::{
    Document, Lines, canonical,
    error::{Error, Result},
    reference, schema, sha256_hex,
};

/// A description with its corrections.
#[derive(Clone, Debug)]
pub struct Input<'a> {
    /// What a person calls the file of the description: errors name it.
    pub file: &'a str,
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
        Self { file: "openapi.yaml", description, overlays, origin, known: Names::default(), skip_unsupported: false }
    }
}

/// What comes out.
#[derive(Debug)]
pub struct Output {
    /// Files below `src/generated`, by path.
    pub files: BTreeMap<String, String>,
    /// What was printed into each of these files. Both forms are kept: the layout needs the text to divide long files,
    /// `generate` writes the text, and the Rust axis of drift reads the items, where parsing the text again took longest.
    pub items: BTreeMap<String, Vec<syn::Item>>,
    /// The coverage page.
    pub coverage: String,
    /// The shapes that responses are held against.
    pub shapes: Shapes,
    /// The description with its corrections, before it was normalised: JSON pointers lead into this one.
    /// As [`effective`] has it, but for operations that were left out.
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
    /// What was dropped or assumed, each with the line of the description that is next to it.
    pub notes: Vec<(usize, Change)>,
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
    keep_covered(&mut value, &mut String::new(), &mut Vec::new());
    corrections(&mut value, overlays)?;
    Ok(value)
}

/// Runs the whole pipeline.
///
/// # Errors
///
/// Says what cannot be taken, where it stands in the description (JSON pointer and line) and what to do.
pub fn run(input: Input<'_>) -> Result<Output> {
    let Document { value, lines } = Document::read(input.file, input.description)?;
    let mut corrected = value.clone();
    let mut uncovered = Vec::new();
    keep_covered(&mut corrected, &mut String::new(), &mut uncovered);
    let actions = corrections(&mut corrected, input.overlays)?;
    let mut left_out = Vec::new();
    let (normalised, model, bindings, passes) = loop {
        let errors = match bind(&corrected, &input.known, input.skip_unsupported) {
            Ok(bound) => break bound,
            Err(errors) => errors.into_iter().map(|error| located(error, input.file, &lines)),
        };
        let before = left_out.len();
        let mut first = None;
        for error in errors {
            if input.skip_unsupported {
                let removed = leave_out(&mut corrected, &error);
                left_out.extend(removed.into_iter().map(|pointer| (pointer, error.to_string())));
            }
            first.get_or_insert(error);
        }
        if let Some(error) = first.filter(|_| left_out.len() == before) {
            return Err(error);
        }
    };
    let sha256 = sha256_hex(input.description);
    let source =
        layout::Source { sha256: sha256.clone(), origin: input.origin.to_owned(), version: model.version.clone() };
    let (mut files, mut items) = (BTreeMap::new(), BTreeMap::new());
    for (path, file) in layout::files(&bindings, &model, &source)? {
        files.insert(path.clone(), file.text);
        items.insert(path, file.items);
    }
    let remarks = normalised.reports.iter().flat_map(|report| &report.changes).filter(|change| change.is_note);
    let notes =
        uncovered.iter().chain(remarks).map(|change| (lines.nearest(&change.pointer), change.clone())).collect();
    Ok(Output {
        files,
        items,
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
        notes,
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

/// Removes the marks by which a vendor's file would show a field in `Debug`: that is for whoever reads the logs to decide, by an
/// overlay.
fn keep_covered(value: &mut Value, pointer: &mut String, uncovered: &mut Vec<Change>) {
    let length = pointer.len();
    match value {
        Value::Object(members) => {
            // Members of `properties` are names.
            let is_names = ["/properties", "/patternProperties", "/$defs"].iter().any(|end| pointer.ends_with(end));
            if !is_names && members.get("x-sensitive") == Some(&Value::Bool(false)) {
                members.shift_remove("x-sensitive");
                uncovered.push(Change {
                    pointer: pointer.clone(),
                    what: "`x-sensitive: false` is ignored: only an overlay may show a field in `Debug`".to_owned(),
                    is_note: true,
                });
            }
            for (name, member) in members {
                pointer.extend(["/", &schema::escape(name)]);
                keep_covered(member, pointer, uncovered);
                pointer.truncate(length);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                pointer.push_str(&format!("/{index}"));
                keep_covered(item, pointer, uncovered);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
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

/// The bindings of a corrected description; or why there are none, with all operations that the generator refuses if `all` are
/// wanted.
fn bind(corrected: &Value, known: &Names, all: bool) -> Result<Bound, Vec<Error>> {
    let one = |error: Error| vec![error];
    let normalised = normalise::normalise(corrected.clone(), known).map_err(one)?;
    let model = Model::new(corrected, &normalised).map_err(one)?;
    if model.operations.is_empty() {
        return Err(one(Error::new("the description has no operations")
            .at_pointer("/paths")
            .remedy("check that the file is the whole description, and that no overlay removes all of them")));
    }
    let mut bindings = Bindings::new(generator::generate(&normalised.document, all)?).map_err(one)?;
    if let Some(name) = bindings.impossible_type() {
        let place = normalised.places.get(name).cloned();
        return Err(one(Error::new(format!("no value fits the type {name}"))
            .at_pointer(place.unwrap_or_else(|| format!("/components/schemas/{name}")))
            .remedy("its parts contradict each other: correct one of them by an overlay")));
    }
    let passes = passes::run(&mut bindings, &model).map_err(one)?;
    Ok((normalised, model, bindings, passes))
}

/// Removes the operation that an error is about, or those that lead to the component that it is about, or that component
/// when none does; tells their pointers.
fn leave_out(document: &mut Value, error: &Error) -> Vec<String> {
    let Some(pointer) = error.pointer() else { return Vec::new() };
    let tokens: Vec<&str> = pointer.split('/').skip(1).collect();
    let mut removed = match tokens.as_slice() {
        ["paths", path, method, ..] if schema::METHODS.contains(method) => vec![format!("/paths/{path}/{method}")],
        ["paths", path, ..] => vec![format!("/paths/{path}")],
        ["components", kind, name, ..] => {
            let component = format!("/components/{kind}/{name}");
            let led = schema::operations(document).filter(|(_, operation)| leads_to(document, operation, &component));
            let led: Vec<String> = led.map(|(pointer, _)| pointer).collect();
            if led.is_empty() { vec![component] } else { led }
        }
        _ => Vec::new(),
    };
    removed.retain(|pointer| remove(document, pointer));
    removed
}

/// Whether the references of an operation lead to a component, directly or through others.
fn leads_to(document: &Value, operation: &Value, component: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![operation];
    while let Some(value) = waiting.pop() {
        for reference in reference::all(value) {
            let Ok((place, target)) = reference::follow(document, reference) else { continue };
            if place == component || place.strip_prefix(component).is_some_and(|inside| inside.starts_with('/')) {
                return true;
            }
            if seen.insert(place) {
                waiting.push(target);
            }
        }
    }
    false
}

fn remove(document: &mut Value, pointer: &str) -> bool {
    let Some((parent, token)) = pointer.rsplit_once('/') else { return false };
    let parent = document.pointer_mut(parent).and_then(Value::as_object_mut);
    parent.is_some_and(|parent| parent.shift_remove(&schema::unescape(token)).is_some())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn described(field: &Value, responses: &Value) -> Vec<u8> {
        let schema = json!({"type": "object", "properties": {"a": field}});
        let operation = json!({"operationId": "a", "responses": {"200": {"description": "", "content": {
            "application/json": {"schema": schema}}}}});
        let other = json!({"operationId": "b", "responses": responses});
        json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "paths": {"/a": {"get": operation}, "/b": {"get": other}},
        })
        .to_string()
        .into_bytes()
    }

    fn text_of(output: &Output) -> String {
        output.files.values().flat_map(|text| text.split_whitespace()).collect()
    }

    #[test]
    fn only_an_overlay_shows_a_field_in_debug() {
        let none = json!({"204": {"description": ""}});
        let description = described(&json!({"type": "string", "x-sensitive": false}), &none);
        let covered = run(Input::new(&description, &[], "file")).unwrap();
        assert!(text_of(&covered).contains("redacted::of(&self.a)"));
        assert!(covered.notes.iter().any(|(_, note)| note.what.contains("only an overlay")), "{:?}", covered.notes);
        let overlay = br#"{"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": [
            {"target": "$.paths['/a'].get.responses['200'].content['application/json'].schema.properties.a",
             "description": "d", "update": {"x-sensitive": false}}]}"#;
        let overlays = [("overlay.json".to_owned(), overlay.to_vec())];
        let shown = run(Input::new(&description, &overlays, "file")).unwrap();
        assert!(!text_of(&shown).contains("redacted::of(&self.a)"));
    }

    #[test]
    fn an_error_names_the_file_that_a_person_gave() {
        let missing = json!({"200": {"$ref": "#/components/responses/Gone"}});
        let description = described(&json!({"type": "string"}), &missing);
        let input = Input { file: "pets/petstore.json", ..Input::new(&description, &[], "file") };
        let error = run(input.clone()).err().unwrap().to_string();
        assert!(error.contains("at pets/petstore.json:1, /paths/~1b/get/responses/200"), "{error}");
        let output = run(Input { skip_unsupported: true, ..input }).unwrap();
        let left_out: Vec<&str> = output.left_out.iter().map(|(pointer, _)| pointer.as_str()).collect();
        assert_eq!(left_out, ["/paths/~1b/get"]);
    }

    #[test]
    fn operations_of_broken_components_are_left_out() {
        let description = json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "paths": {
                "/a": {"get": {"operationId": "a", "responses": {"204": {"description": ""}}}},
                "/b": {"get": {"operationId": "b", "responses": {"200": {"$ref": "#/components/responses/Bad"}}}},
            },
            "components": {
                "parameters": {"Id": {"name": "id", "in": "query", "schema": {"type": "string"}}},
                "responses": {"Bad": {"description": "", "content": {"application/json": {
                    "schema": {"$ref": "#/components/parameters/Id"}}}}},
            },
        })
        .to_string()
        .into_bytes();
        let error = run(Input::new(&description, &[], "file")).err().unwrap().to_string();
        assert!(error.contains("leads to a parameter, not to a schema"), "{error}");
        assert!(error.contains("/components/responses/Bad/content/application~1json/schema"), "{error}");
        let output = run(Input { skip_unsupported: true, ..Input::new(&description, &[], "file") }).unwrap();
        assert_eq!(output.left_out.first().map(|(pointer, _)| pointer.as_str()), Some("/paths/~1b/get"));
        assert_eq!(output.model.operations.len(), 1);
    }

    #[test]
    fn what_was_assumed_is_noted_with_its_line() {
        let description = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n  /a/{id}:\n    get:\n      operationId: a\n      parameters:\n      - {name: q, in: query, schema: {type: strng}}\n      - {name: q, in: query}\n      - {name: c, in: cookie}\n      responses: {'200': {description: ok, content: {application/json: {schema: {type: object, required: [x, y], properties: {x: {type: string}}}}}}}\n    options: {responses: {'204': {description: ok}}}\n";
        let output = run(Input::new(description.as_bytes(), &[], "file")).unwrap();
        let notes: Vec<(usize, &str)> = output.notes.iter().map(|(line, note)| (*line, note.what.as_str())).collect();
        let expected = [
            (8, "the type `strng` is none of JSON Schema: it is taken for any value"),
            (11, "`y` is required and described nowhere: left out"),
            (12, "OPTIONS is left out: the client has no such method"),
            (9, "the query parameter `q` is declared twice: the first one counts"),
            (10, "the cookie `c` is left out: the client sends required cookies only"),
            (5, "the path parameter `id` is declared nowhere: it is taken for a text"),
        ];
        assert_eq!(notes, expected);
    }
}
