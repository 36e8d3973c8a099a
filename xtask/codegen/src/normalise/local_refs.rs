//! References to schemas that are no components.

use std::collections::BTreeMap;

use heck::ToPascalCase;
use serde_json::Value;

use super::{Log, Pass, State, free_name::first_free, no_schema};
use document::{
    error::{Error, Result},
    reference::{self, LONGEST_CHAIN},
    schema::{self, component_of},
};

pub(super) const PASS: Pass = Pass {
    name: "local_refs",
    reason: "typify panics on a reference into a component, into a path, or to nothing",
    run,
    holds,
};

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    // Reference → the component that its target became, from all rounds.
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for _ in 0..LONGEST_CHAIN {
        let mut targets: BTreeMap<String, (String, Value)> = BTreeMap::new();
        let source = state.document.clone();
        schema::visit(&mut state.document, &mut |pointer, _, schema| {
            let Some(reference) = schema.get("$ref").and_then(Value::as_str).map(str::to_owned) else { return Ok(()) };
            let known =
                |name: &str| schema::components(&source).is_some_and(|components| components.contains_key(name));
            if component_of(&reference).is_some_and(|name| known(&schema::unescape(name))) {
                return Ok(());
            }
            if let (Some(name), Value::Object(keywords)) = (found.get(&reference), &mut *schema) {
                keywords.insert("$ref".to_owned(), Value::from(format!("#/components/schemas/{name}")));
                return Ok(());
            }
            let (mut name, target) = find(&source, &reference).map_err(|error| error.at_pointer(pointer))?;
            let is_taken = |name: &str| known(name) || targets.values().any(|(taken, _)| taken == name);
            if let Some((given, _)) = targets.get(&reference) {
                name.clone_from(given);
            } else if is_taken(&name) {
                // The whole path tells apart what its end does not; a number is for those that differ in signs only.
                name = first_free(whole_path(&reference), |name| !is_taken(name));
            }
            if let Value::Object(keywords) = schema {
                keywords.insert("$ref".to_owned(), Value::from(format!("#/components/schemas/{name}")));
            }
            log.changed(pointer, format!("{reference} became the component {name}"));
            targets.insert(reference, (name, target));
            Ok(())
        })?;
        if targets.is_empty() {
            drop_callbacks(state, log)?;
            return resolve_aliases(state, log);
        }
        for (reference, (name, target)) in targets {
            // The place itself now uses the component, so that there is one type and not two.
            let pointer = schema::percent_decoded(reference.trim_start_matches('#'));
            if let Some(place) = state.document.pointer_mut(&pointer) {
                *place = schema::reference_to(&name);
            }
            if let Some(components) = schema::components_mut(&mut state.document) {
                components.insert(name.clone(), target);
            }
            found.insert(reference, name);
        }
    }
    Err(Error::new("references lead from schema to schema without an end").remedy("break the chain by an overlay"))
}

/// What a reference points to, and the name that it gets as a component: `…/Pet/properties/tag` → `PetTag`.
fn find(document: &Value, reference: &str) -> Result<(String, Value)> {
    let (place, target) = reference::follow(document, reference)?;
    Ok((name_of(&place), target.clone()))
}

/// The name that the schema at a place gets as a component.
pub(super) fn name_of(place: &str) -> String {
    const UNSAID: [&str; 10] = [
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
    ];
    let is_kind = |index: usize| index == 2 && place.starts_with("/components/");
    let words = place.split('/').enumerate().filter(|(index, token)| !UNSAID.contains(token) && !is_kind(*index));
    let words: Vec<String> =
        words.map(|(_, token)| token.replace("~1", " ").replace("~0", " ").to_pascal_case()).collect();
    let name = words.concat();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("Schema{name}") }
}

/// The name that says every step of a reference.
pub(super) fn whole_path(reference: &str) -> String {
    let pointer = schema::percent_decoded(reference.trim_start_matches('#'));
    let words = pointer.split('/').filter(|token| !["", "components", "schemas"].contains(token));
    format!("Schema {}", words.map(schema::unescape).collect::<Vec<_>>().join(" ")).to_pascal_case()
}

/// What the API calls by itself is not bound, and may be a reference, which openapiv3 refuses. Until now something could refer
/// into it.
fn drop_callbacks(state: &mut State, log: &mut Log) -> Result<()> {
    let mut dropped = Vec::new();
    schema::for_each_operation(&mut state.document, &mut |pointer, operation| {
        if operation.as_object_mut().is_some_and(|operation| operation.shift_remove("callbacks").is_some()) {
            dropped.push(format!("{pointer}/callbacks"));
        }
        Ok(())
    })?;
    for pointer in dropped {
        log.changed(pointer, "left out");
    }
    Ok(())
}

/// A component that is a mere reference to another is that other.
fn resolve_aliases(state: &mut State, log: &mut Log) -> Result<()> {
    let alias_of = |component: &Value| {
        let keywords = component.as_object().filter(|keywords| keywords.len() == 1)?;
        schema::component_of(keywords.get("$ref")?.as_str()?).map(str::to_owned)
    };
    let aliases: BTreeMap<String, String> = schema::components(&state.document)
        .into_iter()
        .flatten()
        .filter_map(|(name, component)| Some((name.clone(), alias_of(component)?)))
        .collect();
    for (alias, first) in &aliases {
        let mut target = first;
        let mut steps = 0;
        while let Some(next) = aliases.get(target) {
            target = next;
            steps += 1;
            if steps > aliases.len() {
                // A bundler left a component that is itself: nothing is known of it.
                let pointer = format!("/components/schemas/{}", schema::escape(alias));
                if let Some(component) = state.document.pointer_mut(&pointer) {
                    *component = serde_json::json!({});
                }
                log.changed(pointer, "a reference to itself becomes anything");
                return resolve_aliases(state, log);
            }
        }
        let (old, new) = (format!("#/components/schemas/{alias}"), format!("#/components/schemas/{target}"));
        replace_references(&mut state.document, &old, &new);
        if let Some(components) = schema::components_mut(&mut state.document) {
            components.shift_remove(alias);
        }
        log.changed(format!("/components/schemas/{}", schema::escape(alias)), format!("is {target}"));
    }
    Ok(())
}

