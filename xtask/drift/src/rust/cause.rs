//! Where in a description an item comes from.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToPascalCase;
use serde_json::Value;

use codegen::{model::Operation, pipeline::Output};
use document::{
    all_of::{Parts, Reference, References},
    reference::LONGEST_CHAIN,
    schema,
};

/// The origins of the items of one crate.
pub(super) struct Causes<'a> {
    output: &'a Output,
    /// Rust type name → the place of its schema.
    types: BTreeMap<String, String>,
}

impl<'a> Causes<'a> {
    pub(super) fn new(output: &'a Output) -> Self {
        let document = &output.corrected;
        let mut types = BTreeMap::new();
        for name in schema::components(document).into_iter().flat_map(serde_json::Map::keys) {
            let pointer = format!("/components/schemas/{}", schema::escape(name));
            // Requests have a copy of what responses carry too.
            types.insert(format!("{name}Input").to_pascal_case(), pointer.clone());
            types.insert(name.to_pascal_case(), pointer);
        }
        let mut causes = Self { output, types };
        for (name, place) in &output.places {
            let pointer = causes.in_parameter(place).unwrap_or_else(|| original(document, place));
            causes.types.insert(name.clone(), located(document, &pointer));
        }
        causes
    }

    /// A pointer into a parameter: normalisation puts those of the path first, and takes in those of the path item.
    fn in_parameter(&self, pointer: &str) -> Option<String> {
        let mut tokens = pointer.strip_prefix("/paths/")?.splitn(5, '/');
        let (path, method) = (schema::unescape(tokens.next()?), tokens.next()?);
        let index: usize =
            tokens.next().filter(|token| *token == "parameters").and_then(|_| tokens.next())?.parse().ok()?;
        let is_it = |one: &&Operation| one.path == path && one.method.eq_ignore_ascii_case(method);
        let operation = self.output.model.operations.iter().find(is_it)?;
        let parameter = operation.parameters.get(index)?;
        let place = self.parameter(operation, &parameter.location, &parameter.name);
        Some(format!("{place}/{}", tokens.next()?))
    }

    /// The place of a type's schema.
    pub(super) fn ty(&self, name: &str) -> Option<String> {
        self.types.get(name).cloned()
    }

    /// The place of a property in the schema of a type, or that of the schema.
    pub(super) fn property(&self, ty: &str, wire: &str) -> Option<String> {
        let pointer = self.types.get(ty)?;
        Some(located(&self.output.corrected, &format!("{pointer}/properties/{}", schema::escape(wire))))
    }

    /// The place of an operation.
    pub(super) fn operation(operation: &Operation) -> String {
        format!("/paths/{}/{}", schema::escape(&operation.path), operation.method.to_lowercase())
    }

    /// The place of a parameter of an operation, or that of the operation.
    pub(super) fn parameter(&self, operation: &Operation, location: &str, wire: &str) -> String {
        let document = &self.output.corrected;
        let own = Self::operation(operation);
        let shared = own.rsplit_once('/').map_or("", |(path, _)| path);
        for holder in [own.as_str(), shared] {
            let holder = format!("{}/parameters", followed(document, holder));
            let list = document.pointer(&holder).and_then(Value::as_array);
            for index in 0..list.map_or(0, Vec::len) {
                let pointer = format!("{holder}/{index}");
                let parameter = document.pointer(&followed(document, &pointer));
                let is = |key: &str, value: &str| {
                    parameter.and_then(|parameter| parameter.get(key)).and_then(Value::as_str) == Some(value)
                };
                if is("name", wire) && is("in", location) {
                    return pointer;
                }
            }
        }
        own
    }

    /// What stands at a pointer, behind its references.
    pub(super) fn schema(&self, pointer: &str) -> Option<&'a Value> {
        let document = &self.output.corrected;
        document.pointer(&followed(document, pointer))
    }

    /// A property of a schema, its own or that of a part of it.
    pub(super) fn property_of(&self, schema: &'a Value, wire: &str) -> Option<&'a Value> {
        let mut parts = Parts::new(Local(&self.output.corrected), [schema]);
        parts.find_map(|part| part.schema.get("properties")?.get(wire))
    }

    /// The ids of the operations that reach a type.
    pub(super) fn reaching(&self, ty: &str) -> BTreeSet<String> {
        self.output.model.schemas.get(ty).map(|schema| schema.operations.clone()).unwrap_or_default()
    }
}

