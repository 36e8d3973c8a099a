//! References to schemas that are no components.

use std::collections::BTreeMap;

use heck::ToPascalCase;
use serde_json::Value;

use super::{Pass, State, no_schema};
use crate::{
    error::{Error, Result},
    schema::{self, component_of},
};

pub(super) const PASS: Pass = Pass {
    name: "targets",
    reason: "typify panics on a reference into a component, into a path, or to nothing",
    run,
    holds,
};

/// A reference to a reference to a reference … is no deeper than this in any real description.
const DEEPEST: usize = 32;

fn run(state: &mut State) -> Result<()> {
    for _ in 0..DEEPEST {
        let mut targets: BTreeMap<String, (String, Value)> = BTreeMap::new();
        let source = state.document.clone();
        let mut changes = Vec::new();
        schema::visit(&mut state.document, &mut |pointer, _, schema| {
            let Some(reference) = schema.get("$ref").and_then(Value::as_str).map(str::to_owned) else { return Ok(()) };
            let known =
                |name: &str| schema::components(&source).is_some_and(|components| components.contains_key(name));
            if component_of(&reference).is_some_and(|name| known(&name.replace("~1", "/").replace("~0", "~"))) {
                return Ok(());
            }
            let (name, target) = find(&source, &reference).map_err(|error| error.at_pointer(pointer))?;
            if !targets.contains_key(&reference) && (known(&name) || targets.values().any(|(taken, _)| *taken == name))
            {
                return Err(Error::new(format!(
                    "`$ref: {reference}` would become the component `{name}`, which is taken"
                ))
                .at_pointer(pointer)
                .remedy("make the target a component by an overlay"));
            }
            if let Value::Object(keywords) = schema {
                keywords.insert("$ref".to_owned(), Value::from(format!("#/components/schemas/{name}")));
            }
            changes.push((pointer.to_owned(), format!("{reference} became the component {name}")));
            targets.insert(reference, (name, target));
            Ok(())
        })?;
        if targets.is_empty() {
            return Ok(());
        }
        for (pointer, what) in changes {
            state.changed(pointer, what);
        }
        if let Some(components) = schema::components_mut(&mut state.document) {
            for (name, target) in targets.into_values() {
                components.insert(name, target);
            }
        }
    }
    Err(Error::new("references lead from schema to schema without an end").remedy("break the chain by an overlay"))
}

/// What a reference points to, and the name that it gets as a component: `…/Pet/properties/tag` → `PetTag`.
fn find(document: &Value, reference: &str) -> Result<(String, Value)> {
    let Some(pointer) = reference.strip_prefix('#') else {
        return Err(Error::new(format!("`$ref: {reference}` leaves the file"))
            .remedy("bundle the description into one file first"));
    };
    let pointer = percent_decoded(pointer);
    let Some(target) = document.pointer(&pointer) else {
        return Err(Error::new(format!("`$ref: {reference}` points to nothing"))
            .remedy("correct the reference, in the description or by an overlay"));
    };
    let words: Vec<String> = pointer
        .split('/')
        .filter(|token| {
            ![
                "",
                "components",
                "schemas",
                "properties",
                "$defs",
                "definitions",
                "paths",
                "content",
                "schema",
                "application~1json",
            ]
            .contains(token)
        })
        .map(|token| token.replace("~1", " ").replace("~0", " ").to_pascal_case())
        .collect();
    let name = words.concat();
    if name.is_empty() || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Ok((format!("Schema{name}"), target.clone()));
    }
    Ok((name, target.clone()))
}

/// A pointer in a URI fragment may be percent-encoded: `%7Bid%7D`.
fn percent_decoded(pointer: &str) -> String {
    let mut bytes = Vec::with_capacity(pointer.len());
    let mut rest = pointer.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let hex = (first == b'%').then(|| tail.get(..2)).flatten().and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(byte) = hex.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = tail.get(2..).unwrap_or_default();
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn holds(document: &Value) -> Result<()> {
    let components = schema::components(document);
    no_schema(document, &|schema| {
        let reference = schema.get("$ref")?.as_str().unwrap_or_default();
        let known = component_of(reference).is_some_and(|name| {
            components.is_some_and(|components| components.contains_key(&name.replace("~1", "/").replace("~0", "~")))
        });
        (!known).then(|| format!("`$ref: {reference}` is no component"))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::normalise::run_alone;

    #[test]
    fn a_reference_into_a_component_or_a_path_becomes_a_component() {
        let document = json!({
            "paths": {"/a/{id}": {"get": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "string"}}}}}}}},
            "components": {"schemas": {
                "Pet": {"properties": {"tag": {"type": "object"}, "kind": {"$ref": "#/components/schemas/Pet/$defs/Kind"}}, "$defs": {"Kind": {"type": "string"}}},
                "A": {"$ref": "#/components/schemas/Pet/properties/tag"},
                "B": {"$ref": "#/paths/~1a~1%7Bid%7D/get/responses/200/content/application~1json/schema"},
            }},
        });
        let (document, changes) = run_alone(PASS, document).unwrap();
        let components = &document["components"]["schemas"];
        assert_eq!(components["A"], schema::reference_to("PetTag"));
        assert_eq!(components["PetTag"], json!({"type": "object"}));
        assert_eq!(components["PetKind"], json!({"type": "string"}));
        assert_eq!(components["B"], schema::reference_to("AIdGetResponses200"));
        assert_eq!(changes.len(), 3);
    }

    #[test]
    fn references_to_nothing_and_out_of_the_file_are_refused_with_the_place() {
        for reference in ["#/components/schemas/Gone", "#/nowhere", "https://example.org/x.json", "other.yaml#/A"] {
            let document = json!({"components": {"schemas": {"A": {"properties": {"b": {"$ref": reference}}}}}});
            let error = run_alone(PASS, document).err().unwrap().to_string();
            assert!(error.contains(reference) && error.contains("/components/schemas/A/properties/b"), "{error}");
        }
    }
}
