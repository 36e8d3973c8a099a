//! Components that may be null.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Log, Pass, State, intersections::component_name, rewrite_schemas};
use document::{
    all_of::only_member,
    error::{Error, Result},
    reference::LONGEST_CHAIN,
    schema,
};

pub(super) const PASS: Pass = Pass {
    name: "nullability",
    reason: "typify makes two types of one name of a nullable component with alternatives; null belongs to the place where it is used",
    run,
    holds,
};

fn run(state: &mut State, log: &mut Log) -> Result<()> {
    let mut nullable = BTreeSet::new();
    for (name, component) in schema::components_mut(&mut state.document).into_iter().flatten() {
        if let Value::Object(keywords) = component
            && keywords.shift_remove("nullable") == Some(json!(true))
        {
            nullable.insert(name.clone());
        }
    }
    if nullable.is_empty() {
        return resolve_aliases(state, log);
    }
    // Parts of `allOf` are left: what is around them says whether the whole may be null.
    rewrite_schemas(&mut state.document, log, &mut |pointer, schema| {
        let name = schema.get("$ref").and_then(Value::as_str).and_then(schema::component_of);
        let is_part = pointer.rsplit('/').nth(1) == Some("allOf");
        if is_part || !name.is_some_and(|name| nullable.contains(name)) {
            return Ok(Vec::new());
        }
        *schema = json!({ "allOf": [schema.clone()], "nullable": true });
        Ok(vec!["may be null here".to_owned()])
    })?;
    resolve_aliases(state, log)
}

/// A component that is another one, with text of its own, is that other one: two types for one shape would be in each other's
/// way. As an alternative it stays, since a tag may tell it from the other one.
fn resolve_aliases(state: &mut State, log: &mut Log) -> Result<()> {
    let members = members_of_unions(&state.document);
    let aliases: BTreeMap<String, String> = schema::components(&state.document)
        .into_iter()
        .flatten()
        .filter(|(name, _)| !members.contains(*name))
        .filter_map(|(name, component)| Some((name.clone(), alias_of(component)?)))
        .collect();
    let targets: BTreeMap<&String, &String> = aliases
        .keys()
        .filter_map(|alias| {
            let mut target = alias;
            for _ in 0..LONGEST_CHAIN {
                match aliases.get(target) {
                    Some(next) => target = next,
                    None => return Some((alias, target)),
                }
            }
            // They are each other.
            None
        })
        .collect();
    if targets.is_empty() {
        return Ok(());
    }
    rewrite_schemas(&mut state.document, log, &mut |_, schema| {
        let name = schema.get("$ref").and_then(Value::as_str).and_then(schema::component_of);
        let Some(target) = name.and_then(|name| targets.get(&name.to_owned())) else { return Ok(Vec::new()) };
        schema["$ref"] = json!(format!("#/components/schemas/{target}"));
        Ok(vec![format!("is {target}")])
    })?;
    if let Some(components) = schema::components_mut(&mut state.document) {
        components.retain(|name, _| !targets.contains_key(name));
    }
    Ok(())
}

fn members_of_unions(document: &Value) -> BTreeSet<String> {
    let mut members = BTreeSet::new();
    schema::read(document, &mut |_, _, schema| {
        let lists = ["oneOf", "anyOf"].into_iter().filter_map(|word| schema.get(word)?.as_array());
        members.extend(lists.flatten().filter_map(component_name));
    });
    members
}

/// The component that a schema is, but for text.
fn alias_of(component: &Value) -> Option<String> {
    const TEXTS: [&str; 4] = ["title", "description", "deprecated", "x-provenance"];
    let only = only_member(component, |keyword| TEXTS.contains(&keyword))?;
    if only.as_object()?.len() == 1 { component_name(only) } else { None }
}

fn holds(document: &Value) -> Result<()> {
    let left = schema::components(document)
        .into_iter()
        .flatten()
        .find(|(_, component)| component.get("nullable") == Some(&json!(true)));
    match left {
        Some((name, _)) => Err(Error::new("a component may still be null")
            .at_pointer(format!("/components/schemas/{}", schema::escape(name)))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::run_alone;

    #[test]
    fn null_moves_to_where_the_component_is_used() {
        let reference = schema::reference_to("U");
        let document = json!({"components": {"schemas": {
            "U": {"oneOf": [{"type": "string"}, {"type": "integer"}], "nullable": true},
            "T": {"properties": {"u": reference, "part": {"allOf": [reference]}}},
        }}});
        let (document, _) = run_alone(PASS, document).unwrap();
        let schemas = &document["components"]["schemas"];
        assert!(schemas["U"].get("nullable").is_none());
        assert_eq!(schemas["T"]["properties"]["u"], json!({"allOf": [schema::reference_to("U")], "nullable": true}));
        assert_eq!(schemas["T"]["properties"]["part"], json!({"allOf": [schema::reference_to("U")]}));
    }

    #[test]
    fn a_component_that_is_another_one_is_that_one() {
        let [event, alias] = ["Event", "Alias"].map(schema::reference_to);
        let document = json!({"components": {"schemas": {
            "Event": {"type": "object"},
            "Alias": {"allOf": [event], "nullable": true, "description": "An event."},
            "Second": {"allOf": [alias]},
            "Owner": {"properties": {"one": alias, "two": schema::reference_to("Second")}},
            "Member": {"allOf": [event]},
            "Union": {"oneOf": [schema::reference_to("Member"), event]},
            "Round": {"allOf": [schema::reference_to("Trip")]},
            "Trip": {"allOf": [schema::reference_to("Round")]},
        }}});
        let (document, _) = run_alone(PASS, document).unwrap();
        let schemas = &document["components"]["schemas"];
        assert_eq!(schemas["Owner"]["properties"]["one"], json!({"allOf": [event], "nullable": true}));
        assert_eq!(schemas["Owner"]["properties"]["two"], event);
        let names: Vec<&String> = schemas.as_object().unwrap().keys().collect();
        assert_eq!(names, ["Event", "Owner", "Member", "Union", "Round", "Trip"]);
    }
}