/// References to places in a document.
#[derive(Clone, Copy)]
struct Local<'a>(&'a Value);

impl<'a> References<'a> for Local<'a> {
    fn reference(&self, schema: &'a Value) -> Option<Reference<'a>> {
        let text = schema.get("$ref")?.as_str()?;
        let target = self.0.pointer(&schema::percent_decoded(text.strip_prefix('#')?));
        Some(Reference { text, target, has_siblings: false })
    }
}

/// A pointer into the copy of a component, as one into the component.
fn original(document: &Value, pointer: &str) -> String {
    let Some(rest) = pointer.strip_prefix("/components/schemas/") else { return pointer.to_owned() };
    let (name, below) = rest.split_once('/').map_or((rest, ""), |(name, below)| (name, below));
    let known = |name: &str| schema::components(document).is_some_and(|all| all.contains_key(&schema::unescape(name)));
    match name.strip_suffix("Input") {
        Some(original) if !known(name) && known(original) => format!("/components/schemas/{original}/{below}"),
        _ => pointer.to_owned(),
    }
}

/// The pointer behind the references that stand at `pointer`.
fn followed(document: &Value, pointer: &str) -> String {
    let mut pointer = pointer.to_owned();
    for _ in 0..LONGEST_CHAIN {
        let reference = document.pointer(&pointer).and_then(|value| value.get("$ref")).and_then(Value::as_str);
        match reference.and_then(|reference| reference.strip_prefix('#')) {
            Some(target) => pointer = schema::percent_decoded(target),
            None => break,
        }
    }
    pointer
}

/// A pointer into the normalised description, in the one that people wrote: as far as it leads there.
///
/// On the way references are followed, and the members of `allOf` looked into.
fn located(document: &Value, pointer: &str) -> String {
    let mut at = String::new();
    let mut rest: Vec<&str> = pointer.split('/').skip(1).collect();
    rest.reverse();
    while let Some(token) = rest.pop() {
        let here = followed(document, &at);
        let Some(value) = document.pointer(&here) else { break };
        let direct = format!("{here}/{token}");
        if document.pointer(&direct).is_some() {
            at = direct;
            continue;
        }
        let member = rest.last().map_or_else(|| token.to_owned(), |next| format!("{token}/{next}"));
        let parts = Parts::new(Local(document), [value]).map(|part| part.pointer(&here));
        match parts.into_iter().find(|part| document.pointer(&format!("{part}/{member}")).is_some()) {
            Some(part) => at = format!("{part}/{token}"),
            // A media type goes by another name after normalisation.
            None => match value.as_object().filter(|_| at.ends_with("/content")).and_then(|all| all.keys().next()) {
                Some(other) => at = format!("{here}/{}", schema::escape(other)),
                None => return here,
            },
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_normalised_pointer_leads_to_the_source() {
        let document = json!({
            "paths": {"/a": {"get": {
                "requestBody": {"content": {"application/x+json": {"schema": {"items": {"maxLength": 3}}}}},
                "responses": {"200": {"$ref": "#/components/responses/A"}},
            }}},
            "components": {
                "responses": {"A": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}},
                "schemas": {
                    "A": {"allOf": [{"$ref": "#/components/schemas/B"}, {"properties": {"x": {"enum": ["y"]}}}]},
                    "B": {"properties": {"b": {}}},
                },
            },
        });
        let response = "/paths/~1a/get/responses/200/content/application~1json/schema";
        for (pointer, expected) in [
            (
                "/paths/~1a/get/requestBody/content/application~1json/schema/items".to_owned(),
                "/paths/~1a/get/requestBody/content/application~1x+json/schema/items",
            ),
            (response.to_owned(), "/components/responses/A/content/application~1json/schema"),
            (format!("{response}/properties/x"), "/components/schemas/A/allOf/1/properties/x"),
            (format!("{response}/properties/b"), "/components/schemas/B/properties/b"),
            (format!("{response}/properties/gone"), "/components/schemas/A"),
        ] {
            assert_eq!(located(&document, &pointer), expected, "{pointer}");
        }
        assert_eq!(
            original(&document, "/components/schemas/BInput/properties/b"),
            "/components/schemas/B/properties/b"
        );
    }
}