fn replace_references(value: &mut Value, old: &str, new: &str) {
    match value {
        Value::Object(members) => {
            for member in members.values_mut() {
                match member {
                    Value::String(text) if text == old => new.clone_into(text),
                    member => replace_references(member, old, new),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| replace_references(item, old, new)),
        _ => {}
    }
}

fn holds(document: &Value) -> Result<()> {
    let components = schema::components(document);
    no_schema(document, &|schema| {
        let reference = schema.get("$ref")?.as_str().unwrap_or_default();
        let known = component_of(reference)
            .is_some_and(|name| components.is_some_and(|components| components.contains_key(&schema::unescape(name))));
        (!known).then(|| format!("`$ref: {reference}` is no component"))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::normalise::run_alone;

    #[test]
    fn unreferenced_callbacks_go() {
        let event = json!({"post": {"requestBody": {"content": {"application/json": {"schema": {"type": "string"}}}}}});
        let inside = "#/paths/~1a/post/callbacks/done/url/post/requestBody/content/application~1json/schema";
        let document = json!({"paths": {"/a": {"post": {
            "callbacks": {"done": {"url": event}, "other": {"$ref": "#/components/callbacks/other"}},
            "requestBody": {"content": {"application/json": {"schema": {"$ref": inside}}}},
        }}}});
        let (document, _) = run_alone(PASS, document).unwrap();
        assert!(document["paths"]["/a"]["post"].get("callbacks").is_none());
        let schemas = document["components"]["schemas"].as_object().unwrap();
        assert_eq!(schemas.values().collect::<Vec<_>>(), [&json!({"type": "string"})]);
    }

    #[test]
    fn a_deep_reference_becomes_a_component() {
        let document = json!({
            "paths": {"/a/{id}": {"get": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "string"}}}}}}}},
            "components": {"schemas": {
                "Pet": {"properties": {"tag": {"type": "object"}, "kind": {"$ref": "#/components/schemas/Pet/$defs/Kind"}}, "$defs": {
                    "Kind": {"type": "array", "items": {"$ref": "#/components/schemas/Pet/$defs/Unit"}},
                    "Unit": {"type": "integer"},
                }},
                "C": {"items": {"$ref": "#/components/schemas/A"}},
                "D": {"items": {"$ref": "#/components/schemas/Pet/$defs/Unit"}},
                "A": {"$ref": "#/components/schemas/Pet/properties/tag"},
                "B": {"$ref": "#/paths/~1a~1%7Bid%7D/get/responses/200/content/application~1json/schema"},
            }},
        });
        let (document, changes) = run_alone(PASS, document).unwrap();
        let components = &document["components"]["schemas"];
        assert_eq!(components["C"]["items"], schema::reference_to("PetTag"));
        assert_eq!(components["PetTag"], json!({"type": "object"}));
        assert_eq!(components["Pet"]["properties"]["tag"], schema::reference_to("PetTag"));
        assert_eq!(components["PetKind"]["items"], schema::reference_to("PetUnit"));
        assert_eq!(components["AIdGetResponses200"], json!({"type": "string"}));
        assert!(components.get("A").is_none() && components.get("B").is_none(), "aliases are what they stand for");
        assert!(changes.len() >= 5);
    }

    #[test]
    fn a_taken_target_is_named_by_its_path() {
        let document = json!({"components": {"schemas": {
            "Pet": {"properties": {"tag": {"type": "string"}}},
            "PetTag": {"type": "integer"},
            "A": {"items": {"$ref": "#/components/schemas/Pet/properties/tag"}},
            "B": {"items": {"$ref": "#/components/schemas/Pet/properties/tag"}},
        }}});
        let (document, _) = run_alone(PASS, document).unwrap();
        let components = &document["components"]["schemas"];
        for user in ["A", "B"] {
            assert_eq!(components[user]["items"], schema::reference_to("SchemaPetPropertiesTag"));
        }
        assert_eq!(components["PetTag"], json!({"type": "integer"}));
        assert_eq!(components["SchemaPetPropertiesTag"], json!({"type": "string"}));
    }

    #[test]
    fn a_component_that_is_itself_is_anything() {
        let document = json!({"components": {"schemas": {"A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"}, "C": {"items": {"$ref": "#/components/schemas/B"}}}}});
        let (document, _) = run_alone(PASS, document).unwrap();
        assert_eq!(
            document["components"]["schemas"],
            json!({"A": {}, "C": {"items": {"$ref": "#/components/schemas/A"}}})
        );
    }

    #[test]
    fn references_that_lead_nowhere_are_refused() {
        for reference in ["#/components/schemas/Gone", "#/nowhere", "https://example.org/x.json", "other.yaml#/A"] {
            let document = json!({"components": {"schemas": {"A": {"properties": {"b": {"$ref": reference}}}}}});
            let error = run_alone(PASS, document).err().unwrap().to_string();
            assert!(error.contains(reference) && error.contains("/components/schemas/A/properties/b"), "{error}");
        }
    }
}
